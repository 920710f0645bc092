/** How the waiting list is looked at: the ages that are compared, and how long an offered time is held. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Upper ends of the age groups, in completed years; above the last is a group of its own. */
export const fairnessAges: readonly Dated<readonly number[]>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026: children, adults, and those from 67 (pension age, folketrygdloven § 19-6).',
    value: [18, 67],
  },
];

/** Minutes that an offered time is held for the answer. */
export const offerHolds: readonly Dated<{ readonly minutes: number }>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic procedure 2026, approved by the responsible doctor.',
    value: { minutes: 60 },
  },
];
