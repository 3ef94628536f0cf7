import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { suggestionsSchema } from '@/features/forum/types/search';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

const MOST = 8;
const MIN_CHARACTERS = 2;

/** Titles that somebody may be about to type. There are none while the index is away. */
export function useSuggestions(q: string) {
  return useQuery({
    queryKey: [...FORUM, 'suggestions', q],
    queryFn: ({ signal }) =>
      get('/api/forum/suggest', { query: { q, limit: MOST }, answer: suggestionsSchema, signal }),
    enabled: q.length >= MIN_CHARACTERS,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
