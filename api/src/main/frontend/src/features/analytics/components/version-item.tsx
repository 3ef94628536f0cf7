import { Badge, type BadgeTone } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { ComparisonTable } from '@/features/analytics/components/comparison-table';
import styles from '@/features/analytics/components/operations.module.css';
import { VersionProgress } from '@/features/analytics/components/version-progress';
import type { Version } from '@/features/analytics/types/projection';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

const TONES: Readonly<Record<Version['stage'], BadgeTone>> = {
  queued: 'plain',
  filling: 'warning',
  ready: 'warning',
  switching: 'warning',
  live: 'good',
  kept: 'plain',
  ended: 'plain',
};

/** One filling of the read model, and how it compared. */
export function VersionItem({ version, head }: { version: Version; head: number }) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const { stage, purpose, since, error, report } = version;
  return (
    <>
      <span className={styles['badges']}>
        <strong>{analytics.versionNo(version.version)}</strong>
        <Badge tone={TONES[stage]}>{analytics.stages[stage]}</Badge>
        <span className={styles['soft']}>
          {analytics.purposes[purpose]} · {moment(since, language)}
        </span>
      </span>
      <VersionProgress version={version} head={head} />
      {error != null && <Notice tone="warning">{error}</Notice>}
      {report != null && <ComparisonTable comparison={report} />}
    </>
  );
}
