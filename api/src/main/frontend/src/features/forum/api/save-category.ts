import { useMutation, useQueryClient } from '@tanstack/react-query';
import { categoriesKey } from '@/features/forum/api/get-categories';
import type { Category } from '@/features/forum/types/forum';
import { nothing, patch } from '@/lib/api/client';
import { usePost } from '@/lib/api/use-post';

interface Saved {
  category: Category;
  isNew: boolean;
}

/** Opens a category, or changes all but its slug: by an admin. */
export function useSaveCategory() {
  const send = usePost();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ category, isNew }: Saved) => {
      const { slug, ...body } = category;
      return isNew
        ? send('/api/forum/categories', { body: category, answer: nothing })
        : patch('/api/forum/categories/{slug}', { path: { slug }, body, answer: nothing });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: categoriesKey }),
  });
}
