import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { doctorsBook, roomBook, secondBook } from './appointment.sample.ts';
import { appointmentTypes } from './appointment-type.table.ts';
import { type AppointmentTypeCode, appointmentTypeOf } from './appointment-type.ts';
import {
  booksFor,
  type CallersWish,
  frequentTypes,
  likelyLateReason,
  withNextBook,
  withNextHaste,
  withType,
} from './wish.ts';

const day = '2026-11-23' as IsoDate;
const type = (code: AppointmentTypeCode) => {
  const found = appointmentTypeOf(appointmentTypes, code, day);
  if (!found) throw new Error(code);
  return found;
};
const books = [doctorsBook, secondBook, roomBook];
const wish: CallersWish = {
  type: 'consultation',
  haste: 3,
  wanted: undefined,
  extraMinutes: 0,
  notBefore: undefined,
};

test('the kinds with a number key are nine, each once, and all are offered', () => {
  expect(new Set(frequentTypes).size).toBe(9);
  for (const code of frequentTypes) expect(type(code).minutes).toBeGreaterThan(0);
});

describe('another kind of appointment', () => {
  test('that must be the same day hastens', () => {
    expect(withType(wish, type('urgent-consultation'), books, undefined)).toMatchObject({ haste: 1 });
  });
  test('keeps the practitioner asked for, if that book can serve it', () => {
    const asked = { ...wish, wanted: secondBook.id };
    expect(withType(asked, type('double-consultation'), books, undefined).wanted).toBe(secondBook.id);
    expect(withType(asked, type('blood-sampling'), books, undefined).wanted).toBeUndefined();
  });
  test('goes to the patient’s own doctor when nobody was asked for', () => {
    expect(withType(wish, type('consultation'), books, doctorsBook.id).wanted).toBe(doctorsBook.id);
  });
});

test('the books one may ask for are those that serve the first need', () => {
  expect(booksFor(type('consultation'), books)).toEqual([doctorsBook, secondBook]);
  expect(booksFor(undefined, books)).toEqual([]);
});

test('one key goes through the practitioners and back to anyone', () => {
  const consultation = type('consultation');
  const one = withNextBook(wish, consultation, books);
  const two = withNextBook(one, consultation, books);
  expect([one.wanted, two.wanted]).toEqual([doctorsBook.id, secondBook.id]);
  expect(withNextBook(two, consultation, books).wanted).toBeUndefined();
});

test('one key goes through the haste grades', () => {
  const one = withNextHaste(wish);
  const two = withNextHaste(one);
  expect([one.haste, two.haste, withNextHaste(two).haste]).toEqual([1, 2, 3]);
});

describe('why a first offer is late', () => {
  const by = '2026-11-30' as IsoDate;
  test('is not asked within the limit, or where no limit holds', () => {
    expect(likelyLateReason(by, by, wish)).toBeNull();
    expect(likelyLateReason('2027-01-04' as IsoDate, null, wish)).toBeNull();
  });
  test('is that nothing was free, unless one looked further ahead', () => {
    const late = '2026-12-01' as IsoDate;
    expect(likelyLateReason(late, by, wish)).toBe('no free time');
    expect(likelyLateReason(late, by, { notBefore: late })).toBe('patient wished later');
  });
});
