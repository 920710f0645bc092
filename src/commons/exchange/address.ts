/** Addresses of the health net: who can be written to, by HER-id, and which letters they take. */

import type { Branded } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { IsoDate } from '#kernel/time';

/** Number of a communication party in the address register (Adresseregisteret). */
export type HerId = Branded<string, 'HerId'>;
/** Number in the central register of legal entities (Enhetsregisteret), with its check digit. */
export type OrganisationNumber = Branded<string, 'OrganisationNumber'>;

export function readHerId(text: string): Result<HerId, 'not a HER-id'> {
  const digits = text.trim();
  return /^[1-9]\d{0,9}$/.test(digits) ? ok(digits as HerId) : refuse('not a HER-id');
}

const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Nine digits, modulo 11 with weights 3 2 7 6 5 4 3 2. Source: Brønnøysundregistrene. */
export function readOrganisationNumber(text: string): Result<OrganisationNumber, 'not an organisation number'> {
  const digits = text.replace(/[\s\u00a0]/g, '');
  if (!/^\d{9}$/.test(digits)) return refuse('not an organisation number');
  const sum = organisationWeights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return sum % 11 === 0 ? ok(digits as OrganisationNumber) : refuse('not an organisation number');
}

/** A communication party: a service (legevakt, laboratory), or a person at a clinic, always below an organisation. */
export type Address = {
  readonly herId: HerId;
  readonly name: string;
  readonly kind: 'organisation' | 'service' | 'person';
  readonly belongsTo: HerId | null;
  /** Message types (kodeverk 8279) that the party has told that it takes. */
  readonly takes: readonly string[];
  readonly from: IsoDate;
  readonly until: IsoDate | null;
};
export type CannotWrite = 'not in force' | 'does not take this message' | 'write to a service or person';

/** Letters go to a service or a person, not to the organisation above it. Source: HIS 1153-1 (tjenestebasert adressering). */
export function mayBeWrittenTo(address: Address, type: string, day: IsoDate): Result<HerId, CannotWrite> {
  if (day < address.from || (address.until !== null && day > address.until)) return refuse('not in force');
  if (address.kind === 'organisation') return refuse('write to a service or person');
  return address.takes.includes(type) ? ok(address.herId) : refuse('does not take this message');
}

/** How a letter of a type is marked on its ebXML envelope. Source: HISD 1209:2018. */
export function envelopeMarks(type: string): {
  readonly service: string;
  readonly action: string;
  readonly fromRole: string;
  readonly toRole: string;
} {
  return { service: `S-${type}`, action: type, fromRole: `${type}sender`, toRole: `${type}receiver` };
}
