/** Delta check: whether a value has changed more than the instrument and the body's own variation explain. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import { dayMs, type IsoDate } from '#kernel/time';
import { sameUnit } from './unit.ts';

export const referenceChangeRule: Rule = {
  id: 'lab.deltaCheck',
  name: { nb: 'Deltakontroll', en: 'Delta check' },
  formula: {
    nb: 'endring i prosent av forrige verdi sammenlignes med √2 × Z × √(CV analytisk² + CV biologisk²)',
    en: 'change in per cent of the previous value, compared with √2 × Z × √(CV analytical² + CV within subject²)',
  },
  source: 'Fraser CG. Clin Chem Lab Med 2012;50:807–12',
  year: 2012,
};

/** Coefficients of variation in per cent. */
export type Variation = { readonly cvAnalytical: number; readonly cvWithinSubject: number; readonly z: number };

/** The reference change value, in per cent. */
export function referenceChangePercent({ cvAnalytical, cvWithinSubject, z }: Variation): number {
  return Math.SQRT2 * z * Math.hypot(cvAnalytical, cvWithinSubject);
}

export type Change = {
  readonly changePercent: number;
  readonly allowedPercent: number;
  /** The change is larger than the reference change value. */
  readonly exceeds: boolean;
};

/** Two numbers of the same unit and method; the change is reckoned from the previous one. */
export function changeBetween(
  previous: number,
  current: number,
  variation: Variation,
): Result<Change, 'no previous value' | 'not a number'> {
  if (!Number.isFinite(current) || !Number.isFinite(previous)) return refuse('not a number');
  if (previous <= 0) return refuse('no previous value');
  const changePercent = ((current - previous) * 100) / previous;
  const allowedPercent = referenceChangePercent(variation);
  return ok({ changePercent, allowedPercent, exceeds: Math.abs(changePercent) > allowedPercent });
}

export type ComparableResult = {
  readonly value: number;
  readonly unit: string;
  /** Instrument or laboratory and method, as the results name it. */
  readonly method: string;
  readonly sampledOn: IsoDate;
};
export type NotComparable = 'other unit' | 'other method' | 'too long ago' | 'no previous value' | 'not a number';

/** Compares only like with like: same unit, same method, and not more than the given number of days apart. */
export function deltaCheck(
  previous: ComparableResult,
  current: ComparableResult,
  variation: Variation,
  maxDaysApart: number,
): Result<Change, NotComparable> {
  if (!sameUnit(previous.unit, current.unit)) return refuse('other unit');
  if (previous.method !== current.method) return refuse('other method');
  const days = Math.round((Date.parse(current.sampledOn) - Date.parse(previous.sampledOn)) / dayMs);
  if (days < 0) return refuse('no previous value');
  if (days > maxDaysApart) return refuse('too long ago');
  return changeBetween(previous.value, current.value, variation);
}
