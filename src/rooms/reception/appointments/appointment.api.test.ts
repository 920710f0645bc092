import { beforeAll, describe, expect, test } from 'vitest';
import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { dayList } from '../today/day.api.ts';
import { bookAppointment, cancelAppointment, moveAppointment } from './appointment.api.ts';
import { addException } from './book.api.ts';
import type { BookId } from './book.ts';
import { freeTimes, nextFree } from './free-time.api.ts';
import { openBook } from './open-clinic.sample.ts';

let clinic: TestHouse;
let lie: BookId;
let berge: BookId;
let patients: PatientId[];
const today = '2026-11-23';
const at = (time: string, day = today): Moment => momentAt(day as IsoDate, time as TimeOfDay);
const slot = (book: BookId, time: string, day = today, minutes = 20) => ({
  books: [book],
  from: at(time, day),
  until: addMinutes(at(time, day), minutes),
});
const booking = (patient: PatientId, time: ReturnType<typeof slot>, more = {}) => ({
  patient,
  type: 'consultation' as const,
  time,
  haste: 3 as const,
  about: 'Konsultasjon',
  channel: 'telephone' as const,
  ...more,
});

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
  berge = await openBook(clinic, 'berge');
  const names = ['Aas', 'Bø', 'Carlsen', 'Dahl', 'Eng', 'Foss'];
  patients = [];
  for (const familyName of names) {
    const given = { familyName, givenName: 'Anne', birthDate: '1980-01-01', numberKind: 'none' as const };
    patients.push((await clinic.yes('kari', registerPatient, given)).id);
  }
});
const patient = (place: number): PatientId => patients[place] as PatientId;

describe('the next free time', () => {
  test('is the first of any doctor after now, with the last day of the five-day meter', async () => {
    const { times, offerBy } = await clinic.yes('kari', nextFree, { type: 'consultation', patient: patient(0) });
    expect(times[0]).toMatchObject({ from: at('08:00') });
    expect(times).toHaveLength(8);
    expect(offerBy).toBe('2026-11-30');
  });
  test('can be asked of one doctor', async () => {
    const { times } = await clinic.yes('kari', nextFree, { type: 'consultation', wanted: berge });
    expect(new Set(times.flatMap(({ books }) => books))).toEqual(new Set([berge]));
  });
  test('goes away when it is booked', async () => {
    await clinic.yes('kari', bookAppointment, booking(patient(0), slot(lie, '08:00')));
    const free = await clinic.yes('kari', freeTimes, {
      type: 'consultation',
      from: today,
      until: today,
      wanted: lie,
    });
    expect(free[0]?.from).toBe(at('08:20'));
  });
});

describe('booking', () => {
  test('fifty at once of one time give exactly one appointment', async () => {
    const tries = Array.from({ length: 50 }, (_, place) =>
      clinic.answer(place % 2 ? 'kari' : 'eva', bookAppointment, booking(patient(place % 6), slot(lie, '10:00'))),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((one) => (one.ok ? [] : [one.why])))).toEqual(new Set(['time is taken']));
    expect(await clinic.rows('select 1 from appointment where starts_at = $1', [at('10:00')])).toHaveLength(1);
  });
  test('the tables themselves refuse two on one piece of a book', async () => {
    const over = clinic.rows('update appointment_book set starts_at = $1, ends_at = $2 where starts_at = $3', [
      at('10:10'),
      at('10:30'),
      at('08:00'),
    ]);
    await expect(over).rejects.toMatchObject({ code: '23P01', constraint: 'appointment_book_once' });
  });
  test('outside the hours needs a reason, and with one it may lie over another', async () => {
    const late = booking(patient(1), slot(lie, '15:30'));
    expect(await clinic.answer('kari', bookAppointment, late)).toMatchObject({ why: 'outside opening hours' });
    await clinic.yes('kari', bookAppointment, { ...late, squeezedInBecause: 'lege ba om det' });
    const over = booking(patient(2), slot(lie, '10:10'), { squeezedInBecause: 'brystsmerter' });
    await clinic.yes('kari', bookAppointment, over);
  });
});

test('a moved appointment leaves its time to others and keeps its first contact', async () => {
  const { id } = await clinic.yes('kari', bookAppointment, booking(patient(3), slot(lie, '11:00')));
  const to = slot(berge, '11:20');
  await clinic.yes('eva', moveAppointment, { appointment: id, to, wish: 'patient' });
  await clinic.yes('kari', bookAppointment, booking(patient(4), slot(lie, '11:00')));
  const line = (await clinic.yes('kari', dayList, {})).find((one) => one.id === id);
  expect(line).toMatchObject({ from: at('11:20'), books: [berge], state: 'booked' });
  expect(
    await clinic.answer('kari', moveAppointment, { appointment: id, to: slot(lie, '11:00'), wish: 'patient' }),
  ).toMatchObject({
    why: 'time is taken',
  });
  expect(await clinic.answer('kari', moveAppointment, { appointment: id, to, wish: 'patient' })).toMatchObject({
    why: 'same time',
  });
});

test('a cancelled appointment is late within twenty-four hours, and its time is free again', async () => {
  const near = await clinic.yes('kari', bookAppointment, booking(patient(5), slot(lie, '12:00')));
  const far = await clinic.yes('kari', bookAppointment, booking(patient(5), slot(lie, '12:00', '2026-11-25')));
  const reason = { wish: 'patient' as const, reason: 'frisk igjen' };
  expect(await clinic.yes('kari', cancelAppointment, { appointment: near.id, ...reason })).toEqual({ isLate: true });
  expect(await clinic.yes('kari', cancelAppointment, { appointment: far.id, ...reason })).toEqual({ isLate: false });
  await clinic.yes('kari', bookAppointment, booking(patient(0), slot(lie, '12:00')));
});

test('an absence cuts the day away, and says how many must be moved', async () => {
  await clinic.yes('kari', bookAppointment, booking(patient(1), slot(berge, '09:00', '2026-11-26')));
  const { stranded } = await clinic.yes('kari', addException, {
    kind: 'absence',
    book: berge,
    from: at('00:00', '2026-11-26'),
    until: at('00:00', '2026-11-27'),
  });
  expect(stranded).toBe(1);
  const free = await clinic.yes('kari', freeTimes, {
    type: 'consultation',
    from: '2026-11-26',
    until: '2026-11-26',
    wanted: berge,
  });
  expect(free).toEqual([]);
});
