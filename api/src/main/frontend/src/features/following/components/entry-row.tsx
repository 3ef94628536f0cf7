import { Link } from 'react-router';
import styles from '@/features/following/components/profile-page.module.css';
import type { Entry } from '@/features/following/types/following';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** Something that somebody did. @param by who, where that is not clear */
export function EntryRow({ entry, by }: { entry: Entry; by?: string | undefined }) {
  const texts = useTexts();
  const language = useLanguage();
  const kinds: Readonly<Record<string, string>> = texts.following.kinds;
  return (
    <li className={styles['entry']}>
      <p>
        {by !== undefined && (
          <>
            <Link to={`/people/${encodeURIComponent(by)}`}>{by}</Link>{' '}
          </>
        )}
        {kinds[entry.kind] ?? entry.kind} <What entry={entry} />
      </p>
      <time dateTime={entry.at}>{moment(entry.at, language)}</time>
    </li>
  );
}

function What({ entry }: { entry: Entry }) {
  if (entry.kind === 'follow' && entry.user != null) {
    const { username } = entry.user;
    return <Link to={`/people/${encodeURIComponent(username)}`}>{username}</Link>;
  }
  const title = entry.title ?? entry.url ?? '';
  if (entry.url == null) return title;
  if (entry.url.startsWith('/')) return <Link to={entry.url}>{title}</Link>;
  return (
    <a href={entry.url} rel="noreferrer noopener">
      {title}
    </a>
  );
}
