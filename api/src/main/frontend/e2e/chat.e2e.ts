import { describe, expect, it } from 'vitest';
import { expectAccessible } from './axe';
import { api, newcomer, roomOf, SERVER, tokenOf, useBrowser, windowOf } from './browser';

describe('chat', () => {
  useBrowser();

  it('is live between two windows', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    const hers = await windowOf(ann, `/chat/${room}`);
    const his = await windowOf(bob, `/chat/${room}`);
    await hers.getByLabel('Write a line').fill('Good evening!');
    await hers.keyboard.press('Enter');
    await his.getByRole('log').getByText('Good evening!').waitFor();
    await his.getByLabel('Write a line').pressSequentially('Hello, Ann');
    await hers.getByText(`${bob} is writing…`).waitFor();
    await his.keyboard.press('Enter');
    await hers.getByRole('log').getByText('Hello, Ann').waitFor();
    expect(await hers.getByRole('log').getByText('Good evening!').count()).toBe(1);
    await expectAccessible(hers);
  });

  it('delivers once what was sent while offline', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    const hers = await windowOf(ann, `/chat/${room}`);
    const his = await windowOf(bob, `/chat/${room}`);
    await hers.getByLabel('Write a line').waitFor();
    await his.getByLabel('Write a line').waitFor();
    await hers.context().setOffline(true);
    await hers.getByText('The connection is away').waitFor();
    await hers.getByLabel('Write a line').fill('From the tunnel');
    await hers.keyboard.press('Enter');
    await hers.getByText('Will be sent once the connection is back').waitFor();
    await api(await tokenOf(bob, 'user'), 'POST', `/api/chat/${room}/messages/`, {
      content: 'Are you there?',
    });
    await hers.context().setOffline(false);
    await his.getByRole('log').getByText('From the tunnel').waitFor();
    await hers.getByRole('log').getByText('Are you there?').waitFor();
    await hers.getByText('Will be sent once').waitFor({ state: 'detached' });
    expect(await his.getByRole('log').getByText('From the tunnel').count()).toBe(1);
    expect(await hers.getByRole('log').getByText('From the tunnel').count()).toBe(1);
  });

  it('says in plain words why a line is refused', async () => {
    const ann = newcomer('ann');
    const room = await roomOf(ann);
    const hers = await windowOf(ann, `/chat/${room}`);
    for (let times = 0; times < 2; times++) {
      await hers.getByLabel('Write a line').fill('The very same sentence');
      await hers.keyboard.press('Enter');
    }
    await hers.getByText('You have said nearly the same just now.').waitFor();
    await hers.getByRole('button', { name: 'Discard' }).click();
    expect(await hers.getByRole('log').getByText('The very same sentence').count()).toBe(1);
  });

  it('tells who is there, and who has gone', async () => {
    const [ann, bob, eve] = [newcomer('ann'), newcomer('bob'), newcomer('eve')];
    const room = await roomOf(ann, bob, eve);
    const his = await windowOf(bob, `/chat/${room}`);
    await his.getByLabel('Write a line').waitFor();
    const hers = await windowOf(ann, `/chat/${room}`);
    await hers.getByText(`Also here: ${bob}`).waitFor();
    await his.getByText(`Also here: ${ann}`).waitFor();
    const eves = await windowOf(eve, `/chat/${room}`);
    await hers.getByText(`Also here: ${bob}, ${eve}`).waitFor();
    await eves.goto('/chat');
    await hers.getByText(`Also here: ${bob}`, { exact: true }).waitFor();
    await hers.context().setOffline(true);
    await hers.getByText('The connection is away').waitFor();
    await his.goto('/chat');
    await hers.context().setOffline(false);
    await hers.getByText('The connection is away').waitFor({ state: 'detached' });
    await hers.getByText('Also here').waitFor({ state: 'detached' });
  });

  it('deletes a line for everybody', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    await api(await tokenOf(bob, 'user'), 'POST', `/api/chat/${room}/messages/`, { content: 'Oops' });
    const his = await windowOf(bob, `/chat/${room}`);
    const hers = await windowOf(ann, `/chat/${room}`);
    await hers.getByText('Oops').waitFor();
    await his.getByRole('button', { name: `Actions for ${bob}` }).focus();
    await his.keyboard.press('Enter');
    await his.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await hers.getByText('This line was deleted.').waitFor();
  });

  it('is closed and opened by the owner of its room, who has people leave and come back', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann, bob);
    const his = await windowOf(bob, `/chat/${room}`);
    const hers = await windowOf(ann, `/chat/${room}`);
    const decide = async (action: string, button: string, name?: string) => {
      await hers.getByRole('button', { name: 'Actions for this room' }).click();
      await hers.getByRole('menuitem', { name: action }).click();
      if (name !== undefined) await hers.getByLabel('Username').fill(name);
      await expectAccessible(hers);
      await hers.getByRole('button', { name: button, exact: true }).click();
      await hers.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await his.getByLabel('Write a line').waitFor();
    await decide('Close to lines', 'Close the room');
    await his.getByText('This room takes no lines at the moment.').waitFor();
    await decide('Open to lines', 'Open the room');
    await his.getByLabel('Write a line').waitFor();
    await decide('Remove somebody', 'Remove', bob);
    await his.getByText('Only participants read and write here.').waitFor();
    await decide('Add somebody', 'Add', bob);
    await his.getByLabel('Write a line').waitFor({ timeout: 25_000 });
    await hers.getByLabel('Write a line').fill('Welcome back');
    await hers.keyboard.press('Enter');
    await his.getByRole('log').getByText('Welcome back').waitFor();
  }, 60_000);

  it('of a room that somebody has named by its address is opened, as far as one may', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const room = await roomOf(ann);
    await roomOf(bob);
    const hers = await windowOf(ann, '/chat');
    await hers.getByLabel('Open a room').fill(`${SERVER}/chat/${room}`);
    await hers.keyboard.press('Enter');
    await hers.getByLabel('Write a line').waitFor();
    const his = await windowOf(bob, '/chat');
    await his.getByLabel('Open a room').fill(room);
    await his.getByRole('button', { name: 'Open', exact: true }).click();
    await his.getByText('Only participants read and write here.').waitFor();
    await his.goBack();
    await his.getByLabel('Open a room').fill('team~nowhere');
    await his.keyboard.press('Enter');
    await his.getByText('There is no such room').waitFor();
  });

  it('of a game has notes beside it, which stay chosen at the next; zen and a button hide it', async () => {
    const [ann, bob] = [newcomer('ann'), newcomer('bob')];
    const [first, second] = [await gameOf(ann, bob), await gameOf(ann, bob)];
    const hers = await windowOf(ann, `/chat/${first}`);
    await hers.getByRole('tab', { name: 'Notes' }).click();
    await hers.getByLabel('Your notes about this game').fill('He likes the Sicilian');
    await hers.getByText('Saved', { exact: true }).waitFor();
    await expectAccessible(hers);
    await hers.goto(`/chat/${second}`);
    await hers.getByRole('tab', { name: 'Notes', selected: true }).waitFor();
    expect(await hers.getByLabel('Your notes about this game').inputValue()).toBe('');
    await hers.goto(`/chat/${first}`);
    await expect
      .poll(() => hers.getByLabel('Your notes about this game').inputValue())
      .toBe('He likes the Sicilian');
    await hers.getByRole('tab', { name: 'Chat' }).click();
    await hers.getByRole('button', { name: 'Hide chat' }).click();
    await hers.getByText('You have hidden this chat.').waitFor();
    await hers.getByRole('button', { name: 'Show chat' }).click();
    await hers.getByLabel('Write a line').waitFor();
    await hers.goto('/settings');
    await hers.getByRole('switch', { name: 'Zen mode' }).click();
    await hers.getByRole('switch', { name: 'Zen mode', checked: true }).waitFor();
    await hers.goto(`/chat/${first}`);
    await hers.getByText('Zen mode hides the chat').waitFor();
    await api(await tokenOf('site', 'service'), 'PATCH', `/api/chat/${first}/`, { finished: true });
    await hers.reload();
    await hers.getByLabel('Write a line').waitFor();
  });

  it('keeps no more in the page than is seen, however long the room', async () => {
    const room = await roomOfLines(PEOPLE);
    const hers = await windowOf(newcomer('ann'), `/chat/${room}`);
    const log = hers.getByRole('log');
    await log.getByRole('article').first().waitFor();
    const nodes = () => hers.evaluate(() => document.querySelectorAll('*').length);
    const atFirst = await nodes();
    let most = 0;
    await log.hover();
    await expect
      .poll(
        async () => {
          await hers.mouse.wheel(0, -2_000);
          most = Math.max(most, await nodes());
          return hers.getByText('This is where the conversation begins.').count();
        },
        { timeout: 60_000, interval: 20 },
      )
      .toBe(1);
    expect(most).toBeLessThan(3 * atFirst);
    expect(await log.getByRole('article').count()).toBeLessThan(80);
  }, 120_000);
});

