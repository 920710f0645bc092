/** One working day, from the first telephone call to the hand-over, across reception, laboratory, treatment room, doctor and till. */

import type { Page } from '@playwright/test';
import { within } from './story/budget.ts';
import { expect, test } from './story/clinic.ts';

test.describe.configure({ mode: 'serial' });

const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
const lineOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

async function openPatient(page: Page, name: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.banner h1')).toBeVisible();
}

test('08:00 readiness: what works is green, the rest is looked at with one key', async ({ at }) => {
  const desk = await at('kari');
  await go(desk, '/readiness');
  await expect(desk.getByRole('row').filter({ hasText: 'Journal' })).toContainText('Oppe');
  await within(1, 'morning round', desk, (by) => by.press('k'));
  await expect(desk.getByText('Alle linjer oppe')).toBeVisible();
});

test('08:01 a call is recorded with a promise to ring back, and waits on every desk at once', async ({ at }) => {
  const desk = await at('kari');
  const neighbour = await at('eva', { workstation: 'Lab' });
  await expect(neighbour.getByRole('heading', { name: 'Venter på noen' })).toBeVisible();
  await within(6, 'record a phone call with outcome and promise', desk, async (by) => {
    await by.press('t');
    await expect(desk.getByLabel(/Hvem gjelder det/)).toBeFocused();
    await by.write('lund per');
    await expect(desk.getByRole('option').first()).toContainText('Lund');
    await by.press('Enter');
    await expect(desk.locator('.banner h1')).toContainText('Lund');
    await by.write('spør om svar på prøve');
    await by.press('Enter');
    await by.press('r');
    await by.press('Control+Enter');
  });
  await expect(neighbour.getByText('Lovet å ringe')).toBeVisible();
});

test('08:05 the next free time is offered and booked for the caller', async ({ at }) => {
  const desk = await at('kari');
  await openPatient(desk, 'moe anders');
  await within(4, 'book the next free time', desk, async (by) => {
    await by.press('n');
    await expect(desk.getByRole('heading', { name: /ledige/i }).first()).toBeVisible();
    await desk.waitForTimeout(600);
    await by.press('Enter');
  });
  await expect(desk.getByText(/Timen er satt opp|bestilt/i).first()).toBeVisible();
  await desk.screenshot({ path: '/tmp/book.png' });
});

test('08:15 the patient arrives with one key', async ({ at }) => {
  const desk = await at('kari');
  await expect(lineOf(desk, 'Lund, Per Arne').first()).toBeVisible();
  const line = lineOf(desk, 'Lund, Per Arne').filter({ hasText: '10:00' });
  await line.click();
  await within(1, 'patient has arrived', desk, (by) => by.press('Enter'));
  await expect(line).toContainText('Venterom');
  await desk.screenshot({ path: '/tmp/arrive.png' });
});

test('08:30 the doctor orders CRP, Hb and blood pressure, and the laboratory sees it at once', async ({ at }) => {
  const bench = await at('eva', { workstation: 'Lab' });
  await go(bench, '/laboratory');
  const doctor = await at('lie', { workstation: 'Lege 1' });
  await openPatient(doctor, 'lund per');
  for (const key of ['c', 'h', 'b']) await doctor.keyboard.press(key);
  await doctor.keyboard.press('Control+Enter');
  await expect(bench.getByText('Lund, Per Arne').first()).toBeVisible();
  await bench.screenshot({ path: '/tmp/lab.png' });
  await doctor.screenshot({ path: '/tmp/order.png' });
});

test('08:40 three readings of blood pressure, and the mean by its rule is filed', async ({ at }) => {
  const room = await at('eva', { workstation: 'Skiftestue' });
  await go(room, '/treatment');
  await lineOf(room, 'Lund, Per Arne').first().click();
  await room.keyboard.press('Enter');
  await expect(room.locator('.banner h1')).toContainText('Lund');
  await room.screenshot({ path: '/tmp/bp1.png' });
});
