import { Button } from '@/components/ui/button';
import { Failure, Notice } from '@/components/ui/notice';
import styles from '@/features/analytics/components/reports-page.module.css';
import type { ExportState } from '@/features/analytics/hooks/use-export';
import { count, size } from '@/lib/numbers';
import { useStaffTexts } from '@/lib/texts/staff-texts';
import { useLanguage } from '@/lib/texts/texts';

interface ExportProgressProps {
  state: ExportState;
  onStop: () => void;
  onGoOn: () => void;
}

/** How much of an export has come, and whether it came to its end. */
export function ExportProgress({ state, onStop, onGoOn }: ExportProgressProps) {
  const { analytics } = useStaffTexts();
  const language = useLanguage();
  const texts = analytics.export;
  const { phase, error } = state;
  if (phase === 'idle') return null;
  return (
    <>
      <p className={styles['buttons']}>
        <span>{texts.lines(count(state.lines, language), size(state.size, language))}</span>
        {phase === 'running' && <Button onClick={onStop}>{texts.stop}</Button>}
      </p>
      {phase === 'done' && <Notice>{texts.done}</Notice>}
      {error !== null && <Failure error={error} />}
      {phase === 'broken' && state.lines > 0 && (
        <Notice tone="warning">
          {texts.brokenOff} {state.cursor}
          <Button size="small" onClick={onGoOn}>
            {texts.goOn}
          </Button>
        </Notice>
      )}
    </>
  );
}
