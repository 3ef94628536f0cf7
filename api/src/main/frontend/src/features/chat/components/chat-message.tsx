import { memo } from 'react';
import { Link } from 'react-router';
import styles from '@/features/chat/components/chat-message.module.css';
import { LineMenu } from '@/features/chat/components/line-menu';
import type { Line } from '@/features/chat/types/chat';
import { day, daysAgo, timeOfDay } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

interface ChatMessageProps {
  line: Line;
  /** of several by one person */
  isFirst: boolean;
  newDay: boolean;
}

/** One line as it is in the room. */
export const ChatMessage = memo(function ChatMessage({ line, isFirst, newDay }: ChatMessageProps) {
  const { chat } = useTexts();
  const language = useLanguage();
  const me = useMe();
  const name = line.user.username;
  const shown = name === '' ? chat.erased : name;
  return (
    <>
      {newDay && <DayHeading instant={line.created_at} />}
      <article
        className={styles['message']}
        data-first={isFirst || undefined}
        data-own={line.user.id === me.id || undefined}
      >
        <time className={styles['time']} dateTime={line.created_at}>
          {timeOfDay(line.created_at, language)}
        </time>
        <div className={styles['body']}>
          {isFirst ? <Name name={name} /> : <span className="visually-hidden">{shown}: </span>}
          <p className={styles['text']}>
            <Content line={line} />
          </p>
        </div>
        {name !== '' && <LineMenu line={line} />}
      </article>
    </>
  );
});

/** @param name empty of somebody who was erased, and has no page */
function Name({ name }: { name: string }) {
  const { chat } = useTexts();
  if (name === '') return <span className={styles['name']}>{chat.erased}</span>;
  return (
    <Link to={`/people/${encodeURIComponent(name)}`} className={styles['name']}>
      {name}
    </Link>
  );
}

function Content({ line }: { line: Line }) {
  const { chat } = useTexts();
  if (line.is_deleted) {
    const by = line.deleted_by?.username;
    return (
      <>
        {line.content !== '' && <s>{line.content} </s>}
        <em className={styles['gone']}>
          {by === undefined || by === line.user.username ? chat.deleted : chat.deletedBy(by)}
        </em>
      </>
    );
  }
  if (line.is_hidden === true) return <em className={styles['gone']}>{chat.held}</em>;
  return line.content;
}

function DayHeading({ instant }: { instant: string }) {
  const { common } = useTexts();
  const language = useLanguage();
  const days = daysAgo(instant);
  const text = days === 0 ? common.today : days === 1 ? common.yesterday : day(instant, language);
  return (
    <h2 className={styles['day']}>
      <span>{text}</span>
    </h2>
  );
}
