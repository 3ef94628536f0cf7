import { Eye, Handshake, type LucideIcon, Swords, Trophy, BookOpen } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { useMyRooms } from '@/features/chat/api/get-my-rooms';
import styles from '@/features/chat/components/room-list.module.css';
import { entityOf, type Room, roomNamed } from '@/features/chat/types/chat';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

const ICONS: Record<Room['room_type'], LucideIcon> = {
  game: Swords,
  spectator: Eye,
  tournament: Trophy,
  team: Handshake,
  study: BookOpen,
};

/** The rooms one takes part in, and a way into any other. */
export function RoomList() {
  const { chat, common } = useTexts();
  const rooms = useMyRooms();
  const all = rooms.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={chat.yourRooms}>
      {rooms.isPending && <Loading />}
      {rooms.isError && <Failure error={rooms.error} onRetry={() => void rooms.refetch()} />}
      {rooms.isSuccess && all.length === 0 && <Empty>{chat.noRooms}</Empty>}
      <ul className={styles['list']}>
        {all.map((room) => (
          <li key={room.id}>
            <RoomLink room={room} />
          </li>
        ))}
      </ul>
      {rooms.hasNextPage && (
        <Button onClick={() => void rooms.fetchNextPage()} disabled={rooms.isFetchingNextPage}>
          {common.more}
        </Button>
      )}
      <OpenRoom />
    </Page>
  );
}

function RoomLink({ room }: { room: Room }) {
  const { chat } = useTexts();
  const Icon = ICONS[room.room_type];
  return (
    <NavLink to={`/chat/${room.id}`} className={styles['room']}>
      <span className={styles['icon']}>
        <Icon size={18} aria-hidden />
      </span>
      <span className={styles['names']}>
        <span className={styles['entity']}>{entityOf(room)}</span>
        <span className={styles['type']}>
          {chat.types[room.room_type]}
          {room.is_disabled && ` · ${chat.disabled}`}
          {room.finished && ` · ${chat.finished}`}
        </span>
      </span>
    </NavLink>
  );
}

function OpenRoom() {
  const { chat } = useTexts();
  const navigate = useNavigate();
  const [named, setNamed] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const id = roomNamed(named);
    if (id !== undefined) void navigate(`/chat/${encodeURIComponent(id)}`);
  };
  return (
    <form className={styles['open']} onSubmit={submit}>
      <TextField
        label={chat.open}
        hint={chat.openHint}
        value={named}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setNamed(event.target.value)}
      />
      <Button type="submit">{chat.go}</Button>
    </form>
  );
}
