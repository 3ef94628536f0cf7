import { create } from 'zustand';

const KEY = 'parley.drafts';

/** Texts that were begun, and neither sent nor given up, by person and place. */
type Drafts = Readonly<Record<string, string>>;

const useDrafts = create<Drafts>()(remembered);

function remembered(): Drafts {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Drafts;
  } catch {
    return {};
  }
}

/** @param place an id of a room, conversation or topic, or a name that none of them has */
export function draftKey(person: string, place: string): string {
  return `${person} ${place}`;
}

/** A text that is still there when one comes back to the page, in this window: behind the provider's sign-in, too. */
export function useDraft(key: string): string {
  return useDrafts((drafts) => drafts[key] ?? '');
}

export function readDraft(key: string): string {
  return useDrafts.getState()[key] ?? '';
}

/** @param text empty once it was sent */
export function writeDraft(key: string, text: string): void {
  writeRevision(key, text === '' ? undefined : text);
}

/** As a draft, of a text that is there already: empty where all of it was taken out, undefined where nothing was changed. */
export function useRevision(key: string): string | undefined {
  return useDrafts((drafts) => drafts[key]);
}

export function readRevision(key: string): string | undefined {
  return useDrafts.getState()[key];
}

/** @param text undefined once it was saved */
export function writeRevision(key: string, text: string | undefined): void {
  const others = Object.entries(useDrafts.getState()).filter(([each]) => each !== key);
  keep(Object.fromEntries(text === undefined ? others : [...others, [key, text]]));
}

export function forgetDrafts(): void {
  keep({});
}

function keep(drafts: Drafts): void {
  sessionStorage.setItem(KEY, JSON.stringify(drafts));
  useDrafts.setState(drafts, true);
}
