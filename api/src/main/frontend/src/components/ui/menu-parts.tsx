import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactElement, ReactNode } from 'react';
import type { MenuItemProps } from '@/components/ui/menu';
import styles from '@/components/ui/menu.module.css';

interface OpenMenuProps {
  trigger: ReactElement;
  children: ReactNode;
}

/** A menu that is open when it comes. It leaves the page as it is, and so writes no style into it. */
export function OpenMenu({ trigger, children }: OpenMenuProps) {
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles['menu']} align="end" sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Item({ onSelect, danger = false, disabled = false, children }: MenuItemProps) {
  return (
    <Radix.Item
      className={danger ? `${styles['item'] ?? ''} ${styles['danger'] ?? ''}` : styles['item']}
      disabled={disabled}
      onSelect={onSelect}
    >
      {children}
    </Radix.Item>
  );
}

export function Separator() {
  return <Radix.Separator className={styles['separator']} />;
}
