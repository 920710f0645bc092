import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { eqaThreeClass, eqaZ, ifccHba1cClass, isWithinPercent, splitSample, totalError } from './external-quality.ts';

const today = '2026-11-23' as IsoDate;

test('an answer two spreads off is still satisfactory, three spreads off is not', () => {
  expect(must(eqaZ(38, 30, 4))).toMatchObject({ z: 2, class: 'satisfactory' });
  expect(must(eqaZ(13.8, 13.4, 0.2)).class).toBe('satisfactory');
  expect(must(eqaZ(13.9, 13.4, 0.2)).class).toBe('questionable');
  expect(must(eqaZ(14.0, 13.4, 0.2)).class).toBe('unsatisfactory');
  expect(must(eqaZ(12.8, 13.4, 0.2)).class).toBe('unsatisfactory');
});

test('without a target or a spread there is no score', () => {
  expect(eqaZ(5, 0, 1)).toMatchObject({ why: 'no target' });
  expect(eqaZ(5, 5, 0)).toMatchObject({ why: 'no spread' });
});

test('good, acceptable and poor, with the limits inside', () => {
  const limits = { goodPercent: 4, acceptablePercent: 8 };
  expect(must(eqaThreeClass(52, 50, limits)).class).toBe('good');
  expect(must(eqaThreeClass(52.1, 50, limits)).class).toBe('acceptable');
  expect(must(eqaThreeClass(54, 50, limits)).class).toBe('acceptable');
  expect(must(eqaThreeClass(45.9, 50, limits)).class).toBe('poor');
  expect(eqaThreeClass(5, 0, limits)).toMatchObject({ why: 'no target' });
});

test('ten per cent of three tenths is judged digit for digit', () => {
  expect(isWithinPercent(0.33, 0.3, 10)).toBe(true);
  expect(isWithinPercent(0.27, 0.3, 10)).toBe(true);
  expect(isWithinPercent(0.3301, 0.3, 10)).toBe(false);
});

test('total error adds bias and spread, and sigma shrinks with both', () => {
  const { biasPercent, totalErrorPercent, sigma } = must(totalError({ mean: 49, sd: 0.9, target: 50, teaPercent: 10 }));
  expect(biasPercent).toBeCloseTo(-2, 9);
  expect(totalErrorPercent).toBeCloseTo(5.03, 2);
  expect(sigma).toBeCloseTo(4.36, 2);
  expect(must(totalError({ mean: 50, sd: 0, target: 50, teaPercent: 10 }))).not.toHaveProperty('sigma');
  expect(totalError({ mean: 50, sd: 1, target: 0, teaPercent: 10 })).toMatchObject({ why: 'no target' });
});

test('an HbA1c method is gold, silver, bronze, within or without', () => {
  const classes = [1.1, 1.2, 2.2, 3.3, 3.4, 5, 5.1].map((error) => ifccHba1cClass(error, today));
  expect(classes).toEqual(['gold', 'silver', 'silver', 'bronze', 'meets_criteria', 'meets_criteria', 'not_met']);
  expect(ifccHba1cClass(1, '2010-01-01' as IsoDate)).toBeUndefined();
});

test('a split sample is held against the central laboratory', () => {
  expect(must(splitSample(3, 2.5, 15))).toMatchObject({ withinLimit: false });
  expect(must(splitSample(115, 100, 15))).toMatchObject({ differencePercent: 15, withinLimit: true });
  expect(splitSample(3, 0, 15)).toMatchObject({ why: 'no target' });
});

test('the farther from the target, the worse the class', () => {
  const grade = { satisfactory: 0, questionable: 1, unsatisfactory: 2 };
  const off = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(off, off, (a, b) => {
      const [near, far] = a <= b ? [a, b] : [b, a];
      const gradeAt = (hundredths: number) => grade[must(eqaZ(13 + hundredths / 100, 13, 1)).class];
      expect(gradeAt(near)).toBeLessThanOrEqual(gradeAt(far));
    }),
  );
});
