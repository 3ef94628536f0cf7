import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { ChatMessage } from '@/features/chat/components/chat-message';
import type { Line } from '@/features/chat/types/chat';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';

const LINE: Line = {
  id: 'team~a~1',
  room_id: 'team~a',
  user: { id: 'dev-bob', username: 'bob' },
  content: 'hello',
  created_at: '2026-03-01T12:00:00.000Z',
  is_deleted: false,
};

beforeEach(() => signIn('ann'));

it('leads to whoever wrote it', () => {
  show(<ChatMessage line={LINE} isFirst newDay={false} />);
  expect(screen.getByRole('link', { name: 'bob' })).toHaveAttribute('href', '/people/bob');
});

it('leads nowhere where that is nobody any more', () => {
  show(<ChatMessage line={{ ...LINE, user: { id: 'x', username: '' } }} isFirst newDay={false} />);
  expect(screen.getByText('Somebody who left')).toBeInTheDocument();
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});
