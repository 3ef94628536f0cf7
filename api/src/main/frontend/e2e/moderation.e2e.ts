import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, newcomer, roomOf, tokenOf, useBrowser, windowOf } from './browser';

const MODERATOR = { roles: ['moderator'] };

/** A room in which bob has insulted ann. @returns the room's id and the line's */
async function insultIn(ann: string, bob: string): Promise<[string, string]> {
  const room = await roomOf(ann, bob);
  const line = await api(await tokenOf(bob, 'user'), 'POST', `/api/chat/${room}/messages/`, {
    content: 'You are an idiot',
  });
  return [room, (line as { id: string }).id];
}

async function report(ann: string, bob: string, line: string): Promise<void> {
  await api(await tokenOf(ann, 'user'), 'POST', '/api/reports/', {
    reported_user: bob,
    report_type: 'chat',
    description: 'He insults me',
    subject: { kind: 'chat_message', id: line },
  });
}

describe('moderators', () => {
  useBrowser();

  it('ban from chat whoever was reported, who is told at once', async () => {
    const [ann, bob, mia] = [newcomer('ann'), newcomer('bob'), newcomer('mia')];
    const [room] = await insultIn(ann, bob);
    const his = await windowOf(bob, `/chat/${room}`);
    const hers = await windowOf(ann, `/chat/${room}`);
    await hers.getByText('You are an idiot').hover();
    await hers.getByRole('button', { name: `Actions for ${bob}` }).click();
    await hers.getByRole('menuitem', { name: 'Report' }).click();
    await hers.getByLabel('What happened?').fill('He insults me');
    await hers.getByRole('button', { name: 'Send the report' }).click();
    await hers.getByText('Thank you.').waitFor();

    const mias = await windowOf(mia, '/moderation', MODERATOR);
    await mias.getByLabel('Person').fill(bob);
    await mias.keyboard.press('Enter');
    await expectAccessible(mias);
    await mias.getByRole('link', { name: bob }).click();
    await mias.getByText('As it was').waitFor();
    await mias.getByRole('button', { name: 'Claim' }).click();
    await mias.getByRole('timer').waitFor();
    await mias.getByLabel('What', { exact: true }).selectOption('chat_ban');
    await mias.getByLabel('For how long').selectOption('P1D');
    await mias.getByLabel('Reason').fill('insults');
    await expectAccessible(mias);
    await mias.getByRole('button', { name: 'Decide' }).click();
    await mias.getByRole('heading', { name: 'Decision' }).waitFor();

    await his
      .getByText(/Chat ban/)
      .first()
      .waitFor();
  });

  it('grant an appeal against what another of them decided', async () => {
    const [bob, mia] = [newcomer('bob'), newcomer('mia')];
    await roomOf(bob);
    await api(await tokenOf(mia, 'moderator'), 'POST', `/api/mod/users/${bob}/actions/`, {
      action_type: 'chat_ban',
      reason: 'insults',
      duration: 'P1D',
    });
    const his = await windowOf(bob, '/settings');
    await his.getByRole('button', { name: 'Appeal' }).click();
    await his.getByLabel('Why should it be looked at again?').fill('She began it');
    await his.getByRole('button', { name: 'Send' }).click();
    await his.getByText('You have appealed').waitFor();

    const maxs = await windowOf(newcomer('max'), '/moderation/appeals', MODERATOR);
    const appeal = maxs.getByRole('region', { name: bob });
    await appeal.getByRole('button', { name: 'Grant' }).click();
    await maxs.getByLabel('Reason').fill('Fair enough');
    await expectAccessible(maxs);
    await maxs.getByRole('dialog').getByRole('button', { name: 'Grant' }).click();
    await appeal.waitFor({ state: 'detached' });
    await maxs.goto(`/moderation/people/${bob}`);
    await maxs.getByText('Lifted', { exact: true }).waitFor();
    await expectAccessible(maxs);
  });

  it('see at once what another of them does', async () => {
    const [ann, bob, mia, max] = [newcomer('ann'), newcomer('bob'), newcomer('mia'), newcomer('max')];
    const [, line] = await insultIn(ann, bob);
    await report(ann, bob, line);
    const maxs = await windowOf(max, '/settings', MODERATOR);
    const told = maxs.waitForResponse((answer) => answer.url().endsWith('/api/mod/stream'));
    await maxs.goto(`/moderation/cases/${caseOf(bob)}`);
    await told;
    await maxs.getByRole('button', { name: 'Claim' }).waitFor();
    const mias = await tokenOf(mia, 'moderator');
    await api(mias, 'POST', `/api/mod/reports/${caseOf(bob)}/claim/`);
    await maxs.getByText(`${mia} is looking into this`).waitFor();
    await maxs.getByRole('link', { name: `${mia} claimed a case` }).waitFor();
    await api(mias, 'POST', `/api/mod/reports/${caseOf(bob)}/dismiss/`, { reason: 'Harmless' });
    await maxs.getByText('Harmless').waitFor();
    await maxs.getByRole('link', { name: `${mia} decided a case` }).waitFor();
  });

  it('go back in what happened to a room', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const [room, line] = await insultIn(ann, bob);
    await api(await tokenOf(bob, 'user'), 'DELETE', `/api/chat/messages/${line}/`);
    const page = await windowOf(newcomer('mia'), `/moderation/timeline/room/${room}`, MODERATOR);
    const past = page.getByRole('region', { name: 'Page at that moment' });
    await past.getByText('deleted').waitFor();
    await expectAccessible(page);
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await past.getByText('deleted').waitFor({ state: 'detached' });
    await past.getByText('You are an idiot').waitFor();
    await page.getByRole('button', { name: 'Earlier' }).click();
    await past.getByText('There was nothing to see.').waitFor();
    await page.getByRole('button', { name: 'Play' }).click();
    await past.getByText('deleted').waitFor();
  });

  it('read what is private only with a reason, which the audit shows', async () => {
    const [ann, bob, mia] = [newcomer('ann'), newcomer('bob'), newcomer('mia')];
    await roomOf(ann, bob);
    await api(await tokenOf(ann, 'user'), 'POST', '/api/messages/compose/', {
      recipient: bob,
      content: 'Between us',
    });
    const dm = `dm~${[`dev-${ann}`, `dev-${bob}`].sort().join('~')}`;
    const page = await windowOf(mia, `/moderation/conversations/${dm}`, MODERATOR);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByLabel('Reason').fill('A threat was reported elsewhere');
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Read it' }).click();
    await page.getByText('Between us').waitFor();
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByLabel('Who did it').fill(mia);
    await page.getByLabel('Words of the reason').fill('threat');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('A threat was reported elsewhere').waitFor();
    await expectAccessible(page);
  });

  it('see what the text policy would flag, and where', async () => {
    await insultIn(newcomer('ann'), newcomer('bob'));
    const page = await windowOf(newcomer('mia'), '/moderation/detection', MODERATOR);
    await page.getByRole('button', { name: 'Look through it' }).click();
    await page.getByText(/texts would be flagged/).waitFor();
    const flagged = page.getByRole('listitem').filter({ hasText: 'You are an idiot' }).first();
    await flagged.getByText('idiot', { exact: true }).waitFor();
    await expectAccessible(page);
    await flagged.getByRole('link', { name: 'Timeline' }).click();
    await page.getByRole('region', { name: 'MessagePosted' }).waitFor();
  });

  it('have somebody erased where they are admins, and see what has become of it', async () => {
    const bob = newcomer('bob');
    await insultIn(newcomer('ann'), bob);
    const page = await windowOf(newcomer('root'), `/moderation/people/${bob}`, { roles: ['admin'] });
    await page.getByRole('link', { name: 'Erase the person' }).click();
    await page.getByLabel('Reason').fill('Asked by letter');
    await page.getByLabel(`To confirm, type the name: ${bob}`).fill(bob);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('heading', { name: 'Certificate of erasure' }).waitFor();
    await page.getByText('Asked by letter').waitFor();
    await page.getByText(/^The key was destroyed/).waitFor();
    await expectAccessible(page);
  });

  it('are the only ones who come here', async () => {
    const page = await windowOf(newcomer('ann'), '/moderation');
    await page.getByText('This is for other roles than yours.').waitFor();
    expect(await page.getByRole('link', { name: 'Moderation' }).count()).toBe(0);
    await expectAccessible(page);
  });
});

function caseOf(name: string): string {
  return `case~conduct~dev-${name}~1`;
}
