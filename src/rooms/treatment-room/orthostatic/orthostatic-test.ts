/** Orthostatic test (ortostatisk blodtrykksmåling): pressure and pulse lying, and at minutes after standing up. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Rule } from '#kernel/rule';
import { orthostaticLimits } from './orthostatic.table.ts';

export const orthostaticRule: Rule = {
  id: 'vitals.orthostatic',
  name: { nb: 'Ortostatisk test', en: 'Orthostatic test' },
  formula: {
    nb: 'positiv når systolisk faller 20 (30 ved høyt liggende trykk) eller diastolisk 10 mmHg innen 3 minutter, eller systolisk kommer under 90',
    en: 'positive when systolic falls 20 (30 in supine hypertension) or diastolic 10 mmHg within 3 minutes, or systolic comes below 90',
  },
  source: 'Freeman R et al. 2011; ESC syncope guideline 2018; Norcliffe-Kaufmann L et al. 2018',
  year: 2018,
};

export type PostureReading = {
  readonly systolicMmHg: number;
  readonly diastolicMmHg: number;
  readonly pulsePerMinute?: number;
};
export type StandingReading = PostureReading & { readonly minute: number };
export type OrthostaticTest = {
  readonly ageYears: number;
  readonly supine: PostureReading;
  readonly standing: readonly StandingReading[];
  /** Judged by the one who measures or the doctor; the limit is not agreed on. */
  readonly hasSupineHypertension?: boolean;
  /** Leave out the criterion "systolic below 90", which the 2011 consensus does not have. */
  readonly consensus2011Only?: boolean;
};
export type Criterion = 'sbp_drop' | 'dbp_drop' | 'sbp_below_90';
export type OrthostaticAnswer = {
  readonly isHypotension: boolean;
  readonly criteria: readonly Criterion[];
  /** The limits were reached first after three minutes: not positive, but told. */
  readonly isDelayed: boolean;
  readonly maxPulseRise: number | undefined;
  /** The pulse part of POTS: sustained rise in every reading from 1 to 10 minutes without hypotension. */
  readonly meetsPotsPulse: boolean;
  /** Pulse rise per mmHg of systolic fall at 3 minutes; only when there is hypotension. */
  readonly pulsePerMmHgAt3Min: number | undefined;
  readonly pointsToNeurogenic: boolean;
};

const limits = orthostaticLimits.value;

function criteriaIn(test: OrthostaticTest, readings: readonly StandingReading[]): readonly Criterion[] {
  const { supine } = test;
  const systolicLimit = test.hasSupineHypertension
    ? limits.systolicFallInSupineHypertensionMmHg
    : limits.systolicFallMmHg;
  const isMet: Record<Criterion, (standing: StandingReading) => boolean> = {
    sbp_drop: (standing) => supine.systolicMmHg - standing.systolicMmHg >= systolicLimit,
    dbp_drop: (standing) => supine.diastolicMmHg - standing.diastolicMmHg >= limits.diastolicFallMmHg,
    sbp_below_90: (standing) =>
      !test.consensus2011Only &&
      supine.systolicMmHg >= limits.systolicBelowMmHg &&
      standing.systolicMmHg < limits.systolicBelowMmHg,
  };
  return (['sbp_drop', 'dbp_drop', 'sbp_below_90'] as const).filter((criterion) => readings.some(isMet[criterion]));
}

function pulseRises(test: OrthostaticTest): readonly number[] {
  const lying = test.supine.pulsePerMinute;
  if (lying === undefined) return [];
  return test.standing
    .filter(({ minute }) => minute >= 1 && minute <= limits.pulseMinutes)
    .flatMap(({ pulsePerMinute }) => (pulsePerMinute === undefined ? [] : [pulsePerMinute - lying]));
}

function pulseRiseLimit(ageYears: number): number {
  const isTeen = ageYears >= limits.teensFromYears && ageYears < limits.teensUntilYears;
  return isTeen ? limits.pulseRiseInTeens : limits.pulseRise;
}

function ratioAt3Min({ supine, standing }: OrthostaticTest): number | undefined {
  const reading = standing.find(({ minute }) => minute === limits.ratioMinute);
  if (reading?.pulsePerMinute === undefined || supine.pulsePerMinute === undefined) return undefined;
  const fall = supine.systolicMmHg - reading.systolicMmHg;
  return fall > 0 ? (reading.pulsePerMinute - supine.pulsePerMinute) / fall : undefined;
}

/** A computed aid; the doctor interprets. Without a reading within three minutes there is no answer. */
export function judgeOrthostatic(test: OrthostaticTest): Result<OrthostaticAnswer, 'no reading within 3 minutes'> {
  const early = test.standing.filter(({ minute }) => minute <= limits.withinMinutes);
  if (!early.length) return refuse('no reading within 3 minutes');
  const criteria = criteriaIn(test, early);
  const isHypotension = criteria.length > 0;
  const rises = pulseRises(test);
  const isSustained = rises.length > 0 && rises.every((rise) => rise >= pulseRiseLimit(test.ageYears));
  const ratio = isHypotension ? ratioAt3Min(test) : undefined;
  return ok({
    isHypotension,
    criteria,
    isDelayed: !isHypotension && criteriaIn(test, test.standing).length > 0,
    maxPulseRise: rises.length ? Math.max(...rises) : undefined,
    meetsPotsPulse: !isHypotension && isSustained,
    pulsePerMmHgAt3Min: ratio,
    pointsToNeurogenic: ratio !== undefined && ratio < limits.neurogenicBelow,
  });
}
