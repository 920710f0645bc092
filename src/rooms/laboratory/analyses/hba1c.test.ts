import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { rounded } from '#kernel/rounding';
import { mmolPerMolOf, percentOf, percentPointsOf } from './hba1c.ts';

test.each([
  [20, 4.0],
  [31, 5.0],
  [42, 6.0],
  [48, 6.5],
  [53, 7.0],
  [64, 8.0],
  [75, 9.0],
  [86, 10.0],
  [97, 11.0],
  [108, 12.0],
  [140, 15.0],
])('%s mmol/mol is printed as %s per cent', (mmolPerMol, percent) => {
  expect(rounded(must(percentOf(mmolPerMol)), 1)).toBe(percent);
});

test.each([
  [6.0, 42],
  [6.5, 48],
  [7.7, 61],
  [12.5, 113],
])('%s per cent is reported as %s mmol/mol', (percent, mmolPerMol) => {
  expect(must(mmolPerMolOf(percent))).toBe(mmolPerMol);
});

test('a difference is converted with the slope alone', () => {
  expect(percentPointsOf(10)).toBeCloseTo(0.9148);
  expect(must(percentOf(58)) - must(percentOf(48))).toBeCloseTo(percentPointsOf(10));
});

test('nothing, less than nothing and what is no number give no value', () => {
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(percentOf(value)).toMatchObject({ ok: false, why: 'not a number' });
  }
  expect(mmolPerMolOf(2)).toMatchObject({ ok: false, why: 'not a number' });
  expect(mmolPerMolOf(Number.NaN)).toMatchObject({ ok: false, why: 'not a number' });
});

test('there and back again is the same whole number, or its neighbour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 15, max: 200 }), (mmolPerMol) => {
      expect(Math.abs(must(mmolPerMolOf(must(percentOf(mmolPerMol)))) - mmolPerMol)).toBeLessThanOrEqual(1);
    }),
  );
});
