import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';

/** The server that is asked, and the browser that asks it. */
export const SERVER = process.env['PARLEY_SERVER'] ?? 'http://localhost:8080';
const BROWSER = process.env['PARLEY_BROWSER'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** Starts the browser for the stories of a file. A story in which any console has an error fails. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** A request that is refused on purpose, or that cannot be sent as the network is away, is told there too. */
const EXPECTED = /Failed to load resource|WebSocket connection to .* failed/;

export interface Visit {
  width?: number;
  language?: 'en' | 'de';
  scheme?: 'light' | 'dark';
}

/** A new window in which nobody is signed in. */
export async function visit({ width = 1280, scheme = 'light', language = 'en' }: Visit = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: SERVER,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    viewport: { width, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

/** A window in which somebody is signed in, by a token as the sign-in page would take it. */
export async function windowOf(
  name: string,
  path = '/',
  visiting: Visit & { roles?: string[] } = {},
): Promise<Page> {
  const page = await visit(visiting);
  const token = await tokenOf(name, ...(visiting.roles ?? ['user']));
  await page.addInitScript((kept) => sessionStorage.setItem('parley.token', kept), token);
  await page.goto(path);
  return page;
}

export async function tokenOf(name: string, ...roles: string[]): Promise<string> {
  const answer = await fetch(`${SERVER}/dev/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: name, roles }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

/** Asks the API itself, to prepare a story. @returns the answer's body */
export async function api(token: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(SERVER + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Asks until there are so many items: an index is behind by a moment, and who looks too early is not told later. */
export async function found(token: string, path: string, many = 1): Promise<void> {
  await vi.waitFor(
    async () => expect(((await api(token, 'GET', path)) as { items: unknown[] }).items).toHaveLength(many),
    { timeout: 20_000, interval: 200 },
  );
}

const RUN = Date.now().toString(36);
let newcomers = 0;

/** Names that nobody had before: a file's stories are told one by one, and so are the files. */
export function newcomer(name: string): string {
  newcomers += 1;
  return `${name}${RUN}x${newcomers.toString(36)}`;
}

/** Brings people into being, and a team's room with them. @returns the room's id */
export async function roomOf(owner: string, ...others: string[]): Promise<string> {
  const service = await tokenOf('site', 'service');
  const people = [owner, ...others];
  await Promise.all(people.map(async (name) => api(await tokenOf(name, 'user'), 'GET', '/api/settings/')));
  const room = await api(service, 'POST', '/api/chat/rooms/', {
    room_type: 'team',
    team_id: newcomer('team'),
    participants: people,
    owner,
  });
  return (room as { id: string }).id;
}
