import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { OrderId } from '#orders';
import type { PatientId } from '#patients';
import { journalOfPatient } from '../../../commons/journal/journal.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { ordersWaiting, placeOrder } from '../../../commons/orders/order.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { syntheticNumber } from '../../../main/demo/demo-patients.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { addInstrument, addOpenInstrument } from '../quality-control/laboratory.sample.ts';
import { answersWaiting, resultsOfPatient } from '../results/review.api.ts';
import { enterResults, laboratoryWork, previewResult } from './analysis.api.ts';

let clinic: TestHouse;
let patient: PatientId;
let number: string;
let crp: Awaited<ReturnType<typeof addOpenInstrument>>;
let hb: Awaited<ReturnType<typeof addOpenInstrument>>;
let serial = 100;

beforeAll(async () => {
  clinic = await testHouse();
  crp = await addOpenInstrument(clinic, 'crp');
  hb = await addOpenInstrument(clinic, 'hemoglobin');
});
beforeEach(async () => {
  serial += 10;
  number = syntheticNumber('1966-05-01', serial);
  patient = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Johansen',
      givenName: 'Liv',
      birthDate: '1966-05-01',
      sex: 'female',
      number,
    })
  ).id;
});
const ordered = async (): Promise<OrderId> =>
  (
    await clinic.yes('berge', placeOrder, {
      patient,
      items: [
        { code: 'hemoglobin', haste: 2 },
        { code: 'crp', haste: 1 },
      ],
    })
  ).id;
const hbAt = (value: number) => ({
  number: 1,
  analyte: 'hemoglobin',
  value,
  from: 'instrument' as const,
  device: hb.device,
});
const crpAt = (value: number) => ({
  number: 2,
  analyte: 'crp',
  value,
  from: 'instrument' as const,
  device: crp.device,
});

test('Hb and CRP of an order are entered in one act: judged, in the record, off the list, before the doctor', async () => {
  const order = await ordered();
  const done = await clinic.yes('eva', enterResults, { order, patient, readings: [hbAt(11), crpAt(34)] });
  expect(done.results).toMatchObject([
    { analyte: 'hemoglobin', interval: { low: 11.7, high: 15.3 }, finding: { flag: 'low' } },
    { analyte: 'crp', interval: { high: 5 }, finding: { flag: 'high' } },
  ]);
  expect(done.isCritical).toBe(false);
  const waiting = await clinic.yes('eva', ordersWaiting, { room: 'laboratory' });
  expect(waiting.filter((line) => line.order === order)).toEqual([]);
  const mine = await clinic.yes('berge', answersWaiting, {});
  expect(mine.find(({ review }) => review.id === done.review)?.results.map((row) => row.name)).toEqual([
    'Hemoglobin',
    'CRP',
  ]);
  const record = JSON.stringify(await clinic.yes('kari', journalOfPatient, { patient }));
  expect(record).toContain('Hemoglobin 11 g/dL ↓');
  expect(record).toContain('CRP 34 mg/L ↑');
  const events = await clinic.rows(`select facts from event where name = 'AnalysisDone' and facts ->> 'patient' = $1`, [
    patient,
  ]);
  expect(events.map(({ facts }) => (facts as { analyte: string }).analyte)).toEqual(['haemoglobin', 'CRP']);
  expect(events[0]?.facts).toMatchObject({ authority: 'order', doctor: clinic.demo.as('berge').person });
});

test('a locked instrument gives no result, and says why', async () => {
  const locked = await addInstrument(clinic, 'crp');
  const order = await ordered();
  expect(
    await clinic.answer('eva', enterResults, { order, patient, readings: [{ ...crpAt(3), device: locked.device }] }),
  ).toMatchObject({ ok: false, why: 'instrument locked', facts: { because: 'control missing' } });
  expect((await clinic.yes('eva', laboratoryWork, {})).filter((line) => line.order === order)).toHaveLength(2);
});

