import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where a server is that answers while one works on the client with `npm run dev`. */
const server = process.env['PARLEY_SERVER'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env['PARLEY_CLIENT_OUT'] ?? '../../../target/classes/client',
    emptyOutDir: true,
    manifest: true,
    // a page that inlines nothing needs no exception from its Content-Security-Policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: {
    proxy: { '/api': server, '/dev': server, '/ws': { target: server, ws: true } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    testTimeout: 15_000,
    // or one core of two would be left to itself
    maxWorkers: '100%',
  },
});
