/** Every screen can be used by everyone: no fault that a machine can find, in light and dark, and at twice the letter size. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { findPatients } from '../src/commons/patients/patient.api.ts';
import { press } from '../src/main/demo/clinic.ts';
import { dayList } from '../src/rooms/reception/today/day.api.ts';
import { type Clinic, expect, test } from './story/clinic.ts';
import { everyPath } from './story/screens.ts';

/** A real thing for each part of an address. */
async function idsOf(clinic: Clinic): Promise<Record<string, string>> {
  const { house } = clinic.server;
  const kari = clinic.demo.as('kari');
  const [odd] = await press(house, kari, findPatients, { text: 'hansen odd' });
  const day = await press(house, kari, dayList, {});
  const waiting = day.find(({ state }) => state === 'booked') ?? day[0];
  return { patient: odd?.id ?? '', appointment: waiting?.id ?? '', duty: 'reception.telephone' };
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await expect(page.locator('.frame-main')).toBeVisible();
  await page.waitForLoadState('load');
  await page.waitForTimeout(350);
}

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has a fault that hinders anyone, ${theme}`, async ({ at, clinic }) => {
    test.setTimeout(180_000);
    const ids = await idsOf(clinic);
    const page = await at('lie', { theme });
    const found: Record<string, string[]> = {};
    for (const path of everyPath()) {
      const address = path.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? 'none');
      if (address.includes('none')) continue;
      await open(page, address);
      const faults = await faultsOf(page);
      if (faults.length > 0) found[path] = faults;
    }
    expect(found).toEqual({});
  });
}

test('at twice the letter size nothing has to be pushed sideways', async ({ at, clinic }) => {
  test.setTimeout(120_000);
  const ids = await idsOf(clinic);
  const page = await at('lie');
  const wide: string[] = [];
  for (const path of everyPath()) {
    const address = path.replace(/\$(\w+)/g, (_, name: string) => ids[name] ?? 'none');
    if (address.includes('none')) continue;
    await open(page, address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 1) wide.push(`${path}: ${over} px`);
  }
  expect(wide).toEqual([]);
});
