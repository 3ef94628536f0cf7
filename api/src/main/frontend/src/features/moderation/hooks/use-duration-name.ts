import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Durations of ISO 8601 that are offered, shortest first; the last is for good. */
export const DURATIONS = ['PT1H', 'P1D', 'P7D', 'P30D', 'P90D', 'P365D', ''] as const;

/** Says how long something lasts; nothing known is shown as it is. */
export function useDurationName(): (duration: string) => string {
  const { moderation } = useStaffTexts();
  const names: Readonly<Record<string, string>> = moderation.durations;
  return (duration) => (duration === '' ? moderation.durations.forGood : (names[duration] ?? duration));
}
