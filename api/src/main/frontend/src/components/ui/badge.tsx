import type { ReactNode } from 'react';
import styles from '@/components/ui/badge.module.css';

export type BadgeTone = 'plain' | 'good' | 'warning' | 'danger';

/** A word about something, such as its state. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={`${styles['badge'] ?? ''} ${styles[tone] ?? ''}`}>{children}</span>;
}
