import { Dialog } from '@/components/ui/dialog';
import { Failure } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

/** Says why something that was chosen from a menu did not work. */
export function FailureDialog({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { common } = useTexts();
  return (
    <Dialog title={common.failed} onClose={onClose}>
      <Failure error={error} />
    </Dialog>
  );
}
