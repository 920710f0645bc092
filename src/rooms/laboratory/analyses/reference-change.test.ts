import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { zOfCertainty } from './reference-change.table.ts';
import { type ComparableResult, changeBetween, deltaCheck, referenceChangePercent } from './reference-change.ts';

const z = zOfCertainty.value['two-sided 95 %'];

test.each([
  [2, 4.5, 1.96, 13.65],
  [1.5, 2.7, 1.65, 7.21],
  [1, 0.5, 1.96, 3.1],
  [0, 0, 1.96, 0],
])('CV %s and %s with Z %s allow a change of %s per cent', (cvAnalytical, cvWithinSubject, level, expected) => {
  expect(referenceChangePercent({ cvAnalytical, cvWithinSubject, z: level })).toBeCloseTo(expected, 2);
});

test.each([
  [80, 92, 2, 4.5, 15, true],
  [50, 54, 3, 1.6, 8, false],
  [140, 136, 1, 0.5, -2.9, false],
])(
  'from %s to %s with CV %s and %s is a change of %s',
  (previous, current, cvAnalytical, cvWithinSubject, percent, exceeds) => {
    const change = must(changeBetween(previous, current, { cvAnalytical, cvWithinSubject, z }));
    expect(change.changePercent).toBeCloseTo(percent, 1);
    expect(change.exceeds).toBe(exceeds);
  },
);

test('a haemoglobin that has fallen from 13.4 to 8.2 in three weeks is flagged', () => {
  const variation = { cvAnalytical: 1.5, cvWithinSubject: 2.7, z };
  expect(must(changeBetween(13.4, 8.2, variation)).exceeds).toBe(true);
});

test('there is no change without a previous value above nothing', () => {
  const variation = { cvAnalytical: 1, cvWithinSubject: 1, z };
  expect(changeBetween(0, 5, variation)).toMatchObject({ why: 'no previous value' });
  expect(changeBetween(Number.NaN, 5, variation)).toMatchObject({ why: 'not a number' });
  expect(changeBetween(5, Number.NaN, variation)).toMatchObject({ why: 'not a number' });
});

const result = (value: number, change: Partial<ComparableResult> = {}): ComparableResult => ({
  value,
  unit: 'umol/L',
  method: 'Fjordlab, enzymatic',
  sampledOn: '2026-09-14' as IsoDate,
  ...change,
});
const variation = { cvAnalytical: 2, cvWithinSubject: 4.5, z };

test('only like is compared with like', () => {
  const now = result(92);
  const before = { sampledOn: '2026-08-24' as IsoDate };
  const why = (previous: ComparableResult) => {
    const check = deltaCheck(previous, now, variation, 90);
    return check.ok ? 'compared' : check.why;
  };
  expect(why(result(80, before))).toBe('compared');
  expect(why(result(80, { ...before, unit: 'µmol/l' }))).toBe('compared');
  expect(why(result(0.9, { ...before, unit: 'mg/dL' }))).toBe('other unit');
  expect(why(result(80, { ...before, method: 'own instrument' }))).toBe('other method');
  expect(why(result(80, { sampledOn: '2026-06-16' as IsoDate }))).toBe('compared');
  expect(why(result(80, { sampledOn: '2026-06-15' as IsoDate }))).toBe('too long ago');
  expect(why(result(80, { sampledOn: '2026-09-15' as IsoDate }))).toBe('no previous value');
});

test('more variation never makes a quiet change loud', () => {
  const cv = fc.double({ min: 0, max: 30, noNaN: true });
  const value = fc.double({ min: 1, max: 500, noNaN: true });
  fc.assert(
    fc.property(value, value, cv, cv, cv, (previous, current, cvAnalytical, cvWithinSubject, more) => {
      const narrow = must(changeBetween(previous, current, { cvAnalytical, cvWithinSubject, z }));
      const wide = must(changeBetween(previous, current, { cvAnalytical: cvAnalytical + more, cvWithinSubject, z }));
      if (!narrow.exceeds) expect(wide.exceeds).toBe(false);
    }),
  );
});
