import { Composer } from '@/components/ui/composer';
import { draftKey, useDraft, writeDraft } from '@/lib/drafts/draft-store';
import { useSayTyping } from '@/lib/live/use-typing';
import { useMe } from '@/lib/session/session-store';
import { useTexts } from '@/lib/texts/texts';

const MAX_CODE_POINTS = 2_000;

interface MessageInputProps {
  conversationId: string;
  onSend: (content: string) => void;
}

/** Where a message is written. What was begun is there when one comes back to the conversation. */
export function MessageInput({ conversationId, onSend }: MessageInputProps) {
  const { messaging } = useTexts();
  const key = draftKey(useMe().id, conversationId);
  const text = useDraft(key);
  const sayTyping = useSayTyping('conversation_id', conversationId);
  return (
    <Composer
      label={messaging.write}
      placeholder={messaging.write}
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
