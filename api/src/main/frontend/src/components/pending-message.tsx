import { Clock } from 'lucide-react';
import styles from '@/components/pending-message.module.css';
import { Button } from '@/components/ui/button';
import type { Outgoing } from '@/lib/outbox/outbox-store';
import { useMe } from '@/lib/session/session-store';
import { useExplain } from '@/lib/texts/explain';
import { useTexts } from '@/lib/texts/texts';

interface PendingMessageProps {
  item: Outgoing;
  onRetry: (clientId: string) => void;
  onDrop: (clientId: string) => void;
}

/** A text on its way, or one that was refused: that says why, and can be sent again. */
export function PendingMessage({ item, onRetry, onDrop }: PendingMessageProps) {
  const { chat } = useTexts();
  const explain = useExplain();
  const me = useMe();
  return (
    <article className={styles['pending']} data-state={item.state}>
      <p className={styles['text']}>
        <Clock size={14} aria-hidden /> <span className={styles['name']}>{me.username}</span> {item.content}
      </p>
      {item.state === 'sending' && <span className="visually-hidden">{chat.sending}</span>}
      {item.state === 'waiting' && <p className={styles['state']}>{chat.waiting}</p>}
      {item.state === 'refused' && (
        <div className={styles['refused']} role="alert">
          {explain(item.refusal)}
          <Button size="small" onClick={() => onRetry(item.clientId)}>
            {chat.again}
          </Button>
          <Button size="small" look="quiet" onClick={() => onDrop(item.clientId)}>
            {chat.discard}
          </Button>
        </div>
      )}
    </article>
  );
}
