import type { Texts } from '@/lib/texts/texts';

export const forum: Texts['forum'] = {};
