import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { DetectionPage } from '@/features/moderation/components/detection-page';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const TEXT = 'You are an idiot';

/** Two stretches of the log: one insult in each, and in the second one more in private. */
function serveDetection(): string[] {
  const asked: string[] = [];
  const finding = { category: 'insult', severity: 2, start: 11, end: 16, rule: 'insult.en/idiot*' };
  const item = (position: number) => ({
    position,
    at: '2026-01-02T12:00:00.000Z',
    author: { id: 'dev-bob', username: 'bob' },
    subject: { kind: 'chat_message', id: 'team~t1~1~2' },
    text: TEXT,
    findings: [finding],
  });
  const run = { version: '1-24ecbb42', texts: 100, flagged: 1, by_category: { insult: 1 }, next: '20000' };
  server.use(
    http.get('*/api/mod/detection/dry-run', ({ request }) => {
      const after = new URL(request.url).searchParams.get('after') ?? '';
      asked.push(after);
      return HttpResponse.json(
        after === '20000'
          ? { ...run, texts: 50, flagged: 2, by_category: { insult: 2 }, items: [item(20_007)], next: null }
          : { ...run, items: [item(7)] },
      );
    }),
  );
  return asked;
}

describe('the text policy', () => {
  let asked: string[];

  beforeEach(() => {
    signIn('mia', 'moderator');
    asked = serveDetection();
    show(<DetectionPage />);
  });

  it('is run when one wants it to, and shows what it would flag, where and why', async () => {
    expect(asked).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Look through it' }));
    expect(await screen.findByText(/^1 of 100 texts would be flagged/)).toHaveTextContent('position 20000');
    const flagged = within(screen.getByRole('listitem'));
    expect(flagged.getByText('idiot').tagName).toBe('MARK');
    expect(flagged.getByText('Insult, 2 of 3')).toBeVisible();
    expect(flagged.getByRole('link')).toHaveAttribute('href', '/moderation/timeline/room/team~t1?at=7');
  });

  it('goes on to the end of the log, and counts together', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Look through it' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Look further' }));
    expect(await screen.findByText(/^3 of 150 texts would be flagged/)).toHaveTextContent('up to the end');
    expect(screen.getByText('Insult: 3')).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Look further' })).toBeNull();
    expect(asked).toEqual(['', '20000']);
  });

  it('begins behind a position', async () => {
    await userEvent.type(screen.getByLabelText('Behind this position of the log'), '4711');
    await userEvent.click(screen.getByRole('button', { name: 'Look through it' }));
    expect(await screen.findByText(/would be flagged/)).toBeVisible();
    expect(asked).toEqual(['4711']);
  });
});
