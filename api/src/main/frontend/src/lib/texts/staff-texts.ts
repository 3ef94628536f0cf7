import { useMemo } from 'react';
import { analytics as analyticsDe } from '@/lib/texts/de/analytics';
import { moderation as moderationDe } from '@/lib/texts/de/moderation';
import { analytics } from '@/lib/texts/en/analytics';
import { moderation } from '@/lib/texts/en/moderation';
import { type Language, type Texts, useLanguage, useTexts } from '@/lib/texts/texts';

/** What is said to moderators, analysts and operators alone. */
export interface StaffTexts {
  moderation: typeof moderation;
  analytics: typeof analytics;
}

const STAFF: Record<Language, StaffTexts> = {
  en: { moderation, analytics },
  de: { moderation: moderationDe, analytics: analyticsDe },
};

/** All texts with those for staff, which are loaded with their pages: in each language, as that is little. */
export function useStaffTexts(): Texts & StaffTexts {
  const texts = useTexts();
  const language = useLanguage();
  return useMemo(() => ({ ...texts, ...STAFF[language] }), [texts, language]);
}
