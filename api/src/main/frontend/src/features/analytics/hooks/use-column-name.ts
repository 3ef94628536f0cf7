import { useCallback } from 'react';
import { useStaffTexts } from '@/lib/texts/staff-texts';

/** What a column of a report, or a kind that its rows are of, is called; as the server calls it where we do not know it. */
export function useColumnName(): (word: string) => string {
  const { analytics } = useStaffTexts();
  const names: Readonly<Record<string, string>> = analytics.report.columns;
  return useCallback((word: string) => names[word] ?? word.replaceAll('_', ' '), [names]);
}
