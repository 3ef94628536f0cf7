import { describe, expect, it } from 'vitest';
import { api, newcomer, roomOf, tokenOf, useBrowser, visit } from './browser';
import { Keyboard } from './keyboard';

type Role = 'Moderator' | 'Administrator';

/** Somebody who has just signed in at the page that asks for it. */
async function signedIn(name: string, role?: Role) {
  const page = await visit();
  const keyboard = new Keyboard(page);
  await page.goto('/');
  await keyboard.fill('Name', name);
  if (role !== undefined) await keyboard.press('checkbox', role, 'Space');
  await keyboard.press('button', 'Sign in');
  await page.getByRole('heading', { name: 'Your rooms' }).waitFor();
  return { page, keyboard };
}

describe('without a mouse', () => {
  useBrowser();

  it('people talk, report, write and answer', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    const his = await tokenOf(bob, 'user');
    await api(his, 'POST', `/api/chat/${room}/messages/`, { content: 'You are an idiot' });
    const title = `A quiet opening, ${newcomer('said')}`;
    await api(his, 'POST', '/api/forum/topics', { category: 'general', title, content: 'Which?' });
    const { page, keyboard } = await signedIn(ann);

    await keyboard.press('link', new RegExp(room.split('~')[1] ?? ''));
    await keyboard.fill('Write a line', 'Good evening');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('Good evening').waitFor();
    await keyboard.choose(`Actions for ${bob}`, 'Report…');
    await keyboard.fill('What happened?', 'He insults me');
    await keyboard.press('button', 'Send the report');
    await page.getByText('Thank you.').waitFor();
    await keyboard.press('button', 'Close');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.isAt('button', `Actions for ${bob}`);

    await keyboard.press('link', 'Messages');
    await keyboard.press('link', 'New message');
    await keyboard.fill('To', bob);
    await keyboard.fill('Message', 'Why that?');
    await keyboard.press('button', 'Send');
    await page.getByRole('log').getByText('Why that?').waitFor();

    await keyboard.press('link', 'Forum');
    await keyboard.press('link', title);
    await keyboard.fill('Text', 'The Italian.');
    await keyboard.press('button', 'Post the answer');
    await page.getByRole('article').getByText('The Italian.').waitFor();
    await keyboard.keepsFocus();
  }, 60_000);

  it('moderators find a case, take it, and decide', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    await roomOf(ann, bob);
    await api(await tokenOf(ann, 'user'), 'POST', '/api/reports/', {
      reported_user: bob,
      report_type: 'harassment',
      description: 'He follows me everywhere',
    });
    const { page, keyboard } = await signedIn(newcomer('mia'), 'Moderator');

    await keyboard.press('link', 'Moderation');
    await keyboard.fill('Person', bob, 'searchbox');
    await page.keyboard.press('Enter');
    await keyboard.press('link', new RegExp(`^${bob}`));
    await keyboard.press('button', 'Claim');
    await page.getByRole('timer').waitFor();
    await keyboard.keepsFocus();
    await keyboard.fill('Reason', 'It was once');
    await keyboard.press('button', 'Decide');
    await page.getByRole('heading', { name: 'Decision' }).waitFor();
    await keyboard.keepsFocus();
  }, 60_000);

  it('operators build anew, see it done, and go back', async () => {
    const { page, keyboard } = await signedIn(newcomer('root'), 'Administrator');
    const versions = page.getByRole('region', { name: 'Versions' });
    const read = versions.getByRole('listitem').filter({ hasText: 'Being read' }).locator('strong');

    await keyboard.press('link', 'Operations');
    await keyboard.press('link', /^notes/);
    const before = await read.innerText();
    await keyboard.press('button', 'Rebuild');
    await keyboard.fill('Reason', 'to see it done');
    await keyboard.press('button', 'Rebuild');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.keepsFocus();
    await expect.poll(() => read.innerText(), { timeout: 20_000 }).not.toBe(before);
    await keyboard.press('button', 'Roll back');
    await keyboard.fill('Reason', 'to see that done');
    await keyboard.press('button', 'Roll back');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keyboard.keepsFocus();
    await expect.poll(() => read.innerText(), { timeout: 20_000 }).toBe(before);
    await keyboard.keepsFocus();
  }, 60_000);
});
