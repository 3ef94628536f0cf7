import { Link } from 'react-router';
import { useBlocked } from '@/features/following/api/get-related';
import { BlockButton } from '@/features/following/components/block-button';
import styles from '@/features/following/components/profile-page.module.css';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Failure, Loading } from '@/components/ui/notice';
import { useTexts } from '@/lib/texts/texts';

/** The people whom one blocks. */
export function BlockedList() {
  const texts = useTexts();
  const blocked = useBlocked();
  const people = blocked.data?.pages.flatMap((page) => page.items) ?? [];
  if (blocked.isPending) return <Loading />;
  if (blocked.isError) return <Failure error={blocked.error} onRetry={() => void blocked.refetch()} />;
  if (people.length === 0) return <p>{texts.following.noBlocks}</p>;
  return (
    <>
      <ul className={styles['people']}>
        {people.map(({ user }) => (
          <li key={user.id} className={styles['person']}>
            <Avatar name={user.username} />
            <Link to={`/people/${encodeURIComponent(user.username)}`}>{user.username}</Link>
            <span className={styles['push']} />
            <BlockButton username={user.username} blocking />
          </li>
        ))}
      </ul>
      {blocked.hasNextPage && (
        <Button onClick={() => void blocked.fetchNextPage()}>{texts.common.more}</Button>
      )}
    </>
  );
}
