import { ErrorResponse, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { provider, rememberProvider } from '@/features/account/stores/provider';
import { NotTaken, type OidcSignIn } from '@/features/account/types/sign-in';
import { NoAnswer } from '@/lib/api/problem';
import { sessionStore } from '@/lib/session/session-store';

const UNAUTHORIZED = 401;
/** After that the provider counts as away. */
const PATIENCE_S = 10;

/** Signing in at the site's own identity provider: authorization code with PKCE. */
function manager({ issuer, client_id, scope }: OidcSignIn): UserManager {
  return new UserManager({
    authority: issuer,
    client_id,
    scope,
    redirect_uri: `${window.location.origin}/signed-in`,
    post_logout_redirect_uri: `${window.location.origin}/sign-in`,
    response_type: 'code',
    requestTimeoutInSeconds: PATIENCE_S,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    // it would go by this machine's clock, and use a frame that the page's policy forbids: see renew
    automaticSilentRenew: false,
  });
}

/** Leaves for the provider. @param to where to go afterwards */
export async function leaveForProvider(signIn: OidcSignIn, to: string): Promise<void> {
  const there = manager(signIn);
  await there.clearStaleState();
  await there.signinRedirect({ state: { to } });
}

/** Comes back from the provider. @returns where to go now; rejects where signing in did not work */
export async function comeBack(signIn: OidcSignIn): Promise<string> {
  const user = await manager(signIn).signinCallback();
  if (user === undefined) throw new Error('The provider gave no token');
  if (!(await isTaken(user.access_token)) || !sessionStore.getState().signIn(user.access_token)) {
    throw new NotTaken();
  }
  rememberProvider(signIn);
  const { to } = (user.state ?? {}) as { to?: string };
  return isOurs(to) ? to : '/';
}

async function isTaken(token: string): Promise<boolean> {
  const answer = await fetch('/api/settings', { headers: { Authorization: `Bearer ${token}` } });
  return answer.status !== UNAUTHORIZED;
}

/** An address of this server, and not one of another that begins with two slashes. */
function isOurs(to: string | undefined): to is string {
  return to !== undefined && /^\/(?![/\\])/.test(to);
}

/** The next token by the refresh token that came with the last one. See {@link Renew} */
export async function renew(): Promise<string | undefined> {
  const signIn = provider();
  if (signIn === undefined) return undefined;
  const there = manager(signIn);
  const user = await there.getUser();
  // without a refresh token a frame of the provider's would be opened
  if (user?.refresh_token === undefined) return undefined;
  try {
    return (await there.signinSilent())?.access_token;
  } catch (error) {
    if (error instanceof ErrorResponse) return undefined;
    throw new NoAnswer('The provider does not answer', { cause: error });
  }
}

/** Ends the session at the provider too, and comes back; stays here where it does not offer that. */
export async function signOutThere(signIn: OidcSignIn): Promise<void> {
  const there = manager(signIn);
  await there.signoutRedirect().catch(() => there.removeUser());
}
