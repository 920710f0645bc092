/** One working day, from the first telephone call to the hand-over, across reception, laboratory, treatment room, doctor and till. */

import type { Page } from '@playwright/test';
import { receiveMessage } from '../src/commons/exchange/letter.api.ts';
import { findPatients } from '../src/commons/patients/patient.api.ts';
import { press } from '../src/main/demo/clinic.ts';
import { laboratoryLetter } from '../src/main/demo/laboratory-letter.ts';
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
});

test('08:15 the patient arrives with one key', async ({ at }) => {
  const desk = await at('kari');
  await expect(lineOf(desk, 'Bjørnsen, Kåre').first()).toBeVisible();
  const line = lineOf(desk, 'Bjørnsen, Kåre').filter({ hasText: '11:40' });
  await line.click();
  await within(1, 'patient has arrived', desk, (by) => by.press('Enter'));
  await expect(line).toContainText('Venterom');
});

test('08:30 the doctor orders CRP, Hb and blood pressure, and the laboratory sees it at once', async ({ at }) => {
  const bench = await at('eva', { workstation: 'Lab' });
  await go(bench, '/laboratory');
  const doctor = await at('moen', { workstation: 'Lege 3' });
  await openPatient(doctor, 'bjørnsen kåre');
  for (const key of ['c', 'h', 'b']) await doctor.keyboard.press(key);
  await doctor.keyboard.press('Control+Enter');
  await expect(bench.getByText('Bjørnsen, Kåre').first()).toBeVisible();
});

test('08:40 three readings of blood pressure, and the mean by its rule is filed', async ({ at }) => {
  const room = await at('eva', { workstation: 'Skiftestue' });
  await go(room, '/treatment');
  await lineOf(room, 'Bjørnsen, Kåre').first().click();
  await room.keyboard.press('Enter');
  await expect(room.locator('.banner h1')).toContainText('Bjørnsen');
  await within(3, 'blood pressure, three readings, mean filed', room, async (by) => {
    for (const digits of ['148', '92', '76', '142', '90', '74', '138', '88', '72']) await by.write(digits);
    // Mean of the last two readings: (142 + 138) / 2 and (90 + 88) / 2.
    await expect(room.getByText('140/89').first()).toBeVisible();
    await by.press('Control+Enter');
  });
  await expect(room.getByText(/\bført\b/i).first()).toBeVisible();
  await go(room, '/treatment');
  await expect(lineOf(room, 'Bjørnsen, Kåre')).toHaveCount(0);
});

test('08:50 an instrument whose control is missing is locked; the control passes, and CRP and Hb are signed', async ({
  at,
}) => {
  const bench = await at('eva', { workstation: 'Lab' });
  await go(bench, '/laboratory');
  await lineOf(bench, 'Bjørnsen, Kåre').first().click();
  await bench.keyboard.press('Enter');
  const crp = bench.getByRole('region', { name: 'CRP' });
  await expect(crp.getByText('Instrumentet er låst')).toBeVisible();
  await go(bench, '/controls');
  await bench.getByRole('row').filter({ hasText: 'CRP' }).first().click();
  await bench
    .getByLabel(/^Verdi/)
    .first()
    .fill('42,5');
  await bench.keyboard.press('Control+Enter');
  await expect(bench.getByRole('row').filter({ hasText: 'CRP' }).first()).not.toContainText('gjenstår');
  await go(bench, '/laboratory');
  await lineOf(bench, 'Bjørnsen, Kåre').first().click();
  await within(4, 'CRP and Hb on an order, typed twice and signed', bench, async (by) => {
    await by.press('Enter');
    await bench
      .getByRole('region', { name: 'CRP' })
      .getByLabel(/^Verdi/)
      .fill('58');
    await bench
      .getByRole('region', { name: 'CRP' })
      .getByLabel(/^En gang til/)
      .fill('58');
    await bench
      .getByRole('region', { name: 'Hemoglobin' })
      .getByLabel(/^Verdi/)
      .fill('14,1');
    await bench
      .getByRole('region', { name: 'Hemoglobin' })
      .getByLabel(/^En gang til/)
      .fill('14,1');
    await by.press('Control+Enter');
  });
  await expect(bench.getByText(/Ført og signert/)).toBeVisible();
});

