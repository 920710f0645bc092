/** What happened at one visit, as the other rooms tell it: who saw the patient, what was done by whom, and by which authority. */

import type { Ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import type { Words } from '#kernel/texts';
import type { Moment } from '#kernel/time';
import type { BillingDoctor } from '../entities/doctor-entity.ts';
import type { EveningGround } from '../tariffs/evening.ts';
import type { PatientStanding } from '../tariffs/exemption.ts';
import type { Material, ProcedureName } from './work.table.ts';

export type PerformerRole = 'doctor' | 'nurse' | 'bioengineer' | 'helsesekretaer' | 'pupil';

/** By which authority someone worked; `own` is the doctor's own decision. */
export type Authority =
  | { readonly kind: 'own' }
  | { readonly kind: 'order'; readonly by: PersonId | null }
  | { readonly kind: 'delegation'; readonly by: PersonId }
  | { readonly kind: 'none' };

export type Performer = {
  readonly role: PerformerRole;
  readonly authority: Authority;
  /** Someone authorised who stood beside; a pupil's work is nobody's bill without it. */
  readonly supervisedBy: PersonId | null;
};

/** What a simple contact was about; the last six are never billed (note A1). */
export type SimpleMatter =
  | 'only the work'
  | 'advice'
  | 'prescription'
  | 'prescription with advice'
  | 'sick note or referral'
  | 'transport need'
  | 'sampling for another requester'
  | 'appointment'
  | 'simple message'
  | 'result without advice'
  | 'talk with a colleague'
  | 'prescription phoned in';

export type ConsultationWay = 'in person' | 'text' | 'telephone' | 'video';

export type Contact =
  | {
      readonly kind: 'consultation';
      readonly way: ConsultationWay;
      readonly by: Performer;
      /** Length in minutes, where it was measured. */
      readonly minutes: number | null;
    }
  | { readonly kind: 'home visit'; readonly by: Performer; readonly minutes: number | null }
  | {
      readonly kind: 'simple';
      readonly way: 'in person' | 'messenger' | 'telephone' | 'in writing';
      readonly by: Performer;
      readonly matter: SimpleMatter;
    }
  | {
      readonly kind: 'not attended';
      /** Whether the patient had been told of the fee; a specialist's patient must have been (note B2). */
      readonly toldBeforehand: 'yes' | 'no' | 'unknown';
    };

export type SpecimenMaterial = 'blood' | 'urine' | 'faeces' | 'swab' | 'tissue' | 'other';

export type Work =
  | {
      readonly kind: 'sampling';
      readonly method: 'venous' | 'capillary tube' | 'capillary' | 'other';
      /** What went out of the house; samples that are only analysed here have none. */
      readonly consignments: readonly { readonly laboratory: string; readonly material: SpecimenMaterial }[];
      readonly by: Performer;
    }
  | {
      readonly kind: 'analysis';
      /** The name in the table of analyses; one that is not there has no code. */
      readonly analyte: string;
      readonly sample: 'taken here' | 'brought';
      readonly by: Performer;
    }
  | { readonly kind: 'ecg'; readonly isReadByDoctor: boolean; readonly by: Performer }
  | {
      readonly kind: 'procedure';
      readonly procedure: ProcedureName;
      readonly times: number;
      /** Consumables that were really used, where it was other than the table says. */
      readonly material?: Material | 'none';
      readonly by: Performer;
    }
  | { readonly kind: 'interpreter'; readonly isQualified: boolean }
  | {
      readonly kind: 'item';
      readonly what: 'vaccine' | 'medicine' | 'device' | 'plaster' | 'orthosis' | 'disposable';
      readonly name: Words;
      /** What the clinic itself paid. */
      readonly cost: Ore;
    };

export type ListMembership = 'ours' | 'another clinic' | 'outside the list system';

export type VisitFacts = {
  readonly at: Moment;
  readonly doctor: BillingDoctor;
  readonly patient: PatientStanding & {
    readonly list: ListMembership;
    /** Immediate help under helsepersonelloven § 7. */
    readonly isEmergency: boolean;
  };
  readonly contact: Contact;
  readonly work: readonly Work[];
  readonly eveningGround: EveningGround;
  /** When the patient had a consultation on another bill that day. */
  readonly otherConsultations: readonly Moment[];
};

/** The one whose contact it was; nobody met a patient who did not come. */
export function contactPerformer({ contact }: VisitFacts): Performer | null {
  return contact.kind === 'not attended' ? null : contact.by;
}

/** A consultation or home visit, which only a doctor or a nurse can hold. */
export function isMeeting({ contact }: VisitFacts): boolean {
  if (contact.kind !== 'consultation' && contact.kind !== 'home visit') return false;
  return contact.by.role === 'doctor' || contact.by.role === 'nurse';
}

export type NoAuthority = 'no order or delegation' | 'pupil without a supervisor';

/** Why someone's work cannot be billed by anyone: hard stop 3, and the pupil alone. */
export function authorityMissing({ role, authority, supervisedBy }: Performer): NoAuthority | null {
  if (role === 'doctor') return null;
  if (role === 'pupil' && supervisedBy === null) return 'pupil without a supervisor';
  return authority.kind === 'order' || authority.kind === 'delegation' ? null : 'no order or delegation';
}
