import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Failure } from '@/components/ui/notice';
import { useDecide, type Verdict } from '@/features/moderation/api/decide-case';
import { ActionFields, type ChosenAction } from '@/features/moderation/components/action-fields';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Suggestion } from '@/features/moderation/types/case';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useMe } from '@/lib/session/session-store';
import { useStaffTexts } from '@/lib/texts/staff-texts';

const VERDICTS: readonly Verdict[] = ['action', 'review', 'dismiss'];

interface DecisionFormProps {
  caseId: string;
  fence: number;
  /** whether one still does */
  held: boolean;
  suggestion: Suggestion | undefined;
}

/** Decides a case that one holds, or has held: then it waits until that is so again. */
export function DecisionForm({ caseId, fence, held, suggestion }: DecisionFormProps) {
  const { moderation } = useStaffTexts();
  const [verdict, setVerdict] = useState<Verdict>('action');
  const me = useMe();
  const key = draftKey(me.id, `decision ${caseId}`);
  const reason = useDraft(key);
  const decide = useDecide(caseId, () => writeDraft(key, ''));
  const [action, setAction] = useState(() => beginWith(suggestion));
  const texts = moderation.decide;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate({ verdict, reason: reason.trim(), fence, ...action });
      }}
    >
      <fieldset className={styles['choices']}>
        <legend>{moderation.decided.title}</legend>
        {VERDICTS.map((each) => (
          <label key={each}>
            <input type="radio" name="verdict" checked={verdict === each} onChange={() => setVerdict(each)} />
            {texts[each]}
          </label>
        ))}
      </fieldset>
      {verdict === 'action' && <ActionFields action={action} onChange={setAction} />}
      <TextArea
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        required
        rows={3}
        maxLength={1000}
        onChange={(event) => writeDraft(key, event.target.value)}
      />
      {decide.error !== null && <Failure error={decide.error} />}
      <Button
        type="submit"
        look={verdict === 'action' ? 'danger' : 'primary'}
        disabled={!held || decide.isPending || reason.trim() === ''}
      >
        {texts.submit}
      </Button>
    </form>
  );
}

/** With what is suggested. Who does more than warn instead does it for a day, unless they say otherwise. */
function beginWith(suggestion: Suggestion | undefined): ChosenAction {
  const actionType = suggestion?.action_type ?? 'warning';
  return { actionType, duration: suggestion?.duration ?? (actionType === 'warning' ? 'P1D' : '') };
}
