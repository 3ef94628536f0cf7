import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { SanctionList } from '@/features/account/components/sanction-list';
import { forgetDrafts } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const BAN = {
  id: 'action~dev-bob~1',
  action_type: 'chat_ban',
  reason: 'Insults',
  created_at: '2026-01-02T12:00:00.000Z',
  until: null,
  is_in_force: true,
};

/** A ban, and how an appeal against it stands. */
function open(status: string | null, reason?: string) {
  const answer = reason === undefined ? null : { reason, at: '2026-01-03T12:00:00.000Z' };
  const others = {
    id: 'a0',
    action_id: 'action~dev-bob~0',
    status: 'rejected',
    answer: { reason: 'Another' },
  };
  server.use(
    http.get('*/api/me/sanctions', () =>
      HttpResponse.json({ items: [{ ...BAN, appeal: status }], next: null }),
    ),
    http.get('*/api/appeals', () =>
      HttpResponse.json({ items: [others, { id: 'a1', action_id: BAN.id, status, answer }], next: null }),
    ),
  );
  return show(<SanctionList />);
}

describe('an appeal', () => {
  beforeEach(() => {
    signIn('bob');
    forgetDrafts();
  });

  it('that was begun is there again after a reload, and gone once it was sent', async () => {
    server.use(http.post('*/api/appeals', () => HttpResponse.json({}, { status: 201 })));
    const { unmount } = open(null);
    await userEvent.click(await screen.findByRole('button', { name: 'Appeal' }));
    await userEvent.type(screen.getByLabelText(/looked at again/), 'It was not me');
    unmount();
    open(null);
    expect(await screen.findByLabelText(/looked at again/)).toHaveValue('It was not me');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(screen.queryByLabelText(/looked at again/)).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Appeal' }));
    expect(screen.getByLabelText(/looked at again/)).toHaveValue('');
  });

  it('waits for an answer', async () => {
    open('pending');
    expect(await screen.findByText(/^You have appealed/)).toBeVisible();
  });

  it('was granted, with the reason', async () => {
    open('granted', 'You are right');
    expect(await screen.findByText(/^Your appeal was granted/)).toBeVisible();
    expect(await screen.findByText('You are right')).toBeVisible();
    expect(screen.queryByText('Another')).toBeNull();
  });

  it('was rejected, with the reason', async () => {
    open('rejected', 'It was rude');
    expect(await screen.findByText(/^Your appeal was rejected/)).toBeVisible();
    expect(await screen.findByText('It was rude')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Appeal' })).toBeNull();
  });
});
