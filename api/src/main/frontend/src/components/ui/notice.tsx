import type { ReactNode } from 'react';
import styles from '@/components/ui/notice.module.css';
import { Button } from '@/components/ui/button';
import { useExplain } from '@/lib/texts/explain';
import { useTexts } from '@/lib/texts/texts';

interface NoticeProps {
  tone?: 'plain' | 'warning' | 'danger';
  children: ReactNode;
}

/** A sentence that is to be seen. One about something that went wrong is read out at once. */
export function Notice({ tone = 'plain', children }: NoticeProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`${styles['notice'] ?? ''} ${styles[tone] ?? ''}`}
    >
      {children}
    </div>
  );
}

/** Says in plain words why something did not work. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const explain = useExplain();
  const texts = useTexts();
  return (
    <Notice tone="danger">
      {explain(error)}
      {onRetry !== undefined && (
        <Button size="small" onClick={onRetry}>
          {texts.common.retry}
        </Button>
      )}
    </Notice>
  );
}

/** Stands where something will be. */
export function Loading() {
  const texts = useTexts();
  return (
    <p role="status" className={styles['quiet']}>
      {texts.common.loading}
    </p>
  );
}

/** Stands where there is nothing. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles['quiet']}>{children}</p>;
}
