/** Our timeline of what was reported: of what somebody wrote it is that of the room or topic that it stands in. */
export function timelineOf(kind: string, id: string): string | undefined {
  const at = (history: string, of: string) => `/moderation/timeline/${history}/${encodeURIComponent(of)}`;
  const place = id.split('~').slice(0, -2).join('~');
  if (kind === 'chat_message') return at('room', place);
  if (kind === 'post') return at('topic', place);
  if (kind === 'topic' || kind === 'conversation') return at(kind, id);
  return kind === 'user' ? at('member', id) : undefined;
}
