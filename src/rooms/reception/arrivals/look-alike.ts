/** Patients of the same day who are easily taken for each other (lik navn). */

import type { IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';

export type Named = {
  readonly patient: PatientId;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: IsoDate | null;
};
export type Likeness = 'same name' | 'same family name and initial' | 'same birth date';

const plain = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase('nb');

function likeness(one: Named, other: Named): Likeness | undefined {
  const isSameFamily = plain(one.familyName) === plain(other.familyName) && plain(one.familyName) !== '';
  if (isSameFamily && plain(one.givenName) === plain(other.givenName)) return 'same name';
  const initial = plain(one.givenName).slice(0, 1);
  if (isSameFamily && initial !== '' && initial === plain(other.givenName).slice(0, 1)) {
    return 'same family name and initial';
  }
  return one.birthDate !== null && one.birthDate === other.birthDate ? 'same birth date' : undefined;
}

/** For each patient the others on the list that they may be taken for; both get the warning. */
export function lookAlikes(
  patients: readonly Named[],
): ReadonlyMap<PatientId, readonly { readonly patient: PatientId; readonly why: Likeness }[]> {
  const found = new Map<PatientId, { patient: PatientId; why: Likeness }[]>();
  for (const one of patients) {
    for (const other of patients) {
      if (one.patient === other.patient) continue;
      const why = likeness(one, other);
      const mine = found.get(one.patient) ?? [];
      if (!why || mine.some((known) => known.patient === other.patient)) continue;
      found.set(one.patient, [...mine, { patient: other.patient, why }]);
    }
  }
  return found;
}
