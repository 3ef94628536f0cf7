import { type SyntheticEvent, useState } from 'react';
import { useTakeDemoToken } from '@/features/account/api/take-demo-token';
import styles from '@/features/account/components/sign-in-page.module.css';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useExplain } from '@/lib/texts/explain';
import { ROLES, type Role } from '@/lib/session/token';
import { useTexts } from '@/lib/texts/texts';

/** One of each kind of people. */
const SUGGESTED: readonly (readonly [string, Role[]])[] = [
  ['ann', ['user']],
  ['bob', ['user']],
  ['mia', ['user', 'moderator']],
  ['vera', ['user', 'analyst']],
  ['root', ['user', 'admin']],
];

/** Signing in by a name alone, on a server that is for trying things. */
export function DemoSignIn() {
  const { account } = useTexts();
  const explain = useExplain();
  const take = useTakeDemoToken();
  const [username, setUsername] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['user']);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    take.mutate({ username: username.trim(), roles: [...roles] });
  };
  const toggle = (role: Role) => {
    setRoles((now) => (now.includes(role) ? now.filter((each) => each !== role) : [...now, role]));
  };
  return (
    <>
      <form className={styles['form']} onSubmit={submit}>
        <TextField
          label={account.username}
          hint={account.demoHint}
          error={take.isError ? explain(take.error) : undefined}
          value={username}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          onChange={(event) => setUsername(event.target.value)}
        />
        <fieldset className={styles['roles']}>
          <legend>{account.roles}</legend>
          {ROLES.map((role) => (
            <label key={role} className={styles['role']}>
              <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
              {account.roleNames[role]}
            </label>
          ))}
        </fieldset>
        <Button look="primary" type="submit" disabled={take.isPending}>
          {account.signIn}
        </Button>
      </form>
      <div className={styles['suggestions']}>
        {account.suggestions}
        {SUGGESTED.map(([name, theirs]) => (
          <Button key={name} size="small" onClick={() => take.mutate({ username: name, roles: theirs })}>
            {name}
          </Button>
        ))}
      </div>
    </>
  );
}
