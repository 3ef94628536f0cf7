import type { Texts } from '@/lib/texts/texts';

export const messaging: Texts['messaging'] = {
  inbox: 'Nachrichten',
  search: 'Personen und Texte suchen',
  none: 'Noch keine Nachrichten. Schreib jemandem mit seinem Namen.',
  nothingFound: 'Nichts gefunden.',
  choose: 'Wähle eine Unterhaltung oder beginne eine.',
  compose: 'Neue Nachricht',
  to: 'An',
  message: 'Nachricht',
  you: 'Du',
  hide: 'Verbergen bis zur nächsten Nachricht',
  write: 'Eine Nachricht schreiben',
  history: 'Nachrichten dieser Unterhaltung',
  beginning: 'Hier beginnt eure Unterhaltung.',
  earlier: 'Frühere Nachrichten werden geladen …',
  read: 'Gelesen',
};
