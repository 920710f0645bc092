/** Limits of body temperature, in °C. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type TemperatureLimits = {
  /** Fever from here, measured rectally. */
  readonly feverFromCelsius: number;
  /** Hypothermia below this. */
  readonly hypothermiaBelowCelsius: number;
  /** Fever in a child younger than this is urgent. */
  readonly urgentUnderMonths: number;
};

export const temperatureLimits: Dated<TemperatureLimits> = {
  from: '2021-01-01' as IsoDate,
  source: 'Norwegian primary-care convention (legehandboka); NICE NG143 (2021) for the age',
  value: { feverFromCelsius: 38.0, hypothermiaBelowCelsius: 35.0, urgentUnderMonths: 3 },
};
