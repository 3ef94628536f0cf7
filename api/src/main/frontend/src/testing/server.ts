import { setupServer } from 'msw/node';

/** Stands in for the network, and for nothing nearer. Each test says what it answers. */
export const server = setupServer();
