import { useCallback, useRef } from 'react';
import { post } from '@/lib/api/client';
import { isDecided } from '@/lib/api/problem';
import { newId } from '@/lib/ids';

/**
 * As `post`, for forms. Of a request without an answer nobody knows whether it was carried out: the same again has the
 * same `Idempotency-Key`, so that it is carried out once. What was decided, or says something else, is a new one.
 */
export function usePost(): typeof post {
  const undecided = useRef<{ request: string; key: string }>(undefined);
  return useCallback<typeof post>(async (path, options) => {
    const request = JSON.stringify([path, options.path, options.body]);
    const key = undecided.current?.request === request ? undecided.current.key : newId();
    undecided.current = { request, key };
    try {
      const answer = await post(path, { ...options, key });
      undecided.current = undefined;
      return answer;
    } catch (error) {
      if (isDecided(error)) undecided.current = undefined;
      throw error;
    }
  }, []);
}
