import * as z from 'zod/mini';
import { pageOf } from '@/types/page';
import { personSchema } from '@/types/person';

const foundSchema = z.object({
  topic: z.object({ id: z.string(), title: z.string(), slug: z.string(), category: z.string() }),
  post: z.object({ id: z.string(), number: z.number() }),
  author: personSchema,
  created_at: z.string(),
  title_html: z.string(),
  snippet_html: z.string(),
});

const facetsSchema = z.object({
  categories: z.array(z.object({ category: z.string(), count: z.number() })),
  authors: z.array(z.object({ author: personSchema, count: z.number() })),
});

export const searchSchema = z.object({
  items: z.array(foundSchema),
  facets: facetsSchema,
  total: z.object({ value: z.number(), exact: z.boolean() }),
  next: z.nullish(z.string()),
});

const suggestionSchema = z.object({
  id: z.string(),
  title: z.string(),
  slug: z.string(),
  category: z.string(),
});

export const suggestionsSchema = pageOf(suggestionSchema);

export type Found = z.infer<typeof foundSchema>;
export type Facets = z.infer<typeof facetsSchema>;
export type SearchAnswer = z.infer<typeof searchSchema>;
export type Suggestion = z.infer<typeof suggestionSchema>;

export const SORTS = ['relevance', 'date'] as const;
export type Sort = (typeof SORTS)[number];

/** What is looked for; empty where nothing is asked. `before` and `after` are days. */
export interface Wanted {
  q: string;
  category: string;
  author: string;
  before: string;
  after: string;
  sort: Sort;
}

export function readWanted(parameters: URLSearchParams): Wanted {
  const field = (name: string) => parameters.get(name) ?? '';
  return {
    q: field('q'),
    category: field('category'),
    author: field('author'),
    before: field('before'),
    after: field('after'),
    sort: field('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The address that asks for it. */
export function searchAddress(wanted: Partial<Wanted>): string {
  const parameters = new URLSearchParams();
  Object.entries(wanted)
    .filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'relevance'))
    .forEach(([name, value]) => parameters.set(name, value));
  return `/forum/search?${parameters.toString()}`;
}
