import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useCategories } from '@/features/forum/api/get-categories';
import styles from '@/features/forum/components/category-page.module.css';
import { CategoryDialog } from '@/features/forum/components/category-dialog';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { NewTopicLink } from '@/features/forum/components/new-topic-link';
import { SearchBox } from '@/features/forum/components/search-box';
import { TopicList } from '@/features/forum/components/topic-list';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Empty, Loading } from '@/components/ui/notice';
import { useHasRole } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** One category with its topics. */
export function CategoryPage() {
  const { forum, problems } = useTexts();
  const { category: slug = '' } = useParams();
  const isAdmin = useHasRole('admin');
  const [isEditing, setIsEditing] = useState(false);
  const categories = useCategories();
  const category = categories.data?.find((each) => each.slug === slug);
  if (category === undefined) {
    return (
      <Page title={forum.title}>
        {categories.isPending && <Loading />}
        {categories.isError && (
          <ForumFailure error={categories.error} onRetry={() => void categories.refetch()} />
        )}
        {categories.isSuccess && <Empty>{problems.rules['unknown-category']}</Empty>}
      </Page>
    );
  }
  return (
    <Page key={slug} title={category.name} actions={<NewTopicLink category={slug} />}>
      <div className={styles['about']}>
        <Link to="/forum">{forum.title}</Link>
        <p>{category.description}</p>
        {isAdmin && (
          <Button size="small" onClick={() => setIsEditing(true)}>
            {forum.category.edit}
          </Button>
        )}
      </div>
      <SearchBox among={{ category: slug }} />
      <TopicList category={slug} empty={forum.noTopics} />
      {isEditing && <CategoryDialog category={category} onClose={() => setIsEditing(false)} />}
    </Page>
  );
}
