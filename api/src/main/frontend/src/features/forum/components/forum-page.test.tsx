import { screen } from '@testing-library/react';
import { http } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { ForumPage } from '@/features/forum/components/forum-page';
import { serveForum, topic } from '@/features/forum/testing/forum-server';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

beforeEach(() => signIn('bob'));

it('shows categories and topics, and what state they are in', async () => {
  serveForum([topic({ is_pinned: true, is_closed: true, post_count: 3 })]);
  show(<ForumPage />, '/forum');
  expect(await screen.findByRole('link', { name: 'A trap for the queen' })).toHaveAttribute(
    'href',
    '/forum/topics/topic~1/a-trap-for-the-queen',
  );
  expect(screen.getByRole('img', { name: 'Pinned' })).toBeVisible();
  expect(screen.getByRole('img', { name: 'Closed' })).toBeVisible();
  expect(screen.getByText('3 posts')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'New category' })).toBeNull();
});

it('says where there is nothing yet', async () => {
  serveForum([]);
  show(<ForumPage />, '/forum');
  expect(await screen.findByText('No topics yet. Start the first one.')).toBeVisible();
});

it('is closed in kid mode, with all that leads on', async () => {
  server.use(
    http.get('/api/forum/categories', () => problem('kid-mode', 403)),
    http.get('/api/forum/topics', () => problem('kid-mode', 403)),
  );
  show(<ForumPage />, '/forum');
  expect(await screen.findByText('Kid mode is on')).toBeVisible();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.queryByRole('link', { name: 'New topic' })).toBeNull();
});

it('lets admins open categories', async () => {
  signIn('root', 'user', 'admin');
  serveForum();
  show(<ForumPage />, '/forum');
  expect(await screen.findByRole('button', { name: 'New category' })).toBeVisible();
});
