/** External quality (ekstern kvalitetskontroll): how an answer to a sample from outside is judged, and what total error it shows. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type IfccHba1cClass, ifccHba1cLimits } from './control-rule.table.ts';
import { absolute, inSameUnits } from './exact.ts';

export const eqaScore: Rule = {
  id: 'qc.eqaZ',
  name: { nb: 'z-skår i ekstern kontroll', en: 'EQA z-score' },
  formula: {
    nb: 'z = (svar − fasit) / SDPA; |z| ≤ 2 god, ≥ 3 tiltak',
    en: 'z = (result − target) / SDPA; |z| ≤ 2 good, ≥ 3 action',
  },
  source: 'ISO 13528:2015',
  year: 2015,
};

export type EqaScore = {
  readonly z: number;
  readonly deviationPercent: number;
  readonly class: 'satisfactory' | 'questionable' | 'unsatisfactory';
};

/** z from the result, the target and the standard deviation for proficiency assessment; the limits 2 and 3 are judged exactly. */
export function eqaZ(result: number, target: number, sdpa: number): Result<EqaScore, 'no target' | 'no spread'> {
  if (target === 0) return refuse('no target');
  if (!(sdpa > 0)) return refuse('no spread');
  const [exactResult, exactTarget, exactSpread] = inSameUnits(result, target, sdpa);
  const off = absolute(exactResult - exactTarget);
  return ok({
    z: (result - target) / sdpa,
    deviationPercent: deviationPercent(result, target),
    class: off <= 2n * exactSpread ? 'satisfactory' : off < 3n * exactSpread ? 'questionable' : 'unsatisfactory',
  });
}

/** Deviation in percent of the target, with its sign; unrounded. */
export function deviationPercent(result: number, target: number): number {
  return (100 * (result - target)) / target;
}

/** Is |result − target| within `limitPercent` of the target? The limit itself is inside. */
export function isWithinPercent(result: number, target: number, limitPercent: number): boolean {
  const [exactResult, exactTarget, limit, hundred] = inSameUnits(result, target, limitPercent, 100);
  return absolute(exactResult - exactTarget) * hundred <= limit * absolute(exactTarget);
}

export type EqaClass = 'good' | 'acceptable' | 'poor';

/** The three classes of Noklus (god, akseptabel, dårlig); the limits per analyte are the clinic's to enter, both inclusive. */
export function eqaThreeClass(
  result: number,
  target: number,
  limits: { readonly goodPercent: number; readonly acceptablePercent: number },
): Result<{ readonly deviationPercent: number; readonly class: EqaClass }, 'no target'> {
  if (target === 0) return refuse('no target');
  const within = (percent: number) => isWithinPercent(result, target, percent);
  const grade: EqaClass = within(limits.goodPercent)
    ? 'good'
    : within(limits.acceptablePercent)
      ? 'acceptable'
      : 'poor';
  return ok({ deviationPercent: deviationPercent(result, target), class: grade });
}

export type TotalError = {
  readonly biasPercent: number;
  readonly cvPercent: number;
  readonly totalErrorPercent: number;
  /** Absent without spread: it would be infinite. */
  readonly sigma?: number;
};

/** Total error = |bias %| + 1.65·CV, sigma = (TEa − |bias|)/CV; all in percent. Source: Westgard QC. */
export function totalError(own: {
  readonly mean: number;
  readonly sd: number;
  readonly target: number;
  readonly teaPercent: number;
}): Result<TotalError, 'no target'> {
  const { mean, sd, target, teaPercent } = own;
  if (target === 0 || mean === 0) return refuse('no target');
  const biasPercent = deviationPercent(mean, target);
  const cvPercent = (100 * sd) / mean;
  return ok({
    biasPercent,
    cvPercent,
    totalErrorPercent: Math.abs(biasPercent) + 1.65 * cvPercent,
    ...(cvPercent > 0 ? { sigma: (teaPercent - Math.abs(biasPercent)) / cvPercent } : {}),
  });
}

/** Class of an HbA1c method by the IFCC criteria of the day, or nothing when none held. */
export function ifccHba1cClass(totalErrorMmolMol: number, on: IsoDate): IfccHba1cClass | undefined {
  return validOn(ifccHba1cLimits, on)?.value.find(([limit]) => totalErrorMmolMol <= limit)?.[1];
}

/** A split sample against the central laboratory (Noklus 2025): difference in percent of the central value. */
export function splitSample(
  poct: number,
  centralLab: number,
  limitPercent: number,
): Result<{ readonly differencePercent: number; readonly withinLimit: boolean }, 'no target'> {
  if (centralLab === 0) return refuse('no target');
  return ok({
    differencePercent: deviationPercent(poct, centralLab),
    withinLimit: isWithinPercent(poct, centralLab, limitPercent),
  });
}
