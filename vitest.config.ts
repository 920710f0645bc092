import { defineConfig } from 'vitest/config';

/** Everything but the browser stories: pure rules, the api against the real database, screens in jsdom, walls. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'architecture/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['src/main/testing/test-cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // The files share one database server, where a long act of one holds another's seals back for a moment.
    retry: 1,
    env: { TZ: 'Europe/Oslo' },
  },
});
