import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '#kernel/result';
import {
  armToUse,
  isForDoctorAtOnce,
  isHypertensive,
  meanArterialOf,
  meanPressureOf,
  officeMeanOf,
  type Pressure,
  pressureClassOf,
  readPressure,
} from './blood-pressure.ts';
import { eshClasses } from './blood-pressure-class.table.ts';

const at = (systolicMmHg: number, diastolicMmHg: number): Pressure => ({ systolicMmHg, diastolicMmHg });
const shown = ({ systolicMmHg, diastolicMmHg }: Pressure) => `${systolicMmHg}/${diastolicMmHg}`;

describe('class', () => {
  test.each([
    [118, 69, 'optimal', 'non_elevated'],
    [118, 70, 'optimal', 'elevated'],
    [119, 79, 'optimal', 'elevated'],
    [120, 69, 'normal', 'elevated'],
    [120, 78, 'normal', 'elevated'],
    [119, 80, 'normal', 'elevated'],
    [129, 84, 'normal', 'elevated'],
    [128, 85, 'high_normal', 'elevated'],
    [130, 70, 'high_normal', 'elevated'],
    [139, 89, 'high_normal', 'elevated'],
    [139.5, 89.5, 'high_normal', 'elevated'],
    [140, 89, 'grade1', 'hypertension'],
    [138, 90, 'grade1', 'hypertension'],
    [159, 99, 'grade1', 'hypertension'],
    [150, 100, 'grade2', 'hypertension'],
    [160, 80, 'grade2', 'hypertension'],
    [179, 109, 'grade2', 'hypertension'],
    [180, 85, 'grade3', 'hypertension'],
    [150, 110, 'grade3', 'hypertension'],
  ])('%s/%s is %s (ESH) and %s (ESC)', (systolic, diastolic, esh, esc) => {
    const answer = pressureClassOf(at(systolic, diastolic));
    expect([answer.esh2023.category, answer.esc2024]).toEqual([esh, esc]);
  });

  test.each([
    [150, 89, true, false],
    [150, 90, false, false],
    [138, 90, false, true],
    [139, 89, false, false],
    [182, 70, true, false],
  ])('%s/%s is isolated systolic: %s, isolated diastolic: %s', (systolic, diastolic, isSystolic, isDiastolic) => {
    const { esh2023 } = pressureClassOf(at(systolic, diastolic));
    expect([esh2023.isolatedSystolic, esh2023.isolatedDiastolic]).toEqual([isSystolic, isDiastolic]);
  });

  test('a higher pressure never has a lower class', () => {
    const order = eshClasses.value.map((row) => row.category).toReversed();
    const number = fc.integer({ min: 40, max: 250 });
    fc.assert(
      fc.property(number, number, fc.nat(60), fc.nat(60), (systolic, diastolic, more, also) => {
        const low = pressureClassOf(at(systolic, diastolic)).esh2023.category;
        const high = pressureClassOf(at(systolic + more, diastolic + also)).esh2023.category;
        expect(order.indexOf(high)).toBeGreaterThanOrEqual(order.indexOf(low));
      }),
    );
  });

  test('hypertension is the same limit in both guidelines', () => {
    const number = fc.integer({ min: 40, max: 250 });
    fc.assert(
      fc.property(number, number, (systolic, diastolic) => {
        const answer = pressureClassOf(at(systolic, diastolic));
        expect(answer.esh2023.category.startsWith('grade')).toBe(answer.esc2024 === 'hypertension');
        expect(answer.esc2024 === 'hypertension').toBe(isHypertensive(at(systolic, diastolic), 'office'));
      }),
    );
  });
});

test.each([
  ['office', 140, 60, true],
  ['office', 139.9, 89.9, false],
  ['home', 135, 70, true],
  ['home', 120, 85, true],
  ['home', 134.9, 84.9, false],
  ['ambulatory24h', 130, 70, true],
  ['ambulatoryDay', 134, 84, false],
  ['ambulatoryNight', 119, 70, true],
] as const)('by %s measuring %s/%s is hypertension: %s', (method, systolic, diastolic, expected) => {
  expect(isHypertensive(at(systolic, diastolic), method)).toBe(expected);
});

