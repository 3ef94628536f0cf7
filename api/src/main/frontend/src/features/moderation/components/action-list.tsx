import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import styles from '@/features/moderation/components/moderation.module.css';
import type { Action } from '@/features/moderation/types/action';
import { moment } from '@/lib/dates';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface ActionListProps {
  actions: readonly Action[];
  /** what can be done about one */
  offer?: (action: Action) => ReactNode;
}

/** What was done about somebody, the latest first. */
export function ActionList({ actions, offer }: ActionListProps) {
  const { moderation } = useStaffTexts();
  const language = useLanguage();
  if (actions.length === 0) return <p className={styles['soft']}>{moderation.nothingBefore}</p>;
  return (
    <ul className={styles['actions']}>
      {actions.map((action) => (
        <li key={action.id}>
          <span className={styles['badges']}>
            <strong>{moderation.actionTypes[action.action_type]}</strong>
            <Badge tone={action.state === 'in_force' ? 'danger' : 'plain'}>
              {moderation.states[action.state]}
            </Badge>
            {offer?.(action)}
          </span>
          <span className={styles['said']}>{action.reason}</span>
          <span className={styles['soft']}>
            {moment(action.created_at, language)} · {moderation.by(action.by?.username ?? moderation.system)}
            {action.action_type !== 'warning' &&
              ` · ${action.until == null ? moderation.forGood : moderation.until(moment(action.until, language))}`}
          </span>
          {action.lifted != null && (
            <span className={styles['soft']}>
              {moderation.liftedBy(action.lifted.by?.username ?? moderation.system, action.lifted.reason)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
