import { useUnreadMessages } from '@/features/messaging/api/get-conversations';

/** How many direct messages wait; 0 where that is not asked for. */
export function useUnread(wanted: boolean): number {
  const unread = useUnreadMessages(wanted);
  return wanted ? (unread.data?.unread ?? 0) : 0;
}
