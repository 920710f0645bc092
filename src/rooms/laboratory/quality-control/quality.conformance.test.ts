import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { eqaThreeClass, eqaZ, ifccHba1cClass, splitSample, totalError } from './external-quality.ts';
import { lineAt, statisticsOf } from './levey-jennings.ts';
import {
  type ControlValue,
  evaluateWestgard,
  type MaterialLimits,
  type R4sMode,
  type WestgardRule,
} from './westgard.ts';

const file = '../shared/clinical/examples/qc.json';
type Vector = {
  readonly id: string;
  readonly rule: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: 'exact' | Readonly<Record<string, number>>;
};
type WestgardInputs = {
  readonly materials: Record<string, MaterialLimits>;
  readonly runs: ControlValue[][];
  readonly r4sMode: R4sMode;
  readonly extraRules: readonly WestgardRule[];
};
const day = '2026-11-23' as IsoDate;

/** What our rules say to the inputs of a published vector, by the vector's own keys. */
function answerTo({ rule, inputs }: Vector): Record<string, unknown> {
  const given = (key: string) => inputs[key] ?? Number.NaN;
  switch (rule) {
    case 'qc.westgard': {
      const { materials, runs, ...settings } = inputs as unknown as WestgardInputs;
      return { runs: evaluateWestgard(materials, runs, settings) };
    }
    case 'qc.leveyJennings': {
      const own = must(statisticsOf(inputs.values as unknown as number[]));
      const lines = { minus2s: -2, plus2s: 2, minus3s: -3, plus3s: 3 };
      return { ...own, ...Object.fromEntries(Object.entries(lines).map(([key, by]) => [key, lineAt(own, by)])) };
    }
    case 'qc.eqaZ':
      return must(eqaZ(given('result'), given('target'), given('sdpa')));
    case 'qc.eqaThreeClass': {
      const limits = { goodPercent: given('goodLimitPercent'), acceptablePercent: given('acceptableLimitPercent') };
      return must(eqaThreeClass(given('result'), given('target'), limits));
    }
    case 'qc.totalError':
      return must(totalError(inputs as unknown as Parameters<typeof totalError>[0]));
    case 'qc.ifccHba1c':
      return { class: ifccHba1cClass(given('totalErrorMmolMol'), day) };
    case 'qc.splitSample':
      return must(splitSample(given('poct'), given('centralLab'), given('limitPercent')));
    default:
      throw new Error(`no rule for ${rule}`);
  }
}

describe.skipIf(!existsSync(file))('published vectors of quality control', () => {
  const { vectors } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly Vector[] })
    : { vectors: [] };
  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, vector) => {
    const answer = answerTo(vector);
    for (const [key, expected] of Object.entries(vector.expected)) {
      const within = vector.tolerance === 'exact' ? undefined : vector.tolerance[key];
      if (within === undefined) expect(answer[key], key).toEqual(expected);
      else expect(Math.abs(Number(answer[key]) - Number(expected)), key).toBeLessThanOrEqual(within);
    }
  });
});
