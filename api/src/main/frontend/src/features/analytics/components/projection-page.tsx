import { useParams } from 'react-router';
import { OnlyFor } from '@/components/layout/only-for';
import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { find, useProjections } from '@/features/analytics/api/get-projections';
import { DeadLetters } from '@/features/analytics/components/dead-letters';
import { OperationButtons } from '@/features/analytics/components/operation-buttons';
import styles from '@/features/analytics/components/operations.module.css';
import { VersionItem } from '@/features/analytics/components/version-item';
import type { Projection } from '@/features/analytics/types/projection';
import { count } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** One projection: its versions, what can be done with it, and what it has put aside. */
export function ProjectionPage() {
  const { analytics } = useStaffTexts();
  const { name = '' } = useParams();
  return (
    <OnlyFor roles={['admin']} title={analytics.operations}>
      <Watched key={name} name={name} />
    </OnlyFor>
  );
}

function Watched({ name }: { name: string }) {
  const { problems } = useStaffTexts();
  const projections = useProjections();
  const projection = find(projections.data, name);
  if (projection !== undefined) return <Opened projection={projection} />;
  return (
    <Page title={name}>
      {projections.isPending && <Loading />}
      {projections.isError && (
        <Failure error={projections.error} onRetry={() => void projections.refetch()} />
      )}
      {projections.isSuccess && <p>{problems.rules['unknown-projection']}</p>}
    </Page>
  );
}

function Opened({ projection }: { projection: Projection }) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const { name, lag, rate, head, paused, stores } = projection;
  const versions = projection.versions.toSorted((a, b) => b.version - a.version);
  return (
    <Page
      title={name}
      actions={
        <span className={styles['badges']}>
          {paused && <Badge tone="warning">{analytics.paused}</Badge>}
          <Badge tone={lag === 0 ? 'good' : 'plain'}>
            {lag === 0 ? analytics.upToDate : analytics.events(count(lag, language))}
          </Badge>
        </span>
      }
    >
      <p className={styles['soft']}>
        {analytics.perSecond(count(rate, language))} · {analytics.stores}: {stores.join(', ')}
      </p>
      <OperationButtons projection={projection} />
      <Card title={analytics.versions}>
        <ul className={styles['items']}>
          {versions.map((version) => (
            <li key={version.version}>
              <VersionItem version={version} head={head} />
            </li>
          ))}
        </ul>
      </Card>
      <DeadLetters
        name={name}
        count={projection.versions.reduce((sum, each) => sum + each.dead_letters, 0)}
      />
    </Page>
  );
}
