/** The waiting room (venterom): how long each has waited, who is to be looked at, and how far behind the doctor is. */

import { type Moment, minutesBetween } from '#kernel/time';
import type {
  Appointment,
  Arrived,
  Booked,
  CalledIn,
  Cancelled,
  Done,
  Left,
  NoShow,
  Stay,
  With,
} from '../appointments/appointment.ts';
import type { BookId } from '../appointments/book.ts';
import type { ArrivalRule } from './arrival.table.ts';

export type Waiting = Arrived | CalledIn;

/** As much of an appointment as a board needs; a whole appointment is one too. */
export type OnBoard =
  | Pick<Booked | Left | NoShow | Cancelled, 'state' | 'from' | 'haste'>
  | Pick<Waiting, 'state' | 'from' | 'haste' | 'arrivedAt' | 'waitsIn'>
  | (Pick<With, 'state' | 'from' | 'haste'> & { readonly stays: readonly Pick<Stay, 'room'>[] })
  | Pick<Done, 'state' | 'from' | 'haste' | 'doneAt'>;

export function isWaiting<T extends OnBoard>(
  appointment: T,
): appointment is Extract<T, { readonly state: 'arrived' | 'called in' }> {
  return appointment.state === 'arrived' || appointment.state === 'called in';
}

/** Whole minutes since the patient came. */
export function minutesSinceArrival(waiting: Pick<Waiting, 'arrivedAt'>, now: Moment): number {
  return Math.max(0, minutesBetween(waiting.arrivedAt, now));
}

/** Whole minutes past the time that was promised: someone who comes early does not wait too long by that. */
export function minutesPastTime(waiting: Pick<Waiting, 'from' | 'arrivedAt'>, now: Moment): number {
  const since = waiting.from > waiting.arrivedAt ? waiting.from : waiting.arrivedAt;
  return Math.max(0, minutesBetween(since, now));
}

/** When somebody should go and look; `overdueMinutes` is negative until then. */
export type Look = { readonly isDue: boolean; readonly overdueMinutes: number };

/** Somebody who is ill may worsen unseen: the clock starts at arrival, and again each time a person has looked. */
export function lookAtPatient(
  waiting: Pick<Waiting, 'haste' | 'arrivedAt'>,
  lookedAt: Moment | null,
  now: Moment,
  rule: ArrivalRule,
): Look {
  const limit = waiting.haste === 1 ? rule.lookAfterMinutesUrgent : rule.lookAfterMinutes;
  const since = lookedAt !== null && lookedAt > waiting.arrivedAt ? lookedAt : waiting.arrivedAt;
  const overdueMinutes = minutesBetween(since, now) - limit;
  return { isDue: overdueMinutes >= 0, overdueMinutes };
}

/** Whole minutes that the book is behind: the longest that someone who has come waits past the promised time. */
export function delayOf(book: BookId, appointments: readonly Appointment[], now: Moment): number {
  const waits = appointments.filter(isWaiting).filter((one) => one.books.includes(book));
  return waits.reduce((longest, one) => Math.max(longest, minutesPastTime(one, now)), 0);
}

/** Those who are to be told of the delay: everyone who waits for that book, and those whose time comes within the hour. */
export function toldOfDelay(
  book: BookId,
  appointments: readonly Appointment[],
  now: Moment,
  rule: ArrivalRule,
): Appointment[] {
  if (delayOf(book, appointments, now) < rule.tellDelayMinutes) return [];
  return appointments.filter((one) => {
    if (!one.books.includes(book)) return false;
    if (isWaiting(one)) return true;
    const ahead = minutesBetween(now, one.from);
    return one.state === 'booked' && ahead >= 0 && ahead <= 60;
  });
}
