import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, found, newcomer, roomOf, tokenOf, useBrowser, windowOf } from './browser';
import { Keyboard } from './keyboard';

const MODERATOR = { roles: ['moderator'] };

describe('what was done', () => {
  useBrowser();

  it('to a topic is found by its id, and gone through by the slider', async () => {
    const ann = newcomer('ann');
    const hers = await tokenOf(ann, 'user');
    const { topic } = (await api(hers, 'POST', '/api/forum/topics', {
      category: 'off-topic',
      title: `On ${newcomer('tea')} and toast`,
      content: 'Tea first.',
    })) as { topic: { id: string } };
    await api(hers, 'POST', `/api/forum/topics/${topic.id}/posts`, { content: 'Toast after.' });
    await api(hers, 'PATCH', `/api/forum/topics/${topic.id}/close/`, { is_closed: true });
    const page = await windowOf(newcomer('mia'), '/moderation/timeline', MODERATOR);
    const keyboard = new Keyboard(page);
    await page.getByLabel('Kind').selectOption({ label: 'Topic' });
    await keyboard.fill('Id, or a username', topic.id);
    await page.keyboard.press('Enter');
    const then = page.getByRole('region', { name: 'Page at that moment' });
    await then.getByText('Toast after.').waitFor();
    await then.getByText('closed', { exact: true }).waitFor();
    await expectAccessible(page);
    await keyboard.goTo('slider', 'Moment');
    await page.keyboard.press('Home');
    await then.getByText('Toast after.').waitFor({ state: 'detached' });
    await page.getByText('Event 1 of 4').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await then.getByText('Toast after.').waitFor();
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toMatch(/^Event 3 of 4/);
    await then.getByText('closed', { exact: true }).waitFor({ state: 'detached' });
    await then.getByText('Toast after.').waitFor();
    await page.keyboard.press('End');
    await then.getByText('closed', { exact: true }).waitFor();
  });

  it('about a person is found by their name', async () => {
    const [bob, mia] = [newcomer('bob'), newcomer('mia')];
    await roomOf(bob);
    await api(await tokenOf(mia, 'moderator'), 'POST', `/api/mod/users/${bob}/actions/`, {
      action_type: 'warning',
      reason: 'Mind your words',
    });
    const page = await windowOf(mia, '/moderation/people', MODERATOR);
    await page.getByLabel('Find a person').fill(bob.toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByText('Mind your words').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Timeline' }).last().click();
    await page.getByRole('button', { name: /MemberWarned/ }).waitFor();
  });

  it('is found in the audit by who, whom and why, and leads to its moment', async () => {
    const [bob, mia, max] = [newcomer('bob'), newcomer('mia'), newcomer('max')];
    await roomOf(bob);
    const body = { action_type: 'chat_ban', duration: 'P1D' };
    for (const [name, reason] of [
      [mia, 'insults in the morning'],
      [max, 'insults in the evening'],
    ] as const) {
      const token = await tokenOf(name, 'moderator');
      await api(token, 'POST', `/api/mod/users/${bob}/actions/`, { ...body, reason });
    }
    const done = `/api/mod/audit?subject=${bob}&type=SanctionImposed`;
    await found(await tokenOf(max, 'moderator'), done, 2);
    const page = await windowOf(max, '/moderation/audit', MODERATOR);
    const rows = page.getByRole('main').getByRole('listitem');
    await page.getByLabel('About whom').fill(bob);
    await page.getByLabel('What', { exact: true }).fill('SanctionImposed');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByLabel('Words of the reason').fill('evening');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count()).toBe(1);
    expect(new URL(page.url()).searchParams.get('q')).toBe('evening');
    await page.reload();
    await rows.getByText('insults in the evening').waitFor();
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.goBack();
    await rows.getByRole('link', { name: 'Timeline' }).click();
    await page
      .getByRole('region', { name: 'SanctionImposed' })
      .getByRole('definition')
      .filter({ hasText: 'insults in the evening' })
      .waitFor();
    expect(await page.getByRole('button', { name: /SanctionImposed/ }).count()).toBe(2);
  });
});
