import styles from '@/features/moderation/components/moderation.module.css';
import { useDurationName } from '@/features/moderation/hooks/use-duration-name';
import type { Suggestion } from '@/features/moderation/types/case';
import { rephrase } from '@/lib/texts/rephrase';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** The usual next step, and why it is that. */
export function Suggested({ suggestion }: { suggestion: Suggestion | undefined }) {
  const { moderation } = useStaffTexts();
  const nameOf = useDurationName();
  if (suggestion === undefined) return null;
  const { action_type: type, duration, because } = suggestion;
  const said = rephrase(because, moderation.suggestion.because);
  const lasting = type === 'warning' ? '' : `, ${nameOf(duration ?? '')}`;
  return (
    <p>
      <span className={styles['soft']}>{moderation.suggestion.title}</span>
      <br />
      <strong>{moderation.actionTypes[type] + lasting}</strong>
      <br />
      <span className={styles['soft']} lang={said === undefined ? 'en' : undefined}>
        {said ?? because}
      </span>
    </p>
  );
}
