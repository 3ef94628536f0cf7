import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, newcomer, roomOf, tokenOf, useBrowser, visit, windowOf } from './browser';

describe('people', () => {
  useBrowser();

  it('sign in by a name, and come to where they wanted to', async () => {
    const page = await visit();
    await page.goto('/settings');
    await page.getByLabel('Name').fill(newcomer('ann'));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.getByText('Who may write to you').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('hide somebody at once by a block', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    const his = await tokenOf(bob, 'user');
    await api(his, 'POST', `/api/chat/${room}/messages/`, { content: 'You again' });
    const hers = await windowOf(ann, `/chat/${room}`);
    await hers.getByText('You again').waitFor();
    await hers.getByRole('link', { name: bob }).first().click();
    await hers.getByRole('heading', { name: bob }).waitFor();
    await expectAccessible(hers);
    // the page says so before the server has it, and until then he is heard
    const stored = hers.waitForResponse((answer) => answer.url().includes(`/api/users/${bob}/block`));
    await hers.getByRole('button', { name: 'Block' }).click();
    await hers.getByText('You have blocked this person').waitFor();
    expect((await stored).ok()).toBe(true);
    await hers.goBack();
    await hers.getByLabel('Write a line').waitFor();
    await hers.getByText('You again').waitFor({ state: 'detached' });
    await api(his, 'POST', `/api/chat/${room}/messages/`, { content: 'Can you hear me?' });
    await api(await tokenOf(ann, 'user'), 'POST', `/api/chat/${room}/messages/`, {
      content: 'Peace at last',
    });
    await hers.getByText('Peace at last').waitFor();
    expect(await hers.getByText('Can you hear me?').count()).toBe(0);
  });

  it('write to each other, and see what was read', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    await roomOf(ann, bob);
    const his = await windowOf(bob, '/messages');
    const hers = await windowOf(ann, `/messages/new?to=${bob}`);
    await hers.getByLabel('Message', { exact: true }).fill('Shall we play?');
    await hers.getByRole('button', { name: 'Send' }).click();
    await his.getByRole('link', { name: /Shall we play/ }).waitFor();
    await his.getByText('1 unread').first().waitFor({ state: 'attached' });
    await expectAccessible(his);
    await his.getByRole('link', { name: /Shall we play/ }).click();
    await hers.getByText('Read', { exact: true }).waitFor();
    await his.getByLabel('Write a message').fill('Gladly');
    await his.keyboard.press('Enter');
    await hers.getByRole('log').getByText('Gladly').waitFor();
    await expectAccessible(hers);
  });

  it('are told why they cannot write to somebody', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    await roomOf(ann, bob);
    await api(await tokenOf(bob, 'user'), 'PATCH', '/api/settings/', { message_privacy: 'nobody' });
    const hers = await windowOf(ann, `/messages/new?to=${bob}`);
    await hers.getByLabel('Message', { exact: true }).fill('Shall we play?');
    await hers.getByRole('button', { name: 'Send' }).click();
    await hers.getByText('This person does not take messages from you.').waitFor();
  });

  it('see what became of what they have reported', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    await roomOf(ann, bob);
    await api(await tokenOf(ann, 'user'), 'POST', '/api/reports/', {
      reported_user: bob,
      report_type: 'harassment',
      description: 'He follows me everywhere',
    });
    const hers = await windowOf(ann, '/settings');
    await hers.getByRole('link', { name: 'What you have reported' }).click();
    const report = hers.getByRole('listitem').filter({ hasText: 'He follows me everywhere' });
    await report.getByText('Waiting').waitFor();
    await expectAccessible(hers);
    const mias = await tokenOf(newcomer('mia'), 'moderator');
    const at = `/api/mod/reports/case~conduct~dev-${bob}~1`;
    await api(mias, 'POST', `${at}/claim/`);
    await api(mias, 'POST', `${at}/dismiss/`, { reason: 'Once' });
    await hers.reload();
    await report.getByText('Looked into').waitFor();
  });

  it('close by kid mode what it must, and keep their teacher', async () => {
    const [ann, bob, tom] = [newcomer('ann'), newcomer('bob'), newcomer('tom')];
    await roomOf(ann, bob, tom);
    const people = { teachers: [tom], students: [ann], managed: false };
    await api(await tokenOf('site', 'service'), 'PUT', `/api/classes/${newcomer('class')}/`, people);
    const hers = await windowOf(ann, '/settings');
    await hers.getByLabel('A password that ends it').fill('long enough');
    await hers.getByRole('button', { name: 'Begin kid mode' }).click();
    await hers.getByText('Kid mode is on.').waitFor();
    for (const place of ['Chat', 'Forum', 'Feed']) {
      await hers.getByRole('link', { name: place }).click();
      await hers.getByRole('heading', { name: 'Kid mode is on' }).waitFor();
    }
    await expectAccessible(hers);
    const write = async (page: Page, to: string, content: string) => {
      await page.goto(`/messages/new?to=${to}`);
      await page.getByLabel('Message', { exact: true }).fill(content);
      await page.getByRole('button', { name: 'Send' }).click();
    };
    await write(hers, bob, 'Shall we play?');
    await hers.getByText('Kid mode closes this.').waitFor();
    const his = await windowOf(bob);
    await write(his, ann, 'Shall we play?');
    // that she is a kid is not his business
    await his.getByText('This person does not take messages from you.').waitFor();
    await write(hers, tom, 'What is a pin?');
    const theirs = await windowOf(tom, '/messages');
    await theirs.getByRole('link', { name: /What is a pin/ }).click();
    await theirs.getByLabel('Write a message').fill('You will see');
    await theirs.keyboard.press('Enter');
    await hers.getByRole('log').getByText('You will see').waitFor();
  });

  it('begin a page at its beginning, and come back to where they were', async () => {
    const hers = await windowOf(newcomer('ann'), '/settings');
    const down = () => hers.getByRole('main').evaluate((main) => main.scrollTop);
    const reports = hers.getByRole('link', { name: 'What you have reported' });
    await hers.getByText('Who may write to you').waitFor();
    await hers.getByText('Loading…').first().waitFor({ state: 'detached' });
    await reports.evaluate((link) => link.scrollIntoView({ block: 'center' }));
    await reports.hover();
    const was = await down();
    expect(was).toBeGreaterThan(0);
    await reports.click();
    await hers.getByText('You have reported nothing.').waitFor();
    expect(await down()).toBe(0);
    await hers.goBack();
    await expect.poll(down).toBe(was);
    await hers.goto('/settings#sanctions');
    await expect.poll(() => hers.locator('#sanctions').isVisible()).toBe(true);
    await expect.poll(down).toBeGreaterThan(0);
  });

  it('find everything at 360 px, in the dark, by the keyboard', async () => {
    const ann = newcomer('ann');
    const room = await roomOf(ann);
    const hers = await windowOf(ann, '/chat', { width: 360, scheme: 'dark' });
    await hers.getByRole('link', { name: new RegExp(room.split('~')[1] ?? '') }).waitFor();
    await expectAccessible(hers);
    await hers.keyboard.press('Tab');
    await hers.keyboard.press('Enter');
    expect(await hers.evaluate(() => document.activeElement?.id)).toBe('content');
    await hers.getByRole('link', { name: new RegExp(room.split('~')[1] ?? '') }).press('Enter');
    await hers.getByLabel('Write a line').waitFor();
    expect(await hers.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(hers);
    for (const path of ['/feed', '/following', '/settings', `/people/${ann}`, '/nowhere']) {
      await hers.goto(path === '/nowhere' ? '/chat/nowhere/else' : path);
      await hers.getByRole('heading').first().waitFor();
      expect(await hers.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
      await expectAccessible(hers);
    }
  });
});
