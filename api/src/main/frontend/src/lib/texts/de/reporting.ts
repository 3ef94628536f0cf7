import type { Texts } from '@/lib/texts/texts';

export const reporting: Texts['reporting'] = {
  title: (name) => `${name} melden`,
  type: 'Worum geht es?',
  types: {
    chat: 'Unhöflicher oder unerwünschter Chat',
    harassment: 'Belästigung',
    content: 'Inhalt, der nicht hierher gehört',
    cheating: 'Betrug im Spiel',
    other: 'Etwas anderes',
  },
  description: 'Was ist geschehen?',
  descriptionHint: 'In ein paar Sätzen. Was du meldest, wird so aufbewahrt, wie es jetzt ist.',
  evidence: 'Ein Link dorthin',
  evidenceHint: 'Bei Betrug nötig: die Partie.',
  file: 'Meldung senden',
  mine: 'Was du gemeldet hast',
  done: 'Danke. Die Moderation sieht es sich an, meist in ein bis zwei Tagen.',
};
