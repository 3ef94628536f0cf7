import { useRef } from 'react';
import { readPages, type useTopic } from '@/features/forum/api/get-topic';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { NewPosts } from '@/features/forum/components/new-posts';
import { Post } from '@/features/forum/components/post';
import { Reply } from '@/features/forum/components/reply';
import styles from '@/features/forum/components/topic-page.module.css';
import type { HeldBack } from '@/features/forum/hooks/use-held-back';
import type { Topic } from '@/features/forum/types/forum';
import { append, quote } from '@/features/forum/types/quote';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { draftKey, readDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

interface TopicPostsProps {
  topic: Topic;
  held: HeldBack;
  pages: ReturnType<typeof useTopic>;
}

/** The posts that were read so far, what leads to the others, and where one answers. */
export function TopicPosts({ topic, held, pages }: TopicPostsProps) {
  const { forum } = useTexts();
  const me = useMe();
  const field = useRef<HTMLTextAreaElement>(null);
  const add = (text: string) => {
    const key = draftKey(me.id, topic.id);
    writeDraft(key, append(readDraft(key), text));
    field.current?.scrollIntoView({ block: 'center' });
    field.current?.focus({ preventScroll: true });
  };
  const later = async () => {
    const { data } = await pages.fetchNextPage();
    held.showUpTo(readPages(data?.pages ?? []).posts.at(-1)?.number ?? 0);
  };
  return (
    <>
      <div className={styles['posts']}>
        {pages.hasPreviousPage && (
          <More
            text={forum.earlier}
            isPending={pages.isFetchingPreviousPage}
            onMore={() => void pages.fetchPreviousPage()}
          />
        )}
        {held.shown.map((post) => (
          <Post
            key={post.id}
            topic={topic}
            post={post}
            onReply={({ author }) => add(`@${author.username} `)}
            onQuote={({ author, content }) => add(quote(author.username, content ?? ''))}
          />
        ))}
        {pages.isError && <ForumFailure error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.hasNextPage && (
          <More text={forum.later} isPending={pages.isFetchingNextPage} onMore={() => void later()} />
        )}
        <NewPosts held={held} />
      </div>
      {topic.is_closed ? <Notice>{forum.closedHint}</Notice> : <Reply topic={topic} field={field} />}
    </>
  );
}

function More({ text, isPending, onMore }: { text: string; isPending: boolean; onMore: () => void }) {
  const { common } = useTexts();
  return (
    <Button className={styles['more'] ?? ''} disabled={isPending} onClick={onMore}>
      {isPending ? common.loading : text}
    </Button>
  );
}
