import { Link, Outlet } from 'react-router';
import { OnlyFor } from '@/components/layout/only-for';
import { SectionNav } from '@/components/layout/section-nav';
import styles from '@/features/moderation/components/moderation-layout.module.css';
import { useModerationStream } from '@/features/moderation/hooks/use-moderation-stream';
import type { Happened } from '@/features/moderation/types/live';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Around every page of moderators: where else to go, and what other moderators do. */
export function ModerationLayout() {
  const { moderation } = useStaffTexts();
  return (
    <OnlyFor roles={['moderator', 'admin']} title={moderation.section}>
      <Section />
    </OnlyFor>
  );
}

function Section() {
  const { moderation } = useStaffTexts();
  const latest = useModerationStream();
  return (
    <>
      <SectionNav
        label={moderation.section}
        links={[
          ['/moderation', moderation.queue],
          ['/moderation/appeals', moderation.appeals],
          ['/moderation/people', moderation.people],
          ['/moderation/audit', moderation.audit],
          ['/moderation/timeline', moderation.timeline],
          ['/moderation/detection', moderation.detection.title],
        ]}
      />
      <p role="status" className={styles['latest']}>
        {latest !== undefined && <Latest happened={latest} />}
      </p>
      <Outlet />
    </>
  );
}

function Latest({ happened }: { happened: Happened }) {
  const { moderation } = useStaffTexts();
  const say: Readonly<Record<string, (name: string) => string>> = moderation.live;
  const person = happened.moderator ?? happened.reported_user ?? happened.user;
  const sentence = say[happened.name]?.(person?.username ?? moderation.somebody);
  if (sentence === undefined) return null;
  const to =
    happened.case_id === undefined
      ? '/moderation/appeals'
      : `/moderation/cases/${encodeURIComponent(happened.case_id)}`;
  return <Link to={to}>{sentence}</Link>;
}
