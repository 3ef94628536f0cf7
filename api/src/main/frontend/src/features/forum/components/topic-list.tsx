import { Eye, Lock, MessageSquare, Pin } from 'lucide-react';
import { Link } from 'react-router';
import { useCategoryName } from '@/features/forum/api/get-categories';
import { useTopics } from '@/features/forum/api/get-topics';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import styles from '@/features/forum/components/topic-list.module.css';
import { categoryAddress, personAddress, topicAddress } from '@/features/forum/types/addresses';
import type { Topic } from '@/features/forum/types/forum';
import { Button } from '@/components/ui/button';
import { Empty, Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

interface TopicListProps {
  category?: string;
  author?: string;
  /** of their titles */
  heading?: 'h2' | 'h3';
  /** said where there are none */
  empty: string;
}

/** Topics, a page at a time. */
export function TopicList({ category, author, heading = 'h2', empty }: TopicListProps) {
  const { common } = useTexts();
  const topics = useTopics({
    ...(category === undefined ? {} : { category }),
    ...(author === undefined ? {} : { author }),
  });
  if (topics.isPending) return <Loading />;
  if (topics.isError && !topics.isFetchNextPageError) {
    return <ForumFailure error={topics.error} onRetry={() => void topics.refetch()} />;
  }
  const items = topics.data.pages.flatMap((page) => page.items);
  if (items.length === 0 && !topics.hasNextPage) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className={styles['list']}>
        {items.map((topic) => (
          <TopicRow key={topic.id} topic={topic} heading={heading} hasCategory={category === undefined} />
        ))}
      </ul>
      {topics.isFetchNextPageError && (
        <ForumFailure error={topics.error} onRetry={() => void topics.fetchNextPage()} />
      )}
      {topics.hasNextPage && !topics.isFetchNextPageError && (
        <Button
          className={styles['more'] ?? ''}
          disabled={topics.isFetchingNextPage}
          onClick={() => void topics.fetchNextPage()}
        >
          {topics.isFetchingNextPage ? common.loading : common.more}
        </Button>
      )}
    </>
  );
}

interface TopicRowProps {
  topic: Topic;
  heading: 'h2' | 'h3';
  hasCategory: boolean;
}

function TopicRow({ topic, heading: Heading, hasCategory }: TopicRowProps) {
  const { forum } = useTexts();
  const language = useLanguage();
  const nameOf = useCategoryName();
  return (
    <li className={styles['topic']}>
      <div className={styles['what']}>
        <Heading className={styles['title']}>
          {topic.is_pinned && <Pin size={15} role="img" aria-label={forum.pinned} />}
          {topic.is_closed && <Lock size={15} role="img" aria-label={forum.closed} />}
          <Link to={topicAddress(topic)}>{topic.title}</Link>
        </Heading>
        <p className={styles['about']}>
          {forum.by} <Link to={personAddress(topic.author.username)}>{topic.author.username}</Link>
          {hasCategory && (
            <>
              {' '}
              {forum.in} <Link to={categoryAddress(topic.category)}>{nameOf(topic.category)}</Link>
            </>
          )}
          {' · '}
          <time dateTime={topic.updated_at}>{forum.lastPost(moment(topic.updated_at, language))}</time>
        </p>
      </div>
      <p className={styles['counts']}>
        <Count icon={MessageSquare} count={topic.post_count} text={forum.posts(topic.post_count)} />
        <Count icon={Eye} count={topic.view_count} text={forum.views(topic.view_count)} />
      </p>
    </li>
  );
}

function Count({ icon: Icon, count, text }: { icon: typeof Eye; count: number; text: string }) {
  return (
    <span className={styles['count']} title={text}>
      <Icon size={14} aria-hidden />
      <span aria-hidden>{count}</span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
