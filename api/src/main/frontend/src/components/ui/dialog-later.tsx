import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { FailureDialog } from '@/components/ui/failure-dialog';
import { NoAnswer } from '@/lib/api/problem';

/** A dialog that is loaded when it is wanted. Where it cannot be, it says so, and is loaded again. */
export function dialogLater<P extends { onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return function DialogLater(props: P) {
    const [Loaded, setLoaded] = useState<ComponentType<P>>();
    const [failure, setFailure] = useState<NoAnswer>();
    const begin = useCallback(() => {
      load().then(
        (loaded) => setLoaded(() => loaded),
        (error: unknown) => setFailure(new NoAnswer('Not loaded', { cause: error })),
      );
    }, []);
    useEffect(begin, [begin]);
    const retry = () => {
      setFailure(undefined);
      begin();
    };
    if (failure !== undefined) {
      return <FailureDialog error={failure} onRetry={retry} onClose={props.onClose} />;
    }
    return Loaded !== undefined && <Loaded {...props} />;
  };
}
