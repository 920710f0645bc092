/** NEWS2: seven measurements made into one early warning score for adults (Royal College of Physicians 2017). */

import { ok, type Result, refuse } from '#kernel/result';
import { rounded } from '#kernel/rounding';
import type { Rule } from '#kernel/rule';
import { type Band, news2Table } from './news2.table.ts';

export const news2Rule: Rule = {
  id: 'vitals.news2',
  name: { nb: 'NEWS2', en: 'NEWS2' },
  formula: {
    nb: 'poeng for sju målinger legges sammen; 0–4 lav, én måling med 3 poeng lav til middels, 5–6 middels, 7 eller mer høy risiko',
    en: 'points of seven measurements added; 0–4 low, a single 3 low to medium, 5–6 medium, 7 or more high risk',
  },
  source: 'Royal College of Physicians. National Early Warning Score (NEWS) 2. London: RCP',
  year: 2017,
};

/** Alert, new confusion, voice, pain, unresponsive. */
export type Consciousness = 'A' | 'C' | 'V' | 'P' | 'U';
export type News2Observations = {
  readonly respirationPerMinute?: number;
  readonly saturationPercent?: number;
  /** Scale 2 (target 88–92 %) only when a doctor has ordered it. */
  readonly saturationScale: 1 | 2;
  readonly isOnOxygen?: boolean;
  readonly systolicMmHg?: number;
  readonly pulsePerMinute?: number;
  readonly consciousness?: Consciousness;
  readonly celsius?: number;
};
export const news2Measurements = [
  'respiration',
  'saturation',
  'oxygen',
  'systolic',
  'pulse',
  'consciousness',
  'temperature',
] as const;
export type News2Measurement = (typeof news2Measurements)[number];
/** Points per measurement; a missing one has none, which is not zero. */
export type News2Parts = Readonly<Record<News2Measurement, number | undefined>>;
export type News2Risk = 'low' | 'low_medium' | 'medium' | 'high';
export type News2Score = { readonly parts: News2Parts; readonly total: number; readonly risk: News2Risk };

function pointsIn(bands: readonly Band[], value: number | undefined, decimals = 0): number | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const shown = rounded(value, decimals);
  return bands.find((band) => shown <= band.upTo)?.points;
}

/** The points of each measurement that has been taken. Temperature counts to 0.1 °C, the others in whole numbers. */
export function news2PartsOf(observed: News2Observations): News2Parts {
  const table = news2Table.value;
  const { isOnOxygen, saturationScale, consciousness } = observed;
  const scale2 = isOnOxygen ? table.saturationScale2OnOxygen : table.saturationScale2OnAir;
  const needsOxygen = saturationScale === 2 && isOnOxygen === undefined;
  const saturation = needsOxygen ? undefined : observed.saturationPercent;
  return {
    respiration: pointsIn(table.respirationPerMinute, observed.respirationPerMinute),
    saturation: pointsIn(saturationScale === 2 ? scale2 : table.saturationScale1, saturation),
    oxygen: isOnOxygen === undefined ? undefined : isOnOxygen ? table.onOxygen : 0,
    systolic: pointsIn(table.systolicMmHg, observed.systolicMmHg),
    pulse: pointsIn(table.pulsePerMinute, observed.pulsePerMinute),
    consciousness: consciousness === undefined ? undefined : consciousness === 'A' ? 0 : table.notAlert,
    temperature: pointsIn(table.celsius, observed.celsius, 1),
  };
}

/** The score is for adults who are not pregnant, and there is none until all seven are measured. */
export function news2Of(
  observed: News2Observations,
  patient: { readonly ageYears?: number; readonly isPregnant?: boolean } = {},
): Result<News2Score, 'measurement missing' | 'under 16' | 'pregnant'> {
  const table = news2Table.value;
  if (patient.ageYears !== undefined && patient.ageYears < table.fromAgeYears) return refuse('under 16');
  if (patient.isPregnant) return refuse('pregnant');
  const parts = news2PartsOf(observed);
  const missing = news2Measurements.filter((measurement) => parts[measurement] === undefined);
  if (missing.length) return refuse('measurement missing', { missing: missing.join(',') });
  const points = news2Measurements.map((measurement) => parts[measurement] ?? 0);
  const total = points.reduce((sum, each) => sum + each, 0);
  return ok({ parts, total, risk: riskOf(total, points) });
}

/** A single 3 lifts a low total; a medium or high total stays what it is. */
function riskOf(total: number, points: readonly number[]): News2Risk {
  const table = news2Table.value;
  if (total >= table.highFrom) return 'high';
  if (total >= table.mediumFrom) return 'medium';
  return points.some((each) => each >= table.singleAlarm) ? 'low_medium' : 'low';
}
