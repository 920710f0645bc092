import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Pressure } from './blood-pressure.ts';
import { homePressureOf } from './home-blood-pressure.ts';

const at = (systolicMmHg: number, diastolicMmHg: number): Pressure => ({ systolicMmHg, diastolicMmHg });
const dayOf = (...readings: readonly (readonly [number, number])[]) => readings.map(([s, d]) => at(s, d));
const high = dayOf([160, 100], [158, 98], [161, 99], [159, 97]);
const ordinary = dayOf([130, 80], [132, 82], [128, 78], [130, 80]);

test('the first day is left out of the mean', () => {
  const answer = must(homePressureOf([high, ordinary, ordinary]));
  expect(answer).toEqual({ mean: at(130, 80), readings: 8, days: 3, hasEnoughDays: true, isHypertensive: false });
});

test('the first day is kept when the doctor has said so', () => {
  const answer = must(homePressureOf([high, ordinary], { discardFirstDay: false }));
  expect(answer.readings).toBe(8);
  expect(answer.mean.systolicMmHg).toBeCloseTo(144.75);
});

test('either number of the unrounded mean at the limit is hypertension', () => {
  const verdict = (systolic: number, diastolic: number) =>
    must(homePressureOf([ordinary, dayOf([systolic, diastolic]), dayOf([systolic, diastolic])])).isHypertensive;
  expect(verdict(135, 70)).toBe(true);
  expect(verdict(120, 85)).toBe(true);
  expect(verdict(134, 84)).toBe(false);
  const justBelow = must(homePressureOf([ordinary, dayOf([135, 84], [134, 84])]));
  expect(justBelow.mean.systolicMmHg).toBe(134.5);
  expect(justBelow.isHypertensive).toBe(false);
});

test('fewer than three measured days are too few, and empty days do not count', () => {
  expect(must(homePressureOf([ordinary, ordinary])).hasEnoughDays).toBe(false);
  expect(must(homePressureOf([ordinary, [], ordinary])).hasEnoughDays).toBe(false);
  expect(must(homePressureOf([ordinary, [], ordinary, ordinary]))).toMatchObject({ days: 3, hasEnoughDays: true });
});

test('without readings to count there is no number', () => {
  expect(homePressureOf([])).toMatchObject({ ok: false, why: 'no readings' });
  expect(homePressureOf([ordinary])).toMatchObject({ ok: false, why: 'no readings' });
  expect(homePressureOf([[], []])).toMatchObject({ ok: false, why: 'no readings' });
});

test('what the first day was never changes the mean', () => {
  const reading = fc.tuple(fc.integer({ min: 90, max: 200 }), fc.integer({ min: 50, max: 120 }));
  const day = fc.array(reading, { minLength: 1, maxLength: 4 }).map((readings) => dayOf(...readings));
  fc.assert(
    fc.property(day, day, fc.array(day, { minLength: 1, maxLength: 6 }), (first, other, rest) => {
      expect(must(homePressureOf([first, ...rest])).mean).toEqual(must(homePressureOf([other, ...rest])).mean);
    }),
  );
});
