import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { SearchPage } from '@/features/forum/components/search-page';
import { person, serveForum } from '@/features/forum/testing/forum-server';
import type { SearchAnswer } from '@/features/forum/types/search';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const FOUND: SearchAnswer = {
  items: [
    {
      topic: { id: 'topic~1', title: 'A <b> trap', slug: 'a-trap', category: 'general' },
      post: { id: 'topic~1~3', number: 3 },
      author: person('ann'),
      created_at: '2026-01-01T12:00:00.000Z',
      title_html: 'A &lt;b&gt; <mark>trap</mark>',
      snippet_html: 'the <mark>trap</mark> &lt;img src=x onerror=alert(1)&gt;',
    },
  ],
  facets: { categories: [{ category: 'general', count: 4 }], authors: [{ author: person('ann'), count: 3 }] },
  total: { value: 4, exact: true },
  next: null,
};

let asked: URLSearchParams[];

beforeEach(() => {
  signIn('bob');
  serveForum();
  asked = [];
  server.use(
    http.get('/api/forum/search', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      return HttpResponse.json(FOUND);
    }),
  );
});

describe('what was found', () => {
  it('has marks around it, and nothing of it becomes HTML', async () => {
    show(<SearchPage />, '/forum/search?q=trap');
    const link = await screen.findByRole('link', { name: 'A <b> trap' });
    expect(link).toHaveAttribute('href', '/forum/topics/topic~1/a-trap?post=3');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['trap', 'trap']);
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('4 posts found')).toBeVisible();
  });

  it('is narrowed to a category, and widened again', async () => {
    show(<SearchPage />, '/forum/search?q=trap');
    await userEvent.click(await screen.findByRole('link', { name: 'Only General, 4 found' }));
    expect(asked.at(-1)?.get('category')).toBe('general');
    await userEvent.click(await screen.findByRole('link', { name: 'Without the filter General' }));
    await screen.findByRole('link', { name: 'Only General, 4 found' });
  });

  it('is asked for as it was written, operators and all', async () => {
    show(<SearchPage />, '/forum/search');
    expect(screen.getByText('What are you looking for?')).toBeVisible();
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Search the forum' }),
      '"queen trap" -rook user:ann{Enter}',
    );
    await screen.findByText('4 posts found');
    expect(asked.at(-1)?.get('q')).toBe('"queen trap" -rook user:ann');
  });

  it('comes in the order that was chosen', async () => {
    show(<SearchPage />, '/forum/search?q=trap');
    await screen.findByText('4 posts found');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Newest first');
    await screen.findByText('4 posts found');
    expect(asked.at(-1)?.get('sort')).toBe('date');
  });
});

describe('while the index is away', () => {
  it('says so plainly, and can be tried again', async () => {
    server.use(http.get('/api/forum/search', () => problem('store-unavailable', 503), { once: true }));
    show(<SearchPage />, '/forum/search?q=trap');
    expect(await screen.findByText(/Search is away at the moment/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('4 posts found')).toBeVisible();
  });
});
