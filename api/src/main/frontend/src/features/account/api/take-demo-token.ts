import { useMutation } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { post } from '@/lib/api/client';
import { sessionStore } from '@/lib/session/session-store';
import type { Role } from '@/lib/session/token';

const tokenSchema = z.object({ access_token: z.string() });

interface Wanted {
  username: string;
  roles: Role[];
}

/** Signs in under any name, where the server gives demo tokens. */
export function useTakeDemoToken() {
  return useMutation({
    mutationFn: (body: Wanted) => post('/dev/token', { body, answer: tokenSchema }),
    onSuccess: (token) => sessionStore.getState().signIn(token.access_token),
  });
}
