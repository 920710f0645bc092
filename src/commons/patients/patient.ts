/** A patient of the clinic: who it is, how to reach them, and what everyone at the desk must know. */

import type { Id, PersonId } from '#kernel/ids';
import type { Sex } from '#kernel/sex';
import type { IsoDate, Moment } from '#kernel/time';

export type PatientId = Id<'Patient'>;

/** Which register issued the number; `none` is a person of whom no number is known yet. */
export type NumberKind = 'fnr' | 'dnr' | 'hnr' | 'fhnr' | 'duf' | 'none';
export const numberKinds = ['fnr', 'dnr', 'hnr', 'fhnr', 'duf', 'none'] as const satisfies readonly NumberKind[];

/** Adressesperre: 6 strictly confidential (kode 6), 7 confidential (kode 7), 4 klientadresse. */
export type AddressBlock = 4 | 6 | 7;

/** What must be known before anything is given (CAVE). */
export type Cave = {
  readonly substance: string;
  readonly reaction: string;
  readonly severity: 'mild' | 'serious' | 'unknown';
};

export type Contact = {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
};

export type Patient = Contact & {
  readonly id: PatientId;
  readonly state: 'active' | 'dead' | 'merged';
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex;
  readonly number: string | null;
  readonly numberKind: NumberKind;
  /** Who issued a hjelpenummer; such a number means nothing without it. */
  readonly numberIssuer: string | null;
  readonly addressBlock: AddressBlock | null;
  readonly language: string | null;
  readonly needsInterpreter: boolean;
  readonly cave: readonly Cave[];
  readonly infection: string | null;
  readonly fastlege: PersonId | null;
  /** Frikort as last answered: until when, or not asked. */
  readonly frikortUntil: IsoDate | null;
  readonly frikortAskedAt: Moment | null;
  /** When the patient last said that phone and address are right. */
  readonly contactConfirmedAt: Moment | null;
  readonly mergedInto: PatientId | null;
  readonly registeredAt: Moment;
};

/** A line of a search answer: enough to tell two people apart, and no more. */
export type PatientLine = Pick<
  Patient,
  'id' | 'familyName' | 'givenName' | 'birthDate' | 'sex' | 'number' | 'phone' | 'addressBlock' | 'state' | 'fastlege'
>;

/** `Hansen, Odd`, as lists sort and people at the desk read. */
export function fullName({ familyName, givenName }: { familyName: string; givenName: string }): string {
  return `${familyName}, ${givenName}`;
}
