import { useEffect, useState } from 'react';

interface NewestHeardProps {
  /** undefined before anything was heard */
  text: { id: string; name: string; content: string } | undefined;
}

/** By then it was taken for reading aloud, and is not left where nobody sees it. */
const TAKEN_MS = 5_000;

/**
 * Has what others say read aloud as it comes. A list cannot: what one scrolls back to is new to the page, and would be read,
 * too.
 */
export function NewestHeard({ text }: NewestHeardProps) {
  const id = text?.id;
  const [taken, setTaken] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setTaken(id), TAKEN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {text !== undefined && text.id !== taken && (
        <span key={text.id}>
          {text.name}: {text.content}
        </span>
      )}
    </p>
  );
}
