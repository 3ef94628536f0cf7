import { act, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { ChatLines } from '@/features/chat/components/chat-lines';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { draftKey, writeDraft } from '@/lib/drafts/draft-store';
import { fakeSockets } from '@/testing/fake-socket';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

vi.mock('@/features/chat/components/chat-lines', () => ({ ChatLines: vi.fn(() => <p>Lines</p>) }));

const ROOM = {
  id: 'team~a',
  room_type: 'team',
  team_id: 'a',
  is_disabled: false,
  finished: false,
  public_read: false,
  access: { can_read: true, can_write: true, can_moderate: false, reason: null },
};

it('does not render its lines again with each letter of one that is being written', async () => {
  signIn('ann');
  fakeSockets();
  server.use(
    http.get('/api/chat/:roomId', () => HttpResponse.json(ROOM)),
    http.get('/api/chat/:roomId/messages', () => HttpResponse.json({ items: [] })),
    // nothing that comes later renders it
    http.get('/api/settings', () => new Promise(() => undefined)),
  );
  show(<ChatPanel roomId={ROOM.id} />);
  const input = await screen.findByRole('textbox', { name: 'Write a line' });
  await screen.findByText('Lines');
  vi.mocked(ChatLines).mockClear();
  act(() => writeDraft(draftKey('dev-ann', ROOM.id), 'h'));
  expect(input).toHaveValue('h');
  expect(ChatLines).not.toHaveBeenCalled();
});
