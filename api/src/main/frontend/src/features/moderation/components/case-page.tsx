import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { useCase } from '@/features/moderation/api/get-case';
import { ActionList } from '@/features/moderation/components/action-list';
import styles from '@/features/moderation/components/moderation.module.css';
import { DecisionForm } from '@/features/moderation/components/decision-form';
import { Inquiry } from '@/features/moderation/components/inquiry';
import { ReportCard } from '@/features/moderation/components/report-card';
import { Suggested } from '@/features/moderation/components/suggested';
import type { Case } from '@/features/moderation/types/case';
import { useHolding } from '@/features/moderation/hooks/use-holding';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

/** A case: what was reported beside how it is now, what was done before, and what to do. */
export function CasePage() {
  const { moderation } = useStaffTexts();
  const { caseId = '' } = useParams();
  const found = useCase(caseId);
  if (found.data === undefined) {
    return (
      <Page title={moderation.section} wide>
        {found.isError ? <Failure error={found.error} onRetry={() => void found.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return <Opened key={caseId} data={found.data} readAt={found.dataUpdatedAt} />;
}

interface OpenedProps {
  data: Case;
  /** in milliseconds since 1970 */
  readAt: number;
}

function Opened({ data, readAt }: OpenedProps) {
  const { moderation } = useStaffTexts();
  const summary = data.case;
  const name = summary.reported_user.username;
  return (
    <Page title={moderation.caseAbout(name)} wide>
      <p className={styles['badges']}>
        <Badge tone={summary.status === 'pending' ? 'warning' : 'plain'}>
          {moderation.statuses[summary.status]}
        </Badge>
        {summary.report_types.map((type) => (
          <Badge key={type}>{moderation.reportTypes[type]}</Badge>
        ))}
        <Link to={`/moderation/timeline/case/${encodeURIComponent(summary.id)}`}>{moderation.timeline}</Link>
      </p>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {data.reports.map((report) => (
            <ReportCard key={report.id} report={report} caseId={summary.id} />
          ))}
        </div>
        <div className={styles['column']}>
          <Deciding data={data} readAt={readAt} />
          <Card
            title={moderation.before}
            actions={<Link to={`/moderation/people/${encodeURIComponent(name)}`}>{name}</Link>}
          >
            <ActionList actions={data.actions} />
            {data.timeouts > 0 && <p className={styles['soft']}>{moderation.timeouts(data.timeouts)}</p>}
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** What was decided, or a way to. What was begun stays while nobody holds the case, or somebody else. */
function Deciding({ data, readAt }: OpenedProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  const holding = useHolding(data.case.inquiry, readAt);
  const [fence, setFence] = useState<number>();
  if (holding.is === 'mine' && holding.fence !== fence) setFence(holding.fence);
  const { decision, suggestion } = data;
  if (decision != null) {
    return (
      <Card title={moderation.decided.title}>
        <p>
          <strong>
            {decision.action_type == null
              ? moderation.statuses[decision.status]
              : moderation.actionTypes[decision.action_type]}
          </strong>
        </p>
        <p className={styles['said']}>{decision.reason}</p>
        <p className={styles['soft']}>
          {moderation.decided.by(
            decision.moderator?.username ?? moderation.system,
            moment(decision.at, language),
          )}
        </p>
      </Card>
    );
  }
  return (
    <Card title={moderation.decide.title}>
      <Inquiry caseId={data.case.id} holding={holding} />
      <Suggested suggestion={suggestion ?? undefined} />
      {fence !== undefined && (
        <DecisionForm
          caseId={data.case.id}
          fence={fence}
          held={holding.is === 'mine'}
          suggestion={suggestion ?? undefined}
        />
      )}
    </Card>
  );
}
