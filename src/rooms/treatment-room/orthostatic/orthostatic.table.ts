/** Limits of the orthostatic test and of the shorter sit-to-stand test. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

export type OrthostaticLimits = {
  readonly withinMinutes: number;
  readonly systolicFallMmHg: number;
  readonly systolicFallInSupineHypertensionMmHg: number;
  readonly diastolicFallMmHg: number;
  /** Standing systolic below this counts too; a switch, since the 2011 consensus does not have it. */
  readonly systolicBelowMmHg: number;
  readonly pulseRise: number;
  readonly pulseRiseInTeens: number;
  readonly teensFromYears: number;
  readonly teensUntilYears: number;
  readonly pulseMinutes: number;
  readonly ratioMinute: number;
  /** Pulse rise per mmHg of systolic fall below this points to a neurogenic cause. */
  readonly neurogenicBelow: number;
};

export const orthostaticLimits: Dated<OrthostaticLimits> = {
  from: '2018-03-19' as IsoDate,
  source:
    'Freeman R et al. Clin Auton Res 2011;21:69–72; ESC syncope guideline 2018 (systolic below 90); Norcliffe-Kaufmann L et al. Ann Neurol 2018;83:522–31 (ratio)',
  value: {
    withinMinutes: 3,
    systolicFallMmHg: 20,
    systolicFallInSupineHypertensionMmHg: 30,
    diastolicFallMmHg: 10,
    systolicBelowMmHg: 90,
    pulseRise: 30,
    pulseRiseInTeens: 40,
    teensFromYears: 12,
    teensUntilYears: 20,
    pulseMinutes: 10,
    ratioMinute: 3,
    neurogenicBelow: 0.5,
  },
};

export const sitToStandLimits: Dated<{ readonly systolicFallMmHg: number; readonly diastolicFallMmHg: number }> = {
  from: '2017-01-01' as IsoDate,
  source: 'Shaw BH et al. J Hypertens 2017;35:1019–25',
  value: { systolicFallMmHg: 15, diastolicFallMmHg: 7 },
};
