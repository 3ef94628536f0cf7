import { create } from 'zustand';
import { en } from '@/lib/texts/en/all';

/** All that the client says, in one language. A language that lacks a text does not compile. */
export type Texts = typeof en;

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'parley.language';

interface Speaking {
  language: Language;
  texts: Texts;
}

const useSpeaking = create<Speaking>()(() => ({ language: 'en', texts: en }));

export function useTexts(): Texts {
  return useSpeaking((speaking) => speaking.texts);
}

export function useLanguage(): Language {
  return useSpeaking((speaking) => speaking.language);
}

/** Speaks this language from now on, and remembers it. */
export async function speak(language: Language): Promise<void> {
  const texts = language === 'de' ? (await import('@/lib/texts/de/all')).de : en;
  document.documentElement.lang = language;
  localStorage.setItem(KEY, language);
  useSpeaking.setState({ language, texts });
}

/** The language that was chosen, or else the one that the browser asks for, as far as we have it. */
export function preferredLanguage(): Language {
  const known = Object.keys(LANGUAGES) as Language[];
  const wanted = [localStorage.getItem(KEY) ?? '', ...navigator.languages];
  return (
    wanted
      .map((tag) => known.find((language) => tag.split('-')[0] === language))
      .find((language) => language !== undefined) ?? 'en'
  );
}
