import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Stories in a real browser against a running server: `PARLEY_SERVER` says where, `PARLEY_BROWSER` with what. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    environment: 'node',
    // one browser for all of them, and a page for each
    fileParallelism: false,
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
