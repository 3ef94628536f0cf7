import { useState } from 'react';
import { Composer } from '@/components/ui/composer';
import { useSayTyping } from '@/lib/live/use-typing';
import { useTexts } from '@/lib/texts/texts';

const MAX_CODE_POINTS = 2_000;

interface MessageInputProps {
  conversationId: string;
  onSend: (content: string) => void;
}

/** Where a message is written. */
export function MessageInput({ conversationId, onSend }: MessageInputProps) {
  const { messaging } = useTexts();
  const [text, setText] = useState('');
  const sayTyping = useSayTyping('conversation_id', conversationId);
  return (
    <Composer
      label={messaging.write}
      placeholder={messaging.write}
      value={text}
      most={MAX_CODE_POINTS}
      onChange={(value) => {
        setText(value);
        if (value !== '') sayTyping();
      }}
      onSend={(value) => {
        setText('');
        onSend(value);
      }}
    />
  );
}
