import * as Radix from '@radix-ui/react-dropdown-menu';
import { createContext, type ReactElement, type ReactNode, use, useRef, useState } from 'react';
import type { MenuItemProps } from '@/components/ui/menu';
import styles from '@/components/ui/menu.module.css';

/** Takes what was chosen, to do it once the menu has closed. */
const Choosing = createContext<(chosen: () => void) => void>(() => {});

interface OpenMenuProps {
  trigger: ReactElement;
  children: ReactNode;
}

/**
 * A menu that is open when it comes. It leaves the page as it is, and so writes no style into it. What is chosen is done
 * when the trigger has the focus again: a dialog then gives it back there.
 */
export function OpenMenu({ trigger, children }: OpenMenuProps) {
  const chosen = useRef<() => void>(undefined);
  const [choose] = useState(() => (doIt: () => void) => {
    chosen.current = doIt;
  });
  const giveBack = () => {
    const doIt = chosen.current;
    chosen.current = undefined;
    if (doIt !== undefined) queueMicrotask(doIt);
  };
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles['menu']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={giveBack}
        >
          <Choosing value={choose}>{children}</Choosing>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Item({ onSelect, danger = false, disabled = false, children }: MenuItemProps) {
  const choose = use(Choosing);
  return (
    <Radix.Item
      className={danger ? `${styles['item'] ?? ''} ${styles['danger'] ?? ''}` : styles['item']}
      disabled={disabled}
      onSelect={() => choose(onSelect)}
    >
      {children}
    </Radix.Item>
  );
}

export function Separator() {
  return <Radix.Separator className={styles['separator']} />;
}
