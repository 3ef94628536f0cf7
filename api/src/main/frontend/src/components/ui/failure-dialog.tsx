import { Dialog } from '@/components/ui/dialog';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

interface FailureDialogProps {
  error: unknown;
  onRetry?: () => void;
  onClose: () => void;
}

/** Says why something that was chosen from a menu did not work. */
export function FailureDialog({ error, onRetry, onClose }: FailureDialogProps) {
  const { common } = useTexts();
  return (
    <Dialog title={common.failed} onClose={onClose}>
      <Failure error={error} onRetry={onRetry} />
    </Dialog>
  );
}
