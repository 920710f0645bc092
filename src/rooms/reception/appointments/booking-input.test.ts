import { expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import {
  bookingInput,
  cancelInput,
  exceptionInput,
  moveInput,
  newBookInput,
  openingRuleInput,
  searchInput,
  takeInInput,
  timeOnBooks,
  waitingInput,
} from './booking-input.ts';

const id = newId();
const time = { books: [id], from: '2026-05-04T07:00:00Z', until: '2026-05-04T07:20:00.000Z' };
const booking = { patient: id, type: 'consultation', time, haste: 3, about: ' cough ', channel: 'telephone' };

test('a booking needs patient, kind, time, haste, what it is about and how it came; the rest has a default', () => {
  const read = bookingInput.parse(booking);
  expect(read).toMatchObject({ about: 'cough', lateReason: null, squeezedInBecause: null });
  expect(bookingInput.safeParse({ ...booking, about: '  ' }).success).toBe(false);
  expect(bookingInput.safeParse({ ...booking, haste: 4 }).success).toBe(false);
  expect(bookingInput.safeParse({ ...booking, type: 'haircut' }).success).toBe(false);
});

test('a moment without milliseconds is written out, so that it sorts with the others', () => {
  expect(timeOnBooks.parse(time).from).toBe('2026-05-04T07:00:00.000Z');
});

test('a time ends after it begins, on books that are different', () => {
  expect(timeOnBooks.safeParse({ ...time, until: time.from }).success).toBe(false);
  expect(timeOnBooks.safeParse({ ...time, books: [id, id] }).success).toBe(false);
  expect(timeOnBooks.safeParse({ ...time, books: [] }).success).toBe(false);
  expect(timeOnBooks.safeParse({ ...time, books: ['no id'] }).success).toBe(false);
});

test('nobody searches backwards or for more than a year', () => {
  const search = { type: 'ecg', from: '2026-05-04', until: '2026-06-04' };
  expect(searchInput.parse(search)).toMatchObject({ extraMinutes: 0 });
  expect(searchInput.safeParse({ ...search, until: '2026-05-03' }).success).toBe(false);
  expect(searchInput.safeParse({ ...search, until: '2027-05-06' }).success).toBe(false);
});

test('moving and cancelling say on whose wish, and cancelling says why', () => {
  expect(moveInput.safeParse({ appointment: id, to: time, wish: 'clinic' }).success).toBe(true);
  expect(moveInput.safeParse({ appointment: id, to: time }).success).toBe(false);
  expect(cancelInput.safeParse({ appointment: id, wish: 'patient', reason: 'well again' }).success).toBe(true);
  expect(cancelInput.safeParse({ appointment: id, wish: 'patient', reason: '' }).success).toBe(false);
  expect(takeInInput.safeParse({ appointment: id, with: id, room: 'Kontor 2' }).success).toBe(true);
});

test('hours are opened with a weekday, two clock times and a length; every week when nothing else is said', () => {
  const hours = {
    book: id,
    weekday: 1,
    from: '08:00',
    until: '12:00',
    session: 'ordinary',
    slotMinutes: 20,
    validFrom: '2026-01-01',
  };
  expect(openingRuleInput.parse(hours)).toMatchObject({ everyWeeks: 1, validUntil: null, release: null });
  expect(openingRuleInput.safeParse({ ...hours, from: '8:00' }).success).toBe(false);
  expect(openingRuleInput.safeParse({ ...hours, weekday: 0 }).success).toBe(false);
  expect(newBookInput.parse({ name: 'Skiftestue', serves: 'treatment room' }).owner).toBeNull();
});

test('an absence, a closed day and an extra session are three different things', () => {
  expect(exceptionInput.parse({ kind: 'closed day', day: '2026-05-15' })).toMatchObject({ book: null });
  expect(exceptionInput.safeParse({ kind: 'absence', book: id, from: time.from, until: time.until }).success).toBe(
    true,
  );
  expect(exceptionInput.safeParse({ kind: 'absence', day: '2026-05-15' }).success).toBe(false);
  expect(exceptionInput.safeParse({ kind: 'holiday', day: '2026-05-15' }).success).toBe(false);
});

test('someone on the waiting list says when they can come, any weekday when nothing is said', () => {
  const canCome = { from: '08:00', until: '15:00', noticeMinutes: 60 };
  const read = waitingInput.parse({ patient: id, type: 'consultation', haste: 2, canCome });
  expect(read.canCome.weekdays).toEqual([]);
  expect(read).toMatchObject({ book: null, instead: null });
});
