const DAY_MS = 86_400_000;

/** A time of day; before today with its date. */
export function moment(instant: string, language: string): string {
  const date = new Date(instant);
  const options: Intl.DateTimeFormatOptions = isToday(date)
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(localeOf(language), options).format(date);
}

/** A moment with its date and seconds. */
export function exactMoment(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(instant),
  );
}

export function timeOfDay(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(new Date(instant));
}

/** A day, as a heading: with its weekday. */
export function day(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(instant));
}

/** The first instant of a day such as `2026-03-01`, in UTC; nothing of no day. */
export function startOf(day: string): string {
  return day === '' ? '' : `${day}T00:00:00Z`;
}

export function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** Whole days between the day of an instant and today; 0 for today. */
export function daysAgo(instant: string): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(new Date()) - midnight(new Date(instant))) / DAY_MS);
}

/** How the browser's own region writes dates, where it speaks the language. */
function localeOf(language: string): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

function isToday(date: Date): boolean {
  return date.toDateString() === new Date().toDateString();
}
