/** Sit-to-stand test: the shorter test for a patient who cannot lie down. */

import type { Rule } from '#kernel/rule';
import { sitToStandLimits } from './orthostatic.table.ts';
import type { PostureReading } from './orthostatic-test.ts';

export const sitToStandRule: Rule = {
  id: 'vitals.sitToStand',
  name: { nb: 'Sitte–stå-test', en: 'Sit-to-stand test' },
  formula: {
    nb: 'positiv når systolisk faller minst 15 eller diastolisk minst 7 mmHg fra sittende til stående',
    en: 'positive when systolic falls at least 15 or diastolic at least 7 mmHg from sitting to standing',
  },
  source: 'Shaw BH et al. J Hypertens 2017;35:1019–25',
  year: 2017,
};

export type SitToStandAnswer = {
  readonly isPositive: boolean;
  readonly systolicFallMmHg: number;
  readonly diastolicFallMmHg: number;
};

/** Both limits are included; a rise is a negative fall. */
export function judgeSitToStand(sitting: PostureReading, standing: PostureReading): SitToStandAnswer {
  const systolicFallMmHg = sitting.systolicMmHg - standing.systolicMmHg;
  const diastolicFallMmHg = sitting.diastolicMmHg - standing.diastolicMmHg;
  const limits = sitToStandLimits.value;
  const isPositive = systolicFallMmHg >= limits.systolicFallMmHg || diastolicFallMmHg >= limits.diastolicFallMmHg;
  return { isPositive, systolicFallMmHg, diastolicFallMmHg };
}
