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

const plain = (name: string): string => name.trim().normalize('NFC').toLowerCase();

type Plain = { readonly patient: PatientId; readonly family: string; readonly given: string; readonly born: string };

function likeness(one: Plain, other: Plain): Likeness | undefined {
  const isSameFamily = one.family === other.family && one.family !== '';
  if (isSameFamily && one.given === other.given) return 'same name';
  const initial = one.given.slice(0, 1);
  if (isSameFamily && initial !== '' && other.given.startsWith(initial)) return 'same family name and initial';
  return one.born !== '' && one.born === other.born ? 'same birth date' : undefined;
}

export type Alike = { readonly patient: PatientId; readonly why: Likeness };

/** Those who share something that a likeness needs; everyone else need not be compared. */
function groupsBy(people: readonly Plain[], part: 'family' | 'born'): Plain[][] {
  const groups = new Map<string, Plain[]>();
  for (const one of people) {
    const group = groups.get(one[part]);
    if (group) group.push(one);
    else if (one[part] !== '') groups.set(one[part], [one]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** For each patient the others on the list that they may be taken for; both get the warning. */
export function lookAlikes(patients: readonly Named[]): ReadonlyMap<PatientId, readonly Alike[]> {
  const once = new Map<PatientId, Plain>();
  for (const { patient, familyName, givenName, birthDate } of patients) {
    if (once.has(patient)) continue;
    once.set(patient, { patient, family: plain(familyName), given: plain(givenName), born: birthDate ?? '' });
  }
  const people = [...once.values()];
  const found = new Map<PatientId, Alike[]>();
  const note = (patient: PatientId, alike: Alike): void => {
    const known = found.get(patient);
    if (!known) found.set(patient, [alike]);
    else if (!known.some((one) => one.patient === alike.patient)) known.push(alike);
  };
  for (const group of [...groupsBy(people, 'family'), ...groupsBy(people, 'born')]) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        const why = likeness(one, other);
        if (!why) continue;
        note(one.patient, { patient: other.patient, why });
        note(other.patient, { patient: one.patient, why });
      }
    }
  }
  return found;
}
