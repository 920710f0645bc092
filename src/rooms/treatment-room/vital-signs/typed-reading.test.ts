import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measurable, type Sign } from './measurable.table.ts';
import { isWhole, noReading, numberTyped, readRows, tidyTyped } from './typed-reading.ts';

test.each([
  ['systolic', '15', false],
  ['systolic', '152', true],
  ['systolic', '95', true],
  ['diastolic', '94', true],
  ['diastolic', '10', false],
  ['diastolic', '104', true],
  ['pulse', '7', false],
  ['pulse', '72', true],
  ['pulse', '11', false],
  ['saturation', '97', true],
  ['saturation', '10', false],
  ['celsius', '38', false],
  ['celsius', '38,4', true],
] as const)('%s %s is whole: %s', (sign, typed, whole) => expect(isWhole(sign, typed)).toBe(whole));

test('no number that a device can show is cut off before its last digit', () => {
  const signs = ['systolic', 'diastolic', 'pulse', 'saturation'] as const satisfies readonly Sign[];
  fc.assert(
    fc.property(fc.constantFrom(...signs), fc.integer({ min: 40, max: 199 }), (sign, value) => {
      const { until } = measurable.value[sign];
      fc.pre(value <= until);
      const typed = String(value);
      for (let digits = 1; digits < typed.length; digits++) expect(isWhole(sign, typed.slice(0, digits))).toBe(false);
    }),
  );
});

test('what is not a digit is left out, and a temperature gets its comma by itself', () => {
  expect(tidyTyped('systolic', '15a2')).toBe('152');
  expect(tidyTyped('celsius', '384')).toBe('38,4');
  expect(tidyTyped('celsius', '38.4')).toBe('38,4');
});

test('rows become readings; an empty row is none, a half one is pointed out', () => {
  const full = { systolic: '152', diastolic: '94', pulse: '' };
  expect(readRows([full, noReading])).toEqual({
    readings: [{ systolicMmHg: 152, diastolicMmHg: 94 }],
    halfRow: undefined,
  });
  expect(readRows([full, { ...noReading, systolic: '148' }]).halfRow).toBe(1);
  expect(readRows([{ ...full, pulse: '72' }]).readings[0]?.pulsePerMinute).toBe(72);
});

test('a number with a comma is read as it is said', () => {
  expect(numberTyped('37,2')).toBe(37.2);
  expect(numberTyped('')).toBeUndefined();
});
