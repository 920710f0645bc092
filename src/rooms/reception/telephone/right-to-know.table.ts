/** The ages at which a child's own wish and right to secrecy begin, by date and source. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Completed years. */
export type KnowingAges = {
  /** From here a child's objection is heard. */
  readonly objection: number;
  /** From here the patient is of age in matters of health. */
  readonly health: number;
  /** From here parental responsibility has ended. */
  readonly majority: number;
};

export const knowingAges: readonly Dated<KnowingAges>[] = [
  {
    from: '2018-01-01' as IsoDate,
    source:
      'Pasient- og brukerrettighetsloven LOV-1999-07-02-63 § 3-4, with the comments of Helsedirektoratet: parents are told until 16, ' +
      'an objection is heard from 12, between 16 and 18 only what parental responsibility needs.',
    value: { objection: 12, health: 16, majority: 18 },
  },
];
