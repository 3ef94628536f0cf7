/** What the server tells of reports. Whatever it refuses is thrown as an Error that says why. */

let token = '';

/** Asks with this token from now on. */
export function use(given) {
  token = given;
}

/** Has the server for trying out make a token. */
export async function tokenFor(username) {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, roles: ['analyst'] }),
  });
  if (response.status === 401 || response.status === 404) {
    throw new Error('This server makes no tokens: use one of your identity provider.');
  }
  return (await accepted(response).then((answer) => answer.json())).access_token;
}

/** All reports that there are, with their names, descriptions and columns. */
export async function list() {
  return (await ask('/api/analytics/reports/').then((answer) => answer.json())).items;
}

/** A report of the days from one on and before another, each such as 2026-03-01. */
export async function read(name, from, to) {
  return ask(address(name, from, to)).then((answer) => answer.json());
}

/** The same as a file. */
export async function csv(name, from, to) {
  return ask(`${address(name, from, to)}&format=csv`).then((answer) => answer.blob());
}

function address(name, from, to) {
  return `/api/analytics/reports/${encodeURIComponent(name)}/?${new URLSearchParams({ from, to })}`;
}

async function ask(path) {
  return accepted(await fetch(path, { headers: { Authorization: `Bearer ${token}` } }));
}

async function accepted(response) {
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `The server answered with ${response.status}.`);
  }
  return response;
}
