/** When several contacts about one patient count as repeated, by date and source. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** The present contact is one of `contacts`. */
export type RepeatRule = { readonly contacts: number; readonly withinHours: number };

export const repeatRules: readonly Dated<RepeatRule>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'Clinic procedure 2026: the second contact within 72 hours; repeated unclear calls lower the threshold (NIMN H.07.08).',
    value: { contacts: 2, withinHours: 72 },
  },
];
