import { beforeAll, describe, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { type TestHouse, testHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment } from './appointment.api.ts';
import { adaptAppointmentType, appointmentTypes } from './appointment-type.api.ts';
import {
  addBook,
  addException,
  bookDay,
  bookHours,
  books,
  closeBook,
  endOpeningRule,
  liftException,
  setOpeningRule,
} from './book.api.ts';
import type { BookId } from './book.ts';
import { freeTimes } from './free-time.api.ts';
import { at, booked, openBook, register, slot, wanting } from './open-clinic.sample.ts';

let clinic: TestHouse;
let lie: BookId;
const none = '00000000-0000-7000-8000-000000000000';
const freeOn = async (day: string): Promise<string[]> =>
  (await clinic.yes('kari', freeTimes, { type: 'consultation', from: day, until: day })).map(({ from }) => from);

beforeAll(async () => {
  clinic = await testHouse();
  lie = await openBook(clinic, 'lie');
});

describe('hours', () => {
  test('are set by the head or a doctor, and by no one else', async () => {
    expect(await clinic.outcome('kari', addBook, { name: 'Lab', serves: 'laboratory chair' })).toMatchObject({
      kind: 'not allowed',
    });
  });
  test('do not overlap in one book', async () => {
    const [rule] = (await clinic.yes('kari', bookHours, {})).rules;
    const again = { book: lie, weekday: 1, from: '14:00', until: '16:00', session: 'ordinary' as const };
    const more = { slotMinutes: 20, validFrom: '2026-11-01' };
    expect(await clinic.answer('lie', setOpeningRule, { ...again, ...more })).toMatchObject({
      why: 'overlaps another session',
    });
    expect(rule).toMatchObject({ book: lie, weekday: 1, from: '08:00', until: '15:00', release: null });
    const evening = { ...again, from: '16:00', until: '18:00', release: { daysBefore: 0, at: '08:00' } };
    const { id } = await clinic.yes('lie', setOpeningRule, { ...evening, ...more });
    expect(await freeOn('2026-11-30')).not.toContain(at('16:00', '2026-11-30'));
    expect(await freeOn('2026-11-23')).toContain(at('16:00'));
    await clinic.yes('lie', endOpeningRule, { rule: id, lastDay: '2026-11-23' });
    expect(await clinic.answer('lie', endOpeningRule, { rule: id, lastDay: '2026-11-24' })).toMatchObject({
      why: 'already ended',
    });
    clinic.clock.set('2026-11-30T07:00:00.000Z');
    expect(await freeOn('2026-11-30')).not.toContain(at('16:00', '2026-11-30'));
    clinic.clock.set('2026-11-23T07:00:00.000Z');
  });
  test('keep to the clock on the wall when summer time begins and ends', async () => {
    const [before, after] = [await freeOn('2027-03-26'), await freeOn('2027-03-30')];
    // Good Friday is a holiday in 2027, so the Thursday before is asked instead.
    expect(before).toEqual([]);
    expect((await freeOn('2027-03-24'))[0]).toBe('2027-03-24T07:00:00.000Z');
    expect(after[0]).toBe('2027-03-30T06:00:00.000Z');
    expect((await freeOn('2027-10-29'))[0]).toBe('2027-10-29T06:00:00.000Z');
    expect((await freeOn('2027-11-01'))[0]).toBe('2027-11-01T07:00:00.000Z');
  });
  test('rest on public holidays', async () => {
    expect(await freeOn('2026-12-25')).toEqual([]);
    expect((await freeOn('2026-12-28')).length).toBeGreaterThan(0);
  });
});

describe('what breaks the hours', () => {
  test('a closed day closes every book, and can be lifted', async () => {
    const closed = { kind: 'closed day' as const, book: null, day: '2026-12-03' };
    const patient = await register(clinic, 'Aas');
    await booked(clinic, patient, slot(lie, '09:00', '2026-12-03'), { lateReason: 'patient wished later' });
    const { id, stranded } = await clinic.yes('kari', addException, closed);
    expect(stranded).toBe(1);
    expect(await freeOn('2026-12-03')).toEqual([]);
    await clinic.yes('kari', liftException, { exception: id });
    expect((await freeOn('2026-12-03')).length).toBe(20);
    expect(await clinic.answer('kari', liftException, { exception: id })).toMatchObject({ why: 'not found' });
  });
  test('an extra session opens a Sunday', async () => {
    const extra = { kind: 'extra session' as const, book: lie, day: '2026-11-29', from: '10:00', until: '11:00' };
    await clinic.yes('kari', addException, { ...extra, session: 'ordinary', slotMinutes: 20 });
    expect(await freeOn('2026-11-29')).toEqual(['10:00', '10:20', '10:40'].map((time) => at(time, '2026-11-29')));
    const again = await clinic.answer('kari', addException, { ...extra, session: 'ordinary', slotMinutes: 20 });
    expect(again).toMatchObject({ why: 'overlaps another session' });
  });
  test('the day as the books show it has the pieces that are left', async () => {
    const away = {
      kind: 'absence' as const,
      book: lie,
      from: at('12:00', '2026-12-04'),
      until: at('13:00', '2026-12-04'),
    };
    await clinic.yes('kari', addException, away);
    const [column] = await clinic.yes('kari', bookDay, { day: '2026-12-04' });
    expect(column?.sessions.map(({ from, until }) => [from, until])).toEqual([
      [at('08:00', '2026-12-04'), at('12:00', '2026-12-04')],
      [at('13:00', '2026-12-04'), at('15:00', '2026-12-04')],
    ]);
  });
  test('on a book that is not there is not found', async () => {
    const away = { kind: 'absence' as const, book: none, from: at('12:00'), until: at('13:00') };
    expect(await clinic.answer('kari', addException, away)).toMatchObject({ why: 'not found' });
  });
});

test('a closed book takes no more appointments from that day on', async () => {
  const { id } = await clinic.yes('lie', addBook, { name: 'Vikar', serves: 'doctor' });
  const rule = { book: id, weekday: 2, from: '08:00', until: '09:00', session: 'ordinary' as const, slotMinutes: 20 };
  await clinic.yes('lie', setOpeningRule, { ...rule, validFrom: '2026-01-01' });
  await clinic.yes('lie', closeBook, { book: id, day: '2026-11-24' });
  const patient = await register(clinic, 'Bø');
  expect(await clinic.answer('kari', bookAppointment, wanting(patient, slot(id, '08:00', '2026-11-24')))).toMatchObject(
    {
      why: 'no such book',
    },
  );
  expect((await clinic.yes('kari', books, {})).find((book) => book.id === id)).toMatchObject({
    closedOn: '2026-11-24',
  });
  await clinic.yes('lie', closeBook, { book: id, day: null });
  await booked(clinic, patient, slot(id, '08:00', '2026-11-24'));
  expect(await clinic.answer('lie', closeBook, { book: none as BookId, day: null })).toMatchObject({
    why: 'not found',
  });
});

describe('kinds of appointment', () => {
  test('are made the clinic’s own from a day on', async () => {
    const change = { code: 'consultation' as const, minutes: 15, reason: 'kortere timer', from: '2026-11-25' };
    expect(await clinic.outcome('kari', adaptAppointmentType, change)).toMatchObject({ kind: 'not allowed' });
    const past = await clinic.answer('lie', adaptAppointmentType, { ...change, from: '2026-11-22' });
    expect(past).toMatchObject({ why: 'cannot change the past' });
    await clinic.yes('lie', adaptAppointmentType, change);
    const minutesOf = async () =>
      (await clinic.yes('kari', appointmentTypes, {})).find(({ code }) => code === 'consultation')?.minutes;
    expect(await minutesOf()).toBe(20);
    clinic.clock.set('2026-11-25T07:00:00.000Z');
    expect(await minutesOf()).toBe(15);
    const free = await clinic.yes('kari', freeTimes, {
      type: 'consultation',
      from: '2026-11-25' as IsoDate,
      until: '2026-11-25' as IsoDate,
    });
    expect(Date.parse(free[0]?.until ?? '') - Date.parse(free[0]?.from ?? '')).toBe(15 * 60_000);
  });
});
