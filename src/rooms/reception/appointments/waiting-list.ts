/** The waiting list (venteliste): who wants a sooner time, who is asked first when one is freed, and whether it is fair. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import {
  dayMs,
  dayOf,
  type IsoDate,
  type Moment,
  minutesBetween,
  type TimeOfDay,
  timeOf,
  weekdayOf,
} from '#kernel/time';
import type { PatientId } from '#patients';
import type { AppointmentId } from './appointment.ts';
import type { AppointmentTypeCode } from './appointment-type.ts';
import type { FreeTime } from './availability.ts';
import type { BookId } from './book.ts';
import type { HasteGrade } from './haste.table.ts';

export type WaitingId = Id<'WaitingEntry'>;

/** When the patient can come. Empty weekdays means any day. */
export type CanCome = {
  readonly weekdays: readonly number[];
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
  readonly notBefore: IsoDate | null;
  /** How many minutes the patient needs from the call to the chair. */
  readonly noticeMinutes: number;
};

type Known = {
  readonly id: WaitingId;
  readonly patient: PatientId;
  readonly type: AppointmentTypeCode;
  /** The book the patient wants, or any that serves. */
  readonly book: BookId | null;
  readonly haste: HasteGrade;
  readonly canCome: CanCome;
  readonly since: Moment;
  readonly addedBy: PersonId;
  /** The later time that the patient has already, given up when the sooner is taken. */
  readonly instead: AppointmentId | null;
  readonly declined: number;
};
export type Offer = {
  readonly time: FreeTime;
  readonly offeredAt: Moment;
  readonly offeredBy: PersonId;
  readonly answerBy: Moment;
  /** Why somebody further down was asked before others; nothing when it was their turn. */
  readonly outOfTurnBecause: string | null;
};
export type Waiting = Known & { readonly state: 'waiting' };
export type Offered = Known & { readonly state: 'offered'; readonly offer: Offer };
export type Placed = Known & {
  readonly state: 'placed';
  readonly appointment: AppointmentId;
  readonly placedAt: Moment;
};
export type Withdrawn = Known & { readonly state: 'withdrawn'; readonly withdrawnAt: Moment; readonly reason: string };
export type WaitingEntry = Waiting | Offered | Placed | Withdrawn;

/** What may follow what. */
export const waitingNext = {
  waiting: ['offered', 'withdrawn'],
  offered: ['waiting', 'placed', 'withdrawn'],
  placed: [],
  withdrawn: [],
} as const satisfies Record<WaitingEntry['state'], readonly WaitingEntry['state'][]>;

/** The only order there is: haste, then how long one has waited. Nothing about money, language or acquaintance is known here. */
export function inTurn(one: WaitingEntry, other: WaitingEntry): number {
  return one.haste - other.haste || one.since.localeCompare(other.since) || one.id.localeCompare(other.id);
}

/** True when the freed time is of use to this patient. */
export function suits(entry: WaitingEntry, type: AppointmentTypeCode, time: FreeTime, now: Moment): boolean {
  const { canCome } = entry;
  const day = dayOf(time.from);
  const start = timeOf(time.from);
  if (entry.type !== type || (entry.book !== null && !time.books.includes(entry.book))) return false;
  if (canCome.weekdays.length > 0 && !canCome.weekdays.includes(weekdayOf(day))) return false;
  if (canCome.notBefore !== null && day < canCome.notBefore) return false;
  if (start < canCome.from || timeOf(time.until) > canCome.until) return false;
  return minutesBetween(now, time.from) >= canCome.noticeMinutes;
}

/** Who is asked, first in turn first. */
export function whoIsAsked(
  entries: readonly WaitingEntry[],
  type: AppointmentTypeCode,
  time: FreeTime,
  now: Moment,
): Waiting[] {
  return entries
    .filter((entry): entry is Waiting => entry.state === 'waiting' && suits(entry, type, time, now))
    .sort(inTurn);
}

