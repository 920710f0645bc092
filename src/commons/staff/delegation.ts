/** A delegation (delegering, helsepersonelloven § 5): a doctor hands one act to one person, with limits, until a day. */

import { z } from 'zod';
import {
  type Act,
  type AdaptedDuty,
  actSchema,
  type DutyId,
  dutyIdSchema,
  isDelegable,
  type Role,
  ruleFor,
} from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { daySchema } from './access.ts';
import { delegationMonths } from './delegation.table.ts';
import { lastDayOf } from './period.ts';
import { decidesHere, isResponsibleDoctor, type Person, workingRolesAt } from './person.ts';

export type DelegationId = Id<'Delegation'>;
/** Whom it covers, when to stop, and how many times at most. */
export type Conditions = { readonly patients: string; readonly stopRules: readonly string[]; readonly atMost?: number };

type Known = {
  readonly id: DelegationId;
  readonly duty: DutyId;
  readonly act: Act;
  /** The concrete task, in the doctor's words. */
  readonly task: string;
  readonly delegator: PersonId;
  readonly delegate: PersonId;
  readonly conditions: Conditions;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly offeredAt: Moment;
};
export type OfferedDelegation = Known & { readonly state: 'offered' };
export type AcceptedDelegation = Known & {
  readonly state: 'accepted';
  readonly acceptedAt: Moment;
  /** How many times it has been used. */
  readonly used: number;
};
export type EndedDelegation = Known & {
  readonly state: 'ended';
  readonly how: 'withdrawn' | 'expired' | 'declined' | 'returned';
  readonly endedAt: Moment;
  readonly endedBy: PersonId | 'clock';
  readonly acceptedAt?: Moment;
  readonly used: number;
  readonly words?: string;
};
export type Delegation = OfferedDelegation | AcceptedDelegation | EndedDelegation;

/** What may follow what. */
export const delegationNext = {
  offered: ['accepted', 'ended'],
  accepted: ['accepted', 'ended'],
  ended: [],
} as const satisfies Record<Delegation['state'], readonly Delegation['state'][]>;

export const offerInput = z.object({
  delegate: z.custom<PersonId>((id) => typeof id === 'string' && id.length > 0),
  duty: dutyIdSchema,
  act: actSchema.exclude(['look', 'prepare']).default('perform'),
  task: z.string().trim().min(1).max(400),
  patients: z.string().trim().min(1).max(400),
  stopRules: z.array(z.string().trim().min(1).max(400)).min(1),
  atMost: z.int().positive().optional(),
  from: daySchema,
  until: daySchema.optional(),
});
export type OfferInput = z.infer<typeof offerInput>;

export type WhyNotOffered =
  | 'only a doctor delegates'
  | 'authorisation not valid'
  | 'delegates to oneself'
  | 'not a colleague now'
  | 'duty is off here'
  | 'cannot be delegated'
  | 'not for this role'
  | 'held by delegation'
  | 'limits missing'
  | 'from a day that has passed'
  | 'ends before it begins'
  | 'longer than the clinic allows';

export type Offering = {
  readonly id: DelegationId;
  readonly wish: OfferInput;
  readonly doctor: Person;
  readonly delegate: Person;
  readonly duty: AdaptedDuty;
  /** Delegations that the doctor herself has been given. */
  readonly heldByDoctor: readonly Delegation[];
};

/** The doctor offers; it is worth nothing until the person says yes. */
export function offer(offering: Offering, now: Moment): Result<OfferedDelegation, WhyNotOffered> {
  const { id, wish, doctor, delegate } = offering;
  const stop = offererStop(offering, now) ?? taskStop(offering, now);
  if (stop) return stop;
  if (!wish.patients.trim() || !wish.stopRules.some((rule) => rule.trim())) return refuse('limits missing');
  if (wish.from < dayOf(now)) return refuse('from a day that has passed', { from: wish.from });
  const months = validOn(delegationMonths, dayOf(now))?.value ?? { usual: 0, longest: 0 };
  const until = wish.until ?? lastDayOf(wish.from, months.usual);
  if (until < wish.from) return refuse('ends before it begins');
  const longest = lastDayOf(wish.from, months.longest);
  if (until > longest) return refuse('longer than the clinic allows', { longest });
  const { patients, stopRules, atMost, duty, act, task, from } = wish;
  const conditions = { patients, stopRules, ...(atMost === undefined ? {} : { atMost }) };
  const parties = { delegator: doctor.id, delegate: delegate.id };
  return ok({ id, duty, act, task, ...parties, conditions, from, until, offeredAt: now, state: 'offered' });
}

