import { ReasonDialog } from '@/components/ui/reason-dialog';
import { type LetterTask, useHandleLetters } from '@/features/analytics/api/dead-letters';
import { useStaffTexts } from '@/lib/texts/staff-texts';

interface LetterTaskDialogProps {
  /** of the projection */
  name: string;
  task: LetterTask;
  onClose: () => void;
}

/** Has dead letters handled again, or one never. */
export function LetterTaskDialog({ name, task, onClose }: LetterTaskDialogProps) {
  const { analytics } = useStaffTexts();
  const handle = useHandleLetters(name);
  const texts = analytics.letters;
  const words = {
    retry: [texts.retry, texts.retryHint],
    skip: [texts.skip, texts.skipHint],
    'retry-all': [texts.retryAll, texts.retryAllHint],
  } as const;
  const [title, hint] = words[task.is];
  return (
    <ReasonDialog
      title={title}
      hint={hint}
      confirm={title}
      danger={task.is === 'skip'}
      pending={handle.isPending}
      error={handle.error}
      onConfirm={(reason) => handle.mutate({ task, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
