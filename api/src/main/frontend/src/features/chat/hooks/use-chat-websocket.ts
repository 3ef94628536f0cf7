import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addLine, changeLines, readNewestAnew, readUnhidden } from '@/features/chat/api/get-chat-messages';
import { roomKey } from '@/features/chat/api/get-room';
import { aboutSomebodySchema, deletedSchema, type Line, lineSchema } from '@/features/chat/types/chat';
import { liveSocket } from '@/lib/live/socket';
import { useSubject } from '@/lib/live/use-subject';
import { useTyping } from '@/lib/live/use-typing';
import { echo } from '@/lib/outbox/outbox-store';
import { useHasRole, useMe } from '@/lib/session/session-store';

/** How often it is tried again to hear a room that was refused. */
const AGAIN_MS = 20_000;

/** Hears what happens in a room, and keeps what is shown of it true. @param canRead whether one may: else nothing is heard */
export function useChatWebsocket(roomId: string, canRead: boolean) {
  const queries = useQueryClient();
  const me = useMe();
  const moderates = useHasRole('moderator', 'admin');
  const { names, typing, stopped } = useTyping();
  const [present, setPresent] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string>();
  const [heard, setHeard] = useState<Line>();

  const hear = (name: string, data: unknown) => {
    switch (name) {
      case 'new_message': {
        const line = lineSchema.parse(data);
        stopped(line.user.username);
        if (line.user.id === me.id) echo(roomId, me.id, line.content);
        else setHeard(line);
        addLine(queries, line);
        break;
      }
      case 'message_deleted': {
        const { id, deleted_by } = deletedSchema.parse(data);
        changeLines(queries, roomId, (line) =>
          line.id === id
            ? { ...line, is_deleted: true, content: moderates ? line.content : '', deleted_by }
            : line,
        );
        break;
      }
      case 'timeout': {
        const { user } = aboutSomebodySchema.parse(data);
        if (!moderates) {
          changeLines(queries, roomId, (line) =>
            line.user.id === user.id && !line.is_deleted ? { ...line, content: '', is_hidden: true } : line,
          );
        }
        if (user.id === me.id) void queries.invalidateQueries({ queryKey: roomKey(roomId) });
        break;
      }
      case 'timeout_ended': {
        const { user } = aboutSomebodySchema.parse(data);
        void readUnhidden(queries, roomId, user.id);
        if (user.id === me.id) void queries.invalidateQueries({ queryKey: roomKey(roomId) });
        break;
      }
      case 'room_changed':
        void queries.invalidateQueries({ queryKey: roomKey(roomId) });
        break;
      case 'user_joined':
        setPresent((now) => new Set(now).add(aboutSomebodySchema.parse(data).user.username));
        break;
      case 'user_left': {
        const { user } = aboutSomebodySchema.parse(data);
        setPresent((now) => new Set([...now].filter((each) => each !== user.username)));
        break;
      }
      case 'typing': {
        const { user } = aboutSomebodySchema.parse(data);
        if (user.id !== me.id) typing(user.username);
        break;
      }
    }
  };

  useSubject(canRead ? roomId : undefined, {
    onEvent: hear,
    onPresent: (people) => {
      setRefused(undefined);
      setPresent(new Set(people.map(({ username }) => username)));
    },
    onJoined: () => void readNewestAnew(queries, roomId),
    onRefused: (reason) => {
      setRefused(reason);
      void queries.invalidateQueries({ queryKey: roomKey(roomId) });
    },
  });
  useEffect(() => {
    if (!canRead || refused === undefined) return;
    const timer = setInterval(() => {
      void queries.invalidateQueries({ queryKey: roomKey(roomId) });
      liveSocket.rejoin(roomId);
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [queries, roomId, canRead, refused]);
  const others = [...present].filter((name) => name !== me.username);
  return { typing: names, others, refused, heard };
}
