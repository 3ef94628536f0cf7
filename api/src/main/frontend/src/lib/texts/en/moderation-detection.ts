/** What the text policy would flag. */
export const detection = {
  title: 'Text policy',
  intro:
    'What the policy of this release would flag of what was written. Nobody is reported by it, and of private messages only their number is told.',
  after: 'Behind this position of the log',
  afterHint: 'From the beginning where it is empty',
  run: 'Look through it',
  running: 'Looking…',
  goOn: 'Look further',
  found: (flagged: string, texts: string) => `${flagged} of ${texts} texts would be flagged.`,
  until: (position: string) => `Looked through up to position ${position}.`,
  atEnd: 'Looked through up to the end.',
  policy: (version: string) => `Policy ${version}.`,
  finding: (category: string, severity: number) => `${category}, ${String(severity)} of 3`,
  categories: {
    insult: 'Insult',
    threat: 'Threat',
    slur: 'Slur',
    sexual: 'Sexual',
    promotion: 'Promotion',
    cheating_accusation: 'Accusation of cheating',
    repetition: 'Repetition',
  },
};
