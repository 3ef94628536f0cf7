import { NavLink } from 'react-router';
import styles from '@/components/layout/section-nav.module.css';

interface SectionNavProps {
  label: string;
  /** address and name of each; the first is the section's own page */
  links: readonly (readonly [string, string])[];
}

/** The pages of one section, above each of them. */
export function SectionNav({ label, links }: SectionNavProps) {
  return (
    <nav aria-label={label} className={styles['nav']}>
      {links.map(([to, name], index) => (
        <NavLink key={to} to={to} end={index === 0} className={styles['link']}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
