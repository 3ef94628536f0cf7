import { Lock, Pin } from 'lucide-react';
import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCategoryName } from '@/features/forum/api/get-categories';
import { readPages, startOf, useTopic } from '@/features/forum/api/get-topic';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { goToPost } from '@/features/forum/components/post';
import { TopicMenu } from '@/features/forum/components/topic-menu';
import { TopicPosts } from '@/features/forum/components/topic-posts';
import styles from '@/features/forum/components/topic-page.module.css';
import { useHeldBack } from '@/features/forum/hooks/use-held-back';
import { categoryAddress, personAddress, topicAddress } from '@/features/forum/types/addresses';
import type { Topic } from '@/features/forum/types/forum';
import { Page } from '@/components/layout/page';
import { Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** A topic with its posts; the address may name one of them by its number. */
export function TopicPage() {
  const { topicId = '' } = useParams();
  return <OneTopic key={topicId} topicId={topicId} />;
}

function OneTopic({ topicId }: { topicId: string }) {
  const { forum } = useTexts();
  const [parameters] = useSearchParams();
  const named = readNumber(parameters.get('post'));
  const start = startOf(named ?? 1);
  const pages = useTopic(topicId, start);
  const { topic, posts } = readPages(pages.data?.pages ?? []);
  const held = useHeldBack(posts, start, named ?? 0);
  const isThere = topic !== undefined;
  useEffect(() => {
    if (named !== undefined && isThere) goToPost(named);
  }, [named, isThere]);
  if (topic === undefined) {
    return (
      <Page title={forum.title}>
        {pages.isPending && <Loading />}
        {pages.isError && <ForumFailure error={pages.error} onRetry={() => void pages.refetch()} />}
      </Page>
    );
  }
  return (
    <Page title={topic.title}>
      <About topic={topic} last={pages.hasNextPage ? topic.post_count : (posts.at(-1)?.number ?? 1)} />
      <TopicPosts topic={topic} held={held} pages={pages} />
    </Page>
  );
}

/** @param last number of the last post, or nearly */
function About({ topic, last }: { topic: Topic; last: number }) {
  const { forum } = useTexts();
  const language = useLanguage();
  const nameOf = useCategoryName();
  return (
    <div className={styles['about']}>
      <TopicMenu topic={topic} />
      <p>
        <Link to="/forum">{forum.title}</Link>
        {' / '}
        <Link to={categoryAddress(topic.category)}>{nameOf(topic.category)}</Link>
      </p>
      <p>
        {topic.is_pinned && (
          <span className={styles['state']}>
            <Pin size={14} aria-hidden />
            {forum.pinned}
          </span>
        )}
        {topic.is_closed && (
          <span className={styles['state']}>
            <Lock size={14} aria-hidden />
            {forum.closed}
          </span>
        )}
        {forum.startedAt(moment(topic.created_at, language))} {forum.by}{' '}
        <Link to={personAddress(topic.author.username)}>{topic.author.username}</Link>
        {` · ${forum.posts(topic.post_count)} · ${forum.views(topic.view_count)}`}
        {last > 1 && (
          <>
            {' · '}
            <Link to={topicAddress(topic, last)}>{forum.toEnd}</Link>
          </>
        )}
      </p>
    </div>
  );
}

function readNumber(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
