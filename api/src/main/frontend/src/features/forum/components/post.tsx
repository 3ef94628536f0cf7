import { Quote, Reply } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { PostBody } from '@/features/forum/components/post-body';
import { isBegun, PostEditing } from '@/features/forum/components/post-editing';
import { PostEmbeds } from '@/features/forum/components/post-embeds';
import { PostMenu } from '@/features/forum/components/post-menu';
import { PostReactions } from '@/features/forum/components/post-reactions';
import styles from '@/features/forum/components/post.module.css';
import { personAddress, topicAddress } from '@/features/forum/types/addresses';
import type { Post as PostOfTopic, Topic } from '@/features/forum/types/forum';
import { Button } from '@/components/ui/button';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

interface PostProps {
  topic: Topic;
  post: PostOfTopic;
  onReply: (post: PostOfTopic) => void;
  onQuote: (post: PostOfTopic) => void;
}

/** One post. Of one that was deleted only its place is there. */
export function Post({ topic, post, onReply, onQuote }: PostProps) {
  const { forum } = useTexts();
  const me = useMe();
  const [isEditing, setIsEditing] = useState(() => isBegun(me.id, post.id));
  const name = `${forum.post.at(post.number)} ${forum.by} ${post.author.username}`;
  return (
    <article id={postId(post.number)} tabIndex={-1} className={styles['post']} aria-label={name}>
      <PostHead topic={topic} post={post} onEdit={() => setIsEditing(true)} />
      {post.is_deleted && <p className={styles['gone']}>{forum.post.deleted}</p>}
      {!post.is_deleted && isEditing && (
        <PostEditing topicId={topic.id} post={post} onClose={() => setIsEditing(false)} />
      )}
      {!post.is_deleted && !isEditing && (
        <>
          <PostBody html={post.html ?? ''} />
          <PostEmbeds embeds={post.embeds} />
          <footer className={styles['foot']}>
            <PostReactions topicId={topic.id} post={post} isClosed={topic.is_closed} />
            {!topic.is_closed && <Answering onReply={() => onReply(post)} onQuote={() => onQuote(post)} />}
          </footer>
        </>
      )}
    </article>
  );
}

/** Of the element that shows the post with this number. */
export function postId(number: number): string {
  return `post-${String(number)}`;
}

/** Brings a post into sight, and the focus to it. */
export function goToPost(number: number): void {
  const post = document.getElementById(postId(number));
  post?.scrollIntoView({ block: 'start' });
  post?.focus({ preventScroll: true });
}

function PostHead({ topic, post, onEdit }: { topic: Topic; post: PostOfTopic; onEdit: () => void }) {
  const { forum } = useTexts();
  const language = useLanguage();
  const name = post.author.username;
  return (
    <header className={styles['head']}>
      <Link to={personAddress(name)} className={styles['author']}>
        {name}
      </Link>
      {post.number === 1 && <span className={styles['starter']}>{forum.post.starter}</span>}
      <Link to={topicAddress(topic, post.number)} className={styles['when']} replace>
        <time dateTime={post.created_at}>{moment(post.created_at, language)}</time>
        <span aria-hidden> · #{post.number}</span>
        <span className="visually-hidden">, {forum.post.at(post.number)}</span>
      </Link>
      {post.edited_at != null && (
        <span className={styles['when']} title={forum.post.editedAt(moment(post.edited_at, language))}>
          {forum.post.edited}
        </span>
      )}
      <span className={styles['menu']}>
        {!post.is_deleted && <PostMenu topic={topic} post={post} onEdit={onEdit} />}
      </span>
    </header>
  );
}

function Answering({ onReply, onQuote }: { onReply: () => void; onQuote: () => void }) {
  const { forum } = useTexts();
  return (
    <span className={styles['answering']}>
      <Button look="quiet" size="small" onClick={onQuote}>
        <Quote size={15} aria-hidden />
        {forum.reply.quote}
      </Button>
      <Button look="quiet" size="small" onClick={onReply}>
        <Reply size={15} aria-hidden />
        {forum.reply.to}
      </Button>
    </span>
  );
}
