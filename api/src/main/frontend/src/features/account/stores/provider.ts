import { type OidcSignIn, signInSchema } from '@/features/account/types/sign-in';

const KEY = 'parley.provider';

/** Where the one who is signed in has signed in; undefined where that was not at a provider. Kept for one window. */
export function provider(): OidcSignIn | undefined {
  const kept = sessionStorage.getItem(KEY);
  const read = kept === null ? undefined : signInSchema.safeParse(JSON.parse(kept)).data;
  return read?.sign_in === 'oidc' ? read : undefined;
}

export function rememberProvider(signIn: OidcSignIn): void {
  sessionStorage.setItem(KEY, JSON.stringify(signIn));
}

export function forgetProvider(): void {
  sessionStorage.removeItem(KEY);
}