test('typed by hand it is typed twice, and the two must agree', async () => {
  const order = await ordered();
  const typed = { ...crpAt(34), from: 'typed' as const };
  const enter = (one: object) => clinic.answer('eva', enterResults, { order, patient, readings: [one as never] });
  expect(await enter(typed)).toMatchObject({ why: 'type it once more' });
  expect(await enter({ ...typed, again: 43 })).toMatchObject({ why: 'typed values differ' });
  expect(await enter({ ...typed, again: 34 })).toMatchObject({ ok: true });
  expect(await enter({ ...typed, again: 34 })).toMatchObject({ ok: false, why: 'already done' });
});

test('another patient on the screen or on the instrument is refused', async () => {
  const order = await ordered();
  const other = (
    await clinic.yes('kari', registerPatient, {
      familyName: 'Berg',
      givenName: 'Ole',
      birthDate: '1950-01-01',
      numberKind: 'none',
    })
  ).id;
  expect(await clinic.answer('eva', enterResults, { order, patient: other, readings: [crpAt(3)] })).toMatchObject({
    why: 'another patient',
  });
  const scanned = { order, patient, readings: [crpAt(3)] };
  expect(
    await clinic.answer('eva', enterResults, { ...scanned, instrumentPatient: syntheticNumber('1950-01-01', 300) }),
  ).toMatchObject({ why: 'another patient on the instrument' });
  expect(await clinic.answer('eva', enterResults, { ...scanned, instrumentPatient: number })).toMatchObject({
    ok: true,
  });
});

test('only what was ordered is entered, on a device that measures it', async () => {
  const order = await ordered();
  const wrong = { ...crpAt(3), analyte: 'glucose' };
  expect(await clinic.answer('eva', enterResults, { order, patient, readings: [wrong] })).toMatchObject({
    why: 'not what was ordered',
  });
  expect(
    await clinic.answer('eva', enterResults, { order, patient, readings: [{ ...crpAt(3), device: hb.device }] }),
  ).toMatchObject({ why: 'not measured by this device' });
});

test('a critical Hb opens a clock of its own with the value on the board until a doctor is told', async () => {
  const order = await ordered();
  const done = await clinic.yes('eva', enterResults, { order, patient, readings: [hbAt(6.8)] });
  expect(done).toMatchObject({
    isCritical: true,
    results: [{ finding: { critical: { crossed: 'below', limit: 7 } } }],
  });
  const board = await clinic.yes('kari', loopsOnBoard, { patient });
  const critical = board.find(({ loop }) => loop.subject.thing === 'critical value');
  expect(critical).toMatchObject({ what: expect.stringContaining('Hemoglobin 6,8 ↓↓'), loop: { haste: 1 } });
  expect(critical?.loop.expectedBy).toBe('2026-11-23T07:30:00.000Z');
});

test('a value beyond the instrument’s range has a flag only where every such value has the same', async () => {
  const order = await ordered();
  const low = { ...crpAt(1), comparator: '<' as const };
  expect(await clinic.yes('eva', enterResults, { order, patient, readings: [low] })).toMatchObject({
    results: [{ comparator: '<', finding: { flag: 'normal' } }],
  });
});

test('while it is typed the screen tells interval, flag and the change since last time, and keeps nothing', async () => {
  const order = await ordered();
  await clinic.yes('eva', enterResults, { order, patient, readings: [hbAt(14)] });
  clinic.clock.set('2026-11-23T11:00:00.000Z');
  const ask = { patient, device: hb.device, analyte: 'hemoglobin', from: 'instrument' as const };
  const seen = await clinic.yes('eva', previewResult, { ...ask, value: 10 });
  expect(seen).toMatchObject({ previous: { value: 14 }, finding: { flag: 'low', delta: { exceeds: true } } });
  expect((await clinic.yes('eva', resultsOfPatient, { patient })).results).toHaveLength(1);
});

test('a pupil measures under supervision, and the note waits for the supervisor', async () => {
  const order = await ordered();
  await clinic.yes('elev', enterResults, { order, patient, readings: [hbAt(13)] });
  const [told] = await clinic.rows(
    `select facts from event where name = 'NoteAwaitsCountersign' and facts ->> 'patient' = $1`,
    [patient],
  );
  expect(told?.facts).toMatchObject({ supervisor: clinic.demo.as('eva').person });
});
