import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { CasePage } from '@/features/moderation/components/case-page';
import { draftKey, forgetDrafts, readDraft } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { problem } from '@/testing/problem';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const ID = 'case~conduct~dev-bob~1';
const MINUTE_MS = 60_000;

const ACTION = {
  id: 'action~dev-bob~1',
  action_type: 'chat_ban',
  reason: 'insults',
  created_at: '2026-01-02T12:00:00.000Z',
  state: 'in_force',
};

const person = (username: string) => ({ id: `dev-${username}`, username });

/** A case about bob, which somebody holds for some minutes; negative ones are over. */
function caseOf(holder?: string, minutes = 20) {
  const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
  const inquiry = holder !== undefined && {
    moderator: person(holder),
    fence: 3,
    until,
    seconds_left: minutes * 60,
  };
  return {
    case: {
      id: ID,
      reported_user: person('bob'),
      kind: 'conduct',
      report_types: ['chat'],
      report_count: 1,
      opened_at: '2026-01-02T12:00:00.000Z',
      status: 'pending',
      score: 1,
      ...(inquiry === false ? {} : { inquiry }),
    },
    reports: [
      {
        id: `${ID}~1`,
        reporter: person('ann'),
        report_type: 'chat',
        is_automated: false,
        statements: [
          {
            description: 'He insults me',
            evidence: {
              subject: { kind: 'chat_message', id: 'team~t1~1~2' },
              was: { content: 'You are an idiot', written_at: '2026-01-02T11:59:00.000Z' },
              now: { content: 'You are an idiot', is_deleted: true },
            },
            created_at: '2026-01-02T12:00:00.000Z',
          },
        ],
      },
    ],
    decision: null,
    actions: [],
    timeouts: 1,
    suggestion: { action_type: 'chat_ban', duration: 'P1D', because: 'Not the first offence.' },
  };
}

function open(body: object) {
  server.use(http.get('*/api/mod/reports/:id', () => HttpResponse.json(body)));
  return show(<CasePage />, `/moderation/cases/${ID}`, '/moderation/cases/:caseId');
}

