import type { Texts } from '@/lib/texts/texts';

export const chat: Texts['chat'] = {};
