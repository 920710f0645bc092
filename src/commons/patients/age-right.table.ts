/** At which age a child decides, is heard, and may keep something from its parents: the law's ages, dated. */

import type { IsoDate } from '#kernel/time';
import type { Dated } from '#kernel/validity';

/** Ages in completed years; each holds from the birthday. */
export type AgeRights = {
  /** Heard before anyone consents for it. */
  readonly heardFrom: number;
  /** Its opinion weighs heavily, and it may ask that parents are not told. */
  readonly mayObjectFrom: number;
  /** Consents to health care itself; parents are told only what parental responsibility needs. */
  readonly consentsFrom: number;
  /** Of age: parents are next of kin like others. */
  readonly ofAgeFrom: number;
};
/** `isConfirmed` is false where the paragraph itself was not read. */
export type ConfirmedRule<T> = Dated<T> & { readonly isConfirmed: boolean };

export const ageRights: readonly ConfirmedRule<AgeRights>[] = [
  {
    from: '2018-01-01' as IsoDate,
    source:
      'pasient- og brukerrettighetsloven §§ 3-4, 4-3 and 4-4 as changed by Act 16 June 2017 no. 53; 12, 16 and 18 by the ' +
      'Directorate of Health’s circular; 7 recalled, not read again',
    isConfirmed: false,
    value: { heardFrom: 7, mayObjectFrom: 12, consentsFrom: 16, ofAgeFrom: 18 },
  },
];
