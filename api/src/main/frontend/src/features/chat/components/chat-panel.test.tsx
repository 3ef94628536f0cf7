import { act, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Profiler } from 'react';
import { expect, it, vi } from 'vitest';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { draftKey, writeDraft } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const ROOM = {
  id: 'team~a',
  room_type: 'team',
  team_id: 'a',
  is_disabled: false,
  finished: false,
  public_read: false,
  access: { can_read: true, can_write: true, can_moderate: false, reason: null },
};

it('is not rendered again with each letter of a line that is being written', async () => {
  signIn('ann');
  server.use(
    http.get('/api/chat/:roomId', () => HttpResponse.json(ROOM)),
    // nothing that comes later renders it
    http.get('/api/settings', () => new Promise(() => undefined)),
  );
  const rendered = vi.fn();
  useChatUi.getState().toggle(ROOM.id);
  show(
    <Profiler id="room" onRender={rendered}>
      <ChatPanel roomId={ROOM.id} />
    </Profiler>,
  );
  await screen.findByText('You have hidden this chat.');
  rendered.mockClear();
  act(() => writeDraft(draftKey('dev-ann', ROOM.id), 'h'));
  expect(rendered).not.toHaveBeenCalled();
});
