import * as z from 'zod/mini';

/** A page of a list: `next` leads to the next one. */
export function pageOf<T extends z.ZodMiniType>(item: T) {
  return z.object({ items: z.array(item), next: z.optional(z.nullable(z.string())) });
}
