import type { Texts } from '@/lib/texts/texts';

export const messaging: Texts['messaging'] = {};
