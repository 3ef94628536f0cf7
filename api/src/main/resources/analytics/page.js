import * as reports from './reports.js';
import { colour, dashed, draw, drawing } from './chart.js';
import { table } from './table.js';

const DAY_MILLIS = 86_400_000;
const at = (id) => document.getElementById(id);
const day = (millis) => new Date(millis).toISOString().slice(0, 10);

let known = [];
let drawn = { remove() {} };

function tell(text, wrong = false) {
  at('message').setAttribute('role', wrong ? 'alert' : 'status');
  at('message').textContent = text;
}

/** Does what a form or button asks for, and says what went wrong. */
function on(id, event, work) {
  at(id).addEventListener(event, async (happened) => {
    happened.preventDefault();
    tell('One moment …');
    try {
      tell((await work()) ?? '');
    } catch (refused) {
      at('answer').hidden = true;
      tell(refused.message, true);
    }
  });
}

async function signIn(token) {
  reports.use(token);
  at('question').hidden = true;
  known = await reports.list();
  at('report').replaceChildren(...known.map(({ name }) => new Option(name.replaceAll('-', ' '), name)));
  at('from').value ||= day(Date.now() - 29 * DAY_MILLIS);
  at('to').value ||= day(Date.now());
  at('question').hidden = false;
  return show();
}

/** The days asked for; the server counts up to the first that is too late. */
const asked = () => [at('report').value, at('from').value, day(Date.parse(at('to').value) + DAY_MILLIS)];

async function show() {
  const report = await reports.read(...asked());
  at('description').textContent = known.find(({ name }) => name === report.name).description;
  at('title').textContent = at('report').selectedOptions[0].text;
  drawn.remove();
  at('answer').hidden = report.items.length === 0;
  if (report.items.length === 0) {
    return 'Nothing of this happened in these days.';
  }
  const picture = drawing(report);
  drawn = draw(at('chart'), picture);
  at('legend').replaceChildren(at('legend').firstElementChild, ...picture.lines.map(key));
  at('table').replaceChildren(table(report));
  const nothing = picture.lines.every(({ values }) => values.every((value) => !value));
  return nothing ? 'All of it is 0 in these days.' : '';
}

/** Shows or hides a line. */
function key({ name }, index) {
  const label = document.createElement('label');
  const box = document.createElement('input');
  const line = document.createElement('span');
  box.type = 'checkbox';
  box.checked = true;
  box.addEventListener('change', () => drawn.show(index, box.checked));
  line.className = `key line-${colour(index)}${dashed(index) ? ' dashed' : ''}`;
  label.append(box, line, name.replaceAll('_', ' '));
  return label;
}

async function download() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reports.csv(...asked()));
  link.download = `${at('report').value}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

on('sign-in', 'submit', () => signIn(at('token').value.trim()));
on('try-out', 'submit', async () => {
  at('token').value = await reports.tokenFor(at('username').value);
  return signIn(at('token').value);
});
on('question', 'submit', show);
on('report', 'change', show);
on('csv', 'click', download);
