import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { Composer } from '@/components/ui/composer';
import { useSayTyping } from '@/lib/live/use-typing';
import { useTexts } from '@/lib/texts/texts';

const MAX_CODE_POINTS = 500;

interface ChatInputProps {
  roomId: string;
  onSend: (content: string) => void;
}

/** Where a line is written. What was begun is there when one comes back to the room. */
export function ChatInput({ roomId, onSend }: ChatInputProps) {
  const { chat } = useTexts();
  const text = useChatUi((now) => now.drafts[roomId] ?? '');
  const setText = useChatUi((now) => now.draft);
  const sayTyping = useSayTyping('room_id', roomId);
  return (
    <Composer
      label={chat.write}
      placeholder={chat.placeholder}
      value={text}
      most={MAX_CODE_POINTS}
      onChange={(value) => {
        setText(roomId, value);
        if (value !== '') sayTyping();
      }}
      onSend={(value) => {
        setText(roomId, '');
        onSend(value);
      }}
    />
  );
}
