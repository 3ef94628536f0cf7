import type { Page } from 'playwright-core';
import type { RouteObject } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, newcomer, roomOf, tokenOf, useBrowser, visit, windowOf } from './browser';

const STAFF = ['user', 'moderator', 'admin', 'analyst'];

/** Who looks at a page: nobody signed in, somebody who came to talk, or somebody with all roles. */
const LOOKERS = ['nobody', 'ann', 'staff'] as const;
type Looker = (typeof LOOKERS)[number];

const tables = import.meta.glob<Record<string, RouteObject[]>>('../src/app/routes/*.ts', { eager: true });
const routed = Object.values(tables).flatMap((table) => Object.values(table).flat().flatMap(pathsOf));

/** For each page of the router: who looks at it, and where it is. */
const LOOKS: Readonly<Record<string, (made: Made) => readonly [Looker, ...string[]]>> = {
  '/sign-in': () => ['nobody', '/sign-in'],
  '/signed-in': () => ['nobody', '/signed-in'],
  '/chat/:roomId?': ({ room }) => ['ann', '/chat', `/chat/${room}`],
  '/messages/:conversationId?': ({ conversation }) => [
    'ann',
    '/messages',
    `/messages/${conversation}`,
    '/messages/new',
  ],
  '/people/:username': ({ ann, bob }) => ['ann', `/people/${bob}`, `/people/${ann}`],
  '/following': () => ['ann', '/following'],
  '/feed': () => ['ann', '/feed'],
  '/forum': () => ['ann', '/forum'],
  '/forum/in/:category': () => ['ann', '/forum/in/game-analysis'],
  '/forum/by/:username': ({ ann }) => ['ann', `/forum/by/${ann}`],
  '/forum/new': () => ['ann', '/forum/new'],
  '/forum/search': ({ word }) => ['ann', '/forum/search', `/forum/search?q=${word}`],
  '/forum/topics/:topicId/:slug?': ({ topic }) => ['ann', `/forum/topics/${topic}`],
  '/@/:username': ({ bob }) => ['ann', `/@/${bob}`],
  '/reports': () => ['ann', '/reports'],
  '/settings': () => ['ann', '/settings'],
  '/moderation': () => ['staff', '/moderation'],
  '/moderation/cases/:caseId': ({ bob }) => ['staff', `/moderation/cases/case~conduct~dev-${bob}~1`],
  '/moderation/appeals': () => ['staff', '/moderation/appeals'],
  '/moderation/people': () => ['staff', '/moderation/people'],
  '/moderation/people/:username': ({ bob }) => ['staff', `/moderation/people/${bob}`],
  '/moderation/people/:username/erasure': ({ bob }) => ['staff', `/moderation/people/${bob}/erasure`],
  '/moderation/detection': () => ['staff', '/moderation/detection'],
  '/moderation/audit': () => ['staff', '/moderation/audit'],
  '/moderation/timeline': () => ['staff', '/moderation/timeline'],
  '/moderation/timeline/:kind/:historyId': ({ room, topic, conversation }) => [
    'staff',
    `/moderation/timeline/room/${room}`,
    `/moderation/timeline/topic/${topic}`,
    `/moderation/timeline/conversation/${conversation}`,
  ],
  '/moderation/conversations/:conversationId': ({ conversation }) => [
    'staff',
    `/moderation/conversations/${conversation}`,
  ],
  '/operations': () => ['staff', '/operations'],
  '/operations/:name': () => ['staff', '/operations/messages'],
  '/analytics': () => ['staff', '/analytics'],
  '/analytics/export': () => ['staff', '/analytics/export'],
};

interface Made {
  ann: string;
  bob: string;
  word: string;
  room: string;
  conversation: string;
  topic: string;
}

describe('every page', () => {
  useBrowser();
  let made: Made;

  beforeAll(async () => {
    made = await make();
  });

  it('of the router is looked at here', () => {
    expect(Object.keys(LOOKS).sort()).toEqual([...routed].sort());
  });

  it.each(LOOKERS)(
    'is for everybody, as far as %s comes',
    async (who) => {
      const narrow = await windowAs(who, made, { width: 360, language: 'de' });
      const wide = await windowAs(who, made, { width: 1440, scheme: 'dark' });
      for (const look of Object.values(LOOKS)) {
        const [looker, ...addresses] = look(made);
        for (const address of looker === who ? addresses : []) {
          for (const page of [narrow, wide]) {
            await open(page, address);
            await expectAccessible(page);
            expect(await tooWide(page), address).toEqual([]);
          }
        }
      }
    },
    120_000,
  );
});

function pathsOf(route: RouteObject): string[] {
  const own = `/${route.path ?? ''}`;
  const below = (route.children ?? []).flatMap(pathsOf);
  const isPage = route.index === true || route.children === undefined;
  return isPage ? [own] : below.map((path) => (path === '/' ? own : own + path));
}

/** A room in which bob has insulted ann, who has reported it; a conversation of theirs; a topic with an answer. */
async function make(): Promise<Made> {
  const [ann, bob, word] = [newcomer('ann'), newcomer('bob'), newcomer('fianchetto')];
  const room = await roomOf(ann, bob);
  const [hers, his] = [await tokenOf(ann, 'user'), await tokenOf(bob, 'user')];
  await api(hers, 'POST', `/api/chat/${room}/messages/`, { content: `Good evening, ${bob}! `.repeat(8) });
  const line = await api(his, 'POST', `/api/chat/${room}/messages/`, { content: 'You are an idiot' });
  await api(hers, 'POST', '/api/reports/', {
    reported_user: bob,
    report_type: 'chat',
    description: 'He insults me',
    subject: { kind: 'chat_message', id: (line as { id: string }).id },
  });
  const sent = await api(hers, 'POST', '/api/messages/compose/', { recipient: bob, content: 'Between us' });
  const { topic } = (await api(hers, 'POST', '/api/forum/topics', {
    category: 'game-analysis',
    title: `All about ${word}`,
    content: `Who has seen **${word}** on the board?\n\n    ${'1. e4 '.repeat(40)}\n\n@${bob}`,
  })) as { topic: { id: string } };
  await api(his, 'POST', `/api/forum/topics/${topic.id}/posts`, { content: `> ${word}\n\nNever.` });
  await api(hers, 'POST', `/api/users/${bob}/follow/`);
  await api(await tokenOf(newcomer('mia'), 'moderator'), 'POST', `/api/mod/users/${bob}/actions/`, {
    action_type: 'restriction',
    reason: 'insults',
    duration: 'P1D',
  });
  const { conversation } = sent as { conversation: { id: string } };
  return { ann, bob, word, room, conversation: conversation.id, topic: topic.id };
}

function windowAs(who: Looker, { ann }: Made, visiting: Parameters<typeof visit>[0]): Promise<Page> {
  switch (who) {
    case 'nobody':
      return visit(visiting);
    case 'ann':
      return windowOf(ann, '/settings', visiting);
    case 'staff':
      return windowOf(newcomer('root'), '/settings', { ...visiting, roles: STAFF });
  }
}

/** Opens a page, and waits until nothing of it is waited for. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page
    .getByText(/^(Loading|Wird geladen ?)…$/)
    .first()
    .waitFor({ state: 'detached' });
}

/** What reaches over the right edge, where the page can be scrolled sideways to it. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('#content')]
      .filter((each) => each.scrollWidth > each.clientWidth)
      .flatMap((each) => [...each.querySelectorAll('*')])
      .filter((each) => each.getBoundingClientRect().right > window.innerWidth)
      .slice(0, 5)
      .map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`),
  );
}
