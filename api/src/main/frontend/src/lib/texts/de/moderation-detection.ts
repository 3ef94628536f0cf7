import type { StaffTexts } from '@/lib/texts/staff-texts';

export const detection: StaffTexts['moderation']['detection'] = {
  title: 'Textregeln',
  intro:
    'Was die Regeln dieser Version an Geschriebenem finden würden. Niemand wird dadurch gemeldet, und von privaten Nachrichten wird nur die Zahl genannt.',
  after: 'Hinter dieser Stelle des Protokolls',
  afterHint: 'Von Anfang an, wenn nichts dasteht',
  run: 'Durchsehen',
  running: 'Wird durchgesehen …',
  goOn: 'Weiter durchsehen',
  found: (flagged, texts) => `Gefunden würde etwas in ${flagged} von ${texts} Texten.`,
  until: (position) => `Durchgesehen bis Stelle ${position}.`,
  atEnd: 'Durchgesehen bis zum Ende.',
  policy: (version) => `Regeln ${version}.`,
  finding: (category, severity) => `${category}, ${String(severity)} von 3`,
  categories: {
    insult: 'Beleidigung',
    threat: 'Drohung',
    slur: 'Herabwürdigung',
    sexual: 'Sexuelles',
    promotion: 'Werbung',
    cheating_accusation: 'Betrugsvorwurf',
    repetition: 'Wiederholung',
  },
};