async function gameOf(...players: string[]): Promise<string> {
  await Promise.all(players.map(async (name) => api(await tokenOf(name, 'user'), 'GET', '/api/settings/')));
  const room = await api(await tokenOf('site', 'service'), 'POST', '/api/chat/rooms/', {
    room_type: 'game',
    game_id: newcomer('game'),
    participants: players,
  });
  return (room as { id: string }).id;
}

/** Each of them says as much at once as one may. */
const PEOPLE = 200;
const AT_ONCE = 5;

/** A room that everybody reads, with {@link AT_ONCE} lines by each of so many people. @returns its id */
async function roomOfLines(count: number): Promise<string> {
  const people = await Promise.all(
    Array.from({ length: count }, async () => {
      const name = newcomer('guest');
      const token = await tokenOf(name, 'user');
      await api(token, 'GET', '/api/settings/');
      return { name, token };
    }),
  );
  const room = (await api(await tokenOf('site', 'service'), 'POST', '/api/chat/rooms/', {
    room_type: 'team',
    team_id: newcomer('team'),
    participants: people.map(({ name }) => name),
    public_read: true,
  })) as { id: string };
  await Promise.all(people.map(({ token }) => talk(room.id, token)));
  return room.id;
}

async function talk(room: string, token: string): Promise<void> {
  for (let number = 0; number < AT_ONCE; number++) {
    const content = `${String(number)} ${Math.random().toString(36).repeat(2)}`;
    await api(token, 'POST', `/api/chat/${room}/messages/`, { content });
  }
}
