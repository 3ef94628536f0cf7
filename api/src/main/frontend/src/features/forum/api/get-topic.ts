import { type InfiniteData, type QueryClient, useInfiniteQuery } from '@tanstack/react-query';
import { type Post, type Topic, type TopicPage, topicPageSchema } from '@/features/forum/types/forum';
import { get } from '@/lib/api/client';
import { FORUM } from '@/lib/query-keys';

const PAGE = 50;
/** How often a page that is open is read anew, as no stream tells of topics. */
const ANEW_MS = 20_000;

type Pages = InfiniteData<TopicPage, number>;

export function topicKey(topicId: string) {
  return [...FORUM, 'topic', topicId] as const;
}

/** After which post the page begins that has this one. */
export function startOf(post: number): number {
  return Math.floor((post - 1) / PAGE) * PAGE;
}

/**
 * A topic with its posts, from one page on: later ones are the next pages, earlier ones the previous.
 * While the window is seen all of them are read anew, the more rarely the more they are: a page every 20 s on average.
 *
 * @param start after which post that page begins
 */
export function useTopic(topicId: string, start: number) {
  return useInfiniteQuery({
    queryKey: [...topicKey(topicId), start],
    queryFn: ({ pageParam, signal }) =>
      get('/api/forum/topics/{topicId}', {
        path: { topicId },
        query: { after: String(pageParam), limit: PAGE },
        answer: topicPageSchema,
        signal,
      }),
    initialPageParam: start,
    getNextPageParam: (page) => (page.posts.next == null ? null : Number(page.posts.next)),
    getPreviousPageParam: (_, __, after) => (after === 0 ? null : Math.max(0, after - PAGE)),
    refetchInterval: ({ state }) => ANEW_MS * (state.data?.pages.length ?? 1),
  });
}

/** The topic as the latest page has it, and its posts. A page that is filled up may have some of the one after it. */
export function readPages(pages: readonly TopicPage[]): { topic: Topic | undefined; posts: Post[] } {
  const numbered = new Map(pages.flatMap((page) => page.posts.items).map((post) => [post.number, post]));
  const posts = [...numbered.values()].sort((one, other) => one.number - other.number);
  return { topic: pages.at(-1)?.topic, posts };
}

export function changePosts(queries: QueryClient, topicId: string, change: (post: Post) => Post): void {
  changePages(queries, topicId, (page) => ({
    ...page,
    posts: { ...page.posts, items: page.posts.items.map(change) },
  }));
}

export function changeTopic(queries: QueryClient, topicId: string, change: Partial<Topic>): void {
  changePages(queries, topicId, (page) => ({ ...page, topic: { ...page.topic, ...change } }));
}

function changePages(queries: QueryClient, topicId: string, change: (page: TopicPage) => TopicPage): void {
  queries.setQueriesData<Pages>({ queryKey: topicKey(topicId) }, (data) =>
    data === undefined ? data : { ...data, pages: data.pages.map(change) },
  );
}
