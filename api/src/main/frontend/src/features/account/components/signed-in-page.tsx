import { useEffect, useRef, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useSignIn } from '@/features/account/api/get-sign-in';
import { Page } from '@/components/layout/page';
import { Failure, Loading, Notice } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

/** Where the identity provider sends people back to; others have nothing to do here. */
export function SignedInPage() {
  const { account } = useTexts();
  const navigate = useNavigate();
  const { data: signIn, error, refetch } = useSignIn();
  const begun = useRef(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // what came back is good for one try
    if (signIn?.sign_in !== 'oidc' || begun.current) return;
    begun.current = true;
    import('@/features/account/api/oidc')
      .then(({ comeBack }) => comeBack(signIn))
      .then((to) => navigate(to, { replace: true }))
      .catch(() => setFailed(true));
  }, [signIn, navigate]);
  if (signIn !== undefined && signIn.sign_in !== 'oidc') return <Navigate to="/sign-in" replace />;
  return (
    <main>
      <Page title={account.signIn}>
        {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
        {failed && (
          <Notice tone="danger">
            {account.providerFailed} <Link to="/sign-in">{account.signIn}</Link>
          </Notice>
        )}
        {error === null && !failed && <Loading />}
      </Page>
    </main>
  );
}
