import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { renew } from '@/features/account/api/oidc';
import { forgetProvider, rememberProvider } from '@/features/account/stores/provider';
import { NoAnswer } from '@/lib/api/problem';
import { server } from '@/testing/server';

const ISSUER = 'https://id.example';
const SIGN_IN = { sign_in: 'oidc', issuer: ISSUER, client_id: 'parley', scope: 'openid' } as const;

function signedIn(tokens: object) {
  rememberProvider(SIGN_IN);
  const user = { access_token: 'first', token_type: 'Bearer', profile: { sub: 'u1' }, ...tokens };
  sessionStorage.setItem(`oidc.user:${ISSUER}:parley`, JSON.stringify(user));
}

describe('the next token', () => {
  beforeEach(() => {
    sessionStorage.clear();
    const endpoints = { issuer: ISSUER, token_endpoint: `${ISSUER}/token` };
    server.use(http.get(`${ISSUER}/.well-known/openid-configuration`, () => HttpResponse.json(endpoints)));
  });

  it('comes for the refresh token, and the one after it for the refresh token that came along', async () => {
    signedIn({ refresh_token: 'r1' });
    const asked: (string | null)[] = [];
    server.use(
      http.post(`${ISSUER}/token`, async ({ request }) => {
        asked.push(new URLSearchParams(await request.text()).get('refresh_token'));
        const answer = { access_token: `t${asked.length}`, refresh_token: 'r2', token_type: 'Bearer' };
        return HttpResponse.json(answer);
      }),
    );
    expect([await renew(), await renew()]).toEqual(['t1', 't2']);
    expect(asked).toEqual(['r1', 'r2']);
  });

  it('is none where the provider gives none any more', async () => {
    signedIn({ refresh_token: 'r1' });
    server.use(
      http.post(`${ISSUER}/token`, () => HttpResponse.json({ error: 'invalid_grant' }, { status: 400 })),
    );
    expect(await renew()).toBeUndefined();
  });

  it('is none without a refresh token, nor without a provider', async () => {
    signedIn({});
    expect(await renew()).toBeUndefined();
    forgetProvider();
    expect(await renew()).toBeUndefined();
  });

  it('is still to come while the provider is away', async () => {
    signedIn({ refresh_token: 'r1' });
    server.use(http.post(`${ISSUER}/token`, () => HttpResponse.error()));
    await expect(renew()).rejects.toBeInstanceOf(NoAnswer);
  });
});
