import { useState } from 'react';
import { Link } from 'react-router';
import { useCategories } from '@/features/forum/api/get-categories';
import { CategoryDialog } from '@/features/forum/components/category-dialog';
import styles from '@/features/forum/components/category-list.module.css';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { categoryAddress } from '@/features/forum/types/addresses';
import { Button } from '@/components/ui/button';
import { Loading } from '@/components/ui/notice';
import { useHasRole } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** All categories; an admin opens new ones. */
export function CategoryList() {
  const { forum } = useTexts();
  const isAdmin = useHasRole('admin');
  const [isOpening, setIsOpening] = useState(false);
  const categories = useCategories();
  if (categories.isPending) return <Loading />;
  if (categories.isError) {
    return <ForumFailure error={categories.error} onRetry={() => void categories.refetch()} />;
  }
  return (
    <>
      <ul className={styles['list']}>
        {categories.data.map((category) => (
          <li key={category.slug}>
            <Link to={categoryAddress(category.slug)} className={styles['category']}>
              <span className={styles['name']}>{category.name}</span>
              <span className={styles['description']}>{category.description}</span>
            </Link>
          </li>
        ))}
      </ul>
      {isAdmin && (
        <Button size="small" className={styles['new'] ?? ''} onClick={() => setIsOpening(true)}>
          {forum.category.new}
        </Button>
      )}
      {isOpening && <CategoryDialog onClose={() => setIsOpening(false)} />}
    </>
  );
}
