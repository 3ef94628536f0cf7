import { account } from '@/lib/texts/en/account';
import { analytics } from '@/lib/texts/en/analytics';
import { chat } from '@/lib/texts/en/chat';
import { common } from '@/lib/texts/en/common';
import { following } from '@/lib/texts/en/following';
import { forum } from '@/lib/texts/en/forum';
import { messaging } from '@/lib/texts/en/messaging';
import { moderation } from '@/lib/texts/en/moderation';
import { problems } from '@/lib/texts/en/problems';
import { reporting } from '@/lib/texts/en/reporting';

export const en = {
  common,
  problems,
  reporting,
  account,
  chat,
  messaging,
  following,
  forum,
  moderation,
  analytics,
};
