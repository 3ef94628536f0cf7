import styles from '@/features/analytics/components/operations.module.css';
import type { Version } from '@/features/analytics/types/projection';
import { count } from '@/lib/numbers';
import { span } from '@/lib/spans';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface VersionProgressProps {
  version: Version;
  /** of the log */
  head: number;
  /** says which version it is, where nothing else does */
  named?: boolean;
}

/** How much of the log a version has read, and how long the rest takes. */
export function VersionProgress({ version, head, named = false }: VersionProgressProps) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const { position, rate, stage, eta_seconds: eta } = version;
  // the log's first event is at 1, and -1 is before it
  const all = Math.max(0, head);
  const read = Math.max(0, Math.min(position, all));
  return (
    <span className={styles['progress']}>
      {stage !== 'live' && stage !== 'kept' && (
        <progress
          className={styles['bar']}
          aria-label={analytics.progress(version.version)}
          max={Math.max(1, all)}
          value={read}
        />
      )}
      <span className={styles['soft']}>
        {named && `${analytics.versionNo(version.version)}: ${analytics.stages[stage]} · `}
        {analytics.position(count(read, language), count(all, language))}
        {rate > 0 && ` · ${analytics.perSecond(count(rate, language))}`}
        {eta != null && ` · ${analytics.eta(span(eta, language))}`}
      </span>
    </span>
  );
}
