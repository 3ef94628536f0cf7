import { ArrowDown } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import styles from '@/features/chat/components/chat-lines.module.css';
import { ChatMessage } from '@/features/chat/components/chat-message';
import { PendingMessage } from '@/components/pending-message';
import type { LinePage } from '@/features/chat/types/chat';
import { type Row, rowsOf } from '@/features/chat/types/row';
import { Button } from '@/components/ui/button';
import { useUnarrived } from '@/lib/outbox/outbox-store';
import { useTexts } from '@/lib/texts/texts';

interface ChatLinesProps {
  roomId: string;
  pages: readonly LinePage[];
  hasEarlier: boolean;
  onEarlier: () => void;
  onRetry: (clientId: string) => void;
  onDrop: (clientId: string) => void;
}

/** Where the first row of all that will be loaded stands: earlier rows come before it, and no row moves. */
const FAR = 10_000_000;

/** All lines that were read, of which the page holds those alone that are seen. It stays at the end when one is there. */
export function ChatLines({ roomId, pages, hasEarlier, onEarlier, onRetry, onDrop }: ChatLinesProps) {
  const { chat } = useTexts();
  const list = useRef<VirtuosoHandle>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const pending = useUnarrived(roomId);
  const rows = useMemo(() => rowsOf(pages, pending), [pages, pending]);
  const older = pages.slice(1).reduce((sum, page) => sum + page.items.length, 0);
  return (
    <div className={styles['lines']} role="log" aria-label={chat.history} aria-live="off">
      <Virtuoso
        ref={list}
        className={styles['scroller']}
        data={rows}
        firstItemIndex={FAR - older}
        initialTopMostItemIndex={{ index: 'LAST', align: 'end' }}
        alignToBottom
        followOutput={(isAtBottom) => (isAtBottom ? 'auto' : false)}
        atBottomThreshold={60}
        atBottomStateChange={setIsAtEnd}
        increaseViewportBy={400}
        startReached={() => {
          if (hasEarlier) onEarlier();
        }}
        computeItemKey={(_, row) => row.key}
        itemContent={(_, row) => <OneRow row={row} onRetry={onRetry} onDrop={onDrop} />}
        components={{ Header: hasEarlier ? Earlier : Beginning }}
      />
      {!isAtEnd && (
        <Button
          size="small"
          className={styles['toEnd'] ?? ''}
          onClick={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
        >
          <ArrowDown size={16} aria-hidden />
          {chat.newLines}
        </Button>
      )}
    </div>
  );
}

interface OneRowProps {
  row: Row;
  onRetry: (clientId: string) => void;
  onDrop: (clientId: string) => void;
}

function OneRow({ row, onRetry, onDrop }: OneRowProps) {
  switch (row.kind) {
    case 'line':
      return <ChatMessage line={row.line} isFirst={row.isFirst} newDay={row.newDay} />;
    case 'pending':
      return <PendingMessage item={row.line} onRetry={onRetry} onDrop={onDrop} />;
  }
}

function Earlier() {
  const { chat } = useTexts();
  return <p className={styles['header']}>{chat.earlier}</p>;
}

function Beginning() {
  const { chat } = useTexts();
  return <p className={styles['header']}>{chat.beginning}</p>;
}
