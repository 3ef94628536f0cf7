import { Link } from 'react-router';
import { useFeed } from '@/features/following/api/get-related';
import { EntryRow } from '@/features/following/components/entry-row';
import styles from '@/features/following/components/profile-page.module.css';
import { KidModeNote } from '@/components/layout/kid-mode-note';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { useKidMode } from '@/lib/settings/settings';
import { useTexts } from '@/lib/texts/texts';

/** What the people whom one follows did. */
export function FeedPage() {
  const texts = useTexts();
  const kid = useKidMode();
  const link = <Link to="/following">{texts.following.followed}</Link>;
  return (
    <Page title={texts.common.nav.feed} actions={link}>
      {kid ? <KidModeNote /> : <Feed />}
    </Page>
  );
}

function Feed() {
  const texts = useTexts();
  const feed = useFeed(true);
  const entries = feed.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {feed.isPending && <Loading />}
      {feed.isError && <Failure error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.isSuccess && entries.length === 0 && <Empty>{texts.following.noFeed}</Empty>}
      {entries.length > 0 && (
        <ul className={styles['entries']}>
          {entries.map((entry) => (
            <EntryRow key={entry.at + (entry.url ?? '')} entry={entry} by={entry.user?.username} />
          ))}
        </ul>
      )}
      {feed.hasNextPage && <Button onClick={() => void feed.fetchNextPage()}>{texts.common.more}</Button>}
    </>
  );
}
