import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
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
  // it gives the focus back as long as it is part of the page, which an effect's end would be too late for
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} aria-labelledby={id} className={styles['dialog']} onCancel={onClose} onClose={onClose}>
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
