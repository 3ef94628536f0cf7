import { Choice } from '@/components/ui/field';
import styles from '@/features/moderation/components/moderation.module.css';
import { DURATIONS, useDurationName } from '@/features/moderation/hooks/use-duration-name';
import { ACTION_TYPES, type ActionType } from '@/features/moderation/types/action';
import { useStaffTexts } from '@/lib/texts/staff-texts';

export interface ChosenAction {
  actionType: ActionType;
  /** ISO 8601; empty for good */
  duration: string;
}

interface ActionFieldsProps {
  action: ChosenAction;
  onChange: (action: ChosenAction) => void;
}

/** What to do about somebody, and for how long; a warning has no end. */
export function ActionFields({ action, onChange }: ActionFieldsProps) {
  const { moderation } = useStaffTexts();
  const nameOf = useDurationName();
  const offered: readonly string[] = DURATIONS;
  const durations = offered.includes(action.duration) ? offered : [action.duration, ...offered];
  return (
    <div className={styles['pair']}>
      <Choice
        label={moderation.decide.what}
        value={action.actionType}
        options={ACTION_TYPES.map((type) => [type, moderation.actionTypes[type]] as const)}
        onChoose={(actionType) => onChange({ ...action, actionType })}
      />
      {action.actionType !== 'warning' && (
        <Choice
          label={moderation.decide.howLong}
          value={action.duration}
          options={durations.map((duration) => [duration, nameOf(duration)] as const)}
          onChoose={(duration) => onChange({ ...action, duration })}
        />
      )}
    </div>
  );
}
