import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { useLocation } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { SearchBox } from '@/features/forum/components/search-box';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const OFFERED = ['A trap for the queen', 'Traps of beginners'].map((title, index) => ({
  id: `topic~${String(index + 1)}`,
  title,
  slug: 'a-trap',
  category: 'general',
}));

function Where() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

beforeEach(() => {
  signIn('bob');
  server.use(http.get('/api/forum/suggest', () => HttpResponse.json({ items: OFFERED, next: null })));
  show(
    <>
      <SearchBox among={{ category: 'general' }} />
      <Where />
    </>,
  );
});

it('offers topics, and goes to the one that the arrows choose', async () => {
  const field = screen.getByRole('combobox');
  await userEvent.type(field, 'trap');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  await userEvent.keyboard('{ArrowUp}');
  const chosen = screen.getByRole('option', { selected: true });
  expect(chosen).toHaveTextContent('Traps of beginners');
  expect(field).toHaveAttribute('aria-activedescendant', chosen.id);
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('/forum/topics/topic~2/a-trap');
});

it('searches where none is chosen, among what it stands for', async () => {
  await userEvent.type(screen.getByRole('combobox'), 'trap');
  await screen.findAllByRole('option');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent('/forum/search?category=general&q=trap');
});
