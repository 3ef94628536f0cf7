import type { Texts } from '@/lib/texts/texts';

export const moderation: Texts['moderation'] = {};
