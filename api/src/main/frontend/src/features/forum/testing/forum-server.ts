import { http, HttpResponse } from 'msw';
import type { Category, Post, Topic, TopicPage } from '@/features/forum/types/forum';
import { server } from '@/testing/server';

const NOON = '2026-01-01T12:00:00.000Z';

export function person(username: string) {
  return { id: `dev-${username}`, username };
}

export function topic(given: Partial<Topic> = {}): Topic {
  return {
    id: 'topic~1',
    category: 'general',
    title: 'A trap for the queen',
    slug: 'a-trap-for-the-queen',
    author: person('ann'),
    created_at: NOON,
    updated_at: NOON,
    is_closed: false,
    is_pinned: false,
    post_count: 1,
    view_count: 7,
    ...given,
  };
}

export function post(given: Partial<Post> = {}): Post {
  const number = given.number ?? 1;
  const content = given.content ?? `Text ${String(number)}`;
  return {
    id: `topic~1~${String(number)}`,
    number,
    author: person('ann'),
    content,
    html: `<p>${content}</p>`,
    embeds: [],
    created_at: new Date().toISOString(),
    edited_at: null,
    is_deleted: false,
    reactions: {},
    ...given,
  };
}

const CATEGORIES: Category[] = [
  { slug: 'general', name: 'General', description: 'All about it', order: 0 },
  { slug: 'off-topic', name: 'Off-Topic', description: 'All else', order: 1 },
];

/** The forum has these categories, and of topics this page. */
export function serveForum(topics: Topic[] = [topic()]): void {
  server.use(
    http.get('/api/forum/categories', () => HttpResponse.json({ items: CATEGORIES, next: null })),
    http.get('/api/forum/topics', () => HttpResponse.json({ items: topics, next: null })),
    http.get('/api/forum/suggest', () => HttpResponse.json({ items: [], next: null })),
  );
}

/** A topic with these posts, a page of 50 after the other; `asked` collects what was asked for. */
export function serveTopic(served: Topic, posts: Post[], asked: string[] = []): void {
  serveForum([served]);
  server.use(
    http.get('/api/forum/topics/:topicId', ({ request }) => {
      const after = new URL(request.url).searchParams.get('after') ?? '';
      asked.push(after);
      const left = posts.filter(({ number }) => number > Number(after));
      const items = left.slice(0, 50);
      const next = left.length > items.length ? String(items.at(-1)?.number) : null;
      return HttpResponse.json({ topic: served, posts: { items, next } } satisfies TopicPage);
    }),
  );
}
