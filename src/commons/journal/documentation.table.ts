/** When help that was given must stand in the record, and whose duty that is: the law's rule and the clinic's hour, dated. */

import type { IsoDate, TimeOfDay } from '#kernel/time';
import type { Dated } from '#kernel/validity';
import type { Basis } from './entry.ts';

/** The latest hour on the same day when everything is to be signed or explained. */
export const signedBy: readonly Dated<TimeOfDay>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'pasientjournalforskriften §10 (FOR-2019-03-01-168): without undue delay; the hour is the clinic’s own rule (2026)',
    value: '15:30' as TimeOfDay,
  },
];

/** Whose duty the entry is, by the ground that the help was given on. */
export type DutyBearer = 'performer' | 'decider';
export const dutyBearers: readonly Dated<Readonly<Record<Basis['kind'], DutyBearer>>>[] = [
  {
    from: '2026-01-01' as IsoDate,
    source:
      'helsepersonelloven §39: help under another’s instruction is documented by the one who instructed; delegated and ' +
      'independent help by the one who gave it (job description; folketrygden code A1 presumes a note)',
    value: {
      'own initiative': 'performer',
      'written procedure': 'performer',
      delegation: 'performer',
      emergency: 'performer',
      order: 'decider',
    },
  },
];
