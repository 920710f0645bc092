/** Booking, moving and cancelling: the time is judged while the books are held, and two people never get the same. */

import { z } from 'zod';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { command, type Db, isTaken } from '#platform/server';
import * as store from './appointment.store.ts';
import { type Appointment, type AppointmentId, book, cancel, move } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';
import { type FreeTime, isFree, type NotFree } from './availability.ts';
import * as books from './book.store.ts';
import { bookingInput, cancelInput, moveInput } from './booking-input.ts';
import { noticeRules } from './cancellation.table.ts';
import { situation } from './free-time.api.ts';
import { writeOffer } from './offer.api.ts';

const once = 'appointment_book_once';

/** Holds the books until this transaction is over, and says whether the time is free on them. */
async function judge(
  db: Db,
  time: FreeTime,
  now: Moment,
  except?: AppointmentId,
): Promise<Result<FreeTime, NotFree | 'no such book'>> {
  const locked = await books.booksLocked(db, time.books);
  const day = dayOf(time.from);
  if (locked.length < time.books.length || locked.some(({ closedOn }) => closedOn !== null && closedOn <= day))
    return refuse('no such book');
  const stand = await situation(db, { from: day, until: dayOf(time.until), now }, time.books, except);
  return isFree(time, stand);
}

const marksInput = z.array(z.string().trim().min(1).max(30)).max(4).default([]);

export const bookAppointment = command({
  name: 'bookAppointment',
  who: { duty: 'reception.calling-and-receiving' },
  takes: bookingInput.extend({ marks: marksInput }),
  patient: ({ patient }) => patient,
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const { time, firstContactOn = dayOf(now), lateReason, marks, ...rest } = input;
    const type = await typeOn(db, input.type, dayOf(now));
    if (!type) return refuse('not offered here');
    const judged = await judge(db, time, now);
    if (!judged.ok && judged.why === 'no such book') return refuse('no such book');
    const id = newId<AppointmentId>(Date.parse(now));
    const booked = book({ ...rest, id, firstContactOn }, time, judged as Result<FreeTime, NotFree>, me.person, now);
    if (!booked.ok) return booked;
    const added = await addUnlessTaken(db, booked.value, marks);
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
  },
});

async function addUnlessTaken(
  db: Db,
  booked: Appointment,
  marks: readonly string[],
): Promise<Result<undefined, 'time is taken'>> {
  try {
    await store.addAppointment(db, booked, marks);
    return ok();
  } catch (fault) {
    if (isTaken(fault, once)) return refuse('time is taken');
    throw fault;
  }
}

export const moveAppointment = command({
  name: 'moveAppointment',
  who: { duty: 'reception.calling-and-receiving' },
  takes: moveInput,
  async does({ input, db, me, now, tell, about }) {
    const appointment = await store.appointmentForChange(db, input.appointment);
    if (!appointment) return refuse('not found');
    await about(appointment.patient);
    const judged = await judge(db, input.to, now, appointment.id);
    if (!judged.ok && judged.why === 'no such book') return refuse('no such book');
    const because = { wish: input.wish, squeezedIn: input.squeezedInBecause };
    const moved = move(appointment, input.to, judged as Result<FreeTime, NotFree>, because, me.person, now);
    if (!moved.ok) return moved;
    const saved = await saveUnlessTaken(db, appointment, moved.value);
    if (!saved.ok) return saved;
    tell(fact('AppointmentMoved', { appointment: appointment.id, patient: appointment.patient }));
    return ok();
  },
});

/** The database has the last word on whose time it is. */
export async function saveUnlessTaken(
  db: Db,
  before: Appointment,
  after: Appointment,
): Promise<Result<undefined, 'time is taken'>> {
  try {
    await store.saveAppointment(db, before, after);
    return ok();
  } catch (fault) {
    if (isTaken(fault, once)) return refuse('time is taken');
    throw fault;
  }
}

/** Whose time it is, where one of its books is a doctor's. */
export async function doctorOf(db: Db, { books: ids }: Appointment): Promise<{ doctor?: PersonId }> {
  const all = await books.books(db);
  const owner = all.find(({ id, serves, owner }) => ids.includes(id) && serves === 'doctor' && owner)?.owner;
  return owner ? { doctor: owner } : {};
}

export const cancelAppointment = command({
  name: 'cancelAppointment',
  who: { duty: 'reception.calling-and-receiving' },
  takes: cancelInput,
  async does({ input, db, me, now, tell, about }) {
    const appointment = await store.appointmentForChange(db, input.appointment);
    if (!appointment) return refuse('not found');
    await about(appointment.patient);
    const rule = validOn(noticeRules, dayOf(now));
    if (!rule) return refuse('no rule for this day');
    const cancelled = cancel(appointment, input, rule.value, me.person, now);
    if (!cancelled.ok) return cancelled;
    await store.saveAppointment(db, appointment, cancelled.value);
    const { isLate } = cancelled.value;
    const whose = await doctorOf(db, appointment);
    tell(fact('AppointmentCancelled', { appointment: appointment.id, patient: appointment.patient, isLate, ...whose }));
    return ok({ isLate });
  },
});
