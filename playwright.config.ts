import { defineConfig } from '@playwright/test';

/** The browser stories: each file is a story of a day at the clinic, on a house of its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.day.ts',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  globalSetup: './e2e/story/build.ts',
  use: { viewport: { width: 1440, height: 900 }, locale: 'nb-NO', timezoneId: 'Europe/Oslo', trace: 'off' },
});
