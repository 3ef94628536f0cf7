import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TopicPage } from '@/features/forum/components/topic-page';
import { person, post, serveTopic, topic } from '@/features/forum/testing/forum-server';
import type { Post, Topic } from '@/features/forum/types/forum';
import { forgetDrafts, writeDraft } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const DRAFT = 'dev-bob topic~1';

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
  writeDraft(DRAFT, '');
  signIn('bob');
});

function open(served: Topic, posts: Post[], at = '', asked: string[] = []) {
  serveTopic(served, posts, asked);
  return show(<TopicPage />, `/forum/topics/topic~1/a-trap${at}`, '/forum/topics/:topicId/:slug?');
}

function shown(number: number) {
  return screen.findByRole('article', { name: new RegExp(`^Post ${String(number)} `) });
}

describe('a topic', () => {
  it('shows what the server has rendered, and only the place of a deleted post', async () => {
    open(topic(), [
      post({ html: '<p>a <strong>fork</strong></p>' }),
      post({ number: 2, is_deleted: true, content: null, html: null }),
    ]);
    expect((await shown(1)).querySelector('strong')).toHaveTextContent('fork');
    const deleted = await shown(2);
    expect(deleted).toHaveTextContent('This post was deleted.');
    expect(within(deleted).queryByRole('button')).toBeNull();
  });

  it('begins at the page of the post that the address names, and leads back', async () => {
    const posts = Array.from({ length: 70 }, (_, index) => post({ number: index + 1 }));
    const asked: string[] = [];
    open(topic({ post_count: 70 }), posts, '?post=60', asked);
    // by id, as finding names among 50 posts takes long
    const at = (number: number) => document.getElementById(`post-${String(number)}`);
    await waitFor(() => expect(at(60)).toHaveFocus());
    expect(asked).toEqual(['50']);
    expect(at(50)).toBeNull();
    await userEvent.click(screen.getByText('Show earlier posts'));
    await waitFor(() => expect(at(1)).not.toBeNull());
    expect(document.querySelectorAll('article')).toHaveLength(70);
    expect(screen.queryByText('Show earlier posts')).toBeNull();
  });

  it('that is not there is told', async () => {
    server.use(http.get('/api/forum/topics/:topicId', () => problem('unknown-topic', 404)));
    show(<TopicPage />, '/forum/topics/topic~1', '/forum/topics/:topicId/:slug?');
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such topic');
  });

  it('takes no answers when it is closed', async () => {
    open(topic({ is_closed: true }), [post()]);
    expect(await screen.findByText(/nobody can answer/)).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Quote' })).toBeNull();
  });
});

describe('an open topic', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    return () => vi.useRealTimers();
  });

  it('shows edits and reactions, and holds new posts back until they are asked for', async () => {
    const posts = [post()];
    open(topic(), posts);
    await shown(1);
    posts[0] = post({ html: '<p>mended</p>', reactions: { heart: { count: 1, mine: false } } });
    posts.push(post({ number: 2 }), post({ number: 3, is_deleted: true }), post({ number: 4 }));
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await screen.findByText('mended')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Heart: 1 person' })).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(1);
    act(() => screen.getByRole('button', { name: '2 new posts' }).click());
    expect(await shown(2)).toHaveFocus();
    expect(screen.getAllByRole('article')).toHaveLength(4);
    expect(screen.queryByText(/new post/)).toBeNull();
  });
});

describe('answering', () => {
  it('sends what was written, and leaves nothing begun', async () => {
    const posts = [post()];
    open(topic(), posts);
    server.use(
      http.post('/api/forum/topics/:topicId/posts', async ({ request }) => {
        const { content } = (await request.json()) as { content: string };
        const added = post({ number: 2, content, author: person('bob') });
        posts.push(added);
        return HttpResponse.json(added, { status: 201 });
      }),
    );
    const field = await screen.findByRole('textbox', { name: 'Text' });
    await userEvent.type(field, 'The rook{Control>}{Enter}{/Control}');
    expect(await shown(2)).toHaveTextContent('The rook');
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('says why it was refused, and keeps the text', async () => {
    open(topic(), [post()]);
    server.use(http.post('/api/forum/topics/:topicId/posts', () => problem('comm-ban', 403)));
    const field = await screen.findByRole('textbox', { name: 'Text' });
    await userEvent.type(field, 'The rook');
    await userEvent.click(screen.getByRole('button', { name: 'Post the answer' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('A moderator lets you write to nobody.');
    expect(field).toHaveValue('The rook');
  });

  it('quotes below what was begun', async () => {
    open(topic(), [post({ content: 'one\ntwo' })]);
    const field = await screen.findByRole('textbox', { name: 'Text' });
    await userEvent.type(field, 'Begun');
    await userEvent.click(screen.getByRole('button', { name: 'Quote' }));
    expect(field).toHaveValue('Begun\n\n@ann:\n\n> one\n> two\n\n');
    expect(field).toHaveFocus();
  });
});

describe('editing', () => {
  const own = () => post({ author: person('bob'), content: 'The rook' });
  const field = async () => within(await shown(1)).findByRole('textbox', { name: 'Text' });

  beforeEach(forgetDrafts);

  async function begin() {
    const opened = open(topic(), [own()]);
    await userEvent.click(within(await shown(1)).getByRole('button', { name: /^Actions for bob/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await userEvent.type(await field(), ' takes');
    return opened;
  }

  it('that was begun is there again after a reload', async () => {
    const { unmount } = await begin();
    unmount();
    open(topic(), [own()]);
    expect(await field()).toHaveValue('The rook takes');
  });

  it('leaves nothing begun once it is given up', async () => {
    const { unmount } = await begin();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    unmount();
    open(topic(), [own()]);
    expect(within(await shown(1)).queryByRole('textbox')).toBeNull();
  });
});

describe('reacting', () => {
  it('is seen at once, and taken back where the server refuses', async () => {
    open(topic(), [post({ reactions: { heart: { count: 2, mine: false } } })]);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => (answer = resolve));
    server.use(
      http.put('/api/forum/posts/:postId/reactions/heart', async () => {
        await asked;
        return problem('too-many-reactions', 409);
      }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Heart: 2 people' }));
    expect(screen.getByRole('button', { name: 'Heart: 3 people' })).toHaveAttribute('aria-pressed', 'true');
    answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('all the reactions');
    expect(screen.getByRole('button', { name: 'Heart: 2 people' })).toBeVisible();
  });
});
