/** How long a sign-off lasts, how many times one must have been seen, and when a skill that is not used begins to fade. */

import type { CompetenceLevel } from '#duties';
import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

const from = '2026-01-01' as IsoDate;

/** Months that a sign-off lasts where the assessor sets no end. */
export const competenceMonths: readonly Dated<number>[] = [
  {
    from,
    source: 'Clinic setting, 2026; individual assessment: FOR-2008-04-03-320 § 4, FOR-2013-11-29-1373 § 8',
    value: 24,
  },
];

/** Performances that must have been observed before the level is given. */
export const observedAtLeast: readonly Dated<Readonly<Record<CompetenceLevel, number>>>[] = [
  {
    from,
    source: 'Clinic setting, 2026: no national number was found; the responsible doctor decides',
    value: { 0: 0, 1: 0, 2: 3, 3: 5, 4: 5 },
  },
];

/** Months without doing it, after which a refresher is suggested; never a stop. */
export const fadingMonths: readonly Dated<number>[] = [
  { from, source: 'Clinic setting, 2026: a hint to the person, no rule of law', value: 6 },
];
