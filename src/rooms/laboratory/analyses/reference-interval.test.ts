import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Sex } from '#kernel/sex';
import type { IsoDate } from '#kernel/time';
import type { Analyte } from './analyte.table.ts';
import { type IntervalRow, referenceTables } from './reference-interval.table.ts';
import {
  adultIntervalFor,
  type Censored,
  flagOf,
  flagOfCensored,
  type IntervalWanted,
  type Limits,
  readPrintedLimits,
  referenceAgeYears,
  referenceIntervalFor,
} from './reference-interval.ts';

const on = '2026-09-14' as IsoDate;
const wanted = (analyte: Analyte, sex: Sex, ageYears?: number): IntervalWanted => ({ analyte, sex, ageYears, on });
const limits = (analyte: Analyte, sex: Sex, ageYears?: number): readonly (number | undefined)[] | string => {
  const interval = referenceIntervalFor(wanted(analyte, sex, ageYears));
  return interval.ok ? [interval.value.low, interval.value.high] : interval.why;
};

describe('haemoglobin by age', () => {
  test.each([
    ['female', 34, 11.7, 15.3],
    ['male', 50, 13.4, 17.0],
    ['male', 6, 10.7, 13.4],
    ['female', 0.5, 10.7, 13.4],
    ['male', 7.9, 10.7, 13.4],
    ['male', 8, 11.8, 14.8],
    ['female', 11.99, 11.8, 14.8],
    ['female', 12, 11.2, 15.8],
    ['male', 12, 12.6, 17.0],
    ['male', 18.9, 12.6, 17.0],
    ['female', 18.9, 11.2, 15.8],
    ['female', 19, 11.7, 15.3],
    ['male', 19, 13.4, 17.0],
    ['male', 103, 13.4, 17.0],
  ] as const)('a %s of %s years has %s–%s', (sex, age, low, high) => {
    expect(limits('hemoglobin', sex, age)).toEqual([low, high]);
  });

  test('there is none under half a year', () => {
    expect(limits('hemoglobin', 'female', 0.49)).toBe('no interval at this age');
  });

  test('unknown sex has an interval only while girls and boys share it', () => {
    expect(limits('hemoglobin', 'unknown', 6)).toEqual([10.7, 13.4]);
    expect(limits('hemoglobin', 'unknown', 12)).toBe('sex unknown');
    expect(limits('hemoglobin', 'unknown', 40)).toBe('sex unknown');
  });
});

describe('adult intervals', () => {
  test.each([
    ['sodium', 'male', 30, 137, 145],
    ['creatinine', 'female', 30, 45, 90],
    ['creatinine', 'male', 30, 60, 105],
    ['alat', 'female', 70, 10, 45],
    ['phosphate', 'male', 49.9, 0.75, 1.65],
    ['phosphate', 'male', 50, 0.75, 1.35],
    ['ggt', 'male', 40, 15, 115],
    ['cholesterol', 'unknown', 29.9, 2.9, 6.1],
    ['cholesterol', 'unknown', 30, 3.3, 6.9],
    ['ld', 'female', 70, 115, 255],
    ['triglycerides', 'male', 45, undefined, 2.6],
    ['egfr', 'female', 70, 52, undefined],
    ['egfr', 'male', 29.9, 72, undefined],
  ] as const)('%s of a %s aged %s is %s–%s', (analyte, sex, age, low, high) => {
    expect(limits(analyte, sex, age)).toEqual([low, high]);
  });

  test('a child has no interval from an adult table', () => {
    expect(limits('sodium', 'female', 17.9)).toBe('no interval at this age');
    expect(limits('creatinine', 'male', 10)).toBe('no interval at this age');
  });

  test('an unknown age gives no interval, and neither does an unknown analyte', () => {
    expect(limits('sodium', 'female')).toBe('age unknown');
    expect(limits('sodium', 'female', Number.NaN)).toBe('age unknown');
    expect(limits('sodium', 'female', -1)).toBe('age unknown');
    expect(limits('tsh', 'female', 40)).toBe('no interval for this analyte');
  });

  test('a list without a patient shows an interval only when it holds at every adult age', () => {
    expect(must(adultIntervalFor({ analyte: 'sodium', sex: 'unknown', on }))).toMatchObject({ low: 137, high: 145 });
    expect(must(adultIntervalFor({ analyte: 'alat', sex: 'male', on }))).toMatchObject({ low: 10, high: 70 });
    expect(must(adultIntervalFor({ analyte: 'crp', sex: 'unknown', on }))).toMatchObject({ high: 5 });
    expect(adultIntervalFor({ analyte: 'urea', sex: 'female', on })).toMatchObject({ why: 'age unknown' });
    expect(adultIntervalFor({ analyte: 'alat', sex: 'unknown', on })).toMatchObject({ why: 'sex unknown' });
    expect(adultIntervalFor({ analyte: 'tsh', sex: 'male', on })).toMatchObject({
      why: 'no interval for this analyte',
    });
  });
});

test('a table is not used before its year', () => {
  const before = referenceIntervalFor({ ...wanted('leukocytes', 'male', 40), on: '2014-12-31' as IsoDate });
  expect(before).toMatchObject({ why: 'no interval for this analyte' });
});

test('the interval of the laboratory that made the result wins, also for a pregnant woman', () => {
  const printed = { low: 3.5, high: 5.0, unit: 'mmol/L', laboratory: 'Fjordlab' };
  const interval = must(referenceIntervalFor({ ...wanted('potassium', 'male', 40), printed }));
  expect(interval).toEqual({ low: 3.5, high: 5.0, unit: 'mmol/L', source: 'Fjordlab', from: 'performing laboratory' });
  expect(must(referenceIntervalFor({ ...wanted('potassium', 'female', 40), printed, isPregnant: true })).low).toBe(3.5);
});

