import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { ExportPage } from '@/features/analytics/components/export-page';
import { saveFile } from '@/lib/save-file';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

vi.mock('@/lib/save-file');

it('goes on after a break with what was asked for when it began', async () => {
  signIn('nan', 'analyst');
  const asked: string[] = [];
  let breakOff = () => {};
  server.use(
    http.get('*/api/analytics/events', ({ request }) => {
      asked.push(new URL(request.url).search);
      const body = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(`{"cursor":"${String(asked.length)}"}\n`));
          if (asked.length > 1) controller.close();
          else breakOff = () => controller.error(new TypeError('gone'));
        },
      });
      return new HttpResponse(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
    }),
  );
  show(<ExportPage />);
  const types = screen.getByLabelText('Types of events');
  await userEvent.type(types, 'RoomOpened');
  await userEvent.click(screen.getByRole('button', { name: 'Download' }));
  await screen.findByText(/^1 lines/);
  breakOff();
  const goOn = await screen.findByRole('button', { name: 'Go on' });
  await userEvent.clear(types);
  await userEvent.type(types, 'MessagePosted');
  await userEvent.click(goOn);
  await waitFor(() => expect(saveFile).toHaveBeenCalledOnce());
  expect(asked).toEqual(['?types=RoomOpened', '?types=RoomOpened&cursor=1']);
});
