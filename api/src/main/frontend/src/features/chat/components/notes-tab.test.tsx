import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { NotesTab } from '@/features/chat/components/notes-tab';
import { useNotesWriting } from '@/features/chat/hooks/use-notes-writing';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

function Notes() {
  return <NotesTab notes={useNotesWriting('g')} />;
}

/** Shows notes, of which the first ones to be saved are refused so. @returns what was sent */
function open(...refusals: Response[]): string[] {
  const sent: string[] = [];
  server.use(
    http.get('/api/chat/notes/:gameId', () => HttpResponse.json({ content: '' })),
    http.put('/api/chat/notes/:gameId', async ({ request }) => {
      const notes = (await request.json()) as { content: string };
      sent.push(notes.content);
      return refusals.shift() ?? HttpResponse.json(notes);
    }),
  );
  show(<Notes />);
  return sent;
}

async function write(text: string): Promise<void> {
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your notes about this game' }), text);
}

beforeEach(() => {
  forgetDrafts();
  signIn('ann');
});

it('says that notes are saved while the newest are, and not while others wait', async () => {
  const sent = open();
  await write('a trap');
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  await write(' for the queen');
  expect(screen.queryByText('Saved')).toBeNull();
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect(sent).toEqual(['a trap', 'a trap for the queen']);
});

it('saves again what was not saved as a store was away', async () => {
  const sent = open(problem('store-unavailable', 503));
  await write('a trap');
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in a moment.');
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect(sent).toEqual(['a trap', 'a trap']);
});

it('waits for another text where one is refused', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const sent = open(problem('body-too-large', 413));
  await write('a trap');
  expect(await screen.findByRole('alert')).toHaveTextContent('That is too long.');
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(sent).toEqual(['a trap']);
  await write('!');
  await waitFor(() => expect(sent).toEqual(['a trap', 'a trap!']));
});
