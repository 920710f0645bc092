/** How a time gets into the books, is moved and is given up: the books are held meanwhile, and the database has the last word. */

import type { z } from 'zod';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type Db, type Doing, isTaken } from '#platform/server';
import * as store from './appointment.store.ts';
import { type Appointment, type AppointmentId, type Booked, book, cancel, move, type Wish } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';
import { type FreeTime, isFree, type NotFree } from './availability.ts';
import * as books from './book.store.ts';
import type { bookingInput } from './booking-input.ts';
import { noticeRules } from './cancellation.table.ts';
import { situation } from './free-time.api.ts';
import { writeOffer } from './offer.api.ts';

export type InAct = Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'tell'>;
const once = 'appointment_book_once';

type Judged =
  | { readonly verdict: Result<FreeTime, NotFree> }
  | { readonly verdict?: never; readonly no: Refused<'no such book'> };

/**
 * Holds the books until this transaction is over, and says whether the time is free on them.
 * `except` are appointments and waiting entries whose own times do not stand in the way.
 */
async function judge(db: Db, time: FreeTime, now: Moment, except: readonly string[]): Promise<Judged> {
  const locked = await books.booksLocked(db, time.books);
  const day = dayOf(time.from);
  if (locked.length < time.books.length || locked.some(({ closedOn }) => closedOn !== null && closedOn <= day))
    return { no: refuse('no such book') };
  const stand = await situation(db, { from: day, until: dayOf(time.until), now }, { only: locked, except });
  return { verdict: isFree(time, stand) };
}

async function unlessTaken(write: Promise<unknown>): Promise<Result<undefined, 'time is taken'>> {
  try {
    await write;
    return ok();
  } catch (fault) {
    if (isTaken(fault, once)) return refuse('time is taken');
    throw fault;
  }
}

/** Writes a visit that has taken a step; a time that was given up may be someone else's by now. */
export const saveUnlessTaken = (db: Db, before: Appointment, after: Appointment) =>
  unlessTaken(store.saveAppointment(db, before, after));

export type Placing = Omit<z.output<typeof bookingInput>, 'firstContactOn'> & {
  readonly firstContactOn?: z.output<typeof bookingInput>['firstContactOn'] | undefined;
  readonly marks: readonly string[];
  /** The waiting entry whose held time this is. */
  readonly heldFor?: string;
};

/** Books the time, and writes on the five-day meter which day was offered. */
export async function placeBooking(doing: InAct, input: Placing) {
  const { db, me, now, tell } = doing;
  const { time, firstContactOn = dayOf(now), lateReason, marks, heldFor, ...rest } = input;
  const type = await typeOn(db, input.type, dayOf(now));
  if (!type) return refuse('not offered here');
  const judged = await judge(db, time, now, heldFor ? [heldFor] : []);
  if (!judged.verdict) return judged.no;
  const id = newId<AppointmentId>(Date.parse(now));
  const booked = book({ ...rest, id, firstContactOn }, time, judged.verdict, me.person, now);
  if (!booked.ok) return booked;
  const added = await unlessTaken(store.addAppointment(db, booked.value, marks));
  if (!added.ok) return added;
  if (type.needs[0] === 'doctor') {
    const { patient } = input;
    const first = { patient, book: time.books[0] ?? null, day: dayOf(time.from), lateReason, firstContactOn };
    const offer = await writeOffer(doing, { ...first, appointment: id });
    if (!offer.ok) return offer;
    if (offer.value !== firstContactOn) await store.saveFirstContact(db, id, offer.value);
  }
  tell(fact('AppointmentBooked', { appointment: id, patient: input.patient }));
  return ok({ id, preparation: type.preparation });
}

/** Moves an appointment that is held for change. */
export async function placeMove(
  { db, me, now, tell }: InAct,
  appointment: Appointment,
  to: FreeTime,
  because: { readonly wish: Wish; readonly squeezedIn: string | null },
) {
  const judged = await judge(db, to, now, [appointment.id]);
  if (!judged.verdict) return judged.no;
  const moved = move(appointment, to, judged.verdict, because, me.person, now);
  if (!moved.ok) return moved;
  const saved = await saveUnlessTaken(db, appointment, moved.value);
  if (!saved.ok) return saved;
  tell(fact('AppointmentMoved', { appointment: appointment.id, patient: appointment.patient }));
  return ok<Booked>(moved.value);
}

/** Gives up an appointment that is held for change. */
export async function giveUp(
  { db, me, now, tell }: InAct,
  appointment: Appointment,
  because: { readonly wish: Wish; readonly reason: string },
) {
  const rule = validOn(noticeRules, dayOf(now));
  if (!rule) return refuse('no rule for this day');
  const cancelled = cancel(appointment, because, rule.value, me.person, now);
  if (!cancelled.ok) return cancelled;
  await store.saveAppointment(db, appointment, cancelled.value);
  const { isLate } = cancelled.value;
  const whose = await doctorOf(db, appointment);
  tell(fact('AppointmentCancelled', { appointment: appointment.id, patient: appointment.patient, isLate, ...whose }));
  return ok({ isLate });
}

/** Whose time it is, where one of its books is a doctor's. */
export async function doctorOf(db: Db, { books: ids }: Appointment): Promise<{ doctor?: PersonId }> {
  const all = await books.books(db);
  const owner = all.find(({ id, serves, owner }) => ids.includes(id) && serves === 'doctor' && owner)?.owner;
  return owner ? { doctor: owner } : {};
}
