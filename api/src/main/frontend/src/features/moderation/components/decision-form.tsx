import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/field';
import { Failure } from '@/components/ui/notice';
import { useDecide, type Verdict } from '@/features/moderation/api/decide-case';
import { ActionFields, type ChosenAction } from '@/features/moderation/components/action-fields';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Suggestion } from '@/features/moderation/types/case';
import { useStaffTexts } from '@/lib/texts/staff-texts';

const VERDICTS: readonly Verdict[] = ['action', 'review', 'dismiss'];

interface DecisionFormProps {
  caseId: string;
  fence: number;
  suggestion: Suggestion | undefined;
}

/** Decides a case that one holds: begins with what is suggested. */
export function DecisionForm({ caseId, fence, suggestion }: DecisionFormProps) {
  const { moderation } = useStaffTexts();
  const decide = useDecide(caseId);
  const [verdict, setVerdict] = useState<Verdict>('action');
  const [reason, setReason] = useState('');
  const [action, setAction] = useState<ChosenAction>({
    actionType: suggestion?.action_type ?? 'warning',
    duration: suggestion?.duration ?? '',
  });
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
        onChange={(event) => setReason(event.target.value)}
      />
      {decide.error !== null && <Failure error={decide.error} />}
      <Button
        type="submit"
        look={verdict === 'action' ? 'danger' : 'primary'}
        disabled={decide.isPending || reason.trim() === ''}
      >
        {texts.submit}
      </Button>
    </form>
  );
}
