import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ReasonDialog } from '@/components/ui/reason-dialog';
import { Toggle } from '@/components/ui/toggle';
import { type Operation, OPERATIONS, useOperate } from '@/features/analytics/api/operate';
import styles from '@/features/analytics/components/operations.module.css';
import { fits } from '@/features/analytics/components/operations-that-fit';
import type { Projection } from '@/features/analytics/types/projection';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** What can be done with a projection as it is. Each takes a reason. */
export function OperationButtons({ projection }: { projection: Projection }) {
  const { analytics } = useStaffTexts();
  const operate = useOperate(projection.name);
  const [chosen, choose] = useState<Operation>();
  const [waits, setWaits] = useState(false);
  const close = () => {
    choose(undefined);
    operate.reset();
  };
  return (
    <>
      <div className={styles['buttons']}>
        {OPERATIONS.filter((operation) => fits(operation, projection)).map((operation) => (
          <Button
            key={operation}
            look={operation === 'switch' ? 'primary' : 'plain'}
            onClick={() => {
              operate.reset();
              choose(operation);
            }}
          >
            {analytics.operate[operation]}
          </Button>
        ))}
      </div>
      {operate.isSuccess && chosen === undefined && <Notice>{analytics.asked}</Notice>}
      {chosen !== undefined && (
        <ReasonDialog
          title={`${analytics.operate[chosen]}: ${projection.name}`}
          hint={analytics.hints[chosen]}
          confirm={analytics.operate[chosen]}
          danger={chosen === 'cancel' || chosen === 'rollback'}
          pending={operate.isPending}
          error={operate.error}
          onConfirm={(reason) =>
            operate.mutate({ operation: chosen, reason, waits }, { onSuccess: () => choose(undefined) })
          }
          onClose={close}
        >
          {chosen === 'rebuild' && (
            <Toggle label={analytics.waits} hint={analytics.waitsHint} checked={waits} onChange={setWaits} />
          )}
        </ReasonDialog>
      )}
    </>
  );
}
