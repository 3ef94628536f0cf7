import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProjectionPage } from '@/features/analytics/components/projection-page';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

const AGAIN_MS = 20;

const live = {
  version: 1,
  stage: 'live',
  purpose: 'automatic',
  since: '2026-01-02T12:00:00.000Z',
  position: 99,
  lag: 0,
  rate: 0,
  dead_letters: 0,
};

function page(...more: object[]) {
  const projection = {
    name: 'messages',
    version: 1,
    paused: false,
    stores: ['messages'],
    position: 99,
    head: 99,
  };
  return {
    items: [{ ...projection, lag: 0, rate: 0, dead_letters: 0, versions: [live, ...more] }],
    next: null,
  };
}

/** Tells it again and again, as the server does. */
function serve(told: object) {
  const text = `event:projections\ndata:${JSON.stringify(told)}\n\n`;
  server.use(
    http.get('*/api/admin/projections', () => HttpResponse.json(page())),
    http.get('*/api/admin/projections/stream', () => {
      let timer: ReturnType<typeof setInterval>;
      const body = new ReadableStream({
        start: (controller) => {
          timer = setInterval(() => controller.enqueue(new TextEncoder().encode(text)), AGAIN_MS);
        },
        cancel: () => clearInterval(timer),
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
    http.get('*/api/admin/projections/messages/dead-letters', () =>
      HttpResponse.json({ items: [], next: null }),
    ),
  );
}

function open() {
  show(<ProjectionPage />, '/operations/messages', '/operations/:name');
}

describe('a projection', () => {
  beforeEach(() => signIn('root', 'admin'));

  it('shows how far its next version is, as that is told', async () => {
    serve(page({ ...live, version: 2, stage: 'filling', position: 49, lag: 50, rate: 25, eta_seconds: 2 }));
    open();
    const bar = await screen.findByRole('progressbar', { name: 'How far version 2 is' });
    expect(bar).toHaveAttribute('value', '49');
    expect(bar).toHaveAttribute('max', '99');
    expect(screen.getByText('49 of 99 · 25 per second · 2 seconds left')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  });

  it('is rebuilt for a reason, and waits before it is read if that is wanted', async () => {
    serve(page());
    let wanted: unknown;
    server.use(
      http.post('*/api/admin/projections/messages/rebuild', async ({ request }) => {
        wanted = await request.json();
        return new HttpResponse(null, { status: 202 });
      }),
    );
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Rebuild' }));
    await userEvent.click(screen.getByRole('switch'));
    await userEvent.type(screen.getByLabelText('Reason'), 'to compare');
    await userEvent.click(screen.getAllByRole('button', { name: 'Rebuild' }).at(-1) as HTMLElement);
    expect(await screen.findByText(/Asked for/)).toBeVisible();
    expect(wanted).toEqual({ reason: 'to compare', switch: 'manual' });
  });

  it('is for administrators alone', () => {
    signIn('ann', 'moderator');
    open();
    expect(screen.getByText('This is for other roles than yours.')).toBeVisible();
  });
});
