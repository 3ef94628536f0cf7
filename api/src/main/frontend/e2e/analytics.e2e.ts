import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, newcomer, roomOf, tokenOf, useBrowser, windowOf } from './browser';
import { Keyboard } from './keyboard';

/** Whose notices MongoDB refuses to change, where there is somebody. */
const DAMAGED = process.env['PARLEY_DAMAGED'] ?? '';

describe('operators', () => {
  useBrowser();

  it('build a read model anew, see how far it is, and go back', async () => {
    await roomOf(newcomer('ann'));
    const page = await windowOf(newcomer('root'), '/operations', { roles: ['admin'] });
    await page.getByRole('link', { name: /^activities/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^rooms/ }).click();
    const versions = page.getByRole('region', { name: 'Versions' });
    const before = Number(/\d+/.exec(await versions.locator('strong').first().innerText())?.[0]);
    const next = versions.getByRole('listitem').filter({ hasText: `Version ${String(before + 1)}` });
    await page.getByRole('button', { name: 'Rebuild' }).click();
    await page.getByLabel('Wait for me before it is read').click();
    await page.getByLabel('Reason').fill('to see it done');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Rebuild' }).click();
    await next.getByRole('progressbar').waitFor();
    await next.getByText('Ready', { exact: true }).waitFor();
    await next.getByText('Both hold the same.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Switch to it' }).click();
    await page.getByLabel('Reason').fill('both are the same');
    await page.getByRole('dialog').getByRole('button', { name: 'Switch to it' }).click();
    await next.getByText('Being read', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Roll back' }).click();
    await page.getByLabel('Reason').fill('to see that done');
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await next.getByText('Being read', { exact: true }).waitFor({ state: 'detached' });
  });

  it.skipIf(DAMAGED === '')('find what could not be handled, mend the row, and have it handled', async () => {
    await api(await tokenOf(DAMAGED, 'user'), 'GET', '/api/settings/');
    const moderator = await tokenOf(newcomer('mia'), 'moderator');
    for (const reason of ['shouting', 'shouting again']) {
      const warning = { action_type: 'warning', reason };
      await api(moderator, 'POST', `/api/mod/users/${DAMAGED}/actions/`, warning);
    }
    const page = await windowOf(newcomer('root'), '/operations', { roles: ['admin'] });
    const asking = async (button: string) => {
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByLabel('Reason').fill('the row is damaged');
      await page.getByRole('dialog').getByRole('button', { name: button }).click();
    };
    await page.getByText('Dead letters: 2').waitFor();
    await page.getByRole('link', { name: /^notices/ }).click();
    const letters = page.getByRole('listitem').filter({ hasText: 'MemberWarned' });
    await expect.poll(() => letters.count()).toBe(2);
    await letters.filter({ hasText: 'Waits behind another' }).waitFor();
    await letters.getByText('The store does not take it').waitFor();
    await letters.first().getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('dialog').getByText('"shouting"').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await asking('Verify');
    await page.getByText('Documents that differ: 1').waitFor();
    await asking('Repair');
    await page.getByText('Taken over: 1').waitFor();
    await asking('Retry all');
    await page.getByText('Nothing was put aside.').waitFor();
    await asking('Verify');
    await page.getByText('Both hold the same.').waitFor();
  });
});

describe('analysts', () => {
  useBrowser();

  it('look at reports', async () => {
    const page = await windowOf(newcomer('vera'), '/analytics', { roles: ['analyst'] });
    await page.getByRole('img').locator('canvas').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Report').selectOption('active-people');
    await page.getByRole('columnheader', { name: 'people' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(31);
  });

  it('find their way through a report by the keyboard, and take it away as a file', async () => {
    const [ann, vera] = [newcomer('ann'), newcomer('vera')];
    const room = await roomOf(ann);
    await api(await tokenOf(ann, 'user'), 'POST', `/api/chat/${room}/messages/`, { content: 'Count this' });
    const reader = await tokenOf(vera, 'analyst');
    const report = async () => JSON.stringify(await api(reader, 'GET', '/api/analytics/reports/messages'));
    await expect.poll(report, { timeout: 10_000 }).toContain('"team"');
    const page = await windowOf(vera, '/analytics', { roles: ['analyst'] });
    const keyboard = new Keyboard(page);
    const picture = page.getByRole('img').locator('canvas');
    await picture.waitFor();
    const before = await picture.screenshot();
    await keyboard.press('checkbox', 'team', 'Space');
    await expect.poll(async () => before.equals(await picture.screenshot())).toBe(false);
    await keyboard.press('region', 'Numbers', 'End');
    await keyboard.goTo('combobox', 'Report');
    await page.keyboard.type('Active people by w');
    await page.getByRole('columnheader', { name: 'week' }).waitFor();
    const downloading = page.waitForEvent('download');
    await keyboard.press('button', 'Download as CSV');
    const lines = readFileSync(await (await downloading).path(), 'utf8').split(/\r?\n/);
    expect(lines[0]).toBe('week,people');
    await expectAccessible(page);
  });

  it('download events under pseudonyms', async () => {
    const ann = newcomer('ann');
    await roomOf(ann);
    const page = await windowOf(newcomer('vera'), '/analytics', { roles: ['analyst'] });
    await page.getByRole('link', { name: 'Export' }).click();
    await page.getByLabel('Types of events').fill('MemberJoined,RoomOpened');
    expect(await page.getByText('With names and texts').count()).toBe(0);
    await expectAccessible(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const lines = readFileSync(await (await downloading).path(), 'utf8')
      .trimEnd()
      .split('\n');
    await page.getByText('Done.').waitFor();
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toContain('RoomOpened');
    expect(lines.join()).not.toContain(ann);
  });
});
