/** The Westgard rules: which pattern of control values warns, and which says that the run must be rejected. */

import type { Rule } from '#kernel/rule';
import { inSameUnits } from './exact.ts';

export const westgard: Rule = {
  id: 'qc.westgard',
  name: { nb: 'Westgard-regler', en: 'Westgard rules' },
  formula: {
    nb: '1-2s varsler; 1-3s, 2-2s, R-4s (innen én kjøring), 4-1s og 10-x forkaster. En grense er brutt først når den er overskredet.',
    en: '1-2s warns; 1-3s, 2-2s, R-4s (within one run), 4-1s and 10-x reject. A limit is broken only when it is exceeded.',
  },
  source: 'Westgard JO et al. Clin Chem 1981;27:493–501; Westgard QC',
  year: 1981,
};

export const westgardRules = [
  '1_2s',
  '1_3s',
  '2_2s',
  'R_4s',
  '4_1s',
  '10_x',
  '8_x',
  '12_x',
  '2of3_2s',
  '3_1s',
  '6_x',
  '7_T',
] as const;
export type WestgardRule = (typeof westgardRules)[number];
const always: readonly WestgardRule[] = ['1_2s', '1_3s', '2_2s', 'R_4s', '4_1s', '10_x'];

/** Mean and SD that a material is judged by; SD above zero. */
export type MaterialLimits = { readonly mean: number; readonly sd: number };
export type ControlValue = { readonly material: string; readonly value: number };
/** `limits`: one above +2s and one below −2s; `range`: more than 4s between highest and lowest. */
export type R4sMode = 'limits' | 'range';
export type WestgardSettings = { readonly r4sMode?: R4sMode; readonly extraRules?: readonly WestgardRule[] };
export type WestgardVerdict = {
  readonly violations: readonly WestgardRule[];
  readonly decision: 'accept' | 'warning' | 'reject';
};

/** A value's distance from its mean as an exact fraction of its SD: binary halves must not decide on a limit. */
type Deviation = { readonly material: string; readonly above: bigint; readonly sd: bigint; readonly value: number };

/** Judges every run against all that came before it; a rejected run stays in the row and nothing starts anew. */
export function evaluateWestgard(
  materials: Readonly<Record<string, MaterialLimits>>,
  runs: readonly (readonly ControlValue[])[],
  { r4sMode = 'limits', extraRules = [] }: WestgardSettings = {},
): readonly WestgardVerdict[] {
  const rules = westgardRules.filter((rule) => always.includes(rule) || extraRules.includes(rule));
  const combined: Deviation[] = [];
  const byMaterial = new Map<string, Deviation[]>();
  return runs.map((run) => {
    const broken = new Set<WestgardRule>();
    const current: Deviation[] = [];
    for (const value of run) {
      const deviation = deviationOf(value, materials[value.material]);
      const own = byMaterial.get(value.material) ?? [];
      byMaterial.set(value.material, own);
      for (const row of [current, combined, own]) row.push(deviation);
      for (const rule of rules) if (breaks(rule, { own, combined, run: current }, r4sMode)) broken.add(rule);
    }
    return verdictOf(rules.filter((rule) => broken.has(rule)));
  });
}

function verdictOf(violations: readonly WestgardRule[]): WestgardVerdict {
  if (violations.length === 0) return { violations, decision: 'accept' };
  return { violations, decision: violations.every((rule) => rule === '1_2s') ? 'warning' : 'reject' };
}

const inARow: Readonly<Partial<Record<WestgardRule, number>>> = { '10_x': 10, '8_x': 8, '12_x': 12, '6_x': 6 };

/** What a value is seen together with: the row of its own material, of all materials, and its own run. */
type Rows = {
  readonly own: readonly Deviation[];
  readonly combined: readonly Deviation[];
  readonly run: readonly Deviation[];
};

/** Do the rows that end with this value break the rule? */
function breaks(rule: WestgardRule, { own, combined, run }: Rows, mode: R4sMode): boolean {
  const last = own.slice(-1);
  const eitherRow = (n: number, holds: (row: readonly Deviation[]) => boolean) =>
    endsWith(own, n, holds) || endsWith(combined, n, holds);
  switch (rule) {
    case '1_2s':
      return sameSide(2n)(last);
    case '1_3s':
      return sameSide(3n)(last);
    case '2_2s':
      return pairBeyond(run) || endsWith(own, 2, sameSide(2n));
    case 'R_4s':
      return mode === 'limits' ? oppositeSides(run) : wideRange(run);
    case '4_1s':
      return eitherRow(4, sameSide(1n));
    case '3_1s':
      return eitherRow(3, sameSide(1n));
    case '2of3_2s':
      return new Set(run.map(({ material }) => material)).size >= 3 && pairBeyond(run);
    case '7_T':
      return endsWith(own, 7, trending);
    default:
      return eitherRow(inARow[rule] ?? Number.POSITIVE_INFINITY, sameSide(0n));
  }
}

function endsWith<T>(row: readonly T[], n: number, holds: (end: readonly T[]) => boolean): boolean {
  return row.length >= n && holds(row.slice(-n));
}

/** +1 above `limit` SD, −1 below, 0 inside or exactly on it. */
function beyond({ above, sd }: Deviation, limit: bigint): -1 | 0 | 1 {
  if (above > limit * sd) return 1;
  return -above > limit * sd ? -1 : 0;
}

function sameSide(limit: bigint) {
  return (row: readonly Deviation[]) => {
    const sides = new Set(row.map((deviation) => beyond(deviation, limit)));
    return sides.size === 1 && !sides.has(0);
  };
}

/** Two different materials of one run beyond the same 2s limit. */
function pairBeyond(run: readonly Deviation[]): boolean {
  return ([1, -1] as const).some(
    (side) => new Set(run.filter((one) => beyond(one, 2n) === side).map(({ material }) => material)).size >= 2,
  );
}

function oppositeSides(run: readonly Deviation[]): boolean {
  return run.some((one) => beyond(one, 2n) === 1) && run.some((one) => beyond(one, 2n) === -1);
}

/** (a − b) > 4, with a and b fractions, compared by multiplication. */
function wideRange(run: readonly Deviation[]): boolean {
  return run.some((high) => run.some((low) => high.above * low.sd - low.above * high.sd > 4n * high.sd * low.sd));
}

/** Seven values of one material that rise all the way or fall all the way; equal neighbours break the row. */
function trending(row: readonly Deviation[]): boolean {
  const steps = row.slice(1).map(({ value }, index) => Math.sign(value - (row[index] as Deviation).value));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

function deviationOf({ material, value }: ControlValue, limits: MaterialLimits | undefined): Deviation {
  if (!limits) throw new RangeError(`no limits for control material ${material}`);
  if (!(limits.sd > 0)) throw new RangeError('the standard deviation of a control material is above zero');
  const [exact, mean, sd] = inSameUnits(value, limits.mean, limits.sd);
  return { material, above: exact - mean, sd, value };
}
