/** The arrival (mottak): one key marks it, and only what is missing or old is asked, in one breath. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result } from '#kernel/result';
import { addDays, ageInMonthsOn, ageOn, dayOf, type IsoDate, type Moment, minutesBetween } from '#kernel/time';
import type { Appointment, Arrived, StateRefusal, WaitingRoom } from '../appointments/appointment.ts';
import {
  type AppointmentType,
  type ArrivalQuestion,
  openQuestions,
  stoppingAnswers,
} from '../appointments/appointment-type.ts';
import { arrive } from '../appointments/visit.ts';
import type { ArrivalRule, InfectionRule, InfectionSign } from './arrival.table.ts';

/** What the desk knows of the patient's own facts; the register's names. */
export type DeskFacts = {
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly addressBlock: 4 | 6 | 7 | null;
  readonly contactConfirmedAt: Moment | null;
  readonly nextOfKinConfirmedAt: Moment | null;
  readonly frikortUntil: IsoDate | null;
  readonly frikortAskedAt: Moment | null;
  readonly needsInterpreter: boolean;
  readonly language: string | null;
  readonly identityShown: boolean;
};

/** What is asked at the desk, in this order. */
export const deskQuestions = [
  'show identification',
  'telephone',
  'address',
  'are telephone and address right',
  'exemption card',
  'language',
  'next of kin',
] as const;
export type DeskQuestion = (typeof deskQuestions)[number];

/** Completed months since, at least so many; something never confirmed is old. */
function isOlderThan(confirmedAt: Moment | null, months: number, today: IsoDate): boolean {
  return confirmedAt === null || ageInMonthsOn(dayOf(confirmedAt), today) >= months;
}

function asksExemption(facts: DeskFacts, rule: ArrivalRule, today: IsoDate): boolean {
  if (facts.birthDate !== null && ageOn(facts.birthDate, today) < rule.exemptUnderAge) return false;
  if (facts.frikortUntil !== null && facts.frikortUntil >= today) return false;
  if (facts.frikortAskedAt === null) return true;
  const asked = dayOf(facts.frikortAskedAt);
  return asked.slice(0, 4) < today.slice(0, 4) || addDays(asked, rule.exemptionDays) <= today;
}

/** Only what is missing or old. A blocked address is neither asked for nor spoken at a desk. */
export function askedAtDesk(facts: DeskFacts, rule: ArrivalRule, now: Moment): DeskQuestion[] {
  const today = dayOf(now);
  const asks = new Set<DeskQuestion>();
  if (!facts.identityShown) asks.add('show identification');
  if (!facts.phone) asks.add('telephone');
  if (facts.addressBlock === null) {
    if (!facts.address) asks.add('address');
    const isWhole = Boolean(facts.phone && facts.address);
    if (isWhole && isOlderThan(facts.contactConfirmedAt, rule.contactMonths, today)) {
      asks.add('are telephone and address right');
    }
  }
  if (asksExemption(facts, rule, today)) asks.add('exemption card');
  if (facts.needsInterpreter && !facts.language) asks.add('language');
  if (isOlderThan(facts.nextOfKinConfirmedAt, rule.nextOfKinMonths, today)) asks.add('next of kin');
  return deskQuestions.filter((question) => asks.has(question));
}

export type InfectionCare = { readonly waitsIn: WaitingRoom; readonly mask: boolean; readonly tellDoctor: boolean };

/** Where an infectious patient waits; one sign is enough, and a sign the table does not know is taken as the worst. */
export function careFor(signs: readonly InfectionSign[], rules: readonly InfectionRule[]): InfectionCare {
  const worst = { separateRoom: true, mask: true, tellDoctor: true };
  const found = signs.map((sign) => rules.find((rule) => rule.sign === sign) ?? worst);
  return {
    waitsIn: found.some((rule) => rule.separateRoom) ? 'separate room' : 'waiting room',
    mask: found.some((rule) => rule.mask),
    tellDoctor: found.some((rule) => rule.tellDoctor),
  };
}

export type Reception = {
  readonly arrived: Arrived;
  readonly asks: readonly DeskQuestion[];
  /** The visit's own questions that nobody has answered. */
  readonly questions: readonly ArrivalQuestion[];
  /** Answers with which the visit may be in vain; whoever performs decides. */
  readonly doubts: readonly ArrivalQuestion[];
  readonly care: InfectionCare;
  /** Minutes after the time; negative when early. */
  readonly minutesLate: number;
};

export type ReceptionFacts = {
  readonly desk: DeskFacts;
  readonly type: AppointmentType;
  readonly answers: Readonly<Record<string, 'yes' | 'no'>>;
  readonly signs: readonly InfectionSign[];
};

/** The whole arrival in one step: marked as come, placed, and what is left to ask. Nothing that is asked holds the arrival back. */
export function receive(
  appointment: Appointment,
  facts: ReceptionFacts,
  rules: { readonly arrival: ArrivalRule; readonly infection: readonly InfectionRule[] },
  by: PersonId,
  now: Moment,
): Result<Reception, StateRefusal | 'not today'> {
  const care = careFor(facts.signs, rules.infection);
  const arrived = arrive(appointment, care.waitsIn, by, now);
  if (!arrived.ok) return arrived;
  return ok({
    arrived: arrived.value,
    asks: askedAtDesk(facts.desk, rules.arrival, now),
    questions: openQuestions(facts.type, facts.answers),
    doubts: stoppingAnswers(facts.type, facts.answers),
    care,
    minutesLate: minutesBetween(appointment.from, now),
  });
}
