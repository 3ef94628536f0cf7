import { account } from '@/lib/texts/de/account';
import { chat } from '@/lib/texts/de/chat';
import { common } from '@/lib/texts/de/common';
import { following } from '@/lib/texts/de/following';
import { forum } from '@/lib/texts/de/forum';
import { messaging } from '@/lib/texts/de/messaging';
import { problems } from '@/lib/texts/de/problems';
import { reporting } from '@/lib/texts/de/reporting';
import type { Texts } from '@/lib/texts/texts';

export const de: Texts = {
  common,
  problems,
  reporting,
  account,
  chat,
  messaging,
  following,
  forum,
};
