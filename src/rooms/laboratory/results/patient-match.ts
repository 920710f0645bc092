/** Whose answer this is: the number and the name must both fit one patient, or a person decides. */

import { nameFits, type PatientLine } from '#patients';

export type StatedPatient = { readonly number: string | null; readonly name: string | null };
export type NoMatch =
  | 'number missing'
  | 'name missing'
  | 'number not known here'
  | 'name does not fit the number'
  | 'several patients have the number';
export type Match<P extends PatientLine> = { readonly fits: P } | { readonly fits?: never; readonly why: NoMatch };

/** `known` are the patients with the number. A name fits by its family name and at least one given name, as they sound. */
export function matchPatient<P extends PatientLine>({ number, name }: StatedPatient, known: readonly P[]): Match<P> {
  if (!number) return { why: 'number missing' };
  if (!name?.trim()) return { why: 'name missing' };
  const [first, ...others] = known;
  if (!first) return { why: 'number not known here' };
  if (others.length > 0) return { why: 'several patients have the number' };
  return isName(name, first) ? { fits: first } : { why: 'name does not fit the number' };
}

/** `Fjellrev, Lykke Sol`, `Lykke Fjellrev`: one word of the family name and one of the given names, in either order. */
function isName(stated: string, patient: PatientLine): boolean {
  const [family = '', given] = stated.includes(',') ? stated.split(',', 2) : [stated, stated];
  const some = (text: string, name: string): boolean =>
    text
      .split(/[\s-]+/)
      .filter((word) => word.length > 1)
      .some((word) => nameFits(word, name));
  return some(family, patient.familyName) && some(given ?? '', patient.givenName);
}
