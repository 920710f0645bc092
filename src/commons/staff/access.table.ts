/** How long an access lasts before someone decides on it again, and how often an authorisation is looked up. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Months. A pupil's access never outlasts the placement. */
export const accessMonths: readonly Dated<number>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic setting, 2026; that it is limited at all: pasientjournalforskriften FOR-2019-03-01-168 § 13',
    value: 24,
  },
];

/** Months between looking an authorisation up in the register of health personnel. */
export const lookUpMonths: readonly Dated<number>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source: 'Clinic setting, 2026: at hiring and once a year',
    value: 12,
  },
];
