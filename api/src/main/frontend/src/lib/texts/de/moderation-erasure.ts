import type { StaffTexts } from '@/lib/texts/staff-texts';

export const erasure: StaffTexts['moderation']['erasure'] = {
  title: (name) => `${name} auslöschen`,
  ask: 'Die Person auslöschen',
  warning:
    'Alles, was diese Person je geschrieben hat, wird überall unlesbar, und ihr Konto wird sofort geschlossen. Was andere schrieben, bleibt.',
  reasonHint: 'Er steht in der Bescheinigung und in der Prüfung.',
  typeName: (name) => `Gib zur Bestätigung den Namen ein: ${name}`,
  erase: 'Endgültig auslöschen',
  certificate: 'Bescheinigung der Auslöschung',
  complete: 'Nichts ist übrig',
  incomplete: 'Im Gang',
  asked: (name, time) => `Verlangt von ${name}, ${time},`,
  keyGone: (time) => `Der Schlüssel wurde vernichtet ${time},`,
  position: (position) => `Stelle ${String(position)}`,
  gone: 'ausgelöscht',
  left: 'noch nicht',
};
