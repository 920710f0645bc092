/** Body temperature (temperatur), always with the place it was measured; one place is never converted to another. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import { temperatureLimits } from './temperature.table.ts';

export const feverRule: Rule = {
  id: 'vitals.fever',
  name: { nb: 'Feber', en: 'Fever' },
  formula: {
    nb: 'feber fra 38,0 °C målt rektalt; under 3 måneder haster det; hypotermi under 35,0 °C',
    en: 'fever from 38.0 °C measured rectally; urgent under 3 months of age; hypothermia below 35.0 °C',
  },
  source: 'Norwegian primary-care convention (legehandboka); NICE NG143',
  year: 2021,
};

export const temperatureSites = ['rectal', 'ear', 'oral', 'forehead', 'axillary'] as const;
export type TemperatureSite = (typeof temperatureSites)[number];
export type Temperature = { readonly celsius: number; readonly site: TemperatureSite };

export type TemperatureJudgement = {
  readonly isFever: boolean;
  readonly isHypothermia: boolean;
  /** Fever under three months: the doctor now. Nothing when there is fever and the age is unknown. */
  readonly isInfantUrgent: boolean | undefined;
  /** The other places read lower than the rectum, so "no fever" is said with that remark. */
  readonly mayBeHigherRectally: boolean;
};

/** Age in months at measuring; exactly three months is no longer under three. */
export function judgeTemperature(
  { celsius, site }: Temperature,
  ageMonths: number | undefined,
): Result<TemperatureJudgement, 'not a number'> {
  if (!Number.isFinite(celsius)) return refuse('not a number');
  const { feverFromCelsius, hypothermiaBelowCelsius, urgentUnderMonths } = temperatureLimits.value;
  const isFever = celsius >= feverFromCelsius;
  const isUrgentAge = ageMonths === undefined ? undefined : ageMonths < urgentUnderMonths;
  return ok({
    isFever,
    isHypothermia: celsius < hypothermiaBelowCelsius,
    isInfantUrgent: isFever ? isUrgentAge : false,
    mayBeHigherRectally: site !== 'rectal' && !isFever,
  });
}
