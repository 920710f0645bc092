import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, type IsoDate, momentOf } from '#kernel/time';
import { holdsOn, lastDayOf, monthsAfter } from './period.ts';

const day = (text: string) => text as IsoDate;

test('a period holds on its first and its last day, and not a day more', () => {
  const period = { from: day('2026-05-03'), until: day('2026-05-05') };
  expect(holdsOn(period, day('2026-05-02'))).toBe(false);
  expect(holdsOn(period, day('2026-05-03'))).toBe(true);
  expect(holdsOn(period, day('2026-05-05'))).toBe(true);
  expect(holdsOn(period, day('2026-05-06'))).toBe(false);
});

test('a period without an end goes on', () => {
  expect(holdsOn({ from: day('2020-01-01') }, day('2099-12-31'))).toBe(true);
});

test('twelve months from 4 May last until 3 May', () => {
  expect(lastDayOf(day('2026-05-04'), 12)).toBe('2027-05-03');
});

test('months land on the same day, or on the last day of a shorter month', () => {
  expect(monthsAfter(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(monthsAfter(day('2028-01-31'), 1)).toBe('2028-02-29');
  expect(monthsAfter(day('2026-11-23'), 2)).toBe('2027-01-23');
  expect(monthsAfter(day('2026-05-04'), 0)).toBe('2026-05-04');
});

test('more months never end earlier, and always on a day that exists', () => {
  const days = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays(day('2000-01-01'), count));
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (from, months) => {
      const then = monthsAfter(from, months);
      expect(dayOf(momentOf(Date.parse(`${then}T10:00:00Z`)))).toBe(then);
      expect(monthsAfter(from, months + 1) > then).toBe(true);
    }),
  );
});
