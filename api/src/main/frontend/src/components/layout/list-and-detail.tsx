import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from '@/components/layout/list-and-detail.module.css';
import { IsBeside } from '@/components/layout/page';
import { Empty } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

interface ListAndDetailProps {
  /** what the list is of */
  label: string;
  list: ReactNode;
  /** what is said while nothing is open */
  invitation: string;
  /** what is open; undefined while nothing is */
  children: ReactNode | undefined;
}

/** A list, and beside it what is open of it, which names the page. On narrow screens it is either. */
export function ListAndDetail({ label, list, invitation, children }: ListAndDetailProps) {
  const isOpen = children !== undefined;
  return (
    <div className={styles['both']} data-open={isOpen || undefined}>
      <aside className={styles['list']} aria-label={label}>
        <IsBeside value={isOpen}>{list}</IsBeside>
      </aside>
      {isOpen ? (
        children
      ) : (
        <div className={styles['nothing']}>
          <Empty>{invitation}</Empty>
        </div>
      )}
    </div>
  );
}

interface DetailProps {
  label: string;
  /** address of the list, for narrow screens */
  back: string;
  children: ReactNode;
}

/** What is open of a list. */
export function Detail({ label, back, children }: DetailProps) {
  const { common } = useTexts();
  return (
    <section className={styles['detail']} aria-label={label}>
      <Link to={back} className={styles['back']}>
        <ChevronLeft size={20} aria-hidden />
        {common.back}
      </Link>
      {children}
    </section>
  );
}
