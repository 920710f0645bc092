import { expect, test } from 'vitest';
import { registerPatient } from '../../commons/patients/patient.api.ts';
import { waitingList } from '../../rooms/reception/appointments/waiting-list.api.ts';
import { dayList } from '../../rooms/reception/today/day.api.ts';
import { testHouse } from '../testing/test-house.ts';
import { makeDemoDay } from './appointments.demo.ts';
import { demoPatients } from './demo-patients.ts';

const statesAt = async (at: string): Promise<Record<string, number>> => {
  const clinic = await testHouse({ at });
  for (const patient of demoPatients) await clinic.yes('kari', registerPatient, patient);
  await makeDemoDay(clinic.house, clinic.demo);
  const lines = await clinic.yes('kari', dayList, {});
  return countBy(lines.map(({ state }) => state));
};
const countBy = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

test('at a quarter to ten on a Monday some are done, some inside, some wait, and the rest are expected', async () => {
  expect(await statesAt('2026-11-23T08:42:00.000Z')).toEqual({
    done: 2,
    with: 3,
    arrived: 3,
    booked: 11,
    cancelled: 1,
  });
});
test('before the doors open on a Sunday everyone is expected', async () => {
  expect(await statesAt('2026-11-22T05:00:00.000Z')).toEqual({ booked: 20 });
});
test('in the evening of a public holiday nobody is left behind', async () => {
  const states = await statesAt('2026-05-17T18:00:00.000Z');
  expect(states.booked).toBeUndefined();
});

test('some wait for a sooner time, one of them instead of a later one', async () => {
  const clinic = await testHouse({ at: '2026-11-23T08:42:00.000Z' });
  for (const patient of demoPatients) await clinic.yes('kari', registerPatient, patient);
  await makeDemoDay(clinic.house, clinic.demo);
  const { lines } = await clinic.yes('kari', waitingList, {});
  expect(lines.map(({ entry }) => entry.haste)).toEqual([2, 3, 3]);
  expect(lines.filter(({ entry }) => entry.instead !== null)).toHaveLength(1);
});
