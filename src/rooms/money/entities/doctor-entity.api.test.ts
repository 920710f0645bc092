import { beforeAll, expect, test } from 'vitest';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { placeDoctor, registerEntity, registerTerminal, retireTerminal, seeEntities } from './doctor-entity.api.ts';
import type { DoctorEntityId } from './doctor-entity.ts';

let clinic: TestHouse;
let entity: DoctorEntityId;
const lie = { name: 'Lege Lie', organisationNumber: '310 100 102', address: 'Storgata 1' };
beforeAll(async () => {
  clinic = await testHouse();
  entity = (await clinic.yes('lie', registerEntity, lie)).id;
});

test('an entity is registered once, with its number checked', async () => {
  expect(await clinic.answer('lie', registerEntity, lie)).toMatchObject({ why: 'already registered' });
  const wrong = { ...lie, organisationNumber: '310100103' };
  expect(await clinic.answer('lie', registerEntity, wrong)).toMatchObject({ why: 'organisation number is wrong' });
});
test('only the head decides whose money it is', async () => {
  expect(await clinic.outcome('kari', registerEntity, lie)).toMatchObject({ kind: 'not allowed' });
  const terminal = { entity, name: 'Luke 1' };
  expect(await clinic.outcome('moen', registerTerminal, terminal)).toMatchObject({ kind: 'not allowed' });
});
test('a doctor belongs to an entity from a day on; someone else does not', async () => {
  const person = (name: string) => clinic.demo.as(name).person;
  expect(await clinic.answer('lie', placeDoctor, { doctor: person('kari'), entity })).toMatchObject({
    why: 'not a doctor',
  });
  await clinic.yes('lie', placeDoctor, { doctor: person('lie'), entity, specialistUntil: '2029-12-31' });
  const { doctors, unplaced } = await clinic.yes('kari', seeEntities, {});
  expect(doctors).toMatchObject([{ name: 'Ingrid Lie', entity, specialistUntil: '2029-12-31' }]);
  expect(unplaced.map(({ name }) => name).sort()).toEqual(['Amina Moen', 'Tor Berge']);
});
test('a doctor who is placed before the day begins counts on the day', async () => {
  const tomorrow = { doctor: clinic.demo.as('berge').person, entity, from: '2026-11-24' };
  await clinic.yes('lie', placeDoctor, tomorrow);
  expect((await clinic.yes('kari', seeEntities, {})).doctors).toHaveLength(1);
  clinic.clock.set('2026-11-24T08:00:00.000Z');
  expect((await clinic.yes('kari', seeEntities, {})).doctors).toHaveLength(2);
});
test('a terminal on the line needs its address, and one that has left is gone from the desk', async () => {
  const integrated = { entity, name: 'Luke 2', mode: 'integrated' } as const;
  expect(await clinic.answer('lie', registerTerminal, integrated)).toMatchObject({ why: 'address missing' });
  const { id } = await clinic.yes('lie', registerTerminal, { entity, name: 'Luke 1' });
  await clinic.yes('lie', retireTerminal, { terminal: id });
  expect((await clinic.yes('kari', seeEntities, {})).terminals).toEqual([]);
  expect(await clinic.answer('lie', retireTerminal, { terminal: id })).toMatchObject({ why: 'no such terminal' });
});
