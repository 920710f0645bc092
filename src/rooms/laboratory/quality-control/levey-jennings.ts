/** The Levey–Jennings chart: mean, spread and lines of a laboratory's own control values. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { ownLimitsNeed } from './control-rule.table.ts';

export const leveyJennings: Rule = {
  id: 'qc.leveyJennings',
  name: { nb: 'Levey–Jennings-grenser', en: 'Levey–Jennings limits' },
  formula: {
    nb: 'middelverdi ± 1, 2 og 3 standardavvik; standardavvik med n − 1',
    en: 'mean ± 1, 2 and 3 standard deviations; sample standard deviation (n − 1)',
  },
  source: 'Levey S, Jennings ER. Am J Clin Pathol 1950;20:1059–66',
  year: 1950,
};

/** Values in the unit of the analyte; `cvPercent` is absent when the mean is zero. */
export type ControlStatistics = {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly cvPercent?: number;
};

/** Mean and sample SD (divided by n − 1) of two or more values; unrounded. */
export function statisticsOf(values: readonly number[]): Result<ControlStatistics, 'too few values' | 'not a number'> {
  if (!values.every(Number.isFinite)) return refuse('not a number');
  const n = values.length;
  if (n < 2) return refuse('too few values', { n, needed: 2 });
  // Counted from the first value, so that equal values have a spread of exactly zero.
  const first = values[0] ?? 0;
  const mean = first + values.reduce((sum, value) => sum + (value - first), 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / (n - 1));
  return ok({ n, mean, sd, ...(mean === 0 ? {} : { cvPercent: (100 * sd) / Math.abs(mean) }) });
}

/** The line `deviations` SD above the mean (negative: below). */
export function lineAt({ mean, sd }: Pick<ControlStatistics, 'mean' | 'sd'>, deviations: number): number {
  return mean + deviations * sd;
}

/** Limits of the laboratory's own: so many values over so many days of one lot as the table of the day asks for. */
export function ownLimits(
  values: readonly { readonly value: number; readonly day: IsoDate }[],
  on: IsoDate,
): Result<ControlStatistics, 'too few values' | 'too few days' | 'not a number' | 'no spread' | 'no rule on the day'> {
  const needed = validOn(ownLimitsNeed, on)?.value;
  if (!needed) return refuse('no rule on the day');
  if (values.length < needed.values) return refuse('too few values', { n: values.length, needed: needed.values });
  const days = new Set(values.map(({ day }) => day)).size;
  if (days < needed.days) return refuse('too few days', { days, needed: needed.days });
  const statistics = statisticsOf(values.map(({ value }) => value));
  return statistics.ok && statistics.value.sd === 0 ? refuse('no spread') : statistics;
}
