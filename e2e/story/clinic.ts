/** A clinic for a story: the real server with its own database, the demo's people, and a browser from the registry. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, expect, type Page, test as plain } from '@playwright/test';
import { type IsoDate, momentAt, type TimeOfDay } from '../../src/kernel/time.ts';
import type { Demo } from '../../src/main/demo/clinic.ts';
import { makeDemo } from '../../src/main/demo/demo.ts';
import { demoPassword } from '../../src/main/demo/demo-people.ts';
import { type Server, startServer } from '../../src/main/server.ts';
import { type Clock, clockFrom } from '../../src/platform/server/clock.ts';

export type Clinic = {
  readonly server: Server;
  readonly address: string;
  readonly data: string;
  readonly demo: Demo /** The clinic's clock goes on from here: `14:30`. */;
  readonly moveTo: (time: string) => void;
};
type Stories = {
  /** Someone at a workstation of their own, signed in, at the day board. */
  at: (
    username: string,
    options?: { theme?: 'light' | 'dark'; language?: 'nb' | 'en'; workstation?: string },
  ) => Promise<Page>;
};
type House = { clinic: Clinic; window: Browser };

export const storyDay = { day: '2026-11-23' as IsoDate, opens: '07:50' as TimeOfDay };

/** The story's own browser, without any download: it carries the libraries that a bare machine lacks. */
async function openBrowser(): Promise<Browser> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

export const test = plain.extend<Stories, House>({
  clinic: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner wants the pattern
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'dagsverk-story-'));
      let running = clockFrom(momentAt(storyDay.day, storyDay.opens));
      const clock: Clock = () => running();
      const moveTo = (time: string): void => {
        running = clockFrom(momentAt(storyDay.day, time as TimeOfDay));
      };
      const server = await startServer({ port: 0, host: '127.0.0.1', data, clock, isSecure: false, say: () => {} });
      const demo = await makeDemo(server.house);
      await use({ server, address: server.address, data, demo, moveTo });
      await server.stop();
      rmSync(data, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  window: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner wants the pattern
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  at: async ({ clinic, window }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (username, options = {}) => {
      const context = await window.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
      });
      contexts.push(context);
      const page = await context.newPage();
      page.on('pageerror', (fault) => {
        throw fault;
      });
      await page.addInitScript(
        ([theme, language, workstation]) => {
          localStorage.setItem('dagsverk.theme', theme ?? 'light');
          localStorage.setItem('dagsverk.language', language ?? 'nb');
          localStorage.setItem('dagsverk.workstation', workstation ?? 'Luke 1');
        },
        [options.theme, options.language, options.workstation],
      );
      await page.goto(clinic.address);
      await page.getByLabel(options.language === 'en' ? 'User name' : 'Brukernavn').fill(username);
      await page.getByLabel(options.language === 'en' ? 'Password' : 'Passord').fill(demoPassword);
      await page.keyboard.press('Enter');
      await expect(page.locator('.frame')).toBeVisible();
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