/** Holds the time for the patient until the answer is due; somebody out of turn needs a reason that others can read. */
export function offerTime(
  entry: WaitingEntry,
  offer: Offer,
  entries: readonly WaitingEntry[],
): Result<Offered, 'not waiting' | 'does not suit' | 'answer due before offer' | 'someone is before in turn'> {
  if (entry.state !== 'waiting') return refuse('not waiting');
  if (!suits(entry, entry.type, offer.time, offer.offeredAt)) return refuse('does not suit');
  if (offer.answerBy <= offer.offeredAt) return refuse('answer due before offer');
  const before = whoIsAsked(entries, entry.type, offer.time, offer.offeredAt).filter(
    (other) => other.id !== entry.id && inTurn(other, entry) < 0,
  );
  const isOutOfTurn = before.length > 0;
  if (isOutOfTurn && !offer.outOfTurnBecause?.trim())
    return refuse('someone is before in turn', { before: before.length });
  const outOfTurnBecause = isOutOfTurn ? offer.outOfTurnBecause : null;
  return ok({ ...entry, state: 'offered', offer: { ...offer, outOfTurnBecause } });
}

/** The patient says yes; the booking itself is made by the appointment. */
export function take(
  entry: WaitingEntry,
  appointment: AppointmentId,
  now: Moment,
): Result<Placed, 'nothing is offered' | 'answer came too late'> {
  if (entry.state !== 'offered') return refuse('nothing is offered');
  if (now > entry.offer.answerBy) return refuse('answer came too late', { answerBy: entry.offer.answerBy });
  const { offer: _, ...known } = entry;
  return ok({ ...known, state: 'placed', appointment, placedAt: now });
}

/** The patient says no, or says nothing until it is too late; the place in the order is kept. */
export function letGo(entry: WaitingEntry, how: 'declined' | 'no answer'): Result<Waiting, 'nothing is offered'> {
  if (entry.state !== 'offered') return refuse('nothing is offered');
  const { offer: _, ...known } = entry;
  return ok({ ...known, state: 'waiting', declined: known.declined + (how === 'declined' ? 1 : 0) });
}

export function withdraw(
  entry: WaitingEntry,
  reason: string,
  now: Moment,
): Result<Withdrawn, 'already placed' | 'already withdrawn'> {
  if (entry.state === 'placed') return refuse('already placed');
  if (entry.state === 'withdrawn') return refuse('already withdrawn');
  const { id, patient, type, book, haste, canCome, since, addedBy, instead, declined } = entry;
  const known = { id, patient, type, book, haste, canCome, since, addedBy, instead, declined };
  return ok({ ...known, state: 'withdrawn', withdrawnAt: now, reason });
}

/** The times that are held for an answer; `freeTimes` takes them as taken. */
export function heldTimes(entries: readonly WaitingEntry[], now: Moment): FreeTime[] {
  return entries.flatMap((entry) =>
    entry.state === 'offered' && entry.offer.answerBy >= now ? [entry.offer.time] : [],
  );
}

/** How long those of one group have waited; `outOfTurn` counts open offers past others. */
export type FairnessLine = {
  readonly group: string;
  readonly waiting: number;
  readonly medianDays: number;
  readonly longestDays: number;
  readonly outOfTurn: number;
};

/** Waiting by age, language or list, so that a skew is seen; groups are given by the caller and never steer the order. */
export function queueFairness(
  entries: readonly WaitingEntry[],
  groupOf: (patient: PatientId) => string,
  now: Moment,
): FairnessLine[] {
  const groups = new Map<string, { days: number[]; outOfTurn: number }>();
  for (const entry of entries) {
    if (entry.state !== 'waiting' && entry.state !== 'offered') continue;
    const group = groups.get(groupOf(entry.patient)) ?? { days: [], outOfTurn: 0 };
    group.days.push(Math.floor((Date.parse(now) - Date.parse(entry.since)) / dayMs));
    if (entry.state === 'offered' && entry.offer.outOfTurnBecause !== null) group.outOfTurn++;
    groups.set(groupOf(entry.patient), group);
  }
  return [...groups.entries()]
    .map(([group, { days, outOfTurn }]) => {
      const ordered = days.sort((one, other) => one - other);
      const middle = ordered.length >> 1;
      const upper = ordered[middle] ?? 0;
      const medianDays = ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? 0) + upper) / 2;
      return { group, waiting: days.length, medianDays, longestDays: ordered.at(-1) ?? 0, outOfTurn };
    })
    .sort((one, other) => other.medianDays - one.medianDays || one.group.localeCompare(other.group));
}
