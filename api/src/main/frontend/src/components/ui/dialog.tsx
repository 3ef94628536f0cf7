import { type ReactNode, useEffectEvent, useId, useLayoutEffect, useRef } from 'react';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import styles from '@/components/ui/dialog.module.css';
import { useTexts } from '@/lib/texts/texts';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog over the page, open as long as it is there. It is the browser's own: that keeps the focus inside, closes it
 * with Escape, and gives the focus back.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const texts = useTexts();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const closed = useEffectEvent((dialog: HTMLDialogElement) => {
    // the browser tells it later: it may be open again, where React tries effects twice
    if (!dialog.open) onClose();
  });
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const tell = () => closed(dialog);
    dialog.showModal();
    dialog.addEventListener('close', tell);
    return () => {
      dialog.removeEventListener('close', tell);
      // while it is still in the page, as the focus is not given back otherwise
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={ref} aria-labelledby={id} className={styles['dialog']}>
      <header className={styles['header']}>
        <h2 id={id}>{title}</h2>
        <Button look="quiet" size="icon" aria-label={texts.common.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </header>
      {children}
    </dialog>
  );
}
