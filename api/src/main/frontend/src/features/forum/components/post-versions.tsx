import { useVersions } from '@/features/forum/api/get-versions';
import { PostBody } from '@/features/forum/components/post-body';
import styles from '@/features/forum/components/post-versions.module.css';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Failure, Loading } from '@/components/ui/notice';
import { moment } from '@/lib/dates';
import { useLanguage, useTexts } from '@/lib/texts/texts';

/** What a post said before, and says now, the oldest first. */
export function PostVersions({ postId, onClose }: { postId: string; onClose: () => void }) {
  const { forum, common } = useTexts();
  const language = useLanguage();
  const versions = useVersions(postId);
  const items = (versions.data?.pages ?? []).flatMap((page) => page.items);
  const isLast = (place: number) => place === items.length - 1 && !versions.hasNextPage;
  return (
    <Dialog title={forum.versions.title} onClose={onClose}>
      {versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      <ol className={styles['versions']}>
        {items.map((version, place) => (
          <li key={place} className={styles['version']}>
            <p className={styles['when']}>
              <time dateTime={version.written_at}>{moment(version.written_at, language)}</time>
              {place === 0 && ` · ${forum.versions.first}`}
              {isLast(place) && ` · ${forum.versions.now}`}
            </p>
            <PostBody html={version.html} />
          </li>
        ))}
      </ol>
      {versions.hasNextPage && (
        <Button disabled={versions.isFetching} onClick={() => void versions.fetchNextPage()}>
          {common.more}
        </Button>
      )}
    </Dialog>
  );
}
