import { account } from '@/lib/texts/en/account';
import { chat } from '@/lib/texts/en/chat';
import { common } from '@/lib/texts/en/common';
import { following } from '@/lib/texts/en/following';
import { forum } from '@/lib/texts/en/forum';
import { messaging } from '@/lib/texts/en/messaging';
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
};
