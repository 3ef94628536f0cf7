import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { SignedInPage } from '@/features/account/components/signed-in-page';
import { sessionStore } from '@/lib/session/session-store';
import { token } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const ISSUER = 'https://id.example';

function cameBackWith(query: string) {
  window.history.replaceState({}, '', `/signed-in?${query}`);
  show(<SignedInPage />, '/signed-in');
}

/** What was kept when the page left for the provider. */
function leftFor(to: string) {
  const kept = { id: 's1', authority: ISSUER, client_id: 'parley', scope: 'openid', data: { to } };
  const about = { created: 0, request_type: 'si:r', redirect_uri: `${window.location.origin}/signed-in` };
  localStorage.setItem('oidc.s1', JSON.stringify({ ...kept, ...about, code_verifier: 'v' }));
}

describe('coming back from the provider', () => {
  beforeEach(() => {
    sessionStorage.clear();
    const endpoints = { issuer: ISSUER, token_endpoint: `${ISSUER}/token` };
    const tokens = {
      access_token: token('ann', { exp: 2 }),
      token_type: 'Bearer',
      id_token: token('ann', {}),
    };
    server.use(
      http.get('*/api/client', () =>
        HttpResponse.json({ sign_in: 'oidc', issuer: ISSUER, client_id: 'parley', scope: 'openid' }),
      ),
      http.get(`${ISSUER}/.well-known/openid-configuration`, () => HttpResponse.json(endpoints)),
      http.post(`${ISSUER}/token`, () => HttpResponse.json(tokens)),
      http.get('*/api/settings', () => HttpResponse.json({})),
    );
  });

  it('signs in', async () => {
    leftFor('/chat/r1');
    cameBackWith('code=c&state=s1');
    await expect.poll(() => sessionStore.getState().person?.username).toBe('ann');
  });

  it('says so where the server does not take the token', async () => {
    server.use(http.get('*/api/settings', () => problem('invalid-token', 401)));
    leftFor('/');
    cameBackWith('code=c&state=s1');
    expect(await screen.findByText(/cannot take your account/)).toBeVisible();
    expect(sessionStore.getState().person).toBeUndefined();
  });

  it.each(['code=c&state=another', 'error=access_denied&state=s1', ''])(
    'is refused where it did not begin here, or was denied: %s',
    async (query) => {
      leftFor('/');
      cameBackWith(query);
      expect(await screen.findByText(/did not work/)).toBeVisible();
    },
  );
});
