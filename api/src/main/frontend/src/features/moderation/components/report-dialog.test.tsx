import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { ReportDialog } from '@/features/moderation/components/report-dialog';
import { draftKey, forgetDrafts, readDraft } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const REPORT = {
  id: 'case~conduct~dev-bob~1~1',
  reported_user: { id: 'dev-bob', username: 'bob' },
  report_type: 'harassment',
  description: 'He follows me',
  status: 'pending',
  created_at: '2026-01-02T12:00:00.000Z',
};

describe('a report', () => {
  beforeEach(() => {
    signIn('ann');
    forgetDrafts();
  });

  function open() {
    return show(<ReportDialog username="bob" onClose={() => undefined} />);
  }

  it('that was begun is there again, and gone once it was filed', async () => {
    server.use(http.post('*/api/reports', () => HttpResponse.json(REPORT, { status: 201 })));
    const { unmount } = open();
    await userEvent.type(screen.getByLabelText('What happened?'), 'He follows me');
    unmount();
    open();
    expect(screen.getByLabelText('What happened?')).toHaveValue('He follows me');
    await userEvent.click(screen.getByRole('button', { name: 'Send the report' }));
    expect(await screen.findByText(/^Thank you/)).toBeVisible();
    expect(readDraft(draftKey('dev-ann', 'report bob '))).toBe('');
  });
});
