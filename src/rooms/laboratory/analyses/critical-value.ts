/** Critical values: which result is phoned to the doctor at once (telefonbeskjed), and by which limit. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import { type Analyte, analytes } from './analyte.table.ts';
import { type PhoneLimit, type PhoneLimits, phoneLimits } from './critical-value.table.ts';
import { inReportedUnit } from './unit.ts';

export const criticalRule: Rule = {
  id: 'lab.critical',
  name: { nb: 'Verdi som skal ringes', en: 'Value to phone' },
  formula: {
    nb: 'ringes når verdien er under nedre eller over øvre grense i listen; selve grensen ringes ikke',
    en: 'phoned when the value is below the lower or above the upper limit of the list; the limit itself is not',
  },
  source: 'Haraldsplass Diakonale Sykehus, 11.09.2023',
  year: 2023,
};

export type Measured = {
  readonly analyte: Analyte;
  readonly value: number;
  readonly unit: string;
  /** The day the result was made. */
  readonly on: IsoDate;
  /** The patient has had a value beyond this limit before, and the doctor knows. */
  readonly isKnown: boolean;
};
export type PhoneAnswer =
  | { readonly phone: false; readonly source: string }
  | {
      readonly phone: true;
      readonly crossed: 'below' | 'above';
      readonly limit: number;
      readonly unit: string;
      readonly source: string;
    };

export type SourcedLimit = PhoneLimit & { readonly source: string };

/** The limits of an analyte on the day, from the first list that has it. */
export function phoneLimitOf(
  analyte: Analyte,
  on: IsoDate,
  lists: readonly Dated<PhoneLimits>[] = phoneLimits,
): SourcedLimit | undefined {
  for (const list of lists) {
    const limit = list.value[analyte];
    if (limit && list.from <= on && (list.until === undefined || on <= list.until)) {
      return { ...limit, source: list.source };
    }
  }
  return undefined;
}

/** Strictly below or above is phoned; a value in another unit is converted, or refused when it cannot be. */
export function phoneAnswerFor(
  measured: Measured,
  lists: readonly Dated<PhoneLimits>[] = phoneLimits,
): Result<PhoneAnswer, 'no limit for this analyte' | 'no such conversion' | 'not a number'> {
  const { analyte, on } = measured;
  const limit = phoneLimitOf(analyte, on, lists);
  if (!limit) return refuse('no limit for this analyte');
  const value = inReportedUnit(analyte, measured.value, measured.unit, on);
  if (!value.ok) return value;
  const { source } = limit;
  const unit = analytes[analyte].unit;
  if (limit.below !== undefined && value.value < limit.below) {
    return ok({ phone: true, crossed: 'below', limit: limit.below, unit, source });
  }
  const isOldNews = limit.aboveOnlyFirstTime && measured.isKnown;
  if (limit.above !== undefined && value.value > limit.above && !isOldNews) {
    return ok({ phone: true, crossed: 'above', limit: limit.above, unit, source });
  }
  return ok({ phone: false, source });
}
