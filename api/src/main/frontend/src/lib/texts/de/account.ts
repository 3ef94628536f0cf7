import type { Texts } from '@/lib/texts/texts';

export const account: Texts['account'] = {
  signIn: 'Anmelden',
  welcome: 'Schön, dass du da bist',
  intro: 'Räume, Nachrichten und ein Forum: ein Ort, um über das Spiel zu reden.',
  expired: 'Deine Anmeldung ist abgelaufen. Melde dich neu an.',
  demoHint: 'Dieser Server ist zum Ausprobieren: nimm irgendeinen Namen.',
  username: 'Name',
  roles: 'Rollen',
  suggestions: 'Oder komm als',
  roleNames: {
    user: 'Mitglied',
    moderator: 'Moderation',
    analyst: 'Auswertung',
    admin: 'Verwaltung',
    service: 'Dienst',
  },
  withProvider: 'Mit deinem Konto anmelden',
  providerFailed: 'Das Anmelden hat nicht geklappt. Versuche es noch einmal.',
  notConfigured: 'Auf diesem Server ist keine Anmeldung eingerichtet.',
};
