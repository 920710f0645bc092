/** How long a delegation lasts where the doctor sets no end, and how long it may last at most. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Months. */
export const delegationMonths: readonly Dated<{ readonly usual: number; readonly longest: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Clinic setting, 2026: helsepersonelloven § 5 asks for follow-up, so a delegation is looked at again each year',
    value: { usual: 12, longest: 24 },
  },
];
