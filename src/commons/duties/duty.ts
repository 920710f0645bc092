/** A duty (arbeidsoppgave): one line of the job description, with who may do it, on what ground and how. */

import { z } from 'zod';
import type { Words } from '#kernel/texts';
import type { LawId } from './law.table.ts';
import type { Role } from './role.ts';

export const dutyRooms = ['reception', 'laboratory', 'treatment', 'general'] as const;
/** The parts of the job description: three rooms, and what holds everywhere. */
export type DutyRoom = (typeof dutyRooms)[number];

export type ReceptionDuty =
  `reception.${'it' | 'calling-and-receiving' | 'telephone' | 'digital-messages' | 'forms' | 'documentation' | 'patient-accounts' | 'payment-terminal' | 'bookkeeping' | 'post' | 'office-supplies' | 'archiving' | 'scanning' | 'follow-up' | 'patient-transport' | 'interpreter' | 'ambulance'}`;
export type LaboratoryDuty =
  `laboratory.${'blood-sampling' | 'centrifugation' | 'local-analyses' | 'urine-and-faeces' | 'equipment-maintenance' | 'shipment' | 'cleaning' | 'quality-assurance' | 'supplies'}`;
export type TreatmentDuty =
  `treatment.${'first-aid' | 'injections' | 'wound-care' | 'ecg' | 'vital-signs' | 'ankle-arm-index' | 'orthostatic' | 'saturation' | 'cryotherapy' | 'audiometry' | 'spirometry' | 'eye-and-ear' | 'suture-removal' | 'minor-surgery' | 'restocking' | 'cleaning' | 'supplies'}`;
export type GeneralDuty =
  `general.${'training' | 'internal-control' | 'pupil-training' | 'delegated-tasks' | 'no-onward-delegation' | 'health-personnel-act' | 'know-own-competence' | 'abstain' | 'confidentiality' | 'documentation-duty' | 'ethics'}`;
/** The stable name of a duty, in every table and every log. */
export type DutyId = ReceptionDuty | LaboratoryDuty | TreatmentDuty | GeneralDuty;

/**
 * How a role stands to a duty; a role that is not named may not at all.
 * `by profession`: own authorisation is enough · `by role`: with the competence record the duty asks for ·
 * `by delegation`: only with an own, current delegation from a doctor · `supervised`: a named supervisor, as near as the
 * learner's level asks · `observed`: supervisor always beside · `drafts`: prepares, another decides · `watches`: looks on.
 */
export const standings = [
  'by profession',
  'by role',
  'by delegation',
  'supervised',
  'observed',
  'drafts',
  'watches',
] as const;
export type Standing = (typeof standings)[number];
export type WhoMay = Readonly<Partial<Record<Role, Standing>>>;

/** 0 watches · 1 does it under direct observation · 2 with help near · 3 with help in the house · 4 alone. */
export const competenceLevels = [0, 1, 2, 3, 4] as const;
export type CompetenceLevel = (typeof competenceLevels)[number];

/** What the duty asks of the situation, whoever does it. */
export type Needs = {
  /** A doctor's order for this patient (ordinasjon, rekvisisjon), or a written procedure that the head has fixed. */
  readonly order: 'none' | 'order' | 'order or written procedure';
  /** Level of the competence record from which one acts alone; null: no record is asked for. */
  readonly levelAlone: CompetenceLevel | null;
  /** Documented training on the kind of device that is used. */
  readonly device: boolean;
  readonly doctor: 'present' | 'reachable' | 'not needed';
  /** Who must approve before it counts or leaves the clinic. */
  readonly approval: 'doctor' | 'head' | 'second person' | 'none';
};

/** Who may, and what it takes: the rule that one act of a duty is judged by. */
export type DutyRule = { readonly who: WhoMay; readonly needs: Needs };

/** Acts within a duty that have stricter rules than the duty itself. */
export type SpecialAct =
  | 'advice'
  | 'triage-decision'
  | 'medical-decision'
  | 'attest'
  | 'payment-correction'
  | 'day-close'
  | 'helfo-report'
  | 'result-release'
  | 'access-decision'
  | 'deletion-or-disclosure'
  | 'planned-ambulance'
  | 'emergency-medicine'
  | 'load-release'
  | 'measure-decision'
  | 'sign-off';
/** What a person is about to do with a duty; unless said otherwise: perform it. */
export type Act = 'look' | 'prepare' | 'perform' | SpecialAct;

/** Who carries the work: the software completes it, prepares it for a named human, or guides human hands. */
export type Carry = 'completes' | 'prepares' | 'guides';
export type Rhythm =
  | 'all day'
  | 'every day'
  | 'every week'
  | 'every month'
  | 'every year'
  | 'on order'
  | 'when it happens';

export type Duty = DutyRule & {
  readonly id: DutyId;
  readonly room: DutyRoom;
  /** Its place in its part of the job description, from 1. */
  readonly lineInDescription: number;
  readonly name: Words;
  /** One paragraph of what the duty is. */
  readonly description: Words;
  /** How it is done, step by step. */
  readonly routine: { readonly nb: readonly string[]; readonly en: readonly string[] };
  /** What one does not do under this duty, in words. */
  readonly limits?: Words;
  readonly acts: Readonly<Partial<Record<SpecialAct, DutyRule>>>;
  readonly carry: readonly Carry[];
  readonly rhythm: Rhythm;
  readonly laws: readonly LawId[];
  /** Law lays it on the person or the clinic: no clinic can switch it off. */
  readonly fixedByLaw: boolean;
};

/** The rule for an act; an act that the duty does not know is nobody's. */
export function ruleFor(duty: Pick<Duty, 'who' | 'needs' | 'acts'>, act: Act): DutyRule | undefined {
  if (act === 'look' || act === 'prepare' || act === 'perform') return duty;
  return duty.acts[act];
}

/** Can the act be handed over by a doctor at all: is there a role that holds it by delegation? */
export function isDelegable(duty: Pick<Duty, 'who' | 'needs' | 'acts'>, act: Act): boolean {
  return Object.values(ruleFor(duty, act)?.who ?? {}).includes('by delegation');
}

const actNames: Record<Act, true> = {
  look: true,
  prepare: true,
  perform: true,
  advice: true,
  'triage-decision': true,
  'medical-decision': true,
  attest: true,
  'payment-correction': true,
  'day-close': true,
  'helfo-report': true,
  'result-release': true,
  'access-decision': true,
  'deletion-or-disclosure': true,
  'planned-ambulance': true,
  'emergency-medicine': true,
  'load-release': true,
  'measure-decision': true,
  'sign-off': true,
};
export const acts = Object.keys(actNames) as readonly Act[];
export const actSchema = z.enum(acts);
