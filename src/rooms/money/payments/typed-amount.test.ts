import { expect, test } from 'vitest';
import { readAmount } from './typed-amount.ts';

test.each([
  ['2358', 235_800],
  ['2 358,50', 235_850],
  ['2358.5', 235_850],
  ['0', 0],
  ['-64', -6_400],
])('a sum typed as %s', (typed, inOre) => {
  expect(readAmount(typed)).toBe(inOre);
});
test.each(['', 'abc', '1,234', '12,', '--1', '1e3'])('«%s» is no sum', (typed) => {
  expect(readAmount(typed)).toBeNull();
});
