import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absolute, inSameUnits } from './exact.ts';
import { type ControlValue, evaluateWestgard, type MaterialLimits, westgardRules } from './westgard.ts';

const two = { L1: { mean: 200, sd: 4 }, L2: { mean: 250, sd: 5 } };
const pair = (one: number, other: number): ControlValue[] => [
  { material: 'L1', value: one },
  { material: 'L2', value: other },
];
const single = (...values: readonly number[]) => values.map((value) => [{ material: 'L1', value }]);
const decisions = (materials: Record<string, MaterialLimits>, runs: ControlValue[][]) =>
  evaluateWestgard(materials, runs).map(({ decision }) => decision);
const lastOf = (runs: ControlValue[][], extraRules: Parameters<typeof evaluateWestgard>[2] = {}) =>
  evaluateWestgard(two, runs, extraRules).at(-1);

test('a value on the limit is inside, one beyond it is not', () => {
  expect(lastOf(single(208))).toEqual({ violations: [], decision: 'accept' });
  expect(lastOf(single(192))).toEqual({ violations: [], decision: 'accept' });
  expect(lastOf(single(208.1))).toEqual({ violations: ['1_2s'], decision: 'warning' });
  expect(lastOf(single(212))?.violations).toEqual(['1_2s']);
  expect(lastOf(single(212.1))?.violations).toEqual(['1_2s', '1_3s']);
});

test('decimals that binary fractions cannot hold do not decide', () => {
  const hb = { L: { mean: 15.1, sd: 0.6 } };
  expect(evaluateWestgard(hb, [[{ material: 'L', value: 16.3 }]])[0]?.violations).toEqual([]);
  expect(evaluateWestgard(hb, [[{ material: 'L', value: 13.9 }]])[0]?.violations).toEqual([]);
  expect(evaluateWestgard({ L: { mean: 0.3, sd: 0.1 } }, [[{ material: 'L', value: 0.1 }]])[0]?.violations).toEqual([]);
});

test('two beyond the same limit reject, across materials in one run or in one material after another', () => {
  expect(lastOf([pair(209, 261)])?.violations).toEqual(['1_2s', '2_2s']);
  expect(lastOf(single(209, 209))?.violations).toEqual(['1_2s', '2_2s']);
  expect(lastOf([pair(209, 250), pair(200, 261)])?.violations).toEqual(['1_2s']);
});

test('the range rule speaks within one run only', () => {
  expect(lastOf([pair(209, 239)])?.violations).toEqual(['1_2s', 'R_4s']);
  expect(decisions(two, single(209, 191))).toEqual(['warning', 'warning']);
});

test('the wide-range reading counts the spread, and exactly four is inside', () => {
  const range = { r4sMode: 'range' } as const;
  expect(lastOf([pair(211, 243)], range)?.violations).toContain('R_4s');
  expect(lastOf([pair(211, 243)])?.violations).not.toContain('R_4s');
  expect(lastOf([pair(208, 240)], range)?.violations).toEqual([]);
});

test('four beyond the same 1s reject, in one material or across', () => {
  expect(decisions(two, single(205, 205, 205, 205))).toEqual(['accept', 'accept', 'accept', 'reject']);
  expect(lastOf([pair(205, 256), pair(206, 257)])?.violations).toEqual(['4_1s']);
  expect(lastOf(single(205, 205, 204, 205))?.violations).toEqual([]);
});

test('ten on one side reject, and a value on the mean breaks the row', () => {
  const nine = Array.from({ length: 9 }, () => 201);
  expect(lastOf(single(...nine, 201))?.violations).toEqual(['10_x']);
  expect(lastOf(single(...nine, 200))?.violations).toEqual([]);
  expect(lastOf(single(...nine, 199))?.violations).toEqual([]);
});

test('a rejected run stays in the row', () => {
  expect(decisions(two, single(213, 209))).toEqual(['reject', 'reject']);
});

