import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import styles from '@/features/moderation/components/queue-page.module.css';
import type { AuditFilter } from '@/features/moderation/types/audit';
import { useStaffTexts } from '@/lib/texts/staff-texts';

interface AuditFormProps {
  filter: AuditFilter;
  onFind: (filter: Partial<AuditFilter>) => void;
}

/** Asks what to look for in the audit. */
export function AuditForm({ filter, onFind }: AuditFormProps) {
  const { moderation } = useStaffTexts();
  const [wanted, setWanted] = useState(filter);
  const texts = moderation.history;
  const field = (name: keyof AuditFilter) => ({
    value: wanted[name],
    onChange: (event: { target: { value: string } }) =>
      setWanted({ ...wanted, [name]: event.target.value.trimStart() }),
  });
  return (
    <form
      role="search"
      className={styles['filters']}
      onSubmit={(event) => {
        event.preventDefault();
        onFind(wanted);
      }}
    >
      <TextField label={texts.actor} placeholder={moderation.filter.hint} {...field('actor')} />
      <TextField label={texts.subject} placeholder={moderation.filter.hint} {...field('subject')} />
      <TextField label={texts.type} placeholder={texts.typeHint} {...field('type')} />
      <TextField label={texts.words} type="search" {...field('q')} />
      <TextField label={texts.from} type="date" {...field('from')} />
      <TextField label={texts.to} type="date" {...field('to')} />
      <div className={styles['buttons']}>
        <Button type="submit" look="primary">
          {texts.find}
        </Button>
        <Button look="quiet" onClick={() => onFind({})}>
          {texts.reset}
        </Button>
      </div>
    </form>
  );
}
