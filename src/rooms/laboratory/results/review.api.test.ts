import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { journalOfPatient } from '../../../commons/journal/journal.api.ts';
import { loopsOnBoard } from '../../../commons/loops/loop.api.ts';
import { placeOrder } from '../../../commons/orders/order.api.ts';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { enterResults } from '../analyses/analysis.api.ts';
import { addOpenInstrument } from '../quality-control/laboratory.sample.ts';
import {
  answersToTell,
  answersWaiting,
  criticalCount,
  doctorsNow,
  forwardAnswer,
  informPatient,
  recordNotReached,
  reviewAnswer,
  tellCritical,
} from './review.api.ts';
import type { ReviewId } from './review.ts';

let clinic: TestHouse;
let patient: PatientId;
let hb: Awaited<ReturnType<typeof addOpenInstrument>>;

beforeAll(async () => {
  clinic = await testHouse();
  hb = await addOpenInstrument(clinic, 'hemoglobin');
});
beforeEach(async () => {
  const registered = { familyName: 'Amundsen', givenName: 'Rolf', birthDate: '1948-07-19', sex: 'male' as const };
  patient = (await clinic.yes('kari', registerPatient, { ...registered, numberKind: 'none' })).id;
});
const measured = async (value: number): Promise<ReviewId> => {
  const items = [{ code: 'hemoglobin' as const, haste: 1 as const }];
  const { id: order } = await clinic.yes('berge', placeOrder, { patient, items });
  const reading = { number: 1, analyte: 'hemoglobin', value, from: 'instrument' as const, device: hb.device };
  return (await clinic.yes('eva', enterResults, { order, patient, readings: [reading] })).review;
};
const person = (name: string) => clinic.demo.as(name).person;
const loops = async () => (await clinic.yes('kari', loopsOnBoard, { patient })).map(({ loop }) => loop.subject.thing);
const untold = async () => (await clinic.yes('kari', criticalCount, {})).untold;

test('a critical value is told to a named doctor who says it back; only a doctor counts', async () => {
  const before = await untold();
  const review = await measured(6.5);
  expect(await untold()).toBe(before + 1);
  const told = { review, readBack: 'Amundsen, hemoglobin 6,5' };
  expect(await clinic.answer('eva', tellCritical, { ...told, to: person('kari') })).toMatchObject({
    why: 'receiver is no doctor',
  });
  await clinic.yes('eva', recordNotReached, { review, to: person('berge') });
  await clinic.yes('eva', tellCritical, { ...told, to: person('lie'), answer: 'Sendes til sykehus' });
  expect(await untold()).toBe(before);
  expect(await loops()).toEqual(['review']);
  expect(await clinic.answer('eva', tellCritical, { ...told, to: person('lie') })).toMatchObject({
    why: 'already notified',
  });
  const record = JSON.stringify(await clinic.yes('kari', journalOfPatient, { patient }));
  expect(record).toContain(
    'Hemoglobin 6,5 ↓↓ meldt Ingrid Lie. Gjentatt: Amundsen, hemoglobin 6,5. Sendes til sykehus',
  );
});

test('a value that is not critical is not phoned', async () => {
  const review = await measured(15);
  expect(
    await clinic.answer('eva', tellCritical, { review, to: person('lie'), readBack: 'Amundsen 15' }),
  ).toMatchObject({
    why: 'not critical',
  });
});

test('a doctor signs it with one key, and nothing waits any more', async () => {
  const review = await measured(15);
  expect(await clinic.outcome('eva', reviewAnswer, { review, tell: 'not needed' })).toMatchObject({
    kind: 'not allowed',
  });
  await clinic.yes('berge', reviewAnswer, { review, tell: 'not needed' });
  expect(await loops()).toEqual([]);
  expect(await clinic.answer('lie', reviewAnswer, { review, tell: 'not needed' })).toMatchObject({
    why: 'already reviewed',
  });
  const mine = await clinic.yes('berge', answersWaiting, {});
  expect(mine.some((line) => line.review.id === review)).toBe(false);
});

test('a doctor who opens the critical value herself needs no telephone', async () => {
  const before = await untold();
  const review = await measured(6);
  await clinic.yes('lie', reviewAnswer, { review, tell: 'call', words: 'Kom inn i dag' });
  expect(await untold()).toBe(before);
  expect(await loops()).toEqual(['answer to tell']);
});

test('the patient is told in the doctor’s words, within the deadline, and the record says how', async () => {
  const review = await measured(11);
  expect(await clinic.answer('kari', informPatient, { review, how: 'call' })).toMatchObject({ why: 'not reviewed' });
  expect(await clinic.answer('berge', reviewAnswer, { review, tell: 'call' })).toMatchObject({ why: 'words missing' });
  await clinic.yes('berge', reviewAnswer, { review, tell: 'call', words: 'Litt lav blodprosent, ny prøve om 4 uker' });
  const [line] = (await clinic.yes('kari', answersToTell, {})).filter((one) => one.review.id === review);
  expect(line).toMatchObject({ by: '2026-11-26', results: [{ valueNumber: 11 }] });
  await clinic.yes('kari', informPatient, { review, how: 'call' });
  expect(await loops()).toEqual([]);
  const record = JSON.stringify(await clinic.yes('kari', journalOfPatient, { patient }));
  expect(record).toContain('Prøvesvar sagt på telefon til pasienten: Litt lav blodprosent');
});

test('an answer is given to a colleague and waits in her list, not in mine', async () => {
  const review = await measured(12);
  expect(await clinic.answer('berge', forwardAnswer, { review, to: person('kari') })).toMatchObject({
    why: 'receiver is no doctor',
  });
  await clinic.yes('berge', forwardAnswer, { review, to: person('moen') });
  const has = async (who: string) =>
    (await clinic.yes(who, answersWaiting, {})).some((line) => line.review.id === review);
  expect([await has('berge'), await has('moen')]).toEqual([false, true]);
  expect(await loops()).toEqual(['review']);
});

test('the doctors who can be told are those who work as doctors now', async () => {
  const names = (await clinic.yes('eva', doctorsNow, {})).map(({ name }) => name).sort();
  expect(names).toEqual(['Amina Moen', 'Ingrid Lie', 'Tor Berge']);
});
