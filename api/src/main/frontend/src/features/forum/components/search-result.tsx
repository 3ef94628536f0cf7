import { Link } from 'react-router';
import { useCategoryName } from '@/features/forum/api/get-categories';
import { Marked } from '@/features/forum/components/marked';
import styles from '@/features/forum/components/search-page.module.css';
import { categoryAddress, personAddress, topicAddress } from '@/features/forum/types/addresses';
import type { Found } from '@/features/forum/types/search';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** A post that was found, with what was looked for marked. */
export function SearchResult({ found }: { found: Found }) {
  const { forum } = useTexts();
  const language = useLanguage();
  const nameOf = useCategoryName();
  const name = found.author.username;
  return (
    <li className={styles['result']}>
      <h2 className={styles['title']}>
        <Link to={topicAddress(found.topic, found.post.number)}>
          <Marked html={found.title_html} />
        </Link>
      </h2>
      <p className={styles['snippet']}>
        <Marked html={found.snippet_html} />
      </p>
      <p className={styles['about']}>
        {forum.by} <Link to={personAddress(name)}>{name}</Link> {forum.in}{' '}
        <Link to={categoryAddress(found.topic.category)}>{nameOf(found.topic.category)}</Link>
        {' · '}
        <time dateTime={found.created_at}>{moment(found.created_at, language)}</time>
        {` · ${forum.post.at(found.post.number)}`}
      </p>
    </li>
  );
}
