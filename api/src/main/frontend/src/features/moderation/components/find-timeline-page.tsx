import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Choice, TextField } from '@/components/ui/field';
import styles from '@/features/moderation/components/moderation.module.css';
import { HISTORY_KINDS, type HistoryKind } from '@/features/moderation/types/history';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Asks whose timeline is to be seen. */
export function FindTimelinePage() {
  const { moderation } = useStaffTexts();
  const navigate = useNavigate();
  const [kind, setKind] = useState<HistoryKind>('room');
  const [id, setId] = useState('');
  const texts = moderation.history;
  return (
    <Page title={moderation.timeline}>
      <p className={styles['soft']}>{texts.intro}</p>
      <form
        role="search"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(`/moderation/timeline/${kind}/${encodeURIComponent(id.trim())}`);
        }}
      >
        <div className={styles['pair']}>
          <Choice
            label={texts.kind}
            value={kind}
            options={HISTORY_KINDS.map((each) => [each, texts.kinds[each]] as const)}
            onChoose={setKind}
          />
          <TextField label={texts.id} required value={id} onChange={(event) => setId(event.target.value)} />
        </div>
        <Button type="submit" look="primary" disabled={id.trim() === ''}>
          {texts.open}
        </Button>
      </form>
    </Page>
  );
}
