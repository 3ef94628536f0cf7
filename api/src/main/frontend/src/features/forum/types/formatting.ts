export const TOOLS = ['bold', 'italic', 'link', 'quote', 'code', 'list'] as const;
export type Tool = (typeof TOOLS)[number];

/** A text with the part of it that is selected. */
export interface Selection {
  text: string;
  start: number;
  end: number;
}

const AROUND: Readonly<Record<Exclude<Tool, 'quote' | 'list'>, readonly [string, string]>> = {
  bold: ['**', '**'],
  italic: ['*', '*'],
  code: ['`', '`'],
  link: ['[', '](https://)'],
};

const BEFORE_LINES = { quote: '> ', list: '- ' } as const;

/** Marks the selected part in Markdown; it stays selected. */
export function format(selection: Selection, tool: Tool): Selection {
  return tool === 'quote' || tool === 'list'
    ? lines(selection, BEFORE_LINES[tool])
    : around(selection, ...AROUND[tool]);
}

function around({ text, start, end }: Selection, before: string, after: string): Selection {
  const selected = text.slice(start, end);
  return {
    text: text.slice(0, start) + before + selected + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  };
}

function lines({ text, start, end }: Selection, before: string): Selection {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const marked = text
    .slice(from, end)
    .split('\n')
    .map((line) => before + line)
    .join('\n');
  return {
    text: text.slice(0, from) + marked + text.slice(end),
    start: start + before.length,
    end: from + marked.length,
  };
}
