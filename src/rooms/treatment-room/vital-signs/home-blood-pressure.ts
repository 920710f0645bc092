/** Home blood pressure (hjemmeblodtrykk): a week of readings made into one mean. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import { isHypertensive, meanPressureOf, type Pressure } from './blood-pressure.ts';
import { homeSeries } from './blood-pressure-class.table.ts';

export const homePressureRule: Rule = {
  id: 'vitals.homeBp',
  name: { nb: 'Hjemmeblodtrykk', en: 'Home blood pressure' },
  formula: {
    nb: 'sju dager (minst tre), to målinger morgen og kveld, første dag utelates, gjennomsnitt av resten; høyt fra 135/85',
    en: 'seven days (at least three), two readings morning and evening, the first day left out, mean of the rest; high from 135/85',
  },
  source: 'Parati G et al. J Hypertens 2021;39:1742–67; 2023 ESH Guidelines',
  year: 2021,
};

export type HomePressure = {
  readonly mean: Pressure;
  readonly readings: number;
  readonly days: number;
  /** Fewer than three measured days are too few to class; the mean is then shown as preliminary. */
  readonly hasEnoughDays: boolean;
  /** Either number of the unrounded mean at or above 135/85. */
  readonly isHypertensive: boolean;
};

/** Each day holds its readings in order; a day without readings is no measured day. */
export function homePressureOf(
  days: readonly (readonly Pressure[])[],
  series: { readonly discardFirstDay: boolean } = { discardFirstDay: true },
): Result<HomePressure, 'no readings'> {
  const measured = days.filter((day) => day.length > 0);
  const counted = (series.discardFirstDay ? measured.slice(1) : measured).flat();
  const mean = meanPressureOf(counted);
  if (!mean) return refuse('no readings');
  return ok({
    mean,
    readings: counted.length,
    days: measured.length,
    hasEnoughDays: measured.length >= homeSeries.value.leastDays,
    isHypertensive: isHypertensive(mean, 'home'),
  });
}
