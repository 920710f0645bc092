import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { clashesAmong, fallsUnder, mayStandTogether } from './combination.ts';
import { nationalTariff } from './takst.table.ts';
import { pricedOn, type Takst, takstOf } from './takst.ts';

const takst = (code: string): Takst => {
  const found = takstOf(nationalTariff, code);
  if (!found) throw new Error(code);
  return found;
};
const together = (one: string, other: string) => mayStandTogether(takst(one), takst(other));

describe('how the regulation writes a group of codes', () => {
  test.each([
    ['2ad', '2', true],
    ['217a', '2', false],
    ['21d', '2', false],
    ['2cd', '2c', true],
    ['2cdd', '2c', true],
    ['2cdd', '2cd', false],
    ['2ad', '2ad', true],
    ['2dds', '2dd', false],
    ['612a', '612', true],
    ['612a', '612a', true],
    ['1bd', '1b', true],
    ['705k', '701-743', true],
    ['800', '701-743', false],
    ['S705k', '701-743', false],
    ['S705k', 'S701-743', true],
    ['S2ad', '2', false],
    ['S2ad', 'S2', true],
    ['H1', 'H1', true],
    ['2ad', 'H1', false],
  ])('%s under %s: %s', (code, pattern, expected) => {
    expect(fallsUnder(code, pattern)).toBe(expected);
  });
});

describe('what may not stand on the same bill', () => {
  test('a simple contact never stands beside a consultation', () => {
    expect(together('1ad', '2ad')).toBe(false);
    expect(together('2ad', '1ad')).toBe(false);
  });

  test('a telephone contact stands beside nothing', () => {
    for (const code of ['701a', '705k', '10b', '2ad', '1i']) expect(together('1bd', code)).toBe(false);
  });

  test('an e-prescription stands beside laboratory codes only', () => {
    expect(together('1i', '705k')).toBe(true);
    expect(together('1i', '1ad')).toBe(false);
    expect(together('1i', '10b')).toBe(false);
  });

  test('a simple contact in person may stand beside sample taking', () => {
    expect(together('1ad', '701a')).toBe(true);
  });

  test('cell counter and blood smear, glucose and glucose load, ECG and ambulatory ECG exclude each other', () => {
    expect(together('706f', '705g')).toBe(false);
    expect(together('708a', '121a')).toBe(false);
    expect(together('707', '129g')).toBe(false);
  });

  test('a consultation, the specialist supplement, ECG and consumables belong together', () => {
    const codes = ['2ad', '2dd', '701a', '705k', '707', '10b'].map(takst);
    expect(clashesAmong(codes)).toEqual([]);
  });

  test('a text consultation takes no procedure; a video consultation takes those done beside the patient', () => {
    expect(together('2as', '100')).toBe(false);
    expect(together('2av', '100')).toBe(true);
    expect(together('2av', '701h')).toBe(false);
  });

  test("a nurse's code and a doctor's code stand on two bills", () => {
    expect(together('S2ad', '705k')).toBe(false);
    expect(together('S2ad', 'S705k')).toBe(true);
  });

  test('the interpreter supplement needs more than a simple contact', () => {
    expect(together('7', '1ad')).toBe(false);
    expect(together('7', '2ad')).toBe(true);
  });

  test('every forbidden pair of a bill is named', () => {
    expect(clashesAmong(['1ad', '2ad', '706f', '705g'].map(takst))).toEqual([
      { one: '1ad', other: '2ad' },
      { one: '706f', other: '705g' },
    ]);
  });

  test('it does not matter which code is named first', () => {
    const all = pricedOn(nationalTariff, '2026-11-23' as IsoDate).map((one) => one.takst);
    const any = fc.constantFrom(...all);
    fc.assert(fc.property(any, any, (one, other) => mayStandTogether(one, other) === mayStandTogether(other, one)));
  });
});
