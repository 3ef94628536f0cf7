import { useActivity } from '@/features/following/api/get-profile';
import { EntryRow } from '@/features/following/components/entry-row';
import styles from '@/features/following/components/profile-page.module.css';
import { Button } from '@/components/ui/button';
import { Empty, Failure, Loading } from '@/components/ui/notice';
import { day } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** What somebody did, day by day. */
export function ActivityLog({ username }: { username: string }) {
  const texts = useTexts();
  const language = useLanguage();
  const activity = useActivity(username);
  const days = activity.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles['log']} aria-labelledby="activity">
      <h2 id="activity">{texts.following.activity}</h2>
      {activity.isPending && <Loading />}
      {activity.isError && <Failure error={activity.error} onRetry={() => void activity.refetch()} />}
      {activity.isSuccess && days.length === 0 && <Empty>{texts.following.noActivity}</Empty>}
      {days.map((each) => (
        <div key={each.day} className={styles['day']}>
          <h3>{day(each.day, language)}</h3>
          <ul className={styles['entries']}>
            {each.entries.map((entry) => (
              <EntryRow key={entry.at + (entry.url ?? entry.user?.id ?? '')} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
      {activity.hasNextPage && (
        <Button onClick={() => void activity.fetchNextPage()}>{texts.common.more}</Button>
      )}
    </section>
  );
}
