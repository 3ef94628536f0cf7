import * as z from 'zod/mini';

/** How one signs in on this server. */
export const signInSchema = z.discriminatedUnion('sign_in', [
  z.object({ sign_in: z.literal('demo') }),
  z.object({ sign_in: z.literal('oidc'), issuer: z.string(), client_id: z.string(), scope: z.string() }),
  z.object({ sign_in: z.literal('none') }),
]);

/** The provider gave a token that this server does not take: one of the two is not set up for the other, or for this name. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

export type SignIn = z.infer<typeof signInSchema>;
export type OidcSignIn = Extract<SignIn, { sign_in: 'oidc' }>;