test('extra rules speak only when asked for', () => {
  const rising = single(200, 200.5, 201, 201.5, 202, 202.5, 203);
  expect(lastOf(rising)?.violations).toEqual([]);
  expect(lastOf(rising, { extraRules: ['7_T'] })?.violations).toEqual(['7_T']);
  expect(lastOf(single(203, 202, 202, 201, 200, 199, 198), { extraRules: ['7_T'] })?.violations).toEqual([]);
  const eight = single(...Array.from({ length: 8 }, () => 201));
  expect(lastOf(eight, { extraRules: ['8_x', '6_x', '12_x'] })?.violations).toEqual(['8_x', '6_x']);
  expect(lastOf(single(205, 205, 205), { extraRules: ['3_1s'] })?.violations).toEqual(['3_1s']);
});

test('two of three needs three materials in the run', () => {
  const three = { A: { mean: 100, sd: 5 }, B: { mean: 150, sd: 8 }, C: { mean: 200, sd: 10 } };
  const run = [
    { material: 'A', value: 111 },
    { material: 'B', value: 150 },
    { material: 'C', value: 221 },
  ];
  const extraRules = ['2of3_2s'] as const;
  expect(evaluateWestgard(three, [run], { extraRules })[0]?.violations).toEqual(['1_2s', '2_2s', '2of3_2s']);
  expect(evaluateWestgard(two, [pair(209, 261)], { extraRules })[0]?.violations).toEqual(['1_2s', '2_2s']);
});

test('material without limits, without spread or without a number is a fault, not a verdict', () => {
  expect(() => evaluateWestgard({}, single(200))).toThrow(RangeError);
  expect(() => evaluateWestgard({ L1: { mean: 200, sd: 0 } }, single(200))).toThrow(RangeError);
  expect(() => evaluateWestgard(two, single(Number.NaN))).toThrow(RangeError);
});

test('no runs, no verdicts; every run has one', () => {
  expect(evaluateWestgard(two, [])).toEqual([]);
  const value = fc.double({ min: 150, max: 250, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 15 }), (values) => {
      const verdicts = evaluateWestgard(two, single(...values));
      expect(verdicts).toHaveLength(values.length);
      for (const { violations, decision } of verdicts) {
        expect(decision === 'accept').toBe(violations.length === 0);
        expect(decision === 'reject').toBe(violations.some((rule) => rule !== '1_2s'));
      }
    }),
  );
});

test('a row mirrored around the mean breaks the same rules', () => {
  const tenths = fc.integer({ min: -160, max: 160 });
  const extraRules = westgardRules;
  fc.assert(
    fc.property(fc.array(tenths, { maxLength: 14 }), (row) => {
      const verdictsOf = (side: number) =>
        evaluateWestgard(two, single(...row.map((step) => 200 + (side * step) / 10)), { extraRules });
      expect(verdictsOf(1)).toEqual(verdictsOf(-1));
    }),
  );
});

test('the same numbers in another unit break the same rules', () => {
  const hundredths = fc.integer({ min: 1100, max: 1500 });
  fc.assert(
    fc.property(fc.array(hundredths, { maxLength: 12 }), (row) => {
      const judged = (scale: number) =>
        evaluateWestgard(
          { L1: { mean: 1300 / scale, sd: 30 / scale } },
          row.map((value) => [{ material: 'L1', value: value / scale }]),
        );
      expect(judged(100)).toEqual(judged(1));
    }),
  );
});

test('written digits are compared in the same small unit, also very small and very large ones', () => {
  expect(inSameUnits(13.4, 0.25)).toEqual([1340n, 25n]);
  expect(inSameUnits(-0.5, 1)).toEqual([-5n, 10n]);
  expect(inSameUnits(1e-7, 1)).toEqual([1n, 10_000_000n]);
  expect(inSameUnits(1.5e21, 2)).toEqual([1_500_000_000_000_000_000_000n, 2n]);
  expect(absolute(-3n)).toBe(3n);
  expect(() => inSameUnits(Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
