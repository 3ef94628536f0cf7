import { Badge } from '@/components/ui/badge';
import styles from '@/features/analytics/components/operations.module.css';
import type { Comparison } from '@/features/analytics/types/projection';
import { count } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** How a version compared with the one that was read, store by store, and which documents differ. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { analytics, common } = useStaffTexts();
  const language = useLanguage();
  const texts = analytics.comparison;
  const { differing, repaired, keys, stores } = comparison;
  const live = comparison.live_dead_letters;
  const fresh = comparison.fresh_dead_letters;
  return (
    <>
      <p className={styles['badges']}>
        <span>{texts.title}:</span>
        <Badge tone={differing === 0 ? 'good' : 'danger'}>
          {differing === 0 ? texts.same : texts.differing(count(differing, language))}
        </Badge>
        {repaired > 0 && <Badge>{texts.repaired(count(repaired, language))}</Badge>}
        {live + fresh > 0 && <Badge tone="danger">{texts.letters(live, fresh)}</Badge>}
      </p>
      {/* it scrolls, so the keyboard must come to it */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} role="region" aria-label={texts.title} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{texts.store}</th>
              <th scope="col" className={styles['number']}>
                {texts.live}
              </th>
              <th scope="col" className={styles['number']}>
                {texts.fresh}
              </th>
              <th scope="col">{texts.equal}</th>
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <tr key={store.name}>
                <th scope="row">{store.name}</th>
                <td className={styles['number']}>{count(store.live_documents, language)}</td>
                <td className={styles['number']}>{count(store.fresh_documents, language)}</td>
                <td>{store.live_digest === store.fresh_digest ? common.yes : common.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {keys.length > 0 && (
        <details>
          <summary>{texts.keys}</summary>
          <ul className={styles['keys']}>
            {keys.map((key) => (
              <li key={key}>{key}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
