import { Link } from 'react-router';
import { OnlyFor } from '@/components/layout/only-for';
import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Failure, Loading } from '@/components/ui/notice';
import { useProjections } from '@/features/analytics/api/get-projections';
import styles from '@/features/analytics/components/operations.module.css';
import { VersionProgress } from '@/features/analytics/components/version-progress';
import type { Projection } from '@/features/analytics/types/projection';
import { count } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** All that is read, and how far each is behind the log. */
export function ProjectionsPage() {
  const { analytics } = useStaffTexts();
  return (
    <OnlyFor roles={['admin']} title={analytics.operations}>
      <Projections />
    </OnlyFor>
  );
}

function Projections() {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const projections = useProjections();
  const head = Math.max(-1, ...(projections.data?.items.map((each) => each.head) ?? []));
  return (
    <Page title={analytics.operations} wide>
      <p className={styles['soft']}>
        {analytics.operationsIntro}
        {head >= 0 && ` ${analytics.head(count(head, language))}.`}
      </p>
      {projections.isPending && <Loading />}
      {projections.isError && projections.data === undefined && (
        <Failure error={projections.error} onRetry={() => void projections.refetch()} />
      )}
      {projections.data !== undefined && (
        <ul className={styles['list']}>
          {projections.data.items.map((projection) => (
            <li key={projection.name}>
              <Row projection={projection} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Row({ projection }: { projection: Projection }) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const coming = projection.versions.find((version) => version.version > projection.version);
  const { lag, rate, dead_letters: letters } = projection;
  return (
    <Link to={`/operations/${encodeURIComponent(projection.name)}`} className={styles['row']}>
      <span className={styles['name']}>{projection.name}</span>
      <span className={styles['badges']}>
        {letters > 0 && <Badge tone="danger">{analytics.deadLetters(count(letters, language))}</Badge>}
        {projection.paused && <Badge tone="warning">{analytics.paused}</Badge>}
        <Badge tone={lag === 0 ? 'good' : 'plain'}>
          {lag === 0 ? analytics.upToDate : analytics.events(count(lag, language))}
        </Badge>
      </span>
      <span className={styles['soft']}>
        {analytics.versionNo(projection.version)} · {analytics.perSecond(count(rate, language))}
      </span>
      {coming !== undefined && (
        <span className={styles['whole']}>
          <VersionProgress version={coming} head={projection.head} named />
        </span>
      )}
    </Link>
  );
}
