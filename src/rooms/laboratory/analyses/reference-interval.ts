/** The interval that a laboratory value is read against (referanseområde), and the flag that follows from it. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import type { Sex } from '#kernel/sex';
import { ageInMonthsOn, type IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import { type Analyte, analytes } from './analyte.table.ts';
import { type IntervalRow, referenceTables } from './reference-interval.table.ts';

export const referenceRule: Rule = {
  id: 'lab.reference',
  name: { nb: 'Referanseområde', en: 'Reference interval' },
  formula: {
    nb: 'lav: under nedre grense; høy: over øvre grense; selve grensene er normale; alder fra og med – til (ikke med)',
    en: 'low: below the lower limit; high: above the upper; the limits themselves are normal; ages half-open',
  },
  source: 'NORIP (Rustad P et al. 2004); Haraldsplass; Fürst; Sykehuset i Vestfold 2015',
  year: 2004,
};

/** An excluded limit is itself outside: "<5" makes 5 high. */
export type Limits = {
  readonly low?: number;
  readonly high?: number;
  readonly lowExcluded?: boolean;
  readonly highExcluded?: boolean;
};
export type ReferenceInterval = Limits & {
  readonly unit: string;
  readonly source: string;
  /** Whose interval it is: the laboratory that made the result, or our fall-back table. */
  readonly from: 'performing laboratory' | 'table';
};
export type IntervalWanted = {
  readonly analyte: Analyte;
  readonly sex: Sex;
  /** Decimal years at sampling (`referenceAgeYears`). */
  readonly ageYears: number | undefined;
  readonly on: IsoDate;
  readonly isPregnant?: boolean;
  /** The interval that came with the result; it wins over every table. */
  readonly printed?: Limits & { readonly unit: string; readonly laboratory: string };
};
export type NoInterval =
  | 'no interval for this analyte'
  | 'no interval at this age'
  | 'age unknown'
  | 'sex unknown'
  | 'pregnant';
export type IntervalTables = readonly Dated<readonly IntervalRow[]>[];

/** Decimal years with months as the smallest step, so that a birthday changes group on the day itself. */
export function referenceAgeYears(birth: IsoDate, sampled: IsoDate): number {
  return ageInMonthsOn(birth, sampled) / 12;
}

type SourcedRow = IntervalRow & { readonly source: string };

function rowsOf(analyte: Analyte, on: IsoDate, tables: IntervalTables): readonly SourcedRow[] {
  return tables
    .filter((table) => table.from <= on && (table.until === undefined || on <= table.until))
    .flatMap((table) => table.value.map((row) => ({ ...row, source: table.source })))
    .filter((row) => row.analyte === analyte);
}

const holdsAt = (row: IntervalRow, age: number) =>
  row.fromAge <= age && (row.untilAge === undefined || age < row.untilAge);
const limitsKey = (row: IntervalRow) => `${row.low}|${row.high}|${row.highExcluded}`;
const sameLimits = (rows: readonly IntervalRow[]) => new Set(rows.map(limitsKey)).size === 1;

function intervalOf(row: SourcedRow): ReferenceInterval {
  const { low, high, highExcluded, source, analyte } = row;
  return { low, high, highExcluded, source, unit: analytes[analyte].unit, from: 'table' };
}

/** The interval for one patient's value on the day of sampling, or why there is none. */
export function referenceIntervalFor(
  wanted: IntervalWanted,
  tables: IntervalTables = referenceTables,
): Result<ReferenceInterval, NoInterval> {
  const { printed, ageYears: age } = wanted;
  if (printed && (printed.low !== undefined || printed.high !== undefined)) {
    const { laboratory, ...limits } = printed;
    return ok({ ...limits, source: laboratory, from: 'performing laboratory' });
  }
  const rows = rowsOf(wanted.analyte, wanted.on, tables);
  if (!rows.length) return refuse('no interval for this analyte');
  if (wanted.isPregnant) return refuse('pregnant');
  if (age === undefined || !(age >= 0)) return refuse('age unknown');
  return forSex(
    rows.filter((row) => holdsAt(row, age)),
    wanted.sex,
  );
}

