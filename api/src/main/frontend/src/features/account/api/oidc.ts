import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { OidcSignIn } from '@/features/account/types/sign-in';
import { sessionStore } from '@/lib/session/session-store';

/** Signing in at the site's own identity provider: authorization code with PKCE. */
function manager({ issuer, client_id, scope }: OidcSignIn): UserManager {
  return new UserManager({
    authority: issuer,
    client_id,
    scope,
    redirect_uri: `${window.location.origin}/signed-in`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    // it would need a frame of the provider's, which the page's policy forbids; a refresh token does not
    automaticSilentRenew: false,
  });
}

/** Leaves for the provider. @param to where to go afterwards */
export async function leaveForProvider(signIn: OidcSignIn, to: string): Promise<void> {
  await manager(signIn).signinRedirect({ state: { to } });
}

/** Comes back from the provider. @returns where to go now; rejects where signing in did not work */
export async function comeBack(signIn: OidcSignIn): Promise<string> {
  const user = await manager(signIn).signinCallback();
  if (user === undefined || !sessionStore.getState().signIn(user.access_token)) {
    throw new Error('The provider gave no token of ours');
  }
  const { to } = (user.state ?? {}) as { to?: string };
  return to?.startsWith('/') === true ? to : '/';
}
