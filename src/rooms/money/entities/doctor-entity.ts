/** A doctor-entity: the doctor or company that owns the bills, the receipts and the cash drawer, and keeps its own books. */

import { z } from 'zod';
import type { OrganisationNumber } from '#kernel/account-numbers';
import type { Id, PersonId } from '#kernel/ids';
import { lineInput } from '#kernel/inputs';
import type { IsoDate } from '#kernel/time';

export type DoctorEntityId = Id<'DoctorEntity'>;

/** What a sales document must say of the seller (bokføringsforskriften § 5-1-2). */
export type DoctorEntity = {
  readonly id: DoctorEntityId;
  readonly name: string;
  readonly organisationNumber: OrganisationNumber;
  readonly address: string;
  /** A company (AS) writes the word Foretaksregisteret on its documents. */
  readonly isCompany: boolean;
  readonly isVatRegistered: boolean;
};

export const entityInput = z.object({
  name: lineInput(120),
  organisationNumber: lineInput(20),
  address: lineInput(200),
  isCompany: z.boolean().default(false),
  isVatRegistered: z.boolean().default(false),
});

export type TerminalId = Id<'Terminal'>;
/** A card terminal at the desk: the amount is typed on it, or told to it over the line at its address. */
export type Terminal = {
  readonly id: TerminalId;
  readonly entity: DoctorEntityId;
  readonly name: string;
  readonly mode: 'typed' | 'integrated';
  readonly address: string | null;
};

/** The doctor whose contact it was, and who is paid for it. */
export type BillingDoctor = {
  readonly entity: DoctorEntityId;
  readonly person: PersonId;
  /** Last day of the five-year period that gives specialist supplements (§ 2 no. 7; HPR); nothing when there is none. */
  readonly specialistUntil: IsoDate | null;
};

export function isSpecialistOn({ specialistUntil }: BillingDoctor, day: IsoDate): boolean {
  return specialistUntil !== null && day <= specialistUntil;
}
