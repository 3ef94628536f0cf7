import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/timeline-page.module.css';
import type { PastMember, PastRoom, PastTopic } from '@/features/moderation/types/past-page';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

export function PastRoomView({ page }: { page: PastRoom }) {
  const { moderation } = useStaffTexts();
  if (page.items.length === 0) return <p className={styles['soft']}>{moderation.history.pageEmpty}</p>;
  return (
    <ol className={styles['lines']}>
      {page.items.map((line) => (
        <li key={line.id}>
          <Said
            name={line.user.username}
            at={line.created_at}
            content={line.content}
            deleted={line.is_deleted}
          />
        </li>
      ))}
    </ol>
  );
}

export function PastTopicView({ page }: { page: PastTopic }) {
  const { moderation } = useStaffTexts();
  const texts = moderation.history;
  return (
    <>
      <h3>{page.topic.title}</h3>
      <p className={styles['controls']}>
        <Badge>{page.topic.category}</Badge>
        {page.topic.is_closed && <Badge>{texts.closed}</Badge>}
        {page.topic.is_pinned && <Badge>{texts.pinned}</Badge>}
      </p>
      <ol className={styles['lines']}>
        {page.posts.items.map((post) => (
          <li key={post.id}>
            <Said
              name={post.author.username}
              at={post.created_at}
              content={post.content}
              deleted={post.is_deleted}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

export function PastMemberView({ page }: { page: PastMember }) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  return (
    <p>
      <strong>{page.username}</strong>{' '}
      <span className={styles['soft']}>{moderation.history.joined(moment(page.joined_at, language))}</span>
    </p>
  );
}

interface SaidProps {
  name: string;
  at: string;
  content: string | null | undefined;
  deleted?: boolean;
}

/** What somebody wrote. */
export function Said({ name, at, content, deleted = false }: SaidProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  return (
    <>
      <strong>{name}</strong> <time className={styles['soft']}>{moment(at, language)}</time>{' '}
      {deleted && <Badge tone="danger">{moderation.history.deleted}</Badge>}
      <p className={styles['said']}>{deleted ? <del>{content}</del> : content}</p>
    </>
  );
}
