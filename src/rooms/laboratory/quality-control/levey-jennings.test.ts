import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addDays, type IsoDate } from '#kernel/time';
import { lineAt, ownLimits, statisticsOf } from './levey-jennings.ts';

const start = '2026-03-01' as IsoDate;
const values = [
  13.3, 13.6, 13.7, 13.4, 13.2, 13.5, 13.6, 13.7, 13.3, 13.2, 13.6, 13.6, 13.8, 13.7, 13.5, 13.4, 14.0, 13.4, 13.3,
  13.3,
];
const dated = (days: number) => values.map((value, index) => ({ value, day: addDays(start, index % days) }));

test('mean, spread and lines of twenty haemoglobin controls', () => {
  const statistics = must(statisticsOf(values));
  expect(statistics.n).toBe(20);
  expect(statistics.mean).toBeCloseTo(13.505, 6);
  expect(statistics.sd).toBeCloseTo(0.2139, 4);
  expect(statistics.cvPercent).toBeCloseTo(1.584, 3);
  expect(lineAt(statistics, 2)).toBeCloseTo(13.933, 3);
  expect(lineAt(statistics, -3)).toBeCloseTo(12.863, 3);
});

test('the spread is divided by one less than the number of values', () => {
  expect(must(statisticsOf([1, 3])).sd).toBeCloseTo(Math.SQRT2, 12);
});

test('one value has no spread', () => {
  expect(statisticsOf([13.4])).toMatchObject({ why: 'too few values', facts: { n: 1, needed: 2 } });
  expect(statisticsOf([])).toMatchObject({ why: 'too few values' });
  expect(statisticsOf([1, Number.NaN])).toMatchObject({ why: 'not a number' });
});

test('around zero there is no relative spread', () => {
  expect(must(statisticsOf([-1, 1]))).not.toHaveProperty('cvPercent');
});

test('own limits are fixed from twenty values over ten days at the least', () => {
  expect(ownLimits(dated(10), start)).toMatchObject({ ok: true });
  expect(ownLimits(dated(9), start)).toMatchObject({ why: 'too few days', facts: { days: 9, needed: 10 } });
  expect(ownLimits(dated(20).slice(1), start)).toMatchObject({ why: 'too few values', facts: { n: 19, needed: 20 } });
});

test('values that are all alike give no limits, and a day without a rule gives none either', () => {
  const flat = dated(20).map(({ day }) => ({ value: 13.4, day }));
  expect(ownLimits(flat, start)).toMatchObject({ why: 'no spread' });
  expect(ownLimits(dated(20), '2025-01-01' as IsoDate)).toMatchObject({ why: 'no rule on the day' });
});

test('moving all values moves the mean and leaves the spread', () => {
  const row = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(row, fc.integer({ min: -100, max: 100 }), (whole, step) => {
      const before = must(statisticsOf(whole));
      const after = must(statisticsOf(whole.map((value) => value + step)));
      expect(after.mean).toBeCloseTo(before.mean + step, 6);
      expect(after.sd).toBeCloseTo(before.sd, 6);
      expect(before.sd).toBeGreaterThanOrEqual(0);
    }),
  );
});
