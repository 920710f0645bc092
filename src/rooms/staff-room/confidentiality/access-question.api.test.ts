import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { confirmContact, findPatients, registerPatient, seePatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { testServer } from '../../../main/testing/test-server.ts';
import { checkAccessLog, myLooks, refusedAccess, whoHasSeen } from './access-question.api.ts';

const today = { from: '2026-11-23', until: '2026-11-23' };
let clinic: TestHouse;
let odd: string;
let anne: string;
const id = (who: string): PersonId => clinic.demo.as(who).person;
beforeAll(async () => {
  clinic = await testHouse();
  const named = { birthDate: '1943-04-12', numberKind: 'none' } as const;
  odd = (await clinic.yes('kari', registerPatient, { ...named, familyName: 'Hansen', givenName: 'Odd' })).id;
  anne = (await clinic.yes('kari', registerPatient, { ...named, familyName: 'Berg', givenName: 'Anne' })).id;
  clinic.clock.set('2026-11-23T09:00:00.000Z');
  await clinic.yes('eva', seePatient, { patient: odd });
  clinic.clock.set('2026-11-23T09:20:00.000Z');
  await clinic.yes('eva', seePatient, { patient: odd });
  await clinic.yes('eva', confirmContact, { patient: odd, phone: '912 34 567' });
  await clinic.yes('moen', findPatients, { text: 'hansen' });
  await clinic.house.settle();
});

describe('who has seen a patient', () => {
  test('is told once a day for each person: who, what, how often, by which right', async () => {
    const days = await clinic.yes('lie', whoHasSeen, { patient: odd, ...today });
    expect(days.map(({ person }) => person)).toEqual([id('eva'), id('kari')]);
    expect(days[0]).toMatchObject({
      day: '2026-11-23',
      how: 'opened',
      first: '2026-11-23T09:00:00.000Z',
      last: '2026-11-23T09:20:00.000Z',
      times: 3,
    });
    const calls = days[0]?.calls.map(({ call, times }) => `${call} ${times}`).toSorted();
    expect(calls).toEqual(['confirmContact 1', 'seePatient 2']);
  });
  test('lists in which the name stood are told apart from records that were opened, and only when asked for', async () => {
    const all = await clinic.yes('lie', whoHasSeen, { patient: odd, ...today, lists: true });
    expect(all.find(({ person }) => person === id('moen'))).toMatchObject({ how: 'shown', times: 1 });
    expect(all.find(({ person }) => person === id('eva'))).toMatchObject({ how: 'opened', times: 3 });
  });
  test('another patient’s are not among them', async () => {
    const days = await clinic.yes('lie', whoHasSeen, { patient: anne, ...today });
    expect(days.map(({ person }) => person)).toEqual([id('kari')]);
  });
  test('the question itself stands in the log', async () => {
    await clinic.house.settle();
    const days = await clinic.yes('lie', whoHasSeen, { patient: odd, ...today });
    expect(days.find(({ person }) => person === id('lie'))?.calls).toMatchObject([{ call: 'whoHasSeen' }]);
  });
  test('is for the head alone', async () => {
    for (const who of ['kari', 'moen', 'elev', 'drift'])
      expect(await clinic.outcome(who, whoHasSeen, { patient: odd, ...today })).toMatchObject({ kind: 'not allowed' });
  });
  test('on other days is another answer, and a period that ends before it begins is none', async () => {
    const before = { from: '2026-11-01', until: '2026-11-22' };
    expect(await clinic.yes('lie', whoHasSeen, { patient: odd, ...before })).toEqual([]);
    const backwards = { from: '2026-11-23', until: '2026-11-22' };
    expect(await clinic.answer('lie', whoHasSeen, { patient: odd, ...backwards })).toMatchObject({ ok: false });
  });
});

describe('what I have looked at', () => {
  test('is mine to know, with the names, and nobody else’s looks', async () => {
    const { days, names } = await clinic.yes('eva', myLooks, today);
    expect(days.map(({ patient }) => patient)).toEqual([odd]);
    expect(names).toEqual([{ patient: odd, name: 'Hansen, Odd' }]);
    expect((await clinic.yes('nora', myLooks, today)).days).toEqual([]);
  });
});

describe('who was told no', () => {
  test('tells denied acts and failed sign-ins to the head and IT', async () => {
    const server = await testServer(clinic.house);
    await server.browser().signIn('nora', 'wrong');
    await clinic.outcome('elev', whoHasSeen, { patient: odd, ...today });
    await clinic.house.settle();
    const refused = await clinic.yes('drift', refusedAccess, today);
    expect(refused).toContainEqual(expect.objectContaining({ call: 'signIn', person: id('nora') }));
    expect(refused).toContainEqual(expect.objectContaining({ call: 'whoHasSeen', person: id('elev') }));
    expect(await clinic.outcome('kari', refusedAccess, today)).toMatchObject({ kind: 'not allowed' });
  });
});

test('the log is checked to its end by whoever answers for it', async () => {
  await clinic.house.settle();
  expect(await clinic.yes('lie', checkAccessLog, {})).toMatchObject({ whole: true });
  expect(await clinic.outcome('kari', checkAccessLog, {})).toMatchObject({ kind: 'not allowed' });
});
