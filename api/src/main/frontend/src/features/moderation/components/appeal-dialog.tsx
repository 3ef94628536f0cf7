import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { Failure } from '@/components/ui/notice';
import { useAppeal } from '@/features/moderation/api/get-mine';
import styles from '@/features/moderation/components/case-page.module.css';
import type { Sanction } from '@/features/moderation/types/action';
import { useTexts } from '@/lib/texts/texts';

/** Characters. */
const MIN_LENGTH = 5;
const MAX_LENGTH = 5000;

/** Says what is wrong with something that was done about oneself. */
export function AppealDialog({ sanction, onClose }: { sanction: Sanction; onClose: () => void }) {
  const { moderation, common } = useTexts();
  const appeal = useAppeal();
  const [text, setText] = useState('');
  const texts = moderation.mine;
  return (
    <Dialog title={texts.appealTitle} onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          appeal.mutate({ actionId: sanction.id, text: text.trim() }, { onSuccess: onClose });
        }}
      >
        <p>
          <strong>{moderation.actionTypes[sanction.action_type]}</strong>: {sanction.reason}
        </p>
        <TextArea
          label={texts.appealText}
          hint={texts.appealHint}
          required
          rows={5}
          maxLength={MAX_LENGTH}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {appeal.error !== null && <Failure error={appeal.error} />}
        <div className={styles['badges']}>
          <Button type="submit" look="primary" disabled={appeal.isPending || text.trim().length < MIN_LENGTH}>
            {common.send}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
