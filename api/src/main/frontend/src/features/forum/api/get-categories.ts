import { useQuery } from '@tanstack/react-query';
import { categoriesSchema } from '@/features/forum/types/forum';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

export const categoriesKey = [...FORUM, 'categories'] as const;

export function useCategories() {
  return useQuery({
    queryKey: categoriesKey,
    queryFn: ({ signal }) => get('/api/forum/categories', { answer: categoriesSchema, signal }),
    select: (page) => page.items,
  });
}

/** What a category is called; its slug until that is known. */
export function useCategoryName(): (slug: string) => string {
  const { data } = useCategories();
  return (slug) => data?.find((category) => category.slug === slug)?.name ?? slug;
}