test.each([
  [180, 90, true],
  [150, 110, true],
  [179, 109, false],
])('%s/%s is for the doctor at once: %s', (systolic, diastolic, expected) => {
  expect(isForDoctorAtOnce(at(systolic, diastolic))).toBe(expected);
});

describe('office mean', () => {
  test.each([
    [[at(152, 94), at(146, 90), at(144, 88)], '145/89', 2],
    [[at(168, 98), at(152, 90), at(148, 88)], '150/89', 2],
    [[at(144, 92), at(141, 89), at(140, 90)], '140.5/89.5', 2],
    [[at(150, 92), at(144, 90)], '147/91', 2],
    [[at(128, 78)], '128/78', 1],
  ])('%o gives %s from %s readings', (readings, mean, basedOn) => {
    const answer = must(officeMeanOf(readings));
    expect(shown(answer.mean)).toBe(mean);
    expect(answer.basedOn).toBe(basedOn);
  });

  test('one reading is marked, and none gives no number', () => {
    expect(must(officeMeanOf([at(128, 78)])).takeMore).toEqual(['single reading']);
    expect(officeMeanOf([])).toMatchObject({ ok: false, why: 'no readings' });
  });

  test('more readings are asked for when the first two differ by more than 10', () => {
    const why = (...readings: readonly Pressure[]) => must(officeMeanOf(readings)).takeMore;
    expect(why(at(150, 90), at(140, 90))).toEqual([]);
    expect(why(at(151, 90), at(140, 90))).toEqual(['first two differ']);
    expect(why(at(140, 79), at(140, 90))).toEqual(['first two differ']);
    expect(why(at(151, 90), at(140, 90), at(141, 90))).toEqual([]);
  });

  test('an irregular pulse asks for more until there are three', () => {
    const irregular = { isPulseIrregular: true };
    expect(must(officeMeanOf([at(140, 90), at(141, 90)], irregular)).takeMore).toEqual(['irregular pulse']);
    expect(must(officeMeanOf([at(140, 90), at(141, 90), at(142, 90)], irregular)).takeMore).toEqual([]);
  });
});

test('the mean lies between the lowest and the highest reading', () => {
  const reading = fc.record({
    systolicMmHg: fc.integer({ min: 60, max: 260 }),
    diastolicMmHg: fc.integer({ min: 30, max: 150 }),
  });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), (readings) => {
      const mean = meanPressureOf(readings)?.systolicMmHg ?? Number.NaN;
      const all = readings.map((each) => each.systolicMmHg);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
    }),
  );
  expect(meanPressureOf([])).toBeUndefined();
});

test('the arm with the higher pressure is used from now on, and a large difference is a finding', () => {
  expect(armToUse(at(140, 80), at(134, 80))).toEqual({ use: 'right', differenceMmHg: 6, isFinding: false });
  expect(armToUse(at(130, 80), at(145, 80))).toEqual({ use: 'left', differenceMmHg: 15, isFinding: true });
  expect(armToUse(at(130, 80), at(130, 70))).toEqual({ use: 'either', differenceMmHg: 0, isFinding: false });
});

test.each([
  [110, 70, 83.33, 40],
  [98, 60, 72.67, 38],
  [90, 50, 63.33, 40],
  [120, 80, 93.33, 40],
])('%s/%s has a mean pressure of %s and a pulse pressure of %s', (systolic, diastolic, mean, pulse) => {
  const answer = meanArterialOf(at(systolic, diastolic));
  expect(answer.meanArterialMmHg).toBeCloseTo(mean, 2);
  expect(answer.pulsePressureMmHg).toBe(pulse);
});

test('a mistyped pressure is refused', () => {
  expect(must(readPressure(120, 80))).toEqual(at(120, 80));
  expect(must(readPressure(120, 0))).toEqual(at(120, 0));
  expect(readPressure(80, 120)).toMatchObject({ why: 'diastolic not below systolic' });
  expect(readPressure(90, 90)).toMatchObject({ why: 'diastolic not below systolic' });
  expect(readPressure(Number.NaN, 80)).toMatchObject({ why: 'not a number' });
  expect(readPressure(120, -1)).toMatchObject({ why: 'not a number' });
});
