/** Right patient (identitetskontroll): who can be mistaken for whom, and whether what was said at the desk fits. */

import { ok, type Result, refuse } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { foldWord, typedWords } from './name-search.ts';
import type { Patient } from './patient.ts';

/** What two people are told apart by. */
export type Identity = Pick<Patient, 'id' | 'familyName' | 'givenName' | 'birthDate' | 'number'>;

/** The ways of being alike, the most dangerous first. */
export const likenesses = [
  'almost the same number',
  'same name and birth date',
  'same family name and birth date',
  'same name',
  'same birth date',
  'same family name and initial',
] as const;
export type Likeness = (typeof likenesses)[number];
export type LookAlike<I extends Identity = Identity> = { readonly other: I; readonly likeness: Likeness };

/** How two patients can be mistaken for each other: the most dangerous way, or nothing. */
export function likenessOf(one: Identity, other: Identity): Likeness | undefined {
  if (one.id === other.id) return undefined;
  if (one.number && other.number && isAlmostSame(one.number, other.number)) return 'almost the same number';
  const isSameDay = one.birthDate !== null && one.birthDate === other.birthDate;
  const isSameFamily = sameWords(one.familyName, other.familyName);
  const isSameName = isSameFamily && sharesGivenName(one.givenName, other.givenName);
  if (isSameName) return isSameDay ? 'same name and birth date' : 'same name';
  if (isSameDay) return isSameFamily ? 'same family name and birth date' : 'same birth date';
  return isSameFamily && sameInitial(one.givenName, other.givenName) ? 'same family name and initial' : undefined;
}

/** Everyone among the others who looks like this patient, the most dangerous first. */
export function lookAlikes<I extends Identity>(patient: Identity, others: readonly I[]): readonly LookAlike<I>[] {
  return others
    .flatMap((other): LookAlike<I>[] => {
      const likeness = likenessOf(patient, other);
      return likeness ? [{ other, likeness }] : [];
    })
    .sort((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness));
}

/** The patients of a list (today's, the waiting room's) that look like someone else on it. */
export function mixUps<I extends Identity>(list: readonly I[]): ReadonlyMap<I['id'], readonly LookAlike<I>[]> {
  const found = list.map((patient): [I['id'], readonly LookAlike<I>[]] => [patient.id, lookAlikes(patient, list)]);
  return new Map(found.filter(([, alike]) => alike.length > 0));
}

/** One digit other, or two neighbours swapped: what a hand does wrong when it copies a number. */
export function isAlmostSame(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  const differing = [...one].flatMap((digit, place) => (digit === other[place] ? [] : [place]));
  const [first, second, ...more] = differing;
  if (first === undefined || more.length > 0) return false;
  if (second === undefined) return true;
  return second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [typedWords(one), typedWords(other)];
  return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word));
}

/** `Anne`, `Anne Berit` and `Anne-Berit` answer to the same call. */
function sharesGivenName(one: string, other: string): boolean {
  const theirs = new Set(typedWords(other));
  return typedWords(one).some((word) => theirs.has(word));
}

function sameInitial(one: string, other: string): boolean {
  const [a, b] = [foldWord(one)[0], foldWord(other)[0]];
  return a !== undefined && a === b;
}

/** What the patient says herself when asked openly; never read out for her to nod to. */
export type Said = { readonly name: string; readonly birthDate: IsoDate };
export type NotTheSame = 'another name' | 'another birth date' | 'birth date not known';

/** Does what was said fit the open patient? A forgotten middle name does, another family name does not. */
export function confirmIdentity(patient: Identity, said: Said): Result<undefined, NotTheSame> {
  const spoken = new Set(typedWords(said.name));
  const family = typedWords(patient.familyName);
  const given = typedWords(patient.givenName);
  const isFamilySaid = family.some((word) => spoken.has(word));
  if (!isFamilySaid || !given.some((word) => spoken.has(word))) return refuse('another name');
  if (patient.birthDate === null) return refuse('birth date not known');
  return patient.birthDate === said.birthDate ? ok() : refuse('another birth date');
}
