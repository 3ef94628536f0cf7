import { Link, useParams, useSearchParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { LookCard } from '@/features/moderation/components/look-card';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** A conversation of others, to be looked at under a case that one holds, or with a reason. */
export function ConversationPage() {
  const { moderation } = useStaffTexts();
  const { conversationId = '' } = useParams();
  const [asked] = useSearchParams();
  return (
    <Page
      title={moderation.history.look.dialog}
      actions={
        <Link to={`/moderation/timeline/look/${encodeURIComponent(conversationId)}`}>
          {moderation.history.kinds.look}
        </Link>
      }
    >
      <LookCard
        key={conversationId}
        conversationId={conversationId}
        caseId={asked.get('case') ?? undefined}
      />
    </Page>
  );
}
