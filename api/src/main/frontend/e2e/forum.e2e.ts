import { beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, found, newcomer, tokenOf, useBrowser, windowOf } from './browser';

interface Started {
  topic: { id: string; slug: string };
  post: { id: string };
}

async function start(token: string, title: string, content: string): Promise<Started> {
  const body = { category: 'game-analysis', title, content };
  return (await api(token, 'POST', '/api/forum/topics', body)) as Started;
}

describe('the forum', () => {
  useBrowser();
  const word = newcomer('zugzwang');
  const ann = newcomer('ann');
  let topic: Started['topic'];

  beforeAll(async () => {
    const token = await tokenOf(ann, 'user');
    const content = `Who has seen **${word}** on the board?\n\n    1. e4\n\nhttps://lichess.org/study/abcdefgh`;
    ({ topic } = await start(token, `All about ${word}`, content));
    await found(token, `/api/forum/suggest?q=${encodeURIComponent(`All about ${word}`)}`);
  });

  it('finds what was written, and marks it', async () => {
    const page = await windowOf(newcomer('bob'), '/forum');
    const field = page.getByRole('combobox', { name: 'Search the forum' });
    await field.fill(`All about ${word}`);
    await page.getByRole('option', { name: `All about ${word}` }).waitFor();
    await field.fill(`${word} user:${ann}`);
    await field.press('Enter');
    const found = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
    await found.locator('mark').filter({ hasText: word }).first().waitFor();
    await expectAccessible(page);
    await found.getByRole('link', { name: `All about ${word}` }).click();
    await page.getByRole('heading', { name: `All about ${word}` }).waitFor();
  });

  it('takes an answer, its edit and a reaction, by the keyboard alone', async () => {
    const bob = newcomer('bob');
    const page = await windowOf(bob, `/forum/topics/${topic.id}/${topic.slug}`);
    await page.getByRole('textbox', { name: 'Text' }).focus();
    await page.keyboard.type('In an **endgame**, once.');
    await page.getByRole('button', { name: 'Preview' }).press('Enter');
    await page.locator('strong', { hasText: 'endgame' }).waitFor();
    await page.getByRole('button', { name: 'Write' }).press('Enter');
    await page.getByRole('textbox', { name: 'Text' }).press('Control+Enter');
    const post = page.getByRole('article', { name: new RegExp(`by ${bob}$`) });
    await post.locator('strong', { hasText: 'endgame' }).waitFor();
    await post.getByRole('button', { name: /^Actions for/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await post.getByRole('textbox').fill('In an endgame, twice.');
    await post.getByRole('textbox').press('Control+Enter');
    await post.getByText('In an endgame, twice.').waitFor();
    await post.getByText('edited').waitFor();
    await post.getByRole('button', { name: 'React' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Heart' }).press('Enter');
    await post.getByRole('button', { name: 'Heart: 1 person', pressed: true }).waitFor();
    await post.getByRole('button', { name: /^Actions for/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Versions' }).press('Enter');
    await page.getByRole('dialog').getByText('once').waitFor();
    await expectAccessible(page);
  });

  it('shows what others do in a topic that is open, and moves nothing for it', async () => {
    const [his, hers] = [await tokenOf(newcomer('bob'), 'user'), await tokenOf(newcomer('eve'), 'user')];
    const { topic: open, post } = await start(his, `Who moves first, ${newcomer('white')}?`, 'I do.');
    const page = await windowOf(newcomer('dan'), `/forum/topics/${open.id}/${open.slug}`);
    await page.clock.install();
    await page.reload();
    await page.getByText('I do.').waitFor();
    await api(his, 'PATCH', `/api/forum/posts/${post.id}`, { content: 'You do.' });
    await api(hers, 'PUT', `/api/forum/posts/${post.id}/reactions/heart`);
    await api(hers, 'POST', `/api/forum/topics/${open.id}/posts`, { content: 'White, always.' });
    const place = await page.getByRole('textbox', { name: 'Text' }).boundingBox();
    await expect
      .poll(async () => {
        await page.clock.fastForward(21_000);
        return page.getByRole('button', { name: '1 new post' }).count();
      })
      .toBe(1);
    await page.getByText('You do.').waitFor();
    await page.getByRole('button', { name: 'Heart: 1 person' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Text' }).boundingBox()).toEqual(place);
    await expectAccessible(page);
    await page.getByRole('button', { name: '1 new post' }).press('Enter');
    await page.getByText('White, always.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('post-2');
  });

  it('is closed in kid mode', async () => {
    const kid = newcomer('kid');
    await api(await tokenOf(kid, 'user'), 'POST', '/api/settings/kid-mode/', {
      enabled: true,
      password: 'not the usual one',
    });
    const at = [
      '/forum',
      '/forum/new',
      '/forum/in/general',
      '/forum/search?q=chess',
      `/forum/topics/${topic.id}/${topic.slug}`,
    ];
    const page = await windowOf(kid, '/forum');
    for (const path of at) {
      await page.goto(path);
      await page.getByText('Kid mode is on').first().waitFor();
      expect(await page.getByText(word).count()).toBe(0);
      await expectAccessible(page);
    }
  });

  it('is closed and moved by a moderator, with a reason', async () => {
    const title = `A quarrel about ${newcomer('rooks')}`;
    const { topic: quarrel } = await start(await tokenOf(newcomer('cleo'), 'user'), title, 'You are wrong.');
    const page = await windowOf(newcomer('mia'), `/forum/topics/${quarrel.id}/${quarrel.slug}`, {
      roles: ['user', 'moderator'],
    });
    await page.getByRole('button', { name: 'Actions for this topic' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Close' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('It leads nowhere.');
    await expectAccessible(page);
    await dialog.getByLabel('Reason').press('Enter');
    await page.getByText('This topic is closed').waitFor();
    await page.getByRole('button', { name: 'Actions for this topic' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Move' }).press('Enter');
    await dialog.getByLabel('To category').selectOption({ label: 'Off-Topic' });
    await dialog.getByLabel('Reason').fill('It is not about games.');
    await dialog.getByLabel('Reason').press('Enter');
    await page.getByRole('link', { name: 'Off-Topic' }).waitFor();
  });

  it.each([
    [360, 'light'],
    [1440, 'dark'],
  ] as const)('is for everybody, at %i px and %s', async (width, scheme) => {
    const page = await windowOf(newcomer('dan'), '/forum', { width, scheme });
    const pages: [string, string][] = [
      ['/forum', `All about ${word}`],
      ['/forum/in/game-analysis', `All about ${word}`],
      [`/forum/by/${ann}`, `All about ${word}`],
      ['/forum/new', 'Start the topic'],
      [`/forum/search?q=${word}`, '1 post found'],
      [`/forum/topics/${topic.id}`, 'Study'],
    ];
    for (const [path, shown] of pages) {
      await page.goto(path);
      await page.getByText(shown).first().waitFor();
      await expectAccessible(page);
      const tooWide = await page.locator('#content').evaluate((main) => main.scrollWidth > main.clientWidth);
      expect(tooWide, path).toBe(false);
    }
  });
});
