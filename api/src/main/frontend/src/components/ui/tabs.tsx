import * as Radix from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';
import styles from '@/components/ui/tabs.module.css';

interface TabsProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  /** value, name and content of each */
  tabs: readonly (readonly [V, string, ReactNode])[];
}

/** Several pages in one place, of which one is seen. */
export function Tabs<V extends string>({ label, value, onChange, tabs }: TabsProps<V>) {
  const choose = (chosen: string) => {
    const tab = tabs.find(([each]) => each === chosen);
    if (tab !== undefined) onChange(tab[0]);
  };
  return (
    <Radix.Root value={value} onValueChange={choose} className={styles['tabs']}>
      <Radix.List aria-label={label} className={styles['list']}>
        {tabs.map(([each, name]) => (
          <Radix.Trigger key={each} value={each} className={styles['tab']}>
            {name}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(([each, , content]) => (
        <Radix.Content key={each} value={each} className={styles['content']}>
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
