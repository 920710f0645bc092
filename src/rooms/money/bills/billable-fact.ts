/** A billable fact: what a room told of one piece of a contact, and how several of them become the visit that is billed. */

import type { Id, PersonId } from '#kernel/ids';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { Patient, PatientId } from '#patients';
import type { BillingDoctor } from '../entities/doctor-entity.ts';
import type { EveningGround } from '../tariffs/evening.ts';
import type { ExemptionReason } from '../tariffs/exemption.ts';
import type {
  Authority,
  ConsultationWay,
  Contact,
  ListMembership,
  Performer,
  PerformerRole,
  SimpleMatter,
  VisitFacts,
  Work,
} from './visit-facts.ts';

export type BillableFactId = Id<'BillableFact'>;

type WithoutPerformer<W> = W extends { readonly by: Performer } ? Omit<W, 'by'> : W;
/** Done with or to the patient; who did it stands beside. */
export type WorkFact = WithoutPerformer<Work>;
export type ContactFact =
  | { readonly kind: 'meeting'; readonly way: ConsultationWay | 'home visit'; readonly minutes: number | null }
  | {
      readonly kind: 'simple contact';
      readonly way: 'in person' | 'messenger' | 'telephone' | 'in writing';
      readonly matter: SimpleMatter;
    }
  | { readonly kind: 'not attended' };

/** One bill is one contact: what was done in the house that day, each contact from afar, each time not used. */
export type ContactPlace = 'visit' | 'remote contact' | 'not attended';

export type BillableFact = {
  readonly id: BillableFactId;
  readonly patient: PatientId;
  /** Whose bill it is; nothing as long as nobody knows. */
  readonly doctor: PersonId | null;
  readonly day: IsoDate;
  readonly doneAt: Moment;
  readonly about: ContactPlace;
  /** What it was told of, and its id: told again, the newest telling counts. */
  readonly source: string;
  readonly performer: Performer | null;
  readonly fact: ContactFact | WorkFact;
};

/** What someone has said of the visit that the facts themselves do not tell. */
export type Circumstances = {
  readonly stated: ExemptionReason | null;
  readonly groundWritten: boolean;
  readonly list: ListMembership | null;
  readonly isEmergency: boolean;
  readonly eveningGround: EveningGround;
  readonly toldBeforehand: 'yes' | 'no' | 'unknown';
};
export const usualCircumstances: Circumstances = {
  stated: null,
  groundWritten: false,
  list: null,
  isEmergency: false,
  eveningGround: 'none',
  toldBeforehand: 'unknown',
};

const isContact = (fact: ContactFact | WorkFact): fact is ContactFact =>
  fact.kind === 'meeting' || fact.kind === 'simple contact' || fact.kind === 'not attended';

/** Which of the day's bills a fact belongs to. */
export function placeOf(fact: ContactFact | WorkFact): ContactPlace {
  if (fact.kind === 'not attended') return 'not attended';
  if (fact.kind === 'meeting' && fact.way !== 'in person' && fact.way !== 'home visit') return 'remote contact';
  if (fact.kind === 'simple contact' && (fact.way === 'telephone' || fact.way === 'in writing'))
    return 'remote contact';
  return 'visit';
}

const rolesByWeight: readonly PerformerRole[] = ['doctor', 'nurse', 'bioengineer', 'helsesekretaer', 'pupil'];

/** The role in which someone's work counts: the highest held; nothing for those who do not treat anyone. */
export function performerRoleOf(roles: readonly string[]): PerformerRole | null {
  return rolesByWeight.find((role) => roles.includes(role)) ?? null;
}

/** A doctor works on the own decision; for the others the doctor who ordered or delegated must be known to delegate. */
export function authorityOf(
  role: PerformerRole,
  told: 'own' | 'order' | 'delegation' | 'none',
  doctor: PersonId | null,
): Authority {
  if (role === 'doctor') return { kind: 'own' };
  if (told === 'order') return { kind: 'order', by: doctor };
  if (told === 'delegation' && doctor !== null) return { kind: 'delegation', by: doctor };
  return { kind: 'none' };
}

