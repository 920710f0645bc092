import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId } from '#equipment';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { controlTexts } from './control.texts.ts';
import {
  type ControlRun,
  type ControlRunId,
  controlInput,
  controlRunNext,
  explainFailure,
  type FailedRun,
  failureCauses,
  inOrder,
  lookBackFrom,
  runControl,
} from './control.ts';
import { type ControlMaterial, type ControlMaterialId, setTarget } from './control-material.ts';
import { controlJudgement, controlRules, ifccHba1cLimits, ownLimitsNeed } from './control-rule.table.ts';

const kari = newId<PersonId>();
const device = newId<DeviceId>();
const morning = '2026-11-23T07:00:00.000Z' as Moment;
const dayLater = (days: number, minutes = 0) => addMinutes(morning, days * 24 * 60 + minutes);

const materialOf = (level: string, mean: number, sd: number | null = 0.2): ControlMaterial => ({
  id: newId<ControlMaterialId>(),
  name: 'Hb-kontroll',
  level,
  lot: `L-${level}`,
  expiresOn: '2026-12-31' as IsoDate,
  devices: [device],
  targets: [
    {
      from: '2026-01-01' as IsoDate,
      source: 'pakningsvedlegg',
      value: [{ analyte: 'hemoglobin', unit: 'g/dL', mean, low: mean - 0.8, high: mean + 0.8, ...(sd ? { sd } : {}) }],
    },
  ],
  registeredBy: kari,
});
const normal = materialOf('normal', 12);
const high = materialOf('high', 16);

const control = (value: number, at: Moment = morning, material = normal, earlier: readonly ControlRun[] = []) =>
  must(
    runControl(
      { id: newId<ControlRunId>(), device, input: { analyte: 'hemoglobin', value, from: 'typed' } },
      material,
      earlier,
      kari,
      at,
    ),
  );
const series = (...values: readonly number[]) => {
  const runs: ControlRun[] = [];
  values.forEach((value, days) => {
    runs.push(control(value, dayLater(days), normal, runs));
  });
  return runs;
};

test('a control within its limits passes, with lot, level, target and who ran it', () => {
  expect(control(12.1)).toMatchObject({
    verdict: 'passed',
    warnings: [],
    lot: 'L-normal',
    level: 'normal',
    runBy: kari,
    runAt: morning,
    target: { mean: 12, low: 11.2, high: 12.8 },
  });
});

test('a value on the accepted limit passes the limit, one beyond it fails', () => {
  const wide = materialOf('wide', 12, null);
  expect(control(12.8, morning, wide).verdict).toBe('passed');
  expect(control(11.2, morning, wide).verdict).toBe('passed');
  expect(control(12.9, morning, wide)).toMatchObject({ verdict: 'failed', failure: 'outside limits' });
});

test('beyond two SD warns, beyond three SD fails though the span is wider', () => {
  expect(control(12.5)).toMatchObject({ verdict: 'passed', warnings: ['1_2s'] });
  expect(control(12.7)).toMatchObject({ verdict: 'failed', failure: 'rule broken', broken: ['1_2s', '1_3s'] });
});

test('two days in a row beyond two SD fail the second day', () => {
  const [first, second] = series(12.5, 12.5);
  expect(first?.verdict).toBe('passed');
  expect(second).toMatchObject({ verdict: 'failed', broken: ['1_2s', '2_2s'] });
});

test('two levels within the hour are one run', () => {
  const first = control(12.5);
  const soon = control(15.5, addMinutes(morning, 20), high, [first]);
  expect(soon).toMatchObject({ verdict: 'failed', broken: ['1_2s', 'R_4s'] });
  const later = control(15.5, addMinutes(morning, 60), high, [first]);
  expect(later).toMatchObject({ verdict: 'passed', warnings: ['1_2s'] });
});

test('a long row on one side warns and still passes', () => {
  const runs = series(...Array.from({ length: 10 }, () => 12.1));
  expect(runs.at(-2)).toMatchObject({ verdict: 'passed', warnings: [] });
  expect(runs.at(-1)).toMatchObject({ verdict: 'passed', warnings: ['10_x'] });
});

test('another device, another analyte and a new lot start a row of their own', () => {
  const before = control(12.5);
  const elsewhere = { ...before, device: newId<DeviceId>() };
  const other = { ...before, analyte: 'glucose' };
  expect(control(12.5, dayLater(1), normal, [elsewhere, other])).toMatchObject({ broken: ['1_2s'] });
  expect(control(12.5, dayLater(1), materialOf('normal', 12), [before])).toMatchObject({ broken: ['1_2s'] });
});

