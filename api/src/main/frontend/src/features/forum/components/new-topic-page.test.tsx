import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, expect, it } from 'vitest';
import { NewTopicPage } from '@/features/forum/components/new-topic-page';
import { post, serveForum, topic } from '@/features/forum/testing/forum-server';
import { writeDraft } from '@/lib/drafts/draft-store';
import { signIn } from '@/testing/people';
import { show } from '@/testing/render';
import { server } from '@/testing/server';

beforeEach(() => {
  signIn('bob');
  serveForum();
  writeDraft('dev-bob topic', '');
  writeDraft('dev-bob topic title', '');
});

it('says what is wrong with a title, and starts the topic with a good one', async () => {
  let body: unknown;
  server.use(
    http.post('/api/forum/topics', async ({ request }) => {
      body = await request.json();
      return HttpResponse.json({ topic: topic(), post: post() }, { status: 201 });
    }),
  );
  show(<NewTopicPage />, '/forum/new?category=off-topic');
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await userEvent.type(title, 'Traps');
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'Which?');
  const submit = screen.getByRole('button', { name: 'Start the topic' });
  expect(title).toHaveAccessibleDescription(/More than one word/);
  expect(submit).toBeDisabled();
  await userEvent.type(title, ' of beginners');
  await userEvent.click(submit);
  await waitFor(() =>
    expect(body).toEqual({ category: 'off-topic', title: 'Traps of beginners', content: 'Which?' }),
  );
});

it('previews what the server makes of the text', async () => {
  server.use(
    http.post('/api/forum/preview', () => HttpResponse.json({ html: '<p>a <em>fork</em></p>', embeds: [] })),
  );
  show(<NewTopicPage />, '/forum/new');
  await userEvent.type(await screen.findByRole('textbox', { name: 'Text' }), 'a *fork*');
  await userEvent.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByText('fork')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Write' }));
  expect(screen.getByRole('textbox', { name: 'Text' })).toHaveValue('a *fork*');
});
