import { Link, useSearchParams } from 'react-router';
import { useForumSearch } from '@/features/forum/api/search-forum';
import { ForumFailure } from '@/features/forum/components/forum-failure';
import { SearchBox } from '@/features/forum/components/search-box';
import { SearchFacets } from '@/features/forum/components/search-facets';
import { SearchFilters } from '@/features/forum/components/search-filters';
import { SearchHelp } from '@/features/forum/components/search-help';
import styles from '@/features/forum/components/search-page.module.css';
import { SearchResult } from '@/features/forum/components/search-result';
import { readWanted, type Wanted } from '@/features/forum/types/search';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { Empty, Loading, Notice } from '@/components/ui/notice';
import { isRefusal } from '@/lib/api/problem';
import { useTexts } from '@/lib/texts/texts';

/** What is looked for, which the address says, and what was found. */
export function SearchPage() {
  const { forum } = useTexts();
  const [parameters] = useSearchParams();
  const wanted = readWanted(parameters);
  return (
    <Page title={forum.search.title} actions={<Link to="/forum">{forum.title}</Link>}>
      <SearchBox key={wanted.q} among={wanted} />
      <SearchHelp />
      <SearchFilters wanted={wanted} />
      <Results wanted={wanted} />
    </Page>
  );
}

function Results({ wanted }: { wanted: Wanted }) {
  const { forum, common } = useTexts();
  const search = useForumSearch(wanted);
  if (wanted.q === '' && wanted.author === '') return <Empty>{forum.search.start}</Empty>;
  if (search.isPending) return <Loading />;
  if (search.isError) return <Unanswered error={search.error} onRetry={() => void search.refetch()} />;
  const [first] = search.data.pages;
  const items = search.data.pages.flatMap((page) => page.items);
  return (
    <div className={styles['results']} aria-busy={search.isPlaceholderData}>
      <p role="status" className={styles['total']}>
        {first === undefined || first.total.value === 0
          ? forum.search.nothing
          : forum.search.found(first.total.value, first.total.exact)}
      </p>
      {first !== undefined && <SearchFacets facets={first.facets} wanted={wanted} />}
      <ol className={styles['list']}>
        {items.map((found) => (
          <SearchResult key={found.post.id} found={found} />
        ))}
      </ol>
      {search.hasNextPage && (
        <Button
          className={styles['more'] ?? ''}
          disabled={search.isFetchingNextPage}
          onClick={() => void search.fetchNextPage()}
        >
          {search.isFetchingNextPage ? common.loading : common.more}
        </Button>
      )}
    </div>
  );
}

/** While the index is away, that is what is said. */
function Unanswered({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { forum, common } = useTexts();
  if (!isRefusal(error, 'store-unavailable')) return <ForumFailure error={error} onRetry={onRetry} />;
  return (
    <Notice tone="warning">
      {forum.search.away}
      <Button size="small" onClick={onRetry}>
        {common.retry}
      </Button>
    </Notice>
  );
}
