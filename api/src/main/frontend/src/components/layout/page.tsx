import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
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

/** Whether what is open stands beside a list: that is the page then, and the list is not. */
export const IsBeside = createContext(false);

/** One page: its heading names the document, and has the focus when one comes from another page. */
export function Page({ title, actions, full = false, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isBeside = useContext(IsBeside);
  useEffect(() => {
    if (!isBeside) document.title = `${title} · Parley`;
  }, [title, isBeside]);
  useEffect(() => {
    if (!isBeside) arrive(heading.current);
  }, [isBeside]);
  const Heading = isBeside ? 'h2' : 'h1';
  const width = wide ? `${styles['page'] ?? ''} ${styles['wide'] ?? ''}` : styles['page'];
  return (
    <div className={full ? styles['full'] : width}>
      <header className={styles['header']}>
        <Heading ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </Heading>
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
