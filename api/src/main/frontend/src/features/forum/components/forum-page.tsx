import { CategoryList } from '@/features/forum/components/category-list';
import styles from '@/features/forum/components/forum-page.module.css';
import { NewTopicLink } from '@/features/forum/components/new-topic-link';
import { SearchBox } from '@/features/forum/components/search-box';
import { TopicList } from '@/features/forum/components/topic-list';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { useCategories } from '@/features/forum/api/get-categories';
import { Page } from '@/components/layout/page';
import { useTexts } from '@/lib/texts/texts';

/** Where the forum begins: its categories, and what was written last. */
export function ForumPage() {
  const { forum } = useTexts();
  const categories = useCategories();
  if (categories.isError) {
    return (
      <Page title={forum.title}>
        <ForumFailure error={categories.error} onRetry={() => void categories.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={forum.title} actions={<NewTopicLink />}>
      <SearchBox />
      <section className={styles['section']}>
        <h2>{forum.categories}</h2>
        <CategoryList />
      </section>
      <section className={styles['section']}>
        <h2>{forum.latest}</h2>
        <TopicList heading="h3" empty={forum.noTopics} />
      </section>
    </Page>
  );
}