test('09:00 the doctor writes and signs the note, and the visit is done', async ({ at }) => {
  const doctor = await at('moen', { workstation: 'Lege 3' });
  const line = lineOf(doctor, 'Bjørnsen, Kåre').filter({ hasText: '11:40' });
  await line.click();
  for (const status of ['Ropt inn', 'Hos lege']) {
    await doctor.keyboard.press('Enter');
    await expect(line).toContainText(status);
  }
  await openPatient(doctor, 'bjørnsen kåre');
  await doctor.keyboard.press('j');
  await doctor.keyboard.type('Hoste i to uker. CRP 58. Avtalt ny kontroll.');
  await doctor.keyboard.press('Control+Enter');
  await expect(doctor.getByText('Hoste i to uker.').first()).toBeVisible();
  await go(doctor, '/');
  await line.click();
  await doctor.keyboard.press('Enter');
  await expect(line).toContainText(/betale/);
});

test('09:10 the bill is proposed from what was done, and paid with two keys', async ({ at }) => {
  const desk = await at('kari');
  const line = lineOf(desk, 'Bjørnsen, Kåre').filter({ hasText: '11:40' });
  await expect(line).toContainText(/betale/);
  await line.click();
  await within(2, 'take payment for a proposed bill', desk, async (by) => {
    await by.press('b');
    await expect(desk.getByText('705k').first()).toBeVisible();
    await by.press('k');
  });
  await expect(desk.getByText(/Kvittering/).first()).toBeVisible();
});

test('10:00 an answer from outside is matched by number and name, flagged, and signed by the doctor', async ({
  at,
  clinic,
}) => {
  const { house } = clinic.server;
  const eva = clinic.demo.as('eva');
  const [patient] = await press(house, eva, findPatients, { text: 'amundsen' });
  const moment = house.clock();
  const letter = laboratoryLetter({
    number: 'FB-26-40001',
    messageId: crypto.randomUUID(),
    at: moment,
    sampledAt: moment,
    patient: { number: patient?.number ?? '', name: 'Amundsen, Rolf' },
    doctor: { name: 'Berge, Tor', hpr: '9200002' },
    results: [{ code: 'NPU03230', name: 'P-Kalium', value: '5.2', unit: 'mmol/L', interval: '3.5 - 5.0', mark: '1' }],
  });
  const doctor = await at('berge', { workstation: 'Lege 2' });
  await go(doctor, '/answers');
  await press(house, eva, receiveMessage, { bytes: Buffer.from(letter).toString('base64') });
  await press(house, eva, receiveMessage, { bytes: Buffer.from(letter.slice(0, 900)).toString('base64') });
  await expect(doctor.getByText('Amundsen, Rolf').first()).toBeVisible();
  await expect(doctor.getByText('3.5 - 5.0').first()).toBeVisible();
  await doctor.getByRole('row').filter({ hasText: 'Amundsen' }).first().click();
  await doctor.keyboard.press('Control+Enter');
  await expect(doctor.getByRole('grid', { name: /venter/i }).getByText('Amundsen')).toHaveCount(0);
  const bench = await at('eva', { workstation: 'Lab' });
  await go(bench, '/incoming');
  await expect(bench.getByText('T01').first()).toBeVisible();
});

test('15:30 the hand-over has written itself', async ({ at, clinic }) => {
  clinic.moveTo('15:30');
  const desk = await at('kari');
  await go(desk, '/handover');
  await expect(desk.getByText('spør om svar på prøve').first()).toBeVisible();
  await desk.getByLabel(/Hva er bestemt/).fill('Kari ringer før hun går.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/Overlevert/)).toBeVisible();
});
