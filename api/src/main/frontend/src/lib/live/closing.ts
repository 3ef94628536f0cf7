/** Whether a stream that was closed for this reason is opened again; any other is a rule's name. */
export function isReopened(reason: string): boolean {
  return ['slow-consumer', 'interrupted', 'token-expired', 'going-away'].includes(reason);
}
