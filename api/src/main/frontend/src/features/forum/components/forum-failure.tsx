import { KidModeNote } from '@/components/layout/kid-mode-note';
import { Failure } from '@/components/ui/notice';
import { isRefusal } from '@/lib/api/problem';

interface ForumFailureProps {
  error: unknown;
  onRetry: () => void;
}

/** Stands in place of what cannot be shown. In kid mode that is no failure: the forum is closed. */
export function ForumFailure({ error, onRetry }: ForumFailureProps) {
  if (isRefusal(error, 'kid-mode')) return <KidModeNote />;
  return isRefusal(error, 'unknown-topic', 'unknown-user') ? (
    <Failure error={error} />
  ) : (
    <Failure error={error} onRetry={onRetry} />
  );
}
