import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Failure, Loading } from '@/components/ui/notice';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { useAct, useActions, useLift } from '@/features/moderation/api/get-actions';
import { ActionFields, type ChosenAction } from '@/features/moderation/components/action-fields';
import { ActionList } from '@/features/moderation/components/action-list';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Action } from '@/features/moderation/types/action';
import { useHasRole } from '@/lib/session/session-store';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** All that was done about somebody, to be added to and lifted. */
export function PersonPage() {
  const { moderation } = useStaffTexts();
  const { username = '' } = useParams();
  const actions = useActions(username);
  const mayErase = useHasRole('admin');
  const [acting, setActing] = useState(false);
  const [lifting, setLifting] = useState<Action>();
  return (
    <Page title={moderation.person.title(username)}>
      {actions.isPending && <Loading />}
      {actions.isError && <Failure error={actions.error} onRetry={() => void actions.refetch()} />}
      {actions.isSuccess && (
        <Card
          title={moderation.before}
          actions={
            <Link to={`/moderation/timeline/member/${encodeURIComponent(username)}`}>
              {moderation.person.history}
            </Link>
          }
        >
          <ActionList
            actions={actions.data.items}
            offer={(action) =>
              action.state === 'in_force' && (
                <Button size="small" onClick={() => setLifting(action)}>
                  {moderation.lift}
                </Button>
              )
            }
          />
          <p className={styles['badges']}>
            <Button look="danger" onClick={() => setActing(true)}>
              {moderation.person.act}
            </Button>
            {mayErase && (
              <Link to={`/moderation/people/${encodeURIComponent(username)}/erasure`}>
                {moderation.erasure.ask}
              </Link>
            )}
          </p>
        </Card>
      )}
      {acting && <ActDialog username={username} onClose={() => setActing(false)} />}
      {lifting !== undefined && (
        <LiftDialog username={username} action={lifting} onClose={() => setLifting(undefined)} />
      )}
    </Page>
  );
}

function ActDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const { moderation } = useStaffTexts();
  const act = useAct(username);
  const [action, setAction] = useState<ChosenAction>({ actionType: 'warning', duration: 'P1D' });
  return (
    <ReasonDialog
      title={`${moderation.person.act}: ${username}`}
      hint={moderation.decide.reasonHint}
      confirm={moderation.decide.submit}
      danger
      pending={act.isPending}
      error={act.error}
      onConfirm={(reason) => act.mutate({ ...action, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <div className={styles['pair']}>
        <ActionFields action={action} onChange={setAction} />
      </div>
    </ReasonDialog>
  );
}

interface LiftDialogProps {
  username: string;
  action: Action;
  onClose: () => void;
}

function LiftDialog({ username, action, onClose }: LiftDialogProps) {
  const { moderation } = useStaffTexts();
  const lift = useLift();
  return (
    <ReasonDialog
      title={moderation.liftTitle(moderation.actionTypes[action.action_type], username)}
      confirm={moderation.lift}
      pending={lift.isPending}
      error={lift.error}
      onConfirm={(reason) => lift.mutate({ actionId: action.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
