/** One line of a doctor's list (pasientliste), held to the rules of registering; what does not hold is left to a person. */

import { type Coded, type PostalAddress, wordsOf } from '#exchange';
import { readDufNumber, readNationalNumber } from '#kernel/national-numbers';
import { ok, type Result, refuse } from '#kernel/result';
import type { Sex } from '#kernel/sex';
import { readTelephone } from '#kernel/telephone';
import type { IsoDate } from '#kernel/time';
import type { NumberKind } from './patient.ts';
import type { ListedPatient } from './patient-list.message.ts';
import {
  judgeRegistration,
  kindOf,
  type Registration,
  type RegistrationRefusal,
  registration,
} from './registration.ts';

/** Where the line stands: the count from 1, and the line in the file where the reader could tell it. */
export type Place = { readonly place: number; readonly line: number | null };

/** What a list says of a patient, in the form of the register. */
export type Listed = Place & {
  readonly registration: Registration & { readonly number: string };
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly change: string | null;
  readonly reasonForLeaving: string | null;
  readonly navOffice: string | null;
  readonly mainPersonNumber: string | null;
};

export type WhyUnreadable =
  | RegistrationRefusal
  | 'number missing'
  | 'name missing'
  | 'first day missing'
  | 'last day wrong'
  | 'twice in the list';
export type Unreadable = Place & { readonly why: WhyUnreadable; readonly number: string | null };

/** Kinds of numbers in a message (kodeverk 8116, ID-type for personer) and here. */
const numberKinds: Readonly<Record<string, NumberKind>> = { FNR: 'fnr', DNR: 'dnr', FHN: 'fhnr', DUF: 'duf' };
/** Kodeverk 3101 (kjønn, ISO 5218). */
const sexes: Readonly<Record<string, Sex>> = { '1': 'male', '2': 'female' };

/** Nothing is repaired: a number, a name or a first day that is missing or wrong makes the line unreadable. */
export function readListed(
  listed: ListedPatient,
  at: Place,
  setting: 'production' | 'practice',
  today: IsoDate,
): Result<Listed, WhyUnreadable> {
  const { person, number, from, until } = listed;
  if (number === null) return refuse('number missing');
  const givenName = [person.givenName, person.middleName].filter((name) => name !== null).join(' ');
  if (!person.familyName || !givenName) return refuse('name missing');
  if (!from?.day) return refuse('first day missing');
  if (until && (!until.day || until.day < from.day)) return refuse('last day wrong');
  const judged = judgeRegistration(
    registration.parse({
      familyName: person.familyName.slice(0, 120),
      givenName: givenName.slice(0, 120),
      birthDate: person.born?.day ?? null,
      sex: sexes[person.sex?.code ?? ''] ?? 'unknown',
      number,
      numberKind: kindIn(number, listed.numberType),
      phone: phoneIn([...person.reachedAt, ...(person.address?.reachedAt ?? [])]),
      ...addressIn(person.address),
    }),
    setting,
    today,
  );
  if (!judged.ok) return judged;
  return ok({
    ...at,
    registration: { ...judged.value, number: judged.value.number ?? number },
    from: from.day,
    until: until?.day ?? null,
    change: saidOf(listed.change),
    reasonForLeaving: saidOf(listed.reasonForLeaving),
    navOffice: listed.navOffice,
    mainPersonNumber: listed.mainPersonNumber,
  });
}

/** The kind that the message states; where it states none, what the number itself is. */
function kindIn(number: string, stated: Coded | null): NumberKind {
  const kind = numberKinds[stated?.code?.toUpperCase() ?? ''];
  if (kind) return kind;
  const read = readNationalNumber(number);
  if (read.ok) return kindOf(read.value);
  return readDufNumber(number).ok ? 'duf' : 'fnr';
}

/** `tel:40000002`; what is not a telephone number is no reason to turn the patient away. */
function phoneIn(reachedAt: readonly string[]): string | null {
  for (const address of reachedAt) {
    const read = readTelephone(address.replace(/^tel:/i, ''));
    if (read.ok) return read.value;
  }
  return null;
}

function addressIn(address: PostalAddress | null): {
  address: string | null;
  postcode: string | null;
  place: string | null;
} {
  const street = [address?.street, address?.postbox].filter((part) => part).join(', ');
  return {
    address: street.replace(/\s+/g, ' ').slice(0, 200) || null,
    postcode: address?.postalCode?.slice(0, 10) ?? null,
    place: address?.city?.trim().slice(0, 80) ?? null,
  };
}

/** `N Ny på listen`: code and words as received. */
function saidOf(coded: Coded | null): string | null {
  if (!coded) return null;
  return [...new Set([coded.code ?? '', wordsOf(coded)])].join(' ').trim() || null;
}
