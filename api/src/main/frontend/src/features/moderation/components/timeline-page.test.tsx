import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { TimelinePage } from '@/features/moderation/components/timeline-page';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const TYPES = ['RoomOpened', 'MessagePosted', 'MessageDeleted'];

const eventAt = (sequence: number) => ({
  event_id: `e${String(sequence)}`,
  position: 10 * (sequence + 1),
  sequence,
  at: new Date(Date.parse('2026-01-02T12:00:00Z') + 1000 * sequence).toISOString(),
  type: TYPES[sequence] ?? `Said${String(sequence)}`,
  payload: { room_id: 'team~t1' },
  is_private: false,
  actor: { id: 'dev-bob', username: 'bob' },
  role: 'user',
  reason: '',
});

/** Answers as the server pages a history of so many events, with the position that was asked for in the state. */
function serveHistory(kind: string, count = 3) {
  const events = Array.from({ length: count }, (_, sequence) => eventAt(sequence));
  server.use(
    http.get(`*/api/mod/history/${kind}/:id`, ({ request }) => {
      const asked = new URL(request.url).searchParams;
      const asOf = asked.get('as_of');
      const first = Number(asked.get('after') ?? -1) + 1;
      const items = events.slice(first, first + Number(asked.get('limit')));
      const place = events.findLastIndex(({ position }) => position <= Number(asOf ?? Infinity));
      return HttpResponse.json({
        kind,
        id: 'x',
        state: asOf === null ? {} : { seen_at: `state ${asOf}` },
        as_of_sequence: place < 0 ? null : place,
        last_sequence: count - 1,
        events: {
          items,
          next: items.at(-1)?.sequence === count - 1 ? null : String(first + items.length - 1),
        },
      });
    }),
    http.get(`*/api/mod/history/${kind}/:id/page`, ({ request }) => {
      const asOf = new URL(request.url).searchParams.get('as_of') ?? '';
      if (asOf === '10') return problem('unknown-room', 404);
      const line = { id: 'l', created_at: '2026-01-02T12:00:01.000Z', is_deleted: asOf === '30' };
      const user = { id: 'dev-bob', username: 'bob' };
      return HttpResponse.json({ items: [{ ...line, user, content: `page ${asOf}` }], next: null });
    }),
  );
}

function open(kind: string, id: string, query = '') {
  show(
    <TimelinePage />,
    `/moderation/timeline/${kind}/${id}${query}`,
    '/moderation/timeline/:kind/:historyId',
  );
}

describe('a timeline', () => {
  beforeEach(() => signIn('mia', 'moderator'));

  it('begins with how things are, and its slider leads back to how they were', async () => {
    serveHistory('room');
    open('room', 'team~t1');
    expect(await screen.findByText('state 30')).toBeVisible();
    expect(screen.getByText('page 30').closest('del')).not.toBeNull();
    fireEvent.change(screen.getByLabelText('Moment'), { target: { value: '1' } });
    expect(await screen.findByText('state 20')).toBeVisible();
    expect((await screen.findByText('page 20')).closest('del')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
    expect(await screen.findByText('There was nothing to see.')).toBeVisible();
  });

  it('begins at the event that the address names', async () => {
    serveHistory('room');
    open('room', 'team~t1', '?at=20');
    expect(await screen.findByText('Event 2 of 3')).toBeVisible();
  });

  describe('of many pages', () => {
    const slider = () => screen.getByLabelText<HTMLInputElement>('Moment');
    const shown = (type: string) => screen.findByRole('region', { name: type });

    beforeEach(() => serveHistory('room', 250));

    it('begins with how things are', async () => {
      open('room', 'team~t1');
      expect(await screen.findByText('Event 250 of 250')).toBeVisible();
      expect(await shown('Said249')).toBeVisible();
      expect(await screen.findByText('state 2500')).toBeVisible();
      expect(slider().max).toBe('249');
    });

    it('begins at the event that the address names, however late it was', async () => {
      open('room', 'team~t1', '?at=1805');
      expect(await screen.findByText('Event 180 of 250')).toBeVisible();
      expect(await shown('Said179')).toBeVisible();
      expect(await screen.findByText('state 1800')).toBeVisible();
    });

    it('loads earlier and later events as one moves', async () => {
      open('room', 'team~t1', '?at=10');
      expect(await shown('RoomOpened')).toBeVisible();
      fireEvent.change(slider(), { target: { value: '200' } });
      expect(await shown('Said200')).toBeVisible();
      expect(screen.getByRole('button', { name: /^Said199/ })).toBeVisible();
      await userEvent.click(screen.getByRole('button', { name: 'Earlier' }));
      expect(await shown('Said199')).toBeVisible();
      expect(await screen.findByText('state 2000')).toBeVisible();
    });
  });

  it('says while it loads a moment that what is shown is of another', async () => {
    serveHistory('room');
    open('room', 'team~t1');
    const before = await screen.findByText('state 30');
    expect(before.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    fireEvent.change(screen.getByLabelText('Moment'), { target: { value: '1' } });
    expect(screen.getByText('state 30').closest('[aria-busy]')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getAllByText(/^This is from the moment before/)).toHaveLength(2);
    const then = await screen.findByText('state 20');
    expect(then.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
  });

  it('shows what was written in private only for a reason, which is sent along', async () => {
    serveHistory('conversation');
    let asked = new URLSearchParams();
    server.use(
      http.get('*/api/mod/history/conversation/:id/page', ({ request }) => {
        asked = new URL(request.url).searchParams;
        const sender = { id: 'dev-bob', username: 'bob' };
        const item = { id: 'm', sender, content: 'Between us', created_at: '2026-01-02T12:00:01.000Z' };
        return HttpResponse.json({ id: 'x', people: [sender], items: [item], next: null, last_read: [] });
      }),
    );
    open('conversation', 'dm~a~b');
    await userEvent.click(await screen.findByRole('button', { name: 'Read it' }));
    const dialog = screen.getByRole('dialog');
    const confirm = () => screen.getAllByRole('button', { name: 'Read it' }).at(-1) as HTMLButtonElement;
    await userEvent.type(screen.getByLabelText('Reason'), 'too short');
    expect(dialog).toContainElement(confirm());
    expect(confirm()).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Reason'), ', now long enough');
    await userEvent.click(confirm());
    expect(await screen.findByText('Between us')).toBeVisible();
    await waitFor(() => expect(asked.get('reason')).toBe('too short, now long enough'));
    expect(asked.get('as_of')).toBe('30');
  });
});
