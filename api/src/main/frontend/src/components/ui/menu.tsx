import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

const parts = () => import('@/components/ui/menu-parts');
const OpenMenu = lazy(async () => ({ default: (await parts()).OpenMenu }));
const Item = lazy(async () => ({ default: (await parts()).Item }));
const Separator = lazy(async () => ({ default: (await parts()).Separator }));

interface MenuProps {
  /** the button that opens it */
  trigger: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'menu' }>;
  children: ReactNode;
}

/** A menu below a button. What it is made of is loaded when one is opened for the first time. */
export function Menu({ trigger, children }: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(trigger, { onClick: () => setWanted(true), 'aria-haspopup': 'menu' });
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenMenu trigger={trigger}>{children}</OpenMenu>
    </Suspense>
  );
}

export interface MenuItemProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  return <Item {...props} />;
}

export function MenuSeparator() {
  return <Separator />;
}
