import { forgetProvider, provider } from '@/features/account/stores/provider';
import { sessionStore } from '@/lib/session/session-store';

/** Gives the token back, and ends the session at the provider: on a machine that others use, too, the next one is nobody. */
export async function signOut(): Promise<void> {
  const signedInAt = provider();
  forgetProvider();
  sessionStore.getState().signOut();
  if (signedInAt === undefined) return;
  const { signOutThere } = await import('@/features/account/api/oidc');
  await signOutThere(signedInAt);
}
