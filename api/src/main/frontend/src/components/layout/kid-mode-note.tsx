import { Smile } from 'lucide-react';
import styles from '@/components/layout/kid-mode-note.module.css';
import { useTexts } from '@/lib/texts/texts';

/** In place of what kid mode closes. */
export function KidModeNote() {
  const { chat } = useTexts();
  return (
    <div className={styles['note']}>
      <Smile size={48} aria-hidden />
      <h2>{chat.kid.title}</h2>
      <p>{chat.kid.text}</p>
    </div>
  );
}
