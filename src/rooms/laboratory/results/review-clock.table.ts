/** How soon a doctor is to have seen an answer, by how urgent it is: the clinic's own deadlines, dated. */

import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { ReviewUrgency } from './review-list.ts';

/** Days after the day it came, and the local time; a critical one also has the clock of the telephone. */
export type ReviewClock = Readonly<Record<ReviewUrgency, { readonly days: number; readonly at: TimeOfDay }>>;

const at = '15:30' as TimeOfDay;
export const reviewClocks: readonly Dated<ReviewClock>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'clinic rule that the responsible doctor sets; no national limit found (unconfirmed, 2026)',
    value: {
      'tell a doctor': { days: 0, at },
      critical: { days: 0, at },
      deviating: { days: 1, at },
      ordinary: { days: 3, at },
      preliminary: { days: 5, at },
    },
  },
];
