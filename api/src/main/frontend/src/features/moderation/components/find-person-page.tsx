import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import styles from '@/features/moderation/components/moderation.module.css';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Leads to what was done about somebody. */
export function FindPersonPage() {
  const { moderation } = useStaffTexts();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  return (
    <Page title={moderation.people}>
      <form
        role="search"
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void navigate(`/moderation/people/${encodeURIComponent(name.trim())}`);
        }}
      >
        <TextField
          label={moderation.person.find}
          placeholder={moderation.filter.hint}
          type="search"
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary" disabled={name.trim() === ''}>
          {moderation.person.open}
        </Button>
      </form>
    </Page>
  );
}
