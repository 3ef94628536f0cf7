import type { Texts } from '@/lib/texts/texts';

export const analytics: Texts['analytics'] = {};
