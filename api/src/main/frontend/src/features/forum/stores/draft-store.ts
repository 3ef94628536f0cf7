import { create } from 'zustand';

const KEY = 'parley.forum-drafts';

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

export function replyKey(person: string, topicId: string): string {
  return `${person} reply ${topicId}`;
}

export function newTopicKey(person: string): string {
  return `${person} topic`;
}

/** A text that is still there when one comes back to the page, in this window. */
export function useDraft(key: string): string {
  return useDrafts((drafts) => drafts[key] ?? '');
}

export function readDraft(key: string): string {
  return useDrafts.getState()[key] ?? '';
}

/** @param text empty once it was sent */
export function writeDraft(key: string, text: string): void {
  const others = Object.entries(useDrafts.getState()).filter(([each]) => each !== key);
  const drafts = Object.fromEntries(text === '' ? others : [...others, [key, text]]);
  sessionStorage.setItem(KEY, JSON.stringify(drafts));
  useDrafts.setState(drafts, true);
}
