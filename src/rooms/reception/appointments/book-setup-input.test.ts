import { describe, expect, test } from 'vitest';
import { bookForm, exceptionForm, exceptionOf, ruleForm, typeForm } from './book-setup-input.ts';

const book = '0198f2a0-0000-7000-8000-000000000001';

describe('the form of a book', () => {
  test('takes no owner for a room', () => {
    expect(bookForm.parse({ name: 'Lab', serves: 'laboratory chair', owner: '' })).toMatchObject({ owner: null });
  });
  test('wants a name', () => {
    expect(bookForm.safeParse({ name: ' ', serves: 'doctor' }).success).toBe(false);
  });
});

describe('the form of a weekly session', () => {
  const typed = {
    weekday: '2',
    from: '08:00',
    until: '15:00',
    session: 'same day',
    slotMinutes: 20,
    validFrom: '2026-11-23',
    everyWeeks: 1,
  };
  test('is always bookable when nothing is said of release', () => {
    expect(ruleForm.parse(typed)).toMatchObject({ weekday: 2, release: null, validUntil: null });
  });
  test('is released so many days before, at eight if no hour is said', () => {
    expect(ruleForm.parse({ ...typed, releaseDays: 0 }).release).toEqual({ daysBefore: 0, at: '08:00' });
    const evening = ruleForm.parse({ ...typed, releaseDays: 1, releaseAt: '12:00' });
    expect(evening.release).toEqual({ daysBefore: 1, at: '12:00' });
  });
});

describe('the form of an exception', () => {
  const parsed = (form: object) => exceptionForm.parse({ day: '2026-11-23', ...form });
  test('an absence without hours is whole days, the last one included', () => {
    const form = parsed({ kind: 'absence', book, untilDay: '2026-11-24' });
    expect(exceptionOf(form, 20)).toEqual({
      kind: 'absence',
      book,
      from: '2026-11-22T23:00:00.000Z',
      until: '2026-11-24T23:00:00.000Z',
    });
  });
  test('an absence of some hours ends the same day', () => {
    const form = parsed({ kind: 'absence', book, from: '12:00', until: '14:00' });
    expect(exceptionOf(form, 20)).toMatchObject({
      from: '2026-11-23T11:00:00.000Z',
      until: '2026-11-23T13:00:00.000Z',
    });
  });
  test('a day closed without a book closes the whole clinic', () => {
    expect(exceptionOf(parsed({ kind: 'closed day', book: '' }), 20)).toEqual({
      kind: 'closed day',
      book: null,
      day: '2026-11-23',
    });
  });
  test('an extra session has the book’s own length of times', () => {
    const form = parsed({ kind: 'extra session', book, from: '16:00', until: '18:00' });
    expect(exceptionOf(form, 15)).toMatchObject({ slotMinutes: 15, session: 'ordinary', from: '16:00' });
  });
  test('an absence of nobody is nothing', () => {
    expect(exceptionOf(parsed({ kind: 'absence', book: '' }), 20)).toBeUndefined();
  });
});

test('preparation in Norwegian alone is told in Norwegian to everyone, and none is none', () => {
  const typed = { code: 'vaccine', minutes: 10, from: '2026-11-23', reason: 'ny rutine' };
  expect(typeForm.parse({ ...typed, nb: 'Spis først' })).toMatchObject({
    preparation: { nb: 'Spis først', en: 'Spis først' },
  });
  expect(typeForm.parse({ ...typed, nb: '' })).toMatchObject({ preparation: null, isOff: false });
});