function offererStop({ doctor, wish, heldByDoctor }: Offering, now: Moment): Refused<WhyNotOffered> | undefined {
  if (!doctor.accesses.some((access) => access.role === 'doctor')) return refuse('only a doctor delegates');
  if (!isResponsibleDoctor(doctor, now)) return refuse('authorisation not valid');
  const passedOn = heldByDoctor.some(
    (one) =>
      one.delegate === doctor.id &&
      one.state === 'accepted' &&
      one.duty === wish.duty &&
      one.act === wish.act &&
      !hasExpired(one, now),
  );
  return passedOn ? refuse('held by delegation') : undefined;
}

function taskStop({ duty, wish, doctor, delegate }: Offering, now: Moment): Refused<WhyNotOffered> | undefined {
  if (delegate.id === doctor.id || wish.delegate === doctor.id) return refuse('delegates to oneself');
  const roles = workingRolesAt(delegate, now);
  if (delegate.id !== wish.delegate || roles.length === 0) return refuse('not a colleague now');
  if (!duty.on || duty.id !== wish.duty) return refuse('duty is off here');
  const who = ruleFor(duty, wish.act)?.who;
  if (!who || !isDelegable(duty, wish.act) || who.doctor !== 'by profession') return refuse('cannot be delegated');
  return roles.some((role) => takesDelegation(who[role], role)) ? undefined : refuse('not for this role');
}

function takesDelegation(standing: string | undefined, role: Role): boolean {
  return standing === 'by delegation' || (role === 'pupil' && (standing === 'supervised' || standing === 'observed'));
}

/** Past its last day, whether or not anyone has closed it yet. */
export function hasExpired(delegation: Delegation, now: Moment): boolean {
  return delegation.state !== 'ended' && delegation.until < dayOf(now);
}

export type WhyNotAnswered = 'not yours to answer' | 'answered already' | 'delegation withdrawn' | 'delegation expired';

function answerStop(delegation: Delegation, by: PersonId, now: Moment): Refused<WhyNotAnswered> | undefined {
  if (delegation.delegate !== by) return refuse('not yours to answer');
  if (delegation.state === 'accepted') return refuse('answered already');
  if (delegation.state === 'ended')
    return refuse(delegation.how === 'withdrawn' ? 'delegation withdrawn' : 'answered already');
  return hasExpired(delegation, now)
    ? refuse('delegation expired', { until: delegation.until, today: dayOf(now) })
    : undefined;
}

/** «Yes, I take this»: said by the person, nobody else. */
export function accept(delegation: Delegation, by: PersonId, now: Moment): Result<AcceptedDelegation, WhyNotAnswered> {
  const stop = answerStop(delegation, by, now);
  if (stop) return stop;
  if (delegation.state !== 'offered') return refuse('answered already');
  return ok({ ...delegation, state: 'accepted', acceptedAt: now, used: 0 });
}

/** «No, thank you»: without a reason and without blame. */
export function decline(delegation: Delegation, by: PersonId, now: Moment): Result<EndedDelegation, WhyNotAnswered> {
  const stop = answerStop(delegation, by, now);
  return stop ?? ok(ended(delegation, 'declined', by, now));
}

/** Takes effect at once; any responsible doctor or the head may. */
export function withdraw(
  delegation: Delegation,
  by: Person,
  now: Moment,
  words?: string,
): Result<EndedDelegation, 'not yours to withdraw' | 'ended already'> {
  if (delegation.state === 'ended') return refuse('ended already');
  if (!decidesHere(by, now)) return refuse('not yours to withdraw');
  return ok(ended(delegation, 'withdrawn', by.id, now, words));
}

/** «I am not competent for this»: the whole delegation goes back to the doctor. */
export function giveBack(
  delegation: Delegation,
  by: PersonId,
  now: Moment,
  words?: string,
): Result<EndedDelegation, 'not yours to answer' | 'not accepted' | 'ended already'> {
  if (delegation.delegate !== by) return refuse('not yours to answer');
  if (delegation.state === 'ended') return refuse('ended already');
  if (delegation.state === 'offered') return refuse('not accepted');
  return ok(ended(delegation, 'returned', by, now, words));
}

/** Closes a delegation that has run out; anything else is left as it is. */
export function afterClock(delegation: Delegation, now: Moment): Delegation {
  if (delegation.state === 'ended' || !hasExpired(delegation, now)) return delegation;
  return ended(delegation, 'expired', 'clock', momentAt(addDays(delegation.until, 1), '00:00' as TimeOfDay));
}

function ended(
  delegation: Delegation,
  how: EndedDelegation['how'],
  endedBy: EndedDelegation['endedBy'],
  endedAt: Moment,
  words?: string,
): EndedDelegation {
  const used = delegation.state === 'offered' ? 0 : delegation.used;
  return { ...delegation, state: 'ended', how, endedBy, endedAt, used, ...(words ? { words } : {}) };
}
