import styles from '@/components/ui/avatar.module.css';

const TONES = 6;

/** A round sign for a person: the first letter of their name, always in the same tone. */
export function Avatar({ name }: { name: string }) {
  const tone = Array.from(name).reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % TONES;
  return (
    <span className={styles['avatar']} data-tone={tone} aria-hidden>
      {Array.from(name)[0]?.toUpperCase() ?? '?'}
    </span>
  );
}
