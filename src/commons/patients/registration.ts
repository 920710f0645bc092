/** Registering a patient: what is typed, and what the number itself says about it. */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput, optionalLine } from '#kernel/inputs';
import {
  admit,
  birthDateHint,
  type NationalNumberRead,
  readDufNumber,
  readHNumber,
  readNationalNumber,
  type Setting,
  withoutPrintedGap,
} from '#kernel/national-numbers';
import { ok, type Result, refuse } from '#kernel/result';
import { readTelephone } from '#kernel/telephone';
import type { IsoDate } from '#kernel/time';
import { type NumberKind, numberKinds } from './patient.ts';

const name = lineInput(120);

export const caveEntry = z.object({
  substance: name,
  reaction: z.string().trim().max(200).default(''),
  severity: z.enum(['mild', 'serious', 'unknown']).default('unknown'),
});

/** The fields of contact, which are asked about again at the desk. */
export const contactFields = z.object({
  phone: optionalLine(40),
  email: optionalLine(200),
  address: optionalLine(200),
  postcode: optionalLine(10),
  place: optionalLine(80),
});

export const registration = contactFields.extend({
  familyName: name,
  givenName: name,
  birthDate: dayInput.nullable().default(null),
  sex: z.enum(['female', 'male', 'unknown']).default('unknown'),
  number: optionalLine(20),
  numberKind: z.enum(numberKinds).default('fnr'),
  numberIssuer: optionalLine(120),
  addressBlock: z
    .union([z.literal(4), z.literal(6), z.literal(7)])
    .nullable()
    .default(null),
  language: optionalLine(20),
  needsInterpreter: z.boolean().default(false),
  infection: optionalLine(200),
  fastlege: idInput<PersonId>().nullable().default(null),
  frikortUntil: dayInput.nullable().default(null),
  cave: z.array(caveEntry).default([]),
});
export type Registration = z.output<typeof registration>;

export type NumberRefusal =
  | 'number is wrong'
  | 'number is of another kind'
  | 'birth date does not fit the number'
  | 'issuer needed'
  | 'synthetic number'
  | 'number of a real person';
export type RegistrationRefusal = NumberRefusal | 'birth date needed' | 'phone number is wrong';

/** Holds what was typed to what the number says. A number is never repaired, and sex is never read from it. */
export function judgeRegistration(
  given: Registration,
  setting: Setting,
  today: IsoDate,
): Result<Registration, RegistrationRefusal> {
  const phone = given.phone ? readTelephone(given.phone) : ok(null);
  if (!phone.ok) return refuse('phone number is wrong', { reason: phone.why });
  const withPhone = { ...given, phone: phone.value };
  if (given.numberKind === 'none' || !given.number) {
    return given.birthDate === null
      ? refuse('birth date needed')
      : ok({ ...withPhone, number: null, numberKind: 'none' });
  }
  const read = readNumber(withoutPrintedGap(given.number), given, setting);
  if (!read.ok) return read;
  const hints = read.value.national ? birthDateHint(read.value.national, today) : [];
  if (given.birthDate && hints.length > 0 && !hints.includes(given.birthDate))
    return refuse('birth date does not fit the number');
  const birthDate = given.birthDate ?? hints[0] ?? null;
  return birthDate === null ? refuse('birth date needed') : ok({ ...withPhone, number: read.value.number, birthDate });
}

type ReadNumber = { readonly number: string; readonly national?: NationalNumberRead };

function readNumber(digits: string, given: Registration, setting: Setting): Result<ReadNumber, NumberRefusal> {
  if (given.numberKind === 'hnr') {
    const read = readHNumber(digits, given.numberIssuer ?? '');
    if (read.ok) return ok({ number: read.value.number });
    return refuse(read.why === 'issuer needed' ? 'issuer needed' : 'number is wrong');
  }
  if (given.numberKind === 'duf') {
    const read = readDufNumber(digits);
    return read.ok ? ok({ number: read.value }) : refuse('number is wrong');
  }
  const read = readNationalNumber(digits);
  if (!read.ok) return refuse('number is wrong');
  const kind = kindOf(read.value);
  if (kind !== given.numberKind) return refuse('number is of another kind', { kind });
  const admitted = admit(read.value, setting);
  return admitted.ok ? ok({ number: digits, national: admitted.value }) : admitted;
}

export function kindOf(read: NationalNumberRead): NumberKind {
  if (read.type === 'fh') return 'fhnr';
  return read.type.startsWith('d') ? 'dnr' : 'fnr';
}
