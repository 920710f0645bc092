import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { judgeTemperature, temperatureSites } from './temperature.ts';

test.each([
  [37.9, 400, false, false, false],
  [38.0, 400, true, false, false],
  [37.9, 2, false, false, false],
  [38.0, 2, true, false, true],
  [38.0, 2.9, true, false, true],
  [38.0, 3, true, false, false],
  [40.5, 24, true, false, false],
  [35.0, 24, false, false, false],
  [34.9, 24, false, true, false],
  [34.9, 1, false, true, false],
])('rectally %s °C at %s months: fever %s, hypothermia %s, urgent %s', (celsius, months, isFever, isCold, isUrgent) => {
  const answer = must(judgeTemperature({ celsius, site: 'rectal' }, months));
  expect(answer.isFever).toBe(isFever);
  expect(answer.isHypothermia).toBe(isCold);
  expect(answer.isInfantUrgent).toBe(isUrgent);
  expect(answer.mayBeHigherRectally).toBe(false);
});

test('another place is not converted, but "no fever" is said with a remark', () => {
  expect(must(judgeTemperature({ celsius: 37.8, site: 'ear' }, 24))).toMatchObject({
    isFever: false,
    mayBeHigherRectally: true,
  });
  expect(must(judgeTemperature({ celsius: 38.2, site: 'axillary' }, 24))).toMatchObject({
    isFever: true,
    mayBeHigherRectally: false,
  });
});

test('fever at an unknown age is not said to be harmless', () => {
  expect(must(judgeTemperature({ celsius: 38.5, site: 'rectal' }, undefined)).isInfantUrgent).toBeUndefined();
  expect(must(judgeTemperature({ celsius: 37.5, site: 'rectal' }, undefined)).isInfantUrgent).toBe(false);
});

test('what is no number is refused', () => {
  expect(judgeTemperature({ celsius: Number.NaN, site: 'ear' }, 24)).toMatchObject({ why: 'not a number' });
});

test('nobody has fever and hypothermia at once, and urgent is always fever', () => {
  const celsius = fc.double({ min: 25, max: 45, noNaN: true });
  fc.assert(
    fc.property(celsius, fc.constantFrom(...temperatureSites), fc.nat(1200), (degrees, site, months) => {
      const answer = must(judgeTemperature({ celsius: degrees, site }, months));
      expect(answer.isFever && answer.isHypothermia).toBe(false);
      if (answer.isInfantUrgent) expect(answer.isFever && months < 3).toBe(true);
    }),
  );
});
