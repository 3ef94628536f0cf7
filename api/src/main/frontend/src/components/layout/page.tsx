import { type ReactNode, useEffect, useRef } from 'react';
import styles from '@/components/layout/page.module.css';

interface PageProps {
  title: string;
  /** beside the title */
  actions?: ReactNode;
  /** takes all the width and height there is, and scrolls inside */
  full?: boolean;
  /** for what has columns */
  wide?: boolean;
  children: ReactNode;
}

/** One page: its heading names the document, and has the focus when one comes from another page. */
export function Page({ title, actions, full = false, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
  useEffect(() => {
    arrive(heading.current);
  }, []);
  const width = wide ? `${styles['page'] ?? ''} ${styles['wide'] ?? ''}` : styles['page'];
  return (
    <div className={full ? styles['full'] : width}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </div>
  );
}

let hasArrived = false;

/** The browser itself sees to the first page. */
function arrive(heading: HTMLHeadingElement | null): void {
  if (hasArrived && document.activeElement?.closest('input, textarea, dialog') == null) {
    heading?.focus({ preventScroll: true });
  }
  hasArrived = true;
}