describe('a case', () => {
  beforeEach(() => {
    signIn('mia', 'moderator');
    forgetDrafts();
  });

  it('shows what was written beside what became of it, and where that happened', async () => {
    open(caseOf());
    expect(await screen.findByText('As it was')).toBeVisible();
    expect(screen.getAllByText('You are an idiot')).toHaveLength(2);
    expect(screen.getByText('Deleted since')).toBeVisible();
    expect(screen.getByText('1 timeout by a moderator')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Its timeline' })).toHaveAttribute(
      'href',
      '/moderation/timeline/room/team~t1',
    );
  });

  it('is decided by the one who holds it, under their claim, as is suggested', async () => {
    let decided: unknown;
    server.use(
      http.post('*/api/mod/reports/:id/action', async ({ request }) => {
        decided = await request.json();
        return problem('inquiry-lost', 409);
      }),
    );
    open(caseOf('mia'));
    expect(await screen.findByRole('timer')).toHaveTextContent(/^Yours for (20:00|19:5\d)$/);
    await userEvent.type(screen.getByLabelText('Reason'), 'insults');
    await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You do not hold this case any more.');
    expect(decided).toEqual({ action_type: 'chat_ban', duration: 'P1D', reason: 'insults', fence: 3 });
  });

  it('can be claimed while nobody holds it, and is decided by nobody else', async () => {
    let claims = 0;
    server.use(
      http.post('*/api/mod/reports/:id/claim', () => {
        claims++;
        return problem('claimed-by-another', 409);
      }),
    );
    open(caseOf());
    await userEvent.click(await screen.findByRole('button', { name: 'Claim' }));
    await waitFor(() => expect(claims).toBe(1));
    expect(await screen.findByRole('alert')).toHaveTextContent('Another moderator has claimed this case.');
    expect(screen.queryByRole('button', { name: 'Decide' })).toBeNull();
  });

  it('says who else holds it', async () => {
    open(caseOf('max'));
    expect(await screen.findByText(/^max is looking into this until/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Claim' })).toBeNull();
  });

  it('is decided for a day where something else is done than the warning that was suggested', async () => {
    let decided: unknown;
    server.use(
      http.post('*/api/mod/reports/:id/action', async ({ request }) => {
        decided = await request.json();
        return problem('inquiry-lost', 409);
      }),
    );
    open({ ...caseOf('mia'), suggestion: { action_type: 'warning', because: 'A first offence.' } });
    await userEvent.selectOptions(await screen.findByLabelText('What'), 'Chat ban');
    expect(screen.getByLabelText('For how long')).toHaveDisplayValue('1 day');
    await userEvent.type(screen.getByLabelText('Reason'), 'insults');
    await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
    await waitFor(() => expect(decided).toMatchObject({ action_type: 'chat_ban', duration: 'P1D' }));
  });

  it('is decided for good where that was suggested', async () => {
    open({ ...caseOf('mia'), suggestion: { action_type: 'account_ban', because: 'Cheating.' } });
    expect(await screen.findByLabelText('For how long')).toHaveDisplayValue('For good');
  });

  it('is held as long as the server says, whatever time it is here', async () => {
    const early = caseOf('mia', -20);
    Object.assign(early.case.inquiry ?? {}, { seconds_left: 20 * 60 });
    open(early);
    expect(await screen.findByRole('timer')).toHaveTextContent(/^Yours for (20:00|19:5\d)$/);
  });

  it('tells once that its time ends soon', async () => {
    open(caseOf('mia', 1.5));
    expect(await screen.findByText(/^Your time with this case ends in 2 minutes/)).toHaveAttribute(
      'role',
      'status',
    );
  });

  it('keeps what was written when its time ends, for when it is claimed again', async () => {
    open(caseOf('mia', 1 / 60));
    await userEvent.type(await screen.findByLabelText('Reason'), 'He');
    expect(await screen.findByText(/Your time with this case is over/)).toBeVisible();
    expect(screen.getByLabelText('Reason')).toHaveValue('He');
    expect(screen.getByRole('button', { name: 'Decide' })).toBeDisabled();
    server.use(
      http.post('*/api/mod/reports/:id/claim', () => HttpResponse.json(caseOf('mia').case.inquiry)),
      http.get('*/api/mod/reports/:id', () => HttpResponse.json(caseOf('mia'))),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Claim' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Decide' })).toBeEnabled());
    expect(screen.getByLabelText('Reason')).toHaveValue('He');
  });

  it('keeps a reason that was begun over a reload, until it is decided', async () => {
    let status = 409;
    server.use(
      http.post('*/api/mod/reports/:id/action', () =>
        status === 409 ? problem('inquiry-lost', 409) : HttpResponse.json(ACTION, { status }),
      ),
    );
    const { unmount } = open(caseOf('mia'));
    await userEvent.type(await screen.findByLabelText('Reason'), 'insults');
    unmount();
    open(caseOf('mia'));
    expect(await screen.findByLabelText('Reason')).toHaveValue('insults');
    await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.getByLabelText('Reason')).toHaveValue('insults');
    status = 201;
    const decision = { status: 'action', reason: 'insults', at: '2026-01-02T12:00:00.000Z' };
    server.use(http.get('*/api/mod/reports/:id', () => HttpResponse.json({ ...caseOf(), decision })));
    await userEvent.click(screen.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByRole('heading', { name: 'Decision' })).toBeVisible();
    await waitFor(() => expect(readDraft(draftKey('dev-mia', `decision ${ID}`))).toBe(''));
  });

  it('is to be claimed anew once its time is over', async () => {
    open(caseOf('mia', -1));
    expect(await screen.findByText(/Your time with this case is over/)).toBeVisible();
    expect(screen.queryByLabelText('Reason')).toBeNull();
    expect(screen.getByRole('button', { name: 'Claim' })).toBeEnabled();
  });
});
