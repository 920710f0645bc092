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

/** For each patient the others on the list that they may be taken for; both get the warning. */
export function lookAlikes(patients: readonly Named[]): ReadonlyMap<PatientId, readonly Alike[]> {
  const once = new Map(
    patients.map(({ patient, familyName, givenName, birthDate }) => [
      patient,
      { patient, family: plain(familyName), given: plain(givenName), born: birthDate ?? '' },
    ]),
  );
  const people = [...once.values()];
  const found = new Map<PatientId, Alike[]>();
  const note = (patient: PatientId, alike: Alike): void => {
    const known = found.get(patient);
    if (known) known.push(alike);
    else found.set(patient, [alike]);
  };
  // Only those who share a family name or a birth date can be alike, so only those are held against each other.
  const seen = new Set<string>();
  for (const group of [...groupsBy(people, ({ family }) => family), ...groupsBy(people, ({ born }) => born)]) {
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        const pair = `${one.patient} ${other.patient}`;
        const why = seen.has(pair) ? undefined : likeness(one, other);
        seen.add(pair);
        if (!why) continue;
        note(one.patient, { patient: other.patient, why });
        note(other.patient, { patient: one.patient, why });
      }
    }
  }
  return found;
}

/** Those with the same key, in their order; groups of one and those without a key are left out. */
function groupsBy(people: readonly Plain[], keyOf: (one: Plain) => string): Plain[][] {
  const groups = new Map<string, Plain[]>();
  for (const one of people) {
    const key = keyOf(one);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
