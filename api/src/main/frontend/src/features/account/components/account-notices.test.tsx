import { act, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { AccountNotices } from '@/features/account/components/account-notices';
import { useNotices } from '@/features/account/stores/notices-store';
import { liveSocket, type Subscriber } from '@/lib/live/socket';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';

const ACTION = { action_id: 'a', created_at: '2026-03-01T12:00:00.000Z' };

let told: Subscriber;

function tell(name: string, data: object): void {
  act(() => told.onEvent(name, data));
}

beforeEach(() => {
  signIn('ann');
  useNotices.setState({ notices: [] });
  vi.spyOn(liveSocket, 'subscribe').mockImplementation((_, subscriber) => {
    told = subscriber;
    return () => undefined;
  });
  show(<AccountNotices />);
});

it('tells what moderators do as it happens, and where one is mentioned', () => {
  tell('sanction', { ...ACTION, action_type: 'chat_ban', reason: 'Insults', until: null });
  tell('mention', { topic_id: 't~1', post_id: 't~1~2~7', number: 2, author: { id: 'b', username: 'bob' } });
  expect(screen.getByText(/Insults/)).toBeVisible();
  expect(screen.getByText(/bob mentions you/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Read it' })).toHaveAttribute('href', '/forum/topics/t~1?post=2');
});

it('tells nothing of what it does not understand', () => {
  tell('mention', { topic_id: 't~1', author: null });
  tell('unread_count', { unread: 2 });
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
});
