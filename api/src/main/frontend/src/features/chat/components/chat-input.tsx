import { Composer } from '@/components/ui/composer';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useSayTyping } from '@/lib/live/use-typing';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const MAX_CODE_POINTS = 500;

interface ChatInputProps {
  roomId: string;
  onSend: (content: string) => void;
}

/** Where a line is written. What was begun is there when one comes back to the room. */
export function ChatInput({ roomId, onSend }: ChatInputProps) {
  const { chat } = useTexts();
  const key = draftKey(useMe().id, roomId);
  const text = useDraft(key);
  const sayTyping = useSayTyping('room_id', roomId);
  return (
    <Composer
      label={chat.write}
      placeholder={chat.placeholder}
      value={text}
      most={MAX_CODE_POINTS}
      onChange={(value) => {
        writeDraft(key, value);
        if (value !== '') sayTyping();
      }}
      onSend={(value) => {
        writeDraft(key, '');
        onSend(value);
      }}
    />
  );
}
