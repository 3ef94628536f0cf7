import { useCallback } from 'react';
import { NoAnswer, Refusal } from '@/lib/api/problem';
import { moment } from '@/lib/dates';
import { type Language, type Texts, useLanguage, useTexts } from '@/lib/texts/texts';

/** What went wrong, in plain words: for people, in their language. */
export function explain(error: unknown, texts: Texts, language: Language): string {
  const { problems } = texts;
  if (error instanceof NoAnswer) return problems.noAnswer;
  if (!(error instanceof Refusal)) return problems.unexpected;
  const { name, detail, until, retryAfter, status } = error.problem;
  const rules: Readonly<Record<string, string>> = problems.rules;
  const said =
    name === 'invalid-value' ? detail : (rules[name] ?? (status < 500 ? detail : problems.unexpected));
  if (until !== undefined) return said + problems.until(moment(until, language));
  return retryAfter === undefined ? said : said + problems.wait(retryAfter);
}

export function useExplain(): (error: unknown) => string {
  const texts = useTexts();
  const language = useLanguage();
  return useCallback((error: unknown) => explain(error, texts, language), [texts, language]);
}