test('a corrected target starts a new row, and the old verdict stands', () => {
  const before = control(12.5);
  const corrected = setTarget(
    normal,
    [{ analyte: 'hemoglobin', unit: 'g/dL', mean: 12.1, sd: 0.15, low: 11.2, high: 13 }],
    '2026-11-24' as IsoDate,
    'egne verdier',
  );
  expect(control(12.5, dayLater(1), corrected, [before])).toMatchObject({ broken: ['1_2s'], target: { mean: 12.1 } });
  expect(before).toMatchObject({ target: { mean: 12 } });
});

test('material without an SD is judged by its span alone', () => {
  const plain = materialOf('plain', 12, null);
  const runs = [control(12.7, morning, plain)];
  expect(control(12.7, dayLater(1), plain, runs)).toMatchObject({ verdict: 'passed', broken: [] });
});

test('expired material and material of another instrument judge nothing', () => {
  const attempt = (material: ControlMaterial, at: Moment, on = device) =>
    runControl(
      { id: newId<ControlRunId>(), device: on, input: { analyte: 'hemoglobin', value: 12, from: 'typed' } },
      material,
      [],
      kari,
      at,
    );
  expect(attempt(normal, dayLater(60))).toMatchObject({ why: 'lot expired' });
  expect(attempt(normal, morning, newId<DeviceId>())).toMatchObject({ why: 'not for this device' });
});

test('a failed control is explained once, and its value never changes', () => {
  const failed = control(13.5);
  const explained = must(explainFailure(failed, 'reagent or strip', ' ny strimmelboks ', kari, dayLater(0, 5)));
  expect(explained).toMatchObject({
    value: 13.5,
    verdict: 'failed',
    explained: { cause: 'reagent or strip', action: 'ny strimmelboks', by: kari },
  });
  expect(explainFailure(explained, 'technique', 'noe annet', kari, dayLater(1))).toMatchObject({
    why: 'already explained',
  });
  expect(explainFailure(failed, 'technique', ' ', kari, dayLater(0, 5))).toMatchObject({ why: 'action missing' });
  expect(explainFailure(control(12), 'technique', 'ingenting', kari, morning)).toMatchObject({
    why: 'not a failed control',
  });
});

test('no way leads from failed to passed', () => {
  expect(controlRunNext).toEqual({ passed: [], failed: ['failed'] });
});

test('patients since the last control that passed are looked at again', () => {
  const runs = series(12, 12.1, 13.5);
  const failed = runs[2] as FailedRun;
  expect(lookBackFrom(failed, runs)).toEqual({ from: dayLater(1), until: dayLater(2) });
  expect(lookBackFrom(failed, [failed])).toEqual({ until: dayLater(2) });
});

test('a control that passed after the failure does not shorten the look back', () => {
  const runs = series(12, 13.5, 12);
  expect(lookBackFrom(runs[1] as FailedRun, runs)).toEqual({ from: morning, until: dayLater(1) });
});

test('controls stand in the order they were run', () => {
  const runs = series(12, 12.1, 12.2);
  expect(inOrder([...runs].reverse(), device, 'hemoglobin')).toEqual(runs);
  expect(inOrder(runs, device, 'glucose')).toEqual([]);
});

test('whatever the values, a verdict never looks at later controls', () => {
  const tenths = fc.integer({ min: 110, max: 130 });
  fc.assert(
    fc.property(fc.array(tenths, { minLength: 1, maxLength: 8 }), (row) => {
      const values = row.map((value) => value / 10);
      const all = series(...values);
      const fewer = series(...values.slice(0, -1));
      expect(all.slice(0, -1).map(({ verdict, broken }) => [verdict, broken])).toEqual(
        fewer.map(({ verdict, broken }) => [verdict, broken]),
      );
    }),
    { numRuns: 40 },
  );
});

test('outside the accepted span always fails, inside it only a rejecting rule does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 140 }), (tenths) => {
      const value = tenths / 10;
      const run = control(value);
      if (value < 11.2 || value > 12.8) expect(run).toMatchObject({ verdict: 'failed', failure: 'outside limits' });
      else expect(run.verdict).toBe(run.broken.includes('1_3s') ? 'failed' : 'passed');
    }),
  );
});

test('input from a screen is a finite number with a source', () => {
  expect(controlInput.safeParse({ analyte: 'crp', value: 12, from: 'instrument' }).success).toBe(true);
  expect(controlInput.safeParse({ analyte: 'crp', value: Number.NaN, from: 'instrument' }).success).toBe(false);
  expect(controlInput.safeParse({ analyte: '', value: 12, from: 'typed' }).success).toBe(false);
});

test('the rules are dated and say where they come from, and every cause has words', () => {
  for (const { source } of [...controlRules, ...controlJudgement, ...ownLimitsNeed, ...ifccHba1cLimits])
    expect(source.length).toBeGreaterThan(20);
  for (const cause of failureCauses) expect(controlTexts.nb.causes[cause]).not.toBe('');
});
