import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import styles from '@/components/layout/section-nav.module.css';

interface SectionNavProps {
  label: string;
  /** address and name of each; the first is the section's own page */
  links: readonly (readonly [string, string])[];
}

/** The pages of one section, above each of them. Where not all have room, the one that is open is in sight. */
export function SectionNav({ label, links }: SectionNavProps) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (nav.current !== null && open != null) nav.current.scrollLeft = open.offsetLeft - open.clientWidth;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={styles['nav']}>
      {links.map(([to, name], index) => (
        <NavLink key={to} to={to} end={index === 0} className={styles['link']}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
