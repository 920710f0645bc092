import { expect, test } from 'vitest';
import { journalOfPatient, unsignedNotes } from '../../commons/journal/journal.api.ts';
import { ordersForDoctors, ordersWaiting } from '../../commons/orders/order.api.ts';
import { findPatients, registerPatient } from '../../commons/patients/patient.api.ts';
import { testHouse } from '../testing/test-house.ts';
import { demoPatients } from './demo-patients.ts';
import { makeDemoJournal } from './journal.demo.ts';

const demoAt = async (at: string) => {
  const clinic = await testHouse({ at });
  for (const patient of demoPatients) await clinic.yes('kari', registerPatient, patient);
  await makeDemoJournal(clinic.house, clinic.demo);
  return clinic;
};

test('the demo has orders in the treatment room, a pupil’s entry to countersign, and something for the doctors', async () => {
  const clinic = await demoAt('2026-11-23T08:42:00.000Z');
  const waiting = await clinic.yes('eva', ordersWaiting, { room: 'treatment-room' });
  expect(waiting.map(({ item }) => item.code).toSorted()).toEqual([
    'blood-pressure',
    'blood-pressure',
    'blood-pressure',
    'ecg',
    'suture-removal',
  ]);
  const mine = await clinic.yes('eva', unsignedNotes, {});
  expect(mine.map(({ entry }) => entry.state).toSorted()).toEqual(['awaiting countersign', 'draft']);
  const { handedBack, prepared } = await clinic.yes('berge', ordersForDoctors, {});
  expect([handedBack.length, prepared.length]).toEqual([1, 1]);
  const [astrid] = await clinic.yes('kari', findPatients, { text: 'berg astrid' });
  expect((await clinic.yes('lie', journalOfPatient, { patient: astrid?.id ?? '' })).lines).toHaveLength(1);
});

test('before the doors open nothing of it lies ahead of the clock', async () => {
  const clinic = await demoAt('2026-11-23T05:00:00.000Z');
  expect(await clinic.yes('eva', unsignedNotes, {})).toHaveLength(2);
});
