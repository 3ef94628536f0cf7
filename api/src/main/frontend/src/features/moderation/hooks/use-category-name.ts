import { useStaffTexts } from '@/lib/texts/staff-texts';

/** Says what kind of thing the text policy has found; nothing known is shown as it is. */
export function useCategoryName(): (category: string) => string {
  const { moderation } = useStaffTexts();
  const names: Readonly<Record<string, string>> = moderation.detection.categories;
  return (category) => names[category] ?? category;
}