type ToldContact = { readonly fact: ContactFact; readonly by: Performer | null; readonly at: Moment };

/** The meeting before the simple contact, the doctor's before the others', the billable before the rest. */
function weightOf({ fact, by }: ToldContact): number {
  if (fact.kind === 'not attended') return 0;
  const role = by ? rolesByWeight.indexOf(by.role) : rolesByWeight.length;
  if (fact.kind === 'meeting') return 10 + role;
  const isWorth = fact.matter !== 'appointment' && fact.matter !== 'simple message';
  return (isWorth ? 20 : 30) + role;
}

function contactOf({ fact, by }: ToldContact, told: Circumstances['toldBeforehand']): Contact | null {
  if (fact.kind === 'not attended') return { kind: 'not attended', toldBeforehand: told };
  if (!by) return null;
  if (fact.kind === 'simple contact') return { kind: 'simple', way: fact.way, by, matter: fact.matter };
  const { way, minutes } = fact;
  if (way === 'home visit') return { kind: 'home visit', by, minutes };
  return { kind: 'consultation', way, by, minutes };
}

function workOf({ fact, performer }: BillableFact): readonly Work[] {
  if (isContact(fact)) return [];
  if (fact.kind === 'interpreter' || fact.kind === 'item') return [fact];
  return performer ? [{ ...fact, by: performer } as Work] : [];
}

/** Nobody met the doctor: the visit is the work itself, in the hands of who did the first of it. */
function staffContact(facts: readonly BillableFact[]): Contact | null {
  const by = facts.find(({ performer, fact }) => performer && !isContact(fact))?.performer;
  return by ? { kind: 'simple', way: 'in person', by, matter: 'only the work' } : null;
}

/** An unknown birth date makes no one a child; the desk sees that it is missing in the banner. */
const unknownBirth = '1900-01-01' as IsoDate;

/** Frikort is known for the day, or was asked that day and there is none, or was not asked. */
export function frikortOn(
  { frikortUntil, frikortAskedAt }: Pick<Patient, 'frikortUntil' | 'frikortAskedAt'>,
  day: IsoDate,
): VisitFacts['patient']['frikort'] {
  if (frikortUntil !== null && frikortUntil >= day) return 'yes';
  return frikortAskedAt !== null && dayOf(frikortAskedAt) >= day ? 'no data' : 'not asked';
}

export type BilledPatient = Pick<Patient, 'birthDate' | 'frikortUntil' | 'frikortAskedAt'>;

/** The visit that the facts make together; nothing when they tell of no contact and no work. */
export function visitFactsOf(
  facts: readonly BillableFact[],
  about: {
    readonly doctor: BillingDoctor;
    readonly patient: BilledPatient;
    readonly circumstances: Circumstances;
    readonly otherConsultations: readonly Moment[];
  },
): VisitFacts | null {
  const { doctor, patient, circumstances } = about;
  const contacts = facts
    .flatMap(({ fact, performer: by, doneAt: at }) => (isContact(fact) ? [{ fact, by, at }] : []))
    .sort((one, other) => weightOf(one) - weightOf(other));
  const [first] = contacts;
  const contact = (first && contactOf(first, circumstances.toldBeforehand)) ?? staffContact(facts);
  const at = first?.at ?? facts.map(({ doneAt }) => doneAt).sort()[0];
  if (!contact || !at) return null;
  return {
    at,
    doctor,
    patient: {
      birth: patient.birthDate ?? unknownBirth,
      frikort: frikortOn(patient, dayOf(at)),
      stated: circumstances.stated,
      groundWritten: circumstances.groundWritten,
      list: circumstances.list ?? 'ours',
      isEmergency: circumstances.isEmergency,
    },
    contact,
    work: facts.flatMap(workOf),
    eveningGround: circumstances.eveningGround,
    otherConsultations: about.otherConsultations,
  };
}
