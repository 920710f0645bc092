import { beforeAll, expect, test } from 'vitest';
import { told } from '../../../main/testing/telling.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { id, newPatient, openMoney } from '../bills/money.sample.ts';
import { billForPatient } from '../bills/see-bills.api.ts';
import { adaptTakst, seeTariff } from './tariff.api.ts';

let clinic: TestHouse;
beforeAll(async () => {
  clinic = await testHouse();
  await openMoney(clinic);
});
const lineOf = async (code: string, day?: string) =>
  (await clinic.yes('kari', seeTariff, day ? { day } : {})).lines.find((line) => line.code === code);
const newer = { reason: 'Ny tabell er kommet', source: 'Rundskriv av 1. desember' };

test('the tariff of the day is read with its source and its certainty', async () => {
  const { edition } = await clinic.yes('kari', seeTariff, {});
  expect(edition?.value.name).toContain('1.7.2026');
  expect(await lineOf('2ad')).toMatchObject({ price: { patient: 17_900, certainty: 'table 1 Jul 2026' } });
});
test('a day without a table has no prices, rather than those of a neighbour', async () => {
  const { edition, lines } = await clinic.yes('kari', seeTariff, { day: '2028-01-01' });
  expect([edition, lines]).toEqual([null, []]);
});
test('an amount is corrected by a newer table from its day on, named and reasoned', async () => {
  const change = { kind: 'corrected amounts', honorarInOre: 8_500, patientInOre: 8_500 } as const;
  await clinic.yes('lie', adaptTakst, { code: '10a', from: '2026-12-01', change, ...newer });
  expect((await lineOf('10a'))?.price.patient).toBe(8_100);
  expect(await lineOf('10a', '2026-12-01')).toMatchObject({
    price: { patient: 8_500, certainty: 'corrected by the clinic' },
  });
  const { adaptations } = await clinic.yes('kari', seeTariff, {});
  expect(adaptations).toMatchObject([{ code: '10a', decidedByName: 'Ingrid Lie', ...newer }]);
});
test('an egenandel is never lowered by the clinic', async () => {
  const change = { kind: 'patient pays less', patientInOre: 0 } as const;
  expect(await clinic.answer('lie', adaptTakst, { code: '2ad', from: '2026-11-23', change, ...newer })).toMatchObject({
    why: 'egenandel is set by the regulation',
  });
});
test('only the head decides', async () => {
  const wanted = { code: '10a', from: '2026-11-23', change: { kind: 'not used' }, ...newer };
  expect(await clinic.outcome('kari', adaptTakst, wanted)).toMatchObject({ kind: 'not allowed' });
});
test('a decision counts on the very next proposal', async () => {
  const change = { kind: 'patient pays less', patientInOre: 5_000 } as const;
  await clinic.yes('lie', adaptTakst, { code: '10b', from: '2026-11-23', change, ...newer });
  const patient = await newPatient(clinic, '1970-01-01');
  const lie = clinic.demo.as('lie').person;
  const work = { patient, performer: lie, doctor: lie, authority: 'own' } as const;
  const recording = id<never>();
  await told(clinic, 'lie', 'EcgTaken', { ...work, recording });
  await told(clinic, 'lie', 'ContactClosed', { appointment: id(), patient, doctor: lie });
  const [seen] = (await clinic.yes('kari', billForPatient, { patient })).bills;
  expect(seen?.bill.lines.find(({ code }) => code === '10b')?.ownPayment).toBe(5_000);
});
