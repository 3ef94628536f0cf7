import { createStore, useStore } from 'zustand';
import { type Person, readToken, type Role } from '@/lib/session/token';

/** Kept for one window: two windows may be two people. */
const KEY = 'parley.token';

interface Session {
  token: string | undefined;
  person: Person | undefined;
  /** whether the token ran out or was refused, rather than given back */
  expired: boolean;
  /** @returns whether it is a token of somebody. Whether it is still good, the server alone knows */
  signIn: (token: string) => boolean;
  signOut: () => void;
  expire: () => void;
}

export const sessionStore = createStore<Session>()((set) => {
  const leave = (expired: boolean) => {
    sessionStorage.removeItem(KEY);
    set({ token: undefined, person: undefined, expired });
  };
  return {
    ...remembered(),
    expired: false,
    signIn: (token) => {
      const person = readToken(token)?.person;
      if (person === undefined) return false;
      sessionStorage.setItem(KEY, token);
      set({ token, person, expired: false });
      return true;
    },
    signOut: () => leave(false),
    expire: () => leave(true),
  };
});

function remembered(): Pick<Session, 'token' | 'person'> {
  const token = sessionStorage.getItem(KEY) ?? undefined;
  const person = token === undefined ? undefined : readToken(token)?.person;
  return person === undefined ? { token: undefined, person } : { token, person };
}

export function useSession<T>(select: (session: Session) => T): T {
  return useStore(sessionStore, select);
}

/** The one who is signed in. Pages behind the sign-in have one. */
export function useMe(): Person {
  const person = useSession((session) => session.person);
  if (person === undefined) throw new Error('Nobody is signed in');
  return person;
}

export function useHasRole(...roles: Role[]): boolean {
  return useSession((session) => roles.some((role) => session.person?.roles.includes(role) ?? false));
}
