/** A value read off an instrument of the house for a patient: as it was typed or sent, and what the rules say of it. */

import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import type { Sex } from '#kernel/sex';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { Finding } from '../results/review.ts';
import { type Analyte, analytes, isAnalyte } from './analyte.table.ts';
import { phoneAnswerFor } from './critical-value.ts';
import { ownVariation } from './own-variation.table.ts';
import { type ComparableResult, deltaCheck } from './reference-change.ts';
import {
  type Flag,
  flagOf,
  flagOfCensored,
  type NoInterval,
  type ReferenceInterval,
  referenceAgeYears,
  referenceIntervalFor,
} from './reference-interval.ts';

export const comparators = ['<', '<=', '>', '>='] as const;

/** Typed by hand it is typed twice; sent by the instrument it comes once. */
export const readingInput = z
  .object({
    analyte: z.string().refine(isAnalyte, { error: 'not an analyte' }),
    value: z.number().refine(Number.isFinite).nonnegative(),
    again: z.number().optional(),
    /** The instrument could only say that it is below or above its range. */
    comparator: z.enum(comparators).optional(),
    from: z.enum(['instrument', 'typed']),
  })
  .transform((input) => ({ ...input, analyte: input.analyte as Analyte }));
export type Reading = z.output<typeof readingInput>;

/** Typed twice the same, or refused; a slip of a finger must never reach a record. */
export function asTyped(reading: Reading): Result<Reading, 'typed values differ' | 'type it once more'> {
  if (reading.from === 'instrument') return ok(reading);
  if (reading.again === undefined) return refuse('type it once more');
  return reading.again === reading.value ? ok(reading) : refuse('typed values differ');
}

export type Examinee = { readonly birthDate: IsoDate | null; readonly sex: Sex };
export type OwnResult = {
  readonly analyte: Analyte;
  readonly value: number;
  readonly comparator?: (typeof comparators)[number];
  readonly unit: string;
  readonly interval?: ReferenceInterval;
  readonly noInterval?: NoInterval;
  readonly finding: Finding;
};

/** The interval for sex and age with its source, the flag, whether it is phoned at once, and the change since last time. */
export function judgeOwnResult(
  reading: Reading,
  patient: Examinee,
  previous: ComparableResult | undefined,
  on: { readonly at: Moment; readonly method: string },
): OwnResult {
  const { analyte, value, comparator } = reading;
  const day = dayOf(on.at);
  const unit = analytes[analyte].unit;
  const ageYears = patient.birthDate === null ? undefined : referenceAgeYears(patient.birthDate, day);
  const interval = referenceIntervalFor({ analyte, sex: patient.sex, ageYears, on: day });
  const flag = interval.ok ? flagFor(reading, interval.value) : undefined;
  const critical = criticalOf(reading, unit, day);
  const current = { value, unit, method: on.method, sampledOn: day };
  const delta = comparator || !previous ? undefined : deltaOf(analyte, previous, current);
  return {
    analyte,
    value,
    ...(comparator ? { comparator } : {}),
    unit,
    ...(interval.ok ? { interval: interval.value } : { noInterval: interval.why }),
    finding: {
      analyte,
      flag: flag ?? 'none',
      ...(critical ? { critical } : {}),
      ...(delta ? { delta } : {}),
    },
  };
}

function flagFor({ value, comparator }: Reading, limits: ReferenceInterval): Flag | undefined {
  return comparator ? flagOfCensored({ comparator, value }, limits) : flagOf(value, limits);
}

/** A value beyond the instrument's range is phoned when its limit already is. */
function criticalOf({ analyte, value, comparator }: Reading, unit: string, on: IsoDate): Finding['critical'] {
  const phone = phoneAnswerFor({ analyte, value, unit, on, isKnown: false });
  if (!phone.ok || !phone.value.phone) return undefined;
  const { crossed, limit, source } = phone.value;
  if (comparator?.startsWith('<') && crossed === 'above') return undefined;
  if (comparator?.startsWith('>') && crossed === 'below') return undefined;
  return { crossed, limit, source };
}

/** Compared with the previous value where the table knows how much the analyte changes by itself. */
export function deltaOf(
  analyte: Analyte,
  previous: ComparableResult,
  current: ComparableResult,
): Finding['delta'] | undefined {
  const rule = validOn(ownVariation, current.sampledOn)?.value;
  const cvWithinSubject = rule?.cvWithinSubject[analyte];
  if (!rule || cvWithinSubject === undefined) return undefined;
  const { cvAnalytical, z: sureness, maxDaysApart } = rule;
  const change = deltaCheck(previous, current, { cvAnalytical, cvWithinSubject, z: sureness }, maxDaysApart);
  return change.ok ? change.value : undefined;
}
