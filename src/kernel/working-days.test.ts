import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate, weekdayOf } from './time.ts';
import {
  addWorkingDays,
  easterSunday,
  holidayOn,
  isWorkingDay,
  publicHolidays,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const day = (text: string): IsoDate => text as IsoDate;
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('2000-01-01'), days));

test.each([
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1961-04-02',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2019-04-21',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
])('Easter Sunday fell or falls on %s', (easter) => {
  expect(easterSunday(Number(easter.slice(0, 4)))).toBe(easter);
});

test('Easter is always a Sunday from 22 March to 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }),
  );
});

test('the public holidays of 2026 stand in order', () => {
  expect(publicHolidays(2026).map((holiday) => `${holiday.day} ${holiday.name.nb}`)).toEqual([
    '2026-01-01 1. nyttårsdag',
    '2026-03-29 Palmesøndag',
    '2026-04-02 Skjærtorsdag',
    '2026-04-03 Langfredag',
    '2026-04-05 1. påskedag',
    '2026-04-06 2. påskedag',
    '2026-05-01 1. mai',
    '2026-05-14 Kristi himmelfartsdag',
    '2026-05-17 Grunnlovsdagen',
    '2026-05-24 1. pinsedag',
    '2026-05-25 2. pinsedag',
    '2026-12-25 1. juledag',
    '2026-12-26 2. juledag',
  ]);
});

test('a holiday has a name in both languages, an ordinary day none', () => {
  expect(holidayOn(day('2026-05-14'))?.name).toEqual({ nb: 'Kristi himmelfartsdag', en: 'Ascension Day' });
  expect(holidayOn(day('2026-05-15'))).toBeUndefined();
});

test('two holidays may fall on one day', () => {
  expect(publicHolidays(2043).filter((holiday) => holiday.day === '2043-05-17')).toHaveLength(2);
  expect(publicHolidays(2008).filter((holiday) => holiday.day === '2008-05-01')).toHaveLength(2);
});

test.each([
  ['2026-04-01', true],
  ['2026-04-02', false],
  ['2026-04-04', false],
  ['2026-04-06', false],
  ['2026-04-07', true],
  ['2026-05-01', false],
  ['2026-05-15', true],
  ['2027-05-17', false],
  ['2026-12-24', true],
  ['2026-12-25', false],
  ['2026-12-31', true],
])('whether %s is a working day: %s', (text, working) => {
  expect(isWorkingDay(day(text))).toBe(working);
});

test('contact on the Wednesday before Easter 2026 has its fifth working day on Monday 13 April', () => {
  const days = [1, 2, 3, 4, 5].map((count) => addWorkingDays(day('2026-04-01'), count));
  expect(days).toEqual(['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10', '2026-04-13']);
});

test('contact in a weekend is counted from the Monday', () => {
  expect(addWorkingDays(day('2026-09-12'), 1)).toBe('2026-09-14');
  expect(addWorkingDays(day('2026-09-12'), 5)).toBe('2026-09-18');
});

test('the working day before is found over weekend and holiday', () => {
  expect(addWorkingDays(day('2026-05-18'), -1)).toBe('2026-05-15');
  expect(addWorkingDays(day('2026-04-07'), -1)).toBe('2026-04-01');
  expect(addWorkingDays(day('2026-04-07'), 0)).toBe('2026-04-07');
});

test('a deadline on a day off moves to the next working day', () => {
  expect(workingDayFrom(day('2026-04-02'))).toBe('2026-04-07');
  expect(workingDayFrom(day('2026-04-07'))).toBe('2026-04-07');
});

test('the days between are counted without the first and with the last', () => {
  expect(workingDaysBetween(day('2026-04-01'), day('2026-04-13'))).toBe(5);
  expect(workingDaysBetween(day('2026-04-01'), day('2026-04-06'))).toBe(0);
  expect(workingDaysBetween(day('2026-04-13'), day('2026-04-01'))).toBe(-5);
  expect(workingDaysBetween(day('2026-04-01'), day('2026-04-01'))).toBe(0);
});

test('adding working days always reaches a working day, and the count between is what was added', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const reached = addWorkingDays(from, count);
      expect(isWorkingDay(reached)).toBe(true);
      expect(workingDaysBetween(from, reached)).toBe(count);
      expect(addWorkingDays(workingDayFrom(from), count) >= reached).toBe(true);
    }),
  );
});

test('going forward and back again from a working day ends where it began', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (from, count) => {
      const start = workingDayFrom(from);
      expect(addWorkingDays(addWorkingDays(start, count), -count)).toBe(start);
    }),
  );
});

test('counting can be split at any day', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(200), fc.nat(200), (from, first, second) => {
      const middle = addDays(from, first);
      const to = addDays(middle, second);
      const parts = workingDaysBetween(from, middle) + workingDaysBetween(middle, to);
      expect(parts).toBe(workingDaysBetween(from, to));
    }),
  );
});
