import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { type News2Observations, news2Measurements, news2Of, news2PartsOf } from './news2.ts';

const well: News2Observations = {
  respirationPerMinute: 16,
  saturationPercent: 97,
  saturationScale: 1,
  isOnOxygen: false,
  systolicMmHg: 128,
  pulsePerMinute: 76,
  consciousness: 'A',
  celsius: 37,
};
const score = (change: Partial<News2Observations>) => must(news2Of({ ...well, ...change }));

describe('each measurement', () => {
  test.each([
    [
      'respirationPerMinute',
      'respiration',
      [
        [8, 3],
        [9, 1],
        [11, 1],
        [12, 0],
        [20, 0],
        [21, 2],
        [24, 2],
        [25, 3],
      ],
    ],
    [
      'saturationPercent',
      'saturation',
      [
        [91, 3],
        [92, 2],
        [93, 2],
        [94, 1],
        [95, 1],
        [96, 0],
        [100, 0],
      ],
    ],
    [
      'systolicMmHg',
      'systolic',
      [
        [90, 3],
        [91, 2],
        [100, 2],
        [101, 1],
        [110, 1],
        [111, 0],
        [219, 0],
        [220, 3],
      ],
    ],
    [
      'pulsePerMinute',
      'pulse',
      [
        [40, 3],
        [41, 1],
        [50, 1],
        [51, 0],
        [90, 0],
        [91, 1],
        [110, 1],
        [111, 2],
        [130, 2],
        [131, 3],
      ],
    ],
    [
      'celsius',
      'temperature',
      [
        [35, 3],
        [35.1, 1],
        [36, 1],
        [36.1, 0],
        [38, 0],
        [38.1, 1],
        [39, 1],
        [39.1, 2],
      ],
    ],
  ] as const)('%s gives its points at every limit', (input, part, points) => {
    for (const [value, expected] of points) expect(score({ [input]: value }).parts[part]).toBe(expected);
  });

  test('temperature counts to a tenth of a degree', () => {
    expect(score({ celsius: 38.04 }).parts.temperature).toBe(0);
    expect(score({ celsius: 38.05 }).parts.temperature).toBe(1);
  });

  test.each([
    [83, 3, 3],
    [84, 2, 2],
    [85, 2, 2],
    [86, 1, 1],
    [87, 1, 1],
    [88, 0, 0],
    [92, 0, 0],
    [93, 0, 1],
    [94, 0, 1],
    [95, 0, 2],
    [96, 0, 2],
    [97, 0, 3],
    [100, 0, 3],
  ])('on scale 2 a saturation of %s gives %s on air and %s on oxygen', (saturationPercent, onAir, onOxygen) => {
    expect(score({ saturationPercent, saturationScale: 2 }).parts.saturation).toBe(onAir);
    expect(score({ saturationPercent, saturationScale: 2, isOnOxygen: true }).parts.saturation).toBe(onOxygen);
  });

  test('oxygen itself gives 2, and everything but alert gives 3', () => {
    expect(score({ isOnOxygen: true }).parts.oxygen).toBe(2);
    for (const consciousness of ['C', 'V', 'P', 'U'] as const) {
      expect(score({ consciousness }).parts.consciousness).toBe(3);
    }
  });
});

describe('risk', () => {
  test.each([
    [{}, 0, 'low'],
    [{ systolicMmHg: 110, celsius: 38.1 }, 2, 'low'],
    [{ respirationPerMinute: 22, pulsePerMinute: 112 }, 4, 'low'],
    [{ pulsePerMinute: 40 }, 3, 'low_medium'],
    [{ consciousness: 'C', celsius: 38.1 }, 4, 'low_medium'],
    [{ respirationPerMinute: 21, saturationPercent: 93, pulsePerMinute: 91 }, 5, 'medium'],
    [{ consciousness: 'C', isOnOxygen: true }, 5, 'medium'],
    [{ respirationPerMinute: 25, consciousness: 'C' }, 6, 'medium'],
    [{ respirationPerMinute: 25, consciousness: 'C', celsius: 38.5 }, 7, 'high'],
    [{ respirationPerMinute: 7, saturationPercent: 80, isOnOxygen: true, consciousness: 'U' }, 11, 'high'],
  ] as readonly [Partial<News2Observations>, number, string][])(
    '%o has %s points and %s risk',
    (change, total, risk) => {
      expect(score(change)).toMatchObject({ total, risk });
    },
  );
});

test('a missing measurement gives no total, and says which one', () => {
  const { pulsePerMinute: _pulse, ...withoutPulse } = well;
  expect(news2Of(withoutPulse)).toMatchObject({ why: 'measurement missing', facts: { missing: 'pulse' } });
  expect(news2PartsOf(withoutPulse)).toMatchObject({ pulse: undefined, respiration: 0 });
  expect(news2Of({ ...well, celsius: Number.NaN })).toMatchObject({ facts: { missing: 'temperature' } });
  expect(news2Of({ saturationScale: 1 })).toMatchObject({ facts: { missing: news2Measurements.join(',') } });
});

test('on scale 2 the saturation has no points until it is known whether there is oxygen', () => {
  const { isOnOxygen: _oxygen, ...unknown } = well;
  expect(news2PartsOf({ ...unknown, saturationScale: 2 }).saturation).toBeUndefined();
  expect(news2PartsOf(unknown).saturation).toBe(0);
});

test('the score is not for children under 16 or in pregnancy', () => {
  expect(news2Of(well, { ageYears: 15.9 })).toMatchObject({ why: 'under 16' });
  expect(news2Of(well, { ageYears: 16 }).ok).toBe(true);
  expect(news2Of(well, { ageYears: 30, isPregnant: true })).toMatchObject({ why: 'pregnant' });
});

test('the total is the sum of the parts, from 0 to 20', () => {
  const observed = fc.record({
    respirationPerMinute: fc.integer({ min: 0, max: 60 }),
    saturationPercent: fc.integer({ min: 50, max: 100 }),
    saturationScale: fc.constantFrom(1 as const, 2 as const),
    isOnOxygen: fc.boolean(),
    systolicMmHg: fc.integer({ min: 40, max: 260 }),
    pulsePerMinute: fc.integer({ min: 20, max: 220 }),
    consciousness: fc.constantFrom('A' as const, 'C' as const, 'V' as const, 'P' as const, 'U' as const),
    celsius: fc.integer({ min: 300, max: 420 }).map((tenths) => tenths / 10),
  });
  fc.assert(
    fc.property(observed, (each) => {
      const answer = must(news2Of(each));
      const points = news2Measurements.map((measurement) => answer.parts[measurement] ?? Number.NaN);
      expect(answer.total).toBe(points.reduce((sum, part) => sum + part, 0));
      expect(answer.total).toBeLessThanOrEqual(20);
      if (points.includes(3)) expect(answer.risk).not.toBe('low');
    }),
  );
});
