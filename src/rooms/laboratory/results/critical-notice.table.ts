/** How fast a critical value is told and a reviewed answer reaches the patient: the clinic's own deadlines, dated. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Minutes from the arrival of the result: until a doctor has been told, and until the next doctor is tried. */
export type CriticalDeadlines = { readonly toldWithinMinutes: number; readonly nextDoctorAfterMinutes: number };

export const criticalDeadlines: readonly Dated<CriticalDeadlines>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule that the responsible doctor sets; no national limit found (unconfirmed, 2026)',
    value: { toldWithinMinutes: 30, nextDoctorAfterMinutes: 10 },
  },
];

/** Days from the doctor's review until the patient has been told. */
export type InformDeadlines = {
  readonly criticalDays: number;
  readonly deviatingDays: number;
  readonly otherDays: number;
};

export const informDeadlines: readonly Dated<InformDeadlines>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule that the responsible doctor sets; no national limit found (unconfirmed, 2026)',
    value: { criticalDays: 0, deviatingDays: 3, otherDays: 14 },
  },
];
