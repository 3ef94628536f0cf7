import type { Texts } from '@/lib/texts/texts';

export const following: Texts['following'] = {};
