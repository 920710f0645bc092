import { beforeAll, expect, test } from 'vitest';
import type { PatientId } from '#patients';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment } from './appointment.api.ts';
import type { BookId } from './book.ts';
import { offerMeter, offerTime } from './offer.api.ts';
import { booked, openBook, register, slot, wanting } from './open-clinic.sample.ts';
import { seeAppointment } from './see-appointment.api.ts';

let clinic: TestHouse;
let lie: BookId;
let patient: PatientId;

beforeAll(async () => {
  // Wednesday 1 April 2026: Easter stands between the contact and the fifth working day, Monday 13 April.
  clinic = await testHouse({ at: '2026-04-01T07:00:00.000Z' });
  lie = await openBook(clinic, 'lie');
  patient = await register(clinic, 'Aas');
});

test('Monday 13 April is within five working days of Wednesday 1 April, Tuesday the 14th is not', async () => {
  const late = wanting(patient, slot(lie, '08:00', '2026-04-14'));
  expect(await clinic.answer('kari', bookAppointment, late)).toMatchObject({
    why: 'late needs a reason',
    facts: { by: '2026-04-13' },
  });
  await booked(clinic, patient, slot(lie, '08:00', '2026-04-13'));
});

test('a refusal leaves no appointment behind', async () => {
  expect(await clinic.rows("select 1 from appointment where day = '2026-04-14'")).toEqual([]);
});

test('the first offer counts, taken or not, and later ones change nothing', async () => {
  const other = await register(clinic, 'Bø');
  await clinic.yes('kari', offerTime, { patient: other, book: lie, day: '2026-04-10' });
  clinic.clock.set('2026-04-14T07:00:00.000Z');
  const id = await booked(clinic, other, slot(lie, '09:00', '2026-04-27'));
  const { appointment } = await clinic.yes('kari', seeAppointment, { appointment: id });
  expect(appointment.firstContactOn).toBe('2026-04-01');
  const { weeks, workingDays } = await clinic.yes('kari', offerMeter, {});
  expect(workingDays).toBe(5);
  expect(weeks).toMatchObject([{ monday: '2026-03-30', owner: 'lie', within: 2, breaches: 0, share: 1 }]);
});

test('what was late for want of time is a breach, and what the patient wished is none', async () => {
  const [one, two] = [await register(clinic, 'Carlsen'), await register(clinic, 'Dahl')];
  const far = (time: string) => slot(lie, time, '2026-05-04');
  await clinic.yes('kari', bookAppointment, { ...wanting(one, far('08:00')), lateReason: 'no free time' });
  await clinic.yes('kari', bookAppointment, { ...wanting(two, far('09:00')), lateReason: 'patient wished later' });
  const { weeks } = await clinic.yes('kari', offerMeter, { from: '2026-04-13' });
  expect(weeks).toMatchObject([{ monday: '2026-04-13', within: 0, ownWish: 1, breaches: 1, share: 0.5 }]);
});

test('an offer before the patient asked is refused', async () => {
  const asked = { patient, book: lie, day: '2026-04-10', firstContactOn: '2026-04-13' };
  expect(await clinic.answer('kari', offerTime, asked)).toMatchObject({ why: 'before the first contact' });
});
