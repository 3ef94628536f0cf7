import { Link } from 'react-router';
import { useFollowed } from '@/features/following/api/get-related';
import styles from '@/features/following/components/profile-page.module.css';
import { Page } from '@/components/layout/page';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { useMe } from '@/lib/session/session-store';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** The people whom one follows. Nobody else sees the list. */
export function FollowingList() {
  const texts = useTexts();
  const language = useLanguage();
  const me = useMe();
  const followed = useFollowed(me.username);
  const people = followed.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={texts.following.followed}>
      {followed.isPending && <Loading />}
      {followed.isError && <Failure error={followed.error} onRetry={() => void followed.refetch()} />}
      {followed.isSuccess && people.length === 0 && <Empty>{texts.following.nobody}</Empty>}
      {people.length > 0 && (
        <ul className={styles['people']}>
          {people.map(({ user, since }) => (
            <li key={user.id} className={styles['person']}>
              <Avatar name={user.username} />
              <Link to={`/people/${encodeURIComponent(user.username)}`}>{user.username}</Link>
              <time dateTime={since}>{moment(since, language)}</time>
            </li>
          ))}
        </ul>
      )}
      {followed.hasNextPage && (
        <Button onClick={() => void followed.fetchNextPage()}>{texts.common.more}</Button>
      )}
    </Page>
  );
}
