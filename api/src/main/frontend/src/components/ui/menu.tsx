import {
  cloneElement,
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useState,
} from 'react';

type Parts = typeof import('@/components/ui/menu-parts');

/** How long a page may take for itself before it is made ready for its menus. */
const READY_MS = 2_000;

let loading: Promise<Parts> | undefined;

/** What menus are made of, loaded once; anew where it could not be. */
function load(): Promise<Parts> {
  loading ??= import('@/components/ui/menu-parts').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

const Loaded = createContext<Parts | undefined>(undefined);

interface MenuProps {
  /** the button that opens it */
  trigger: ReactElement<{ onClick?: () => void; 'aria-haspopup'?: 'menu' }>;
  children: ReactNode;
}

/** A menu below a button. What it is made of is loaded a little after the page, or when one is opened before that. */
export function Menu({ trigger, children }: MenuProps) {
  const [parts, setParts] = useState<Parts>();
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), READY_MS);
    return () => clearTimeout(timer);
  }, []);
  if (parts === undefined) {
    // while the network is away it stays closed, and the next press tries again
    const open = () => void load().then(setParts, () => undefined);
    return cloneElement(trigger, { onClick: open, 'aria-haspopup': 'menu' });
  }
  return (
    <Loaded value={parts}>
      <parts.OpenMenu trigger={trigger}>{children}</parts.OpenMenu>
    </Loaded>
  );
}

export interface MenuItemProps {
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem(props: MenuItemProps) {
  const parts = use(Loaded);
  return parts !== undefined && <parts.Item {...props} />;
}

export function MenuSeparator() {
  const parts = use(Loaded);
  return parts !== undefined && <parts.Separator />;
}
