import styles from '@/features/forum/components/search-page.module.css';
import { useTexts } from '@/lib/texts/texts';

/** What one can write to find less, or more. */
export function SearchHelp() {
  const { forum } = useTexts();
  return (
    <details className={styles['help']}>
      <summary>{forum.search.operators}</summary>
      <dl className={styles['operators']}>
        {forum.search.operatorList.map(([operator, meaning]) => (
          <div key={operator}>
            <dt>
              <code>{operator}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
