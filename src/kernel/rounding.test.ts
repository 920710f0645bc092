import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded } from './rounding.ts';

test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [38.05, 1, 38.1],
  [0.904, 2, 0.9],
  [0.905, 2, 0.91],
  [29.5, 0, 30],
  [-2.5, 0, -3],
  [-0.4, 0, 0],
  [0, 3, 0],
])('%s with %s decimals is %s', (value, decimals, expected) => {
  expect(rounded(value, decimals)).toBe(expected);
});

test('rounding is settled after once, and moves a value by half a step at most', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (number, decimals) => {
      const once = rounded(number, decimals);
      expect(rounded(once, decimals)).toBe(once);
      expect(Math.abs(once - number)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
    }),
  );
});
