import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { type Analyte, analytes } from './analyte.table.ts';
import { phoneLimits } from './critical-value.table.ts';
import { type Measured, phoneAnswerFor, phoneLimitOf } from './critical-value.ts';

const on = '2026-09-14' as IsoDate;
const measured = (analyte: Analyte, value: number, change: Partial<Measured> = {}): Measured => ({
  analyte,
  value,
  unit: analytes[analyte].unit,
  on,
  isKnown: false,
  ...change,
});
const phone = (analyte: Analyte, value: number, change?: Partial<Measured>): boolean =>
  must(phoneAnswerFor(measured(analyte, value, change))).phone;

test.each([
  ['potassium', 2.5, false],
  ['potassium', 2.49, true],
  ['potassium', 6.2, false],
  ['potassium', 6.3, true],
  ['sodium', 120, false],
  ['sodium', 119, true],
  ['sodium', 156, true],
  ['hemoglobin', 7.0, false],
  ['hemoglobin', 6.9, true],
  ['hemoglobin', 25, false],
  ['glucose', 1.9, true],
  ['glucose', 23.0, false],
  ['glucose', 23.1, true],
  ['creatinine', 300, false],
  ['creatinine', 301, true],
  ['calcium', 1.79, true],
  ['calcium', 3.2, false],
  ['inr', 6.1, true],
  ['phosphate', 0.29, true],
  ['ck', 10_000, false],
  ['egfr', 14.9, true],
  ['egfr', 15, false],
] as const)('%s %s is phoned: %s', (analyte, value, expected) => {
  expect(phone(analyte, value)).toBe(expected);
});

test('the answer says which limit was crossed, in which unit and by whose list', () => {
  const answer = must(phoneAnswerFor(measured('sodium', 119)));
  expect(answer).toMatchObject({ phone: true, crossed: 'below', limit: 120, unit: 'mmol/L' });
  expect(answer.source).toContain('11.09.2023');
});

test('high leucocytes are phoned the first time only, low ones every time', () => {
  expect(phone('leukocytes', 51)).toBe(true);
  expect(phone('leukocytes', 51, { isKnown: true })).toBe(false);
  expect(phone('leukocytes', 1.4, { isKnown: true })).toBe(true);
  expect(phone('potassium', 6.5, { isKnown: true })).toBe(true);
});

test('a value in another unit is converted before it is judged', () => {
  expect(phone('hemoglobin', 69, { unit: 'g/L' })).toBe(true);
  expect(phone('hemoglobin', 70, { unit: 'g/L' })).toBe(false);
  expect(phone('glucose', 420, { unit: 'mg/dL' })).toBe(true);
});

test('without a limit, a known unit or a number there is no answer', () => {
  expect(phoneAnswerFor(measured('crp', 300))).toMatchObject({ why: 'no limit for this analyte' });
  expect(phoneAnswerFor(measured('hemoglobin', 6, { unit: 'mg' }))).toMatchObject({ why: 'no such conversion' });
  expect(phoneAnswerFor(measured('hemoglobin', Number.NaN))).toMatchObject({ why: 'not a number' });
});

test('a list is not used before its day', () => {
  expect(phoneLimitOf('potassium', '2023-09-10' as IsoDate)).toBeUndefined();
  expect(phoneLimitOf('potassium', '2023-09-11' as IsoDate)).toMatchObject({ below: 2.5, above: 6.2 });
});

test('the clinic can put its own approved list in place of ours', () => {
  const own = [{ from: on, source: 'Responsible doctor, 2026', value: { crp: { above: 250 } } }];
  expect(must(phoneAnswerFor(measured('crp', 251), own))).toMatchObject({
    phone: true,
    source: 'Responsible doctor, 2026',
  });
  expect(phoneAnswerFor(measured('potassium', 9), own)).toMatchObject({ why: 'no limit for this analyte' });
});

test('the limits themselves are never phoned, and everything beyond them is', () => {
  const limits = phoneLimits.flatMap((list) => Object.entries(list.value));
  fc.assert(
    fc.property(
      fc.constantFrom(...limits),
      fc.double({ min: 1e-6, max: 1e4, noNaN: true }),
      ([name, limit], beyond) => {
        const analyte = name as Analyte;
        if (limit.below !== undefined) {
          expect(phone(analyte, limit.below)).toBe(false);
          expect(phone(analyte, limit.below - beyond)).toBe(true);
        }
        if (limit.above !== undefined) {
          expect(phone(analyte, limit.above)).toBe(false);
          expect(phone(analyte, limit.above + beyond)).toBe(true);
        }
      },
    ),
  );
});
