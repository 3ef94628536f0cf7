/** A post as a quotation in Markdown, with who said it, and room to answer below. */
export function quote(username: string, content: string): string {
  const lines = content
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`));
  return `@${username}:\n\n${lines.join('\n')}\n\n`;
}

/** A text with something added as a part of its own. */
export function append(text: string, addition: string): string {
  return text.trim() === '' ? addition : `${text.trimEnd()}\n\n${addition}`;
}
