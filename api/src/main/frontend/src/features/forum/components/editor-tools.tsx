import { Bold, Code, Italic, Link, List, type LucideIcon, Quote } from 'lucide-react';
import styles from '@/features/forum/components/post-editor.module.css';
import { format, type Tool, TOOLS } from '@/features/forum/types/formatting';
import { useTexts } from '@/lib/texts/texts';

const ICONS: Readonly<Record<Tool, LucideIcon>> = {
  bold: Bold,
  italic: Italic,
  link: Link,
  quote: Quote,
  code: Code,
  list: List,
};

interface EditorToolsProps {
  /** id of the text's field */
  field: string;
  onWrite: (content: string) => void;
}

/** Buttons that mark the selected part of a text. */
export function EditorTools({ field, onWrite }: EditorToolsProps) {
  const { forum } = useTexts();
  const apply = (tool: Tool) => {
    const area = document.getElementById(field);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const after = format({ text: area.value, start: area.selectionStart, end: area.selectionEnd }, tool);
    onWrite(after.text);
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(after.start, after.end);
    });
  };
  return (
    <div role="group" aria-label={forum.editor.tools.label} className={styles['tools']}>
      {TOOLS.map((tool) => {
        const Icon = ICONS[tool];
        const name = forum.editor.tools[tool];
        return (
          <button
            key={tool}
            type="button"
            className={styles['tool']}
            aria-label={name}
            title={name}
            onClick={() => apply(tool)}
          >
            <Icon size={16} aria-hidden />
          </button>
        );
      })}
    </div>
  );
}
