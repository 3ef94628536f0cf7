import { type SyntheticEvent, useState } from 'react';
import { useKidModeChange } from '@/features/account/api/kid-mode';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { useTexts } from '@/lib/texts/texts';

/** Begins kid mode with a password, which is asked for when it is to end. */
export function KidModeForm({ on }: { on: boolean }) {
  const { account } = useTexts();
  const [password, setPassword] = useState('');
  const change = useKidModeChange();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ enabled: !on, password }, { onSuccess: () => setPassword('') });
  };
  return (
    <Form onSubmit={submit} error={change.error}>
      <p>{on ? account.kidModeOn : account.kidModeHint}</p>
      <TextField
        label={on ? account.kidPassword : account.newKidPassword}
        type="password"
        autoComplete={on ? 'current-password' : 'new-password'}
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" disabled={change.isPending}>
        {on ? account.endKidMode : account.beginKidMode}
      </Button>
    </Form>
  );
}
