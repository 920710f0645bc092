import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { judgeOrthostatic, type OrthostaticTest, type PostureReading } from './orthostatic-test.ts';

type Three = readonly [systolic: number, diastolic: number, pulse?: number];
const reading = ([systolicMmHg, diastolicMmHg, pulsePerMinute]: Three): PostureReading => ({
  systolicMmHg,
  diastolicMmHg,
  pulsePerMinute,
});
const made = (
  supine: Three,
  standing: Readonly<Record<number, Three>>,
  change: Partial<OrthostaticTest> = {},
): OrthostaticTest => ({
  ageYears: 70,
  supine: reading(supine),
  standing: Object.entries(standing).map(([minute, values]) => ({ minute: Number(minute), ...reading(values) })),
  ...change,
});
const criteria = (...test: Parameters<typeof made>) => must(judgeOrthostatic(made(...test))).criteria;

test('a fall of 22 systolic is positive', () => {
  const answer = must(judgeOrthostatic(made([142, 84, 68], { 1: [120, 80, 74], 3: [118, 78, 76] })));
  expect(answer).toMatchObject({ isHypotension: true, criteria: ['sbp_drop'], maxPulseRise: 8, meetsPotsPulse: false });
  expect(answer.pulsePerMmHgAt3Min).toBeCloseTo(0.33, 2);
  expect(answer.pointsToNeurogenic).toBe(true);
});

test('the limits themselves count', () => {
  expect(criteria([140, 80], { 1: [120, 80] })).toEqual(['sbp_drop']);
  expect(criteria([140, 80], { 1: [121, 80] })).toEqual([]);
  expect(criteria([140, 80], { 1: [140, 70] })).toEqual(['dbp_drop']);
  expect(criteria([140, 80], { 1: [140, 71] })).toEqual([]);
  expect(criteria([140, 80, 60], { 1: [110, 66, 64], 3: [100, 60, 66] })).toEqual(['sbp_drop', 'dbp_drop']);
});

test('with supine hypertension the systolic fall must be 30', () => {
  const high = { hasSupineHypertension: true };
  expect(criteria([178, 92], { 3: [149, 87] }, high)).toEqual([]);
  expect(criteria([178, 92], { 3: [148, 87] }, high)).toEqual(['sbp_drop']);
  expect(criteria([178, 92], { 3: [170, 82] }, high)).toEqual(['dbp_drop']);
});

test('a standing systolic below 90 counts, unless only the consensus of 2011 is wanted', () => {
  expect(criteria([100, 60], { 1: [89, 58] })).toEqual(['sbp_below_90']);
  expect(criteria([100, 60], { 1: [90, 58] })).toEqual([]);
  expect(criteria([100, 60], { 1: [89, 58] }, { consensus2011Only: true })).toEqual([]);
  expect(criteria([88, 60], { 1: [86, 58] })).toEqual([]);
  expect(criteria([112, 70], { 1: [88, 58] })).toEqual(['sbp_drop', 'dbp_drop', 'sbp_below_90']);
});

test('a fall first at five minutes is delayed, not positive', () => {
  const answer = must(judgeOrthostatic(made([140, 80], { 1: [138, 80], 3: [135, 78], 5: [115, 70] })));
  expect(answer).toMatchObject({ isHypotension: false, criteria: [], isDelayed: true });
  const early = must(judgeOrthostatic(made([140, 80], { 1: [118, 80], 5: [115, 70] })));
  expect(early.isDelayed).toBe(false);
});

test('the pulse of POTS is a sustained rise without hypotension, 40 in teenagers', () => {
  const steady = { 1: [118, 70, 104], 3: [118, 70, 105], 5: [117, 70, 106], 10: [118, 70, 104] } as const;
  const pots = (ageYears: number, standing: Readonly<Record<number, Three>> = steady) =>
    must(judgeOrthostatic(made([120, 70, 70], standing, { ageYears }))).meetsPotsPulse;
  expect(pots(25)).toBe(true);
  expect(pots(16)).toBe(false);
  expect(pots(19.9)).toBe(false);
  expect(pots(20)).toBe(true);
  expect(pots(25, { 1: [118, 70, 104], 3: [118, 70, 99] })).toBe(false);
  expect(pots(16, { 1: [118, 70, 110], 3: [118, 70, 112] })).toBe(true);
  expect(pots(25, { 1: [98, 70, 104], 3: [118, 70, 105] })).toBe(false);
});

test('readings after ten minutes, and the one at once, do not count for the pulse', () => {
  const answer = must(
    judgeOrthostatic(made([120, 70, 70], { 0: [119, 70, 125], 1: [119, 70, 80], 12: [119, 70, 130] })),
  );
  expect(answer.maxPulseRise).toBe(10);
});

test('the ratio is told only with hypotension, a reading at three minutes and a fall there', () => {
  const ratio = (...test: Parameters<typeof made>) => must(judgeOrthostatic(made(...test))).pulsePerMmHgAt3Min;
  expect(ratio([140, 80, 60], { 1: [110, 66, 64], 3: [100, 60, 66] })).toBeCloseTo(0.15);
  expect(ratio([140, 80, 60], { 3: [138, 80, 66] })).toBeUndefined();
  expect(ratio([140, 80, 60], { 1: [110, 66, 64] })).toBeUndefined();
  expect(ratio([140, 80, 60], { 1: [110, 66, 64], 3: [141, 80, 66] })).toBeUndefined();
  expect(ratio([140, 80], { 1: [110, 66, 64], 3: [100, 60, 66] })).toBeUndefined();
});

test('a large pulse rise for the fall does not point to a neurogenic cause', () => {
  const answer = must(judgeOrthostatic(made([140, 80, 60], { 3: [118, 78, 80] })));
  expect(answer.pulsePerMmHgAt3Min).toBeCloseTo(0.91, 2);
  expect(answer.pointsToNeurogenic).toBe(false);
});

test('without pulse the pressure is still judged', () => {
  expect(must(judgeOrthostatic(made([148, 86], { 1: [126, 80] })))).toMatchObject({
    isHypotension: true,
    maxPulseRise: undefined,
    meetsPotsPulse: false,
  });
});

test('without a standing reading within three minutes there is no answer', () => {
  expect(judgeOrthostatic(made([140, 80], {}))).toMatchObject({ ok: false, why: 'no reading within 3 minutes' });
  expect(judgeOrthostatic(made([140, 80], { 5: [100, 60] }))).toMatchObject({ why: 'no reading within 3 minutes' });
});

test('hypotension and the pulse of POTS exclude each other, and a deeper fall never turns the test negative', () => {
  const number = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      number(90, 200),
      number(50, 110),
      number(60, 220),
      number(40, 120),
      number(0, 60),
      (s, d, s1, d1, more) => {
        const one = must(judgeOrthostatic(made([s, d, 70], { 1: [s1, d1, 120], 3: [s1, d1, 120] })));
        const deeper = must(judgeOrthostatic(made([s, d, 70], { 1: [s1 - more, d1, 120], 3: [s1, d1, 120] })));
        expect(one.isHypotension && one.meetsPotsPulse).toBe(false);
        if (one.isHypotension) expect(deeper.isHypotension).toBe(true);
      },
    ),
  );
});
