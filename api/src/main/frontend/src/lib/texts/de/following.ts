import type { Texts } from '@/lib/texts/texts';

export const following: Texts['following'] = {
  follow: 'Folgen',
  unfollow: 'Du folgst',
  block: 'Blockieren',
  unblock: 'Nicht mehr blockieren',
  report: 'Melden',
  message: 'Nachricht schreiben',
  blockedNote:
    'Du hast diese Person blockiert: sie kann dir nicht schreiben, und du siehst nicht, was sie schreibt.',
  joined: (moment) => `Dabei seit ${moment}`,
  followed: 'Wem du folgst',
  blocked: 'Wen du blockierst',
  nobody: 'Du folgst noch niemandem. Du findest andere über ihre Zeilen und Beiträge.',
  noBlocks: 'Du blockierst niemanden.',
  activity: 'Was geschah',
  noActivity: 'Noch nichts zu erzählen.',
  noFeed: 'Nichts Neues. Hier steht, was die tun und schreiben, denen du folgst.',
  kinds: {
    follow: 'folgt',
    topic: 'begann das Thema',
    post: 'schrieb in',
    blog: 'schrieb',
    stream: 'überträgt',
    team: 'ist jetzt im Team',
    simul: 'macht mit bei',
  },
};
