import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { forgetPositions } from '@/lib/api/freshness';
import { sessionStore } from '@/lib/session/session-store';
import { server } from '@/testing/server';

// a machine may have other work, and what is loaded when it is wanted takes its time then
configure({ asyncUtilTimeout: 5_000 });

// the browser's own dialogs, which jsdom does not open
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return;
  this.open = false;
  queueMicrotask(() => this.dispatchEvent(new Event('close')));
};

// jsdom lays nothing out
globalThis.ResizeObserver = class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** What the console was told as an error: a test in which there is any fails. */
const complaints: unknown[][] = [];
console.error = (...said: unknown[]) => complaints.push(said);
afterEach(() => expect(complaints.splice(0)).toEqual([]));

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  sessionStore.getState().signOut();
  forgetPositions();
  localStorage.clear();
});
afterAll(() => server.close());
