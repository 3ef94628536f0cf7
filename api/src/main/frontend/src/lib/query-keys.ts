/** What the keys begin with under which a feature keeps what it has read, where other features make that old. */
export const ROOMS = ['chat', 'room'] as const;
export const LINES = ['chat', 'lines'] as const;
export const MESSAGING = ['messaging'] as const;
export const FORUM = ['forum'] as const;
export const SANCTIONS = ['account', 'sanctions'] as const;
