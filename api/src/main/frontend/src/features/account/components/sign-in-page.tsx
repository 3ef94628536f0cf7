import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSignIn } from '@/features/account/api/get-sign-in';
import { DemoSignIn } from '@/features/account/components/demo-sign-in';
import styles from '@/features/account/components/sign-in-page.module.css';
import type { OidcSignIn } from '@/features/account/types/sign-in';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { useSession } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

/** Where everybody begins. Whoever is signed in goes on to where they wanted to. */
export function SignInPage() {
  const { account } = useTexts();
  const person = useSession((session) => session.person);
  const expired = useSession((session) => session.expired);
  const to = ((useLocation().state ?? {}) as { from?: string }).from ?? '/';
  if (person !== undefined) return <Navigate to={to} replace />;
  return (
    <main className={styles['backdrop']}>
      <div className={styles['card']}>
        <img src="/icon.svg" alt="" width={44} height={44} className={styles['logo']} />
        <Page title={account.welcome}>
          <p>{account.intro}</p>
          {expired && <Notice tone="warning">{account.expired}</Notice>}
          <Ways to={to} />
        </Page>
      </div>
    </main>
  );
}

function Ways({ to }: { to: string }) {
  const { account } = useTexts();
  const signIn = useSignIn();
  if (signIn.isPending) return <Loading />;
  if (signIn.isError) return <Failure error={signIn.error} onRetry={() => void signIn.refetch()} />;
  switch (signIn.data.sign_in) {
    case 'demo':
      return <DemoSignIn />;
    case 'oidc':
      return <Provider signIn={signIn.data} to={to} />;
    case 'none':
      return <Notice tone="warning">{account.notConfigured}</Notice>;
  }
}

function Provider({ signIn, to }: { signIn: OidcSignIn; to: string }) {
  const { account } = useTexts();
  const [failed, setFailed] = useState(false);
  const leave = () =>
    import('@/features/account/api/oidc')
      .then(({ leaveForProvider }) => leaveForProvider(signIn, to))
      .catch(() => setFailed(true));
  return (
    <>
      {failed && <Notice tone="danger">{account.providerFailed}</Notice>}
      <Button look="primary" onClick={() => void leave()}>
        {account.withProvider}
      </Button>
    </>
  );
}
