import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { ErasurePage } from '@/features/moderation/components/erasure-page';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const CERTIFICATE = {
  person: { id: 'dev-bob', username: '…' },
  requested_at: '2026-01-02T12:00:00.000Z',
  requested_by: { id: 'dev-root', username: 'root' },
  reason: 'asked by letter',
  requested_position: 812,
  erased_at: '2026-01-02T12:00:01.000Z',
  erased_position: 813,
  complete: false,
  stores: [
    { name: 'events', position: 813, erased: true },
    { name: 'messages', position: 811, erased: false },
  ],
};

function open() {
  show(<ErasurePage />, '/moderation/people/bob/erasure', '/moderation/people/:username/erasure');
}

describe('erasing somebody', () => {
  it('is for admins', () => {
    signIn('mia', 'moderator');
    open();
    expect(screen.getByText('This is for other roles than yours.')).toBeVisible();
  });

  it('takes a reason and the name once more, and shows the certificate', async () => {
    signIn('root', 'admin');
    let asked: unknown;
    server.use(
      http.get('*/api/admin/users/bob/erasure', () =>
        asked === undefined ? problem('no-erasure', 404) : HttpResponse.json(CERTIFICATE),
      ),
      http.post('*/api/admin/users/bob/erasure', async ({ request }) => {
        asked = await request.json();
        return new HttpResponse(null, { status: 202 });
      }),
    );
    open();
    await userEvent.type(await screen.findByLabelText('Reason'), 'asked by letter');
    const erase = screen.getByRole('button', { name: 'Erase for good' });
    expect(erase).toBeDisabled();
    const name = screen.getByLabelText('To confirm, type the name: bob');
    await userEvent.type(name, 'bo');
    expect(erase).toBeDisabled();
    await userEvent.type(name, 'b');
    await userEvent.click(erase);
    expect(await screen.findByText('Under way')).toBeVisible();
    expect(asked).toEqual({ reason: 'asked by letter' });
    expect(screen.getByText(/^Asked for by root/)).toHaveTextContent('position 812');
    expect(screen.getAllByRole('listitem').map((store) => store.textContent)).toEqual([
      'eventserasedposition 813',
      'messagesnot yetposition 811',
    ]);
  });

  it('is refused in plain words', async () => {
    signIn('root', 'admin');
    server.use(http.get('*/api/admin/users/bob/erasure', () => problem('unknown-user', 404)));
    open();
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody has this name here.');
    expect(screen.queryByLabelText('Reason')).toBeNull();
  });
});
