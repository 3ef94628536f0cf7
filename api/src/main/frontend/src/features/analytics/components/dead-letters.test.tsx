import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeadLetters } from '@/features/analytics/components/dead-letters';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const LETTERS = '*/api/admin/projections/notices/dead-letters';

function letter(id: string, type: string, waiting: boolean) {
  const failure = { error: 'store-refuses', at: '2026-01-02T12:00:00.000Z', attempts: 3 };
  return {
    id,
    version: 1,
    event_id: `event-${id}`,
    position: 41,
    stream: 'dev-bob',
    place: 0,
    type,
    since: '2026-01-02T12:00:00.000Z',
    waiting,
    failure: waiting ? null : failure,
  };
}

/** A warning that could not be handled, and a sanction that waits behind it; `asked` collects what is to be done. */
function open(asked: object[] = []) {
  const letters = [letter('1', 'MemberWarned', false), letter('2', 'SanctionImposed', true)];
  server.use(
    http.get(LETTERS, () => HttpResponse.json({ items: letters, next: null })),
    http.get(`${LETTERS}/1`, () => {
      const [first] = letters;
      const event = {
        type: 'MemberWarned',
        at: first?.since,
        payload: { reason: 'rude' },
        is_private: false,
      };
      return HttpResponse.json({ letter: first, event });
    }),
    http.post(`${LETTERS}/*`, async ({ request }) => {
      const { pathname } = new URL(request.url);
      asked.push([pathname.split('/dead-letters/')[1], await request.json()]);
      return new HttpResponse(null, { status: 202 });
    }),
  );
  show(<DeadLetters name="notices" count={2} />);
}

function row(type: string) {
  return screen.findByText(type).then((name) => within(name.closest('li') as HTMLElement));
}

async function giveReason(confirm: string) {
  await userEvent.type(screen.getByLabelText('Reason'), 'the row is mended');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: confirm }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('dead letters', () => {
  beforeEach(() => signIn('root', 'admin'));

  it('say what failed and how often, and which wait behind another', async () => {
    open();
    const failed = await row('MemberWarned');
    expect(failed.getByText(/The store does not take it · tried 3 times/)).toBeVisible();
    expect(failed.queryByText('Waits behind another')).toBeNull();
    const waiting = await row('SanctionImposed');
    expect(waiting.getByText('Waits behind another')).toBeVisible();
    expect(waiting.queryByRole('button', { name: 'Skip' })).toBeNull();
  });

  it('are shown with their event', async () => {
    open();
    await userEvent.click((await row('MemberWarned')).getByRole('button', { name: 'Look at it' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(await dialog.findByText(/"reason": "rude"/)).toBeVisible();
  });

  it('are handled again or never, one or all, for a reason', async () => {
    const asked: object[] = [];
    open(asked);
    const failed = await row('MemberWarned');
    await userEvent.click(failed.getByRole('button', { name: 'Retry' }));
    await giveReason('Retry');
    await userEvent.click(failed.getByRole('button', { name: 'Skip' }));
    await giveReason('Skip');
    await userEvent.click(screen.getByRole('button', { name: 'Retry all' }));
    await giveReason('Retry all');
    const reason = { reason: 'the row is mended' };
    expect(asked).toEqual([
      ['1/retry', reason],
      ['1/skip', reason],
      ['retry', reason],
    ]);
  });
});
