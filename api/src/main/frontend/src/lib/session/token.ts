import * as z from 'zod/mini';

export const ROLES = ['user', 'moderator', 'analyst', 'admin', 'service'] as const;
export type Role = (typeof ROLES)[number];

const claimsSchema = z.object({
  sub: z.string(),
  preferred_username: z.string(),
  roles: z._default(z.array(z.string()), []),
  exp: z.number(),
  iat: z.optional(z.number()),
});

/** Whose token it is. The server alone decides whether it is good; here it only says what to show. */
export interface Person {
  id: string;
  username: string;
  roles: readonly Role[];
}

export interface ReadToken {
  person: Person;
  /** milliseconds from its making to its end; undefined where it does not say. No instant: clocks may differ */
  lifetime: number | undefined;
}

/** @returns undefined where it is no JWT with our claims */
export function readToken(token: string): ReadToken | undefined {
  const claims = claimsSchema.safeParse(payload(token));
  if (!claims.success) return undefined;
  const { sub, preferred_username: username, roles, exp, iat } = claims.data;
  const known = ROLES.filter((role) => roles.includes(role));
  const lifetime = iat === undefined ? undefined : (exp - iat) * 1000;
  return { person: { id: sub, username, roles: known }, lifetime };
}

function payload(token: string): unknown {
  try {
    const base64 = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
