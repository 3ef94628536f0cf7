import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { SignInPage } from '@/features/account/components/sign-in-page';
import { sessionStore } from '@/lib/session/session-store';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

function serverSays(body: object) {
  server.use(http.get('*/api/client', () => HttpResponse.json(body)));
}

describe('signing in', () => {
  it('takes any name where the server is for trying', async () => {
    serverSays({ sign_in: 'demo' });
    const claims = {
      sub: 'dev-ann',
      preferred_username: 'ann',
      roles: ['user', 'moderator'],
      exp: Date.now(),
    };
    let wanted: unknown;
    server.use(
      http.post('*/dev/token', async ({ request }) => {
        wanted = await request.json();
        return HttpResponse.json({ access_token: `h.${btoa(JSON.stringify(claims))}.s` });
      }),
    );
    show(<SignInPage />, '/sign-in');
    await userEvent.type(await screen.findByLabelText('Name'), 'ann');
    await userEvent.click(screen.getByLabelText('Moderator'));
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await expect.poll(() => sessionStore.getState().person?.roles).toEqual(['user', 'moderator']);
    expect(wanted).toEqual({ username: 'ann', roles: ['user', 'moderator'] });
  });

  it('leads to the provider where there is one', async () => {
    serverSays({ sign_in: 'oidc', issuer: 'https://id.example', client_id: 'parley', scope: 'openid' });
    show(<SignInPage />, '/sign-in');
    expect(await screen.findByRole('button', { name: 'Sign in with your account' })).toBeEnabled();
  });

  it('says so where none is set up', async () => {
    serverSays({ sign_in: 'none' });
    show(<SignInPage />, '/sign-in');
    expect(await screen.findByText('No sign-in is set up on this server.')).toBeVisible();
  });
});
