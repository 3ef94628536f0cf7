import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { ModerationLayout } from '@/features/moderation/components/moderation-layout';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

function streamOf(...events: [string, object][]) {
  const text = events.map(([name, data]) => `event:${name}\ndata:${JSON.stringify(data)}\n\n`).join('');
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
  });
  return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

describe('the section of moderators', () => {
  it('is not for others, who are told so, and nothing is asked', () => {
    signIn('ann');
    show(<ModerationLayout />);
    expect(screen.getByText('This is for other roles than yours.')).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('tells what other moderators do as it happens', async () => {
    signIn('mia', 'moderator');
    server.use(
      http.get('*/api/mod/stream', () =>
        streamOf([
          'case_claimed',
          { case_id: 'case~play~dev-bob~1', moderator: { id: 'dev-max', username: 'max' } },
        ]),
      ),
    );
    show(<ModerationLayout />);
    const told = await screen.findByRole('link', { name: 'max claimed a case' });
    expect(told).toHaveAttribute('href', '/moderation/cases/case~play~dev-bob~1');
  });
});
