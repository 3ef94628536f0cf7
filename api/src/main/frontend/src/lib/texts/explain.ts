import { useCallback } from 'react';
import { NoAnswer, type Problem, Refusal } from '@/lib/api/problem';
import { moment } from '@/lib/dates';
import { rephrase } from '@/lib/texts/rephrase';
import { type Language, type Texts, useLanguage, useTexts } from '@/lib/texts/texts';

/** What went wrong, in plain words: for people, in their language. */
export function explain(error: unknown, texts: Texts, language: Language): string {
  const { problems } = texts;
  if (error instanceof NoAnswer) return problems.noAnswer;
  if (!(error instanceof Refusal)) return problems.unexpected;
  const { name, detail, until, retryAfter, status } = error.problem;
  const rules: Readonly<Record<string, string>> = problems.rules;
  const said =
    name === 'invalid-value'
      ? wrong(error.problem, texts)
      : (rules[name] ?? (status < 500 ? detail : problems.unexpected));
  if (until !== undefined) return said + problems.until(moment(until, language));
  return retryAfter === undefined ? said : said + problems.wait(retryAfter);
}

/** What is expected of a value: as the server says it, where we have no words for it. */
function wrong({ detail, pointer }: Problem, { problems }: Texts): string {
  const expected = rephrase(detail.replace(/^[\w/]+: /, ''), problems.expected);
  if (expected === undefined) return problems.invalid(detail);
  const field = problems.fields[pointer?.slice(1) ?? ''];
  return field === undefined ? expected : `${field}: ${expected}`;
}

export function useExplain(): (error: unknown) => string {
  const texts = useTexts();
  const language = useLanguage();
  return useCallback((error: unknown) => explain(error, texts, language), [texts, language]);
}
