/** Having somebody erased, and its certificate. */
export const erasure = {
  title: (name: string) => `Erasing ${name}`,
  ask: 'Erase the person',
  warning:
    'Everything that this person ever wrote becomes unreadable everywhere, and their account is closed at once. What others wrote stays.',
  reasonHint: 'It stands in the certificate and in the audit.',
  typeName: (name: string) => `To confirm, type the name: ${name}`,
  erase: 'Erase for good',
  certificate: 'Certificate of erasure',
  complete: 'Nothing is left',
  incomplete: 'Under way',
  asked: (name: string, time: string) => `Asked for by ${name}, ${time},`,
  keyGone: (time: string) => `The key was destroyed ${time},`,
  position: (position: number) => `position ${String(position)}`,
  gone: 'erased',
  left: 'not yet',
};
