import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from '@/components/ui/tabs.module.css';

interface TabsProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  /** value, name and content of each */
  tabs: readonly (readonly [V, string, ReactNode])[];
}

/** Several pages in one place, of which one is seen. Arrow keys lead from one to the next, Home and End to the ends. */
export function Tabs<V extends string>({ label, value, onChange, tabs }: TabsProps<V>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const seen = tabs.findIndex(([each]) => each === value);
  const press = (event: KeyboardEvent) => {
    const index = leadsTo(event.key, seen, tabs.length);
    const tab = index === undefined ? undefined : tabs[index];
    if (index === undefined || tab === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[index]?.focus();
    onChange(tab[0]);
  };
  return (
    <div className={styles['tabs']}>
      <div ref={list} role="tablist" aria-label={label} className={styles['list']}>
        {tabs.map(([each, name], index) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-tab-${each}`}
            aria-selected={index === seen}
            aria-controls={index === seen ? `${id}-panel` : undefined}
            tabIndex={index === seen ? 0 : -1}
            className={styles['tab']}
            onClick={() => onChange(each)}
            onKeyDown={press}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        key={value}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${value}`}
        className={styles['content']}
      >
        {tabs[seen]?.[2]}
      </div>
    </div>
  );
}

/** The tab to which a key leads; undefined where it is none that does. */
function leadsTo(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
