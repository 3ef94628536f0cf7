import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { ChatPanel } from '@/features/chat/components/chat-panel';
import { useChatUi } from '@/features/chat/stores/chat-ui-store';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const ROOM = {
  id: 'game~g',
  room_type: 'game',
  game_id: 'g',
  is_disabled: false,
  finished: false,
  public_read: false,
  access: { can_read: true, can_write: true, can_moderate: false, reason: null },
};
const SETTINGS = { zen_mode: false, chat_tab: 'notes', message_privacy: 'everyone', kid_mode: false };

beforeEach(() => {
  forgetDrafts();
  signIn('ann');
  useChatUi.setState({ hidden: [ROOM.id] });
  server.use(
    http.get('/api/chat/notes/:gameId', () => HttpResponse.json({ content: 'old' })),
    http.get('/api/chat/:roomId', () => HttpResponse.json(ROOM)),
    http.get('/api/settings', () => HttpResponse.json(SETTINGS)),
    http.patch('/api/settings', () => problem('store-unavailable', 503)),
  );
});

function notes() {
  return screen.findByRole('textbox', { name: 'Your notes about this game' });
}

async function open(tab: string): Promise<void> {
  await userEvent.click(screen.getByRole('tab', { name: tab }));
}

it('keeps what was written while the chat is looked at and nothing arrives, and saves it then', async () => {
  let isAway = true;
  const saved: string[] = [];
  server.use(
    http.put('/api/chat/notes/:gameId', async ({ request }) => {
      if (isAway) return HttpResponse.error();
      const body = (await request.json()) as { content: string };
      saved.push(body.content);
      return HttpResponse.json(body);
    }),
  );
  show(<ChatPanel roomId={ROOM.id} />);
  await userEvent.type(await notes(), ' trap');
  await open('Chat');
  expect(await screen.findByText('You have hidden this chat.')).toBeInTheDocument();
  await open('Notes');
  expect(await notes()).toHaveValue('old trap');
  await open('Chat');
  isAway = false;
  await waitFor(() => expect(saved).toEqual(['old trap']));
});

it('has what was written before the page was loaded anew, and tries to save it whenever one leaves', async () => {
  let tries = 0;
  server.use(
    http.put('/api/chat/notes/:gameId', () => {
      tries++;
      return HttpResponse.error();
    }),
  );
  const first = show(<ChatPanel roomId={ROOM.id} />);
  await userEvent.clear(await notes());
  first.unmount();
  await waitFor(() => expect(tries).toBe(1));
  const second = show(<ChatPanel roomId={ROOM.id} />);
  expect(await notes()).toHaveValue('');
  second.unmount();
  await waitFor(() => expect(tries).toBe(2));
});

it('opens the tab that was chosen though that cannot be kept, and says so', async () => {
  show(<ChatPanel roomId={ROOM.id} />);
  await notes();
  await open('Chat');
  expect(await screen.findByRole('alert')).toHaveTextContent('A part of the server is away.');
  expect(screen.getByRole('tab', { name: 'Chat' })).toHaveAttribute('aria-selected', 'true');
});
