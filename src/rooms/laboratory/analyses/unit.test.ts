import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { type Analyte, analytes } from './analyte.table.ts';
import { unitFactors } from './unit.table.ts';
import { converted, inReportedUnit, sameUnit } from './unit.ts';

const on = '2026-09-14' as IsoDate;
const convert = (analyte: Analyte, value: number, from: string, to: string) =>
  converted({ analyte, value, from, to, on });

test.each([
  ['creatinine', 1, 'mg/dL', 'umol/L', 88.4],
  ['glucose', 200, 'mg/dL', 'mmol/L', 11.101],
  ['cholesterol', 200, 'mg/dL', 'mmol/L', 5.172],
  ['triglycerides', 150, 'mg/dL', 'mmol/L', 1.694],
  ['hemoglobin', 13.4, 'g/dL', 'mmol/L', 8.316],
  ['hemoglobin', 134, 'g/L', 'g/dL', 13.4],
  ['calcium', 10, 'mg/dL', 'mmol/L', 2.495],
  ['urate', 6, 'mg/dL', 'umol/L', 356.88],
  ['urea', 20, 'mg/dL BUN', 'mmol/L', 7.14],
  ['crp', 1.2, 'mg/dL', 'mg/L', 12],
] as const)('%s %s %s is the same amount in %s: %s', (analyte, value, from, to, expected) => {
  expect(must(convert(analyte, value, from, to))).toBeCloseTo(expected, 2);
});

test('urea and urea nitrogen in mg/dL differ 2.14-fold, so they have different unit names', () => {
  const urea = must(convert('urea', 100, 'mg/dL', 'mmol/L'));
  const nitrogen = must(convert('urea', 100, 'mg/dL BUN', 'mmol/L'));
  expect(nitrogen / urea).toBeCloseTo(2.14, 2);
});

test('a unit is known in every spelling', () => {
  expect(sameUnit('µmol/L', 'umol/l')).toBe(true);
  expect(sameUnit('μmol/L', 'µmol/l ')).toBe(true);
  expect(sameUnit('mmol/L', 'umol/L')).toBe(false);
  expect(must(convert('creatinine', 1, 'mg/dl', 'µmol/l'))).toBeCloseTo(88.4);
});

test('the same unit needs no factor, even for an analyte that has none', () => {
  expect(must(convert('tsh', 2.1, 'mIU/L', 'miu/l'))).toBe(2.1);
});

test('an unknown unit, or a day before the factors, gives no number', () => {
  expect(convert('hemoglobin', 13.4, 'g/dL', 'mol')).toMatchObject({ why: 'no such conversion' });
  expect(convert('tsh', 2.1, 'mIU/L', 'pmol/L')).toMatchObject({ why: 'no such conversion' });
  expect(convert('glucose', Number.NaN, 'mg/dL', 'mmol/L')).toMatchObject({ why: 'not a number' });
  const before = converted({ analyte: 'glucose', value: 90, from: 'mg/dL', to: 'mmol/L', on: '1980-01-01' as IsoDate });
  expect(before).toMatchObject({ why: 'no such conversion' });
});

test('the clinic reports in the unit of the analyte', () => {
  expect(must(inReportedUnit('hemoglobin', 134, 'g/L', on))).toBeCloseTo(13.4);
  expect(inReportedUnit('inr', 2.5, 'g/L', on).ok).toBe(false);
});

test('each analyte has its reported unit in the table with factor 1', () => {
  for (const [analyte, factors] of Object.entries(unitFactors[0]?.value ?? {})) {
    expect(factors[analytes[analyte as Analyte].unit]).toBe(1);
  }
});

test('there and back again is the same value', () => {
  const analyte = fc.constantFrom(...(Object.keys(unitFactors[0]?.value ?? {}) as Analyte[]));
  const value = fc.double({ min: 0.001, max: 10_000, noNaN: true });
  fc.assert(
    fc.property(analyte, value, fc.nat(5), fc.nat(5), (name, amount, one, other) => {
      const units = Object.keys(unitFactors[0]?.value[name] ?? {});
      const from = units[one % units.length] ?? '';
      const to = units[other % units.length] ?? '';
      const back = must(convert(name, must(convert(name, amount, from, to)), to, from));
      expect(Math.abs(back / amount - 1)).toBeLessThan(1e-12);
    }),
  );
});