/** Unknown sex gets the interval only where women and men share it. */
function forSex(rows: readonly SourcedRow[], sex: Sex): Result<ReferenceInterval, NoInterval> {
  const [any] = rows.filter((row) => row.sex === undefined || row.sex === sex);
  if (any) return ok(intervalOf(any));
  const [first] = rows;
  if (!first) return refuse('no interval at this age');
  if (sex !== 'unknown') return refuse('no interval at this age');
  return rows.length > 1 && sameLimits(rows) ? ok(intervalOf(first)) : refuse('sex unknown');
}

const adultAge = 18;

/** The interval that holds at every adult age, for lists without a patient; where it changes with age there is none. */
export function adultIntervalFor(
  wanted: Pick<IntervalWanted, 'analyte' | 'sex' | 'on'>,
  tables: IntervalTables = referenceTables,
): Result<ReferenceInterval, NoInterval> {
  const starts = rowsOf(wanted.analyte, wanted.on, tables).map((row) => Math.max(row.fromAge, adultAge));
  const [first = adultAge, ...later] = [...new Set(starts)];
  const interval = referenceIntervalFor({ ...wanted, ageYears: first }, tables);
  if (!interval.ok) return interval;
  for (const ageYears of later) {
    const other = referenceIntervalFor({ ...wanted, ageYears }, tables);
    const { low, high } = interval.value;
    if (other.ok && (other.value.low !== low || other.value.high !== high)) return refuse('age unknown');
  }
  return interval;
}

export type Flag = 'low' | 'normal' | 'high';

/** The value must stand in the interval's unit; limits themselves are normal. */
export function flagOf(value: number, limits: Limits): Flag {
  const { low, high } = limits;
  if (low !== undefined && (value < low || (limits.lowExcluded && value === low))) return 'low';
  return high !== undefined && (value > high || (limits.highExcluded && value === high)) ? 'high' : 'normal';
}

/** A value that the instrument could only say is below or above its range (`<5`, `>200`). */
export type Censored = { readonly comparator: '<' | '<=' | '>' | '>='; readonly value: number };

/** The flag when every possible value has the same one; otherwise nothing, never a guess. */
export function flagOfCensored(reported: Censored, limits: Limits): Flag | undefined {
  const { comparator, value } = reported;
  const isBelow = comparator.startsWith('<');
  const justBeside = { ...limits, lowExcluded: isBelow, highExcluded: !isBelow };
  const nearest = flagOf(value, comparator.endsWith('=') ? limits : justBeside);
  const farthest = isBelow ? 0 : Number.MAX_VALUE;
  const flags = new Set([nearest, flagOf(farthest, limits)]);
  return flags.size === 1 ? [...flags][0] : undefined;
}

/** Reads an interval as laboratories print it: `137-145`, `3,5 – 11,0`, `0^5`, `<5`, `≤ 10`, `>60`. */
export function readPrintedLimits(text: string): Limits | undefined {
  const plain = text.trim().replaceAll(',', '.');
  const number = '(\\d+(?:\\.\\d+)?)';
  const pair = new RegExp(`^${number}\\s*(?:-|–|\\^)\\s*${number}$`).exec(plain);
  if (pair) {
    const [low, high] = [Number(pair[1]), Number(pair[2])];
    return low <= high ? { low, high } : undefined;
  }
  const single = new RegExp(`^(<=|>=|<|>|≤|≥)\\s*${number}$`).exec(plain);
  if (!single) return undefined;
  const limit = Number(single[2]);
  if (single[1] === '<') return { high: limit, highExcluded: true };
  if (single[1] === '>') return { low: limit, lowExcluded: true };
  return single[1] === '<=' || single[1] === '≤' ? { high: limit } : { low: limit };
}