test('a printed interval without limits is none, and our table is used', () => {
  const printed = { unit: 'mmol/L', laboratory: 'Fjordlab' };
  expect(must(referenceIntervalFor({ ...wanted('potassium', 'male', 40), printed }))).toMatchObject({
    low: 3.6,
    from: 'table',
  });
});

test('pregnancy has intervals of its own, which we do not have', () => {
  const pregnant = referenceIntervalFor({ ...wanted('hemoglobin', 'female', 30), isPregnant: true });
  expect(pregnant).toMatchObject({ why: 'pregnant' });
});

test('every interval says its unit and its source', () => {
  const interval = must(referenceIntervalFor(wanted('hemoglobin', 'male', 40)));
  expect(interval).toMatchObject({ unit: 'g/dL', from: 'table' });
  expect(interval.source).toContain('NORIP');
});

test('a birthday changes group on the day itself', () => {
  const birth = '2007-09-14' as IsoDate;
  const ageOn = (day: string) => referenceAgeYears(birth, day as IsoDate);
  expect(ageOn('2026-09-13')).toBeLessThan(19);
  expect(ageOn('2026-09-14')).toBe(19);
  expect(ageOn('2008-03-14')).toBe(0.5);
  expect(ageOn('2008-03-13')).toBeLessThan(0.5);
});

describe('the tables', () => {
  const rows: readonly IntervalRow[] = referenceTables.flatMap((table) => table.value);

  test('have a limit in every row, in the right order, and a source with each table', () => {
    for (const row of rows) {
      expect(row.low !== undefined || row.high !== undefined).toBe(true);
      if (row.low !== undefined && row.high !== undefined) expect(row.low).toBeLessThan(row.high);
      if (row.untilAge !== undefined) expect(row.fromAge).toBeLessThan(row.untilAge);
    }
    expect(referenceTables.every((table) => table.source.length > 10)).toBe(true);
  });

  test('never give two intervals to the same person', () => {
    const analyte = fc.constantFrom(...new Set(rows.map((row) => row.analyte)));
    const age = fc.double({ min: 0, max: 110, noNaN: true });
    fc.assert(
      fc.property(analyte, fc.constantFrom('female' as const, 'male' as const), age, (name, sex, years) => {
        const fitting = rows.filter(
          (row) =>
            row.analyte === name &&
            (row.sex ?? sex) === sex &&
            row.fromAge <= years &&
            years < (row.untilAge ?? Number.POSITIVE_INFINITY),
        );
        expect(fitting.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('flags', () => {
  test.each([
    [11.6, { low: 11.7, high: 15.3 }, 'low'],
    [11.7, { low: 11.7, high: 15.3 }, 'normal'],
    [15.3, { low: 11.7, high: 15.3 }, 'normal'],
    [15.4, { low: 11.7, high: 15.3 }, 'high'],
    [2.6, { high: 2.6 }, 'normal'],
    [0, { high: 2.6 }, 'normal'],
    [4.9, { high: 5, highExcluded: true }, 'normal'],
    [5, { high: 5, highExcluded: true }, 'high'],
    [60, { low: 60, lowExcluded: true }, 'low'],
    [60, { low: 60 }, 'normal'],
    [999, { low: 60 }, 'normal'],
  ] as const)('%s against %o is %s', (value, interval, flag) => {
    expect(flagOf(value, interval)).toBe(flag);
  });

  test.each([
    [{ comparator: '<', value: 5 }, { high: 5, highExcluded: true }, 'normal'],
    [{ comparator: '<=', value: 5 }, { high: 5, highExcluded: true }, undefined],
    [{ comparator: '<', value: 5 }, { high: 3 }, undefined],
    [{ comparator: '<', value: 2 }, { low: 3, high: 9 }, 'low'],
    [{ comparator: '<', value: 4 }, { low: 3, high: 9 }, undefined],
    [{ comparator: '>', value: 90 }, { low: 60 }, 'normal'],
    [{ comparator: '>', value: 60 }, { low: 60, lowExcluded: true }, 'normal'],
    [{ comparator: '>', value: 200 }, { high: 5 }, 'high'],
    [{ comparator: '>=', value: 5 }, { high: 5 }, undefined],
    [{ comparator: '>', value: 5 }, { high: 5 }, 'high'],
  ] as readonly [Censored, Limits, string | undefined][])('%o against %o is %s', (reported, interval, flag) => {
    expect(flagOfCensored(reported, interval)).toBe(flag);
  });

  test('a flag of a censored value is the flag of every value it may stand for', () => {
    const amount = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(amount, amount, amount, amount, (limit, one, other, real) => {
        const interval = { low: Math.min(one, other), high: Math.max(one, other) };
        const comparator = real < limit ? '<' : '>=';
        const flag = flagOfCensored({ comparator, value: limit }, interval);
        if (flag) expect(flagOf(real, interval)).toBe(flag);
      }),
    );
  });
});

test.each([
  ['137-145', { low: 137, high: 145 }],
  ['3,5 – 11,0', { low: 3.5, high: 11 }],
  ['0^5', { low: 0, high: 5 }],
  ['<5', { high: 5, highExcluded: true }],
  ['< 5,5', { high: 5.5, highExcluded: true }],
  ['<=10', { high: 10 }],
  ['≤ 10', { high: 10 }],
  ['>60', { low: 60, lowExcluded: true }],
  ['≥60', { low: 60 }],
  ['neg', undefined],
  ['', undefined],
  ['9-3', undefined],
  ['1-2-3', undefined],
])('the printed interval «%s» is read as %o', (text, expected) => {
  expect(readPrintedLimits(text)).toEqual(expected);
});
