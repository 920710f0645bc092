/** How soon the telephone is to be answered, by date and source. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** At least `percent` of all calls answered within `seconds`. */
export type AnsweringTarget = { readonly percent: number; readonly seconds: number };

export const answeringTargets: readonly Dated<AnsweringTarget>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Fastlegeforskriften FOR-2025-12-02-2405 § 16: 80 % of all enquiries normally answered within two minutes.',
    value: { percent: 80, seconds: 120 },
  },
];
