/** Appointments as the tables hold them, with the pieces of books that they hold. */

import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { Appointment, AppointmentId } from './appointment.ts';
import { type AppointmentRow, appointmentOf, rowOf } from './appointment-row.ts';
import { type AppointmentState, holdsTime } from './appointment-state.ts';
import type { BookId } from './book.ts';

const columns = `a.id, a.patient, a.type, a.books, a.starts_at as "from", a.ends_at as "until", a.haste, a.about, a.channel,
  a.booked_at as "bookedAt", a.booked_by as "bookedBy", a.first_contact_on as "firstContactOn",
  a.squeezed_in_because as "squeezedInBecause", a.moves, a.state, a.arrived_at as "arrivedAt", a.received_by as "receivedBy",
  a.waits_in as "waitsIn", a.calls, a.stays, a.ended_at as "endedAt", a.ended_by as "endedBy", a.end_wish as "endWish",
  a.end_reason as "endReason", a.is_late as "isLate"`;

const byId = statement<{ id: AppointmentId }, AppointmentRow>(
  'appointment: by id',
  `select ${columns} from appointment a where a.clinic = :clinic and a.id = :id`,
);
const forChange = statement<{ id: AppointmentId }, AppointmentRow>(
  'appointment: for change',
  `select ${columns} from appointment a where a.clinic = :clinic and a.id = :id for update`,
);
const ofPatient = statement<{ patient: PatientId; from: Moment; most: number }, AppointmentRow>(
  'appointment: of patient',
  `select ${columns} from appointment a where a.clinic = :clinic and a.patient = :patient and a.starts_at >= :from
   order by a.starts_at limit :most`,
);
const earlierOfPatient = statement<{ patient: PatientId; before: Moment; most: number }, AppointmentRow>(
  'appointment: earlier of patient',
  `select ${columns} from appointment a where a.clinic = :clinic and a.patient = :patient and a.starts_at < :before
   order by a.starts_at desc limit :most`,
);
const ofBookOnDay = statement<{ book: BookId; day: IsoDate }, AppointmentRow>(
  'appointment: of book on day',
  `select ${columns} from appointment_book b join appointment a on a.clinic = :clinic and a.id = b.appointment
   where b.clinic = :clinic and b.book = :book and b.holds_time and a.day = :day order by a.starts_at`,
);

export type HeldTime = {
  readonly appointment: AppointmentId;
  readonly book: BookId;
  readonly from: Moment;
  readonly until: Moment;
};
/** No appointment is longer than twelve hours, so the index need not be read from its beginning. */
const held = statement<{ books: readonly BookId[]; from: Moment; until: Moment }, HeldTime>(
  'appointment: held times',
  `select appointment, book, starts_at as "from", ends_at as "until" from appointment_book
   where clinic = :clinic and book = any(:books::uuid[]) and holds_time
     and starts_at >= :from::timestamptz - interval '12 hours' and starts_at < :until::timestamptz and ends_at > :from::timestamptz`,
);

type Written = Omit<AppointmentRow, 'moves' | 'calls' | 'stays'> & {
  readonly moves: string;
  readonly calls: string;
  readonly stays: string;
  readonly day: IsoDate;
  readonly holds: boolean;
};
const add = statement<Written & { marks: readonly string[] }>(
  'appointment: add',
  `with made as (
     insert into appointment (clinic, id, patient, type, books, day, starts_at, ends_at, haste, about, marks, channel, booked_at, booked_by,
       first_contact_on, squeezed_in_because, state)
     values (:clinic, :id, :patient, :type, :books::uuid[], :day, :from, :until, :haste, :about, :marks, :channel, :bookedAt, :bookedBy,
       :firstContactOn, :squeezedInBecause, :state) returning id
   )
   insert into appointment_book (clinic, appointment, book, starts_at, ends_at, holds_time, is_squeezed)
   select :clinic, made.id, b, :from, :until, true, :squeezedInBecause::text is not null from made, unnest(:books::uuid[]) b`,
);
const setVisit = `state = :state, arrived_at = :arrivedAt, received_by = :receivedBy, waits_in = :waitsIn, calls = :calls::jsonb,
  stays = :stays::jsonb, ended_at = :endedAt, ended_by = :endedBy, end_wish = :endWish, end_reason = :endReason, is_late = :isLate`;
const saveVisit = statement<Written>(
  'appointment: save visit',
  `update appointment set ${setVisit} where clinic = :clinic and id = :id`,
);
const saveTime = statement<Written>(
  'appointment: save time',
  `with moved as (
     update appointment set ${setVisit}, books = :books::uuid[], day = :day, starts_at = :from, ends_at = :until, moves = :moves::jsonb,
       squeezed_in_because = :squeezedInBecause
     where clinic = :clinic and id = :id
   ), gone as (
     update appointment_book set holds_time = false where clinic = :clinic and appointment = :id and not book = any(:books::uuid[])
   )
   insert into appointment_book (clinic, appointment, book, starts_at, ends_at, holds_time, is_squeezed)
   select :clinic, :id, b, :from, :until, :holds, :squeezedInBecause::text is not null from unnest(:books::uuid[]) b
   on conflict (clinic, appointment, book) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
     holds_time = excluded.holds_time, is_squeezed = excluded.is_squeezed`,
);
const setMarks = statement<{ id: AppointmentId; marks: readonly string[]; about: string }>(
  'appointment: set marks',
  'update appointment set marks = :marks, about = :about where clinic = :clinic and id = :id',
);
const setFirstContact = statement<{ id: AppointmentId; day: IsoDate }>(
  'appointment: set first contact',
  'update appointment set first_contact_on = :day where clinic = :clinic and id = :id',
);

function writtenOf(appointment: Appointment): Written {
  const row = rowOf(appointment);
  const json = { moves: JSON.stringify(row.moves), calls: JSON.stringify(row.calls), stays: JSON.stringify(row.stays) };
  return { ...row, ...json, day: dayOf(row.from), holds: holdsTime(row.state) };
}
const whole = (row: AppointmentRow | undefined): Appointment | undefined => row && appointmentOf(row);

export const appointmentById = async (db: Db, id: AppointmentId): Promise<Appointment | undefined> =>
  whole(await db.row(byId, { id }));
/** Nobody else changes it until this is done. */
export const appointmentForChange = async (db: Db, id: AppointmentId): Promise<Appointment | undefined> =>
  whole(await db.row(forChange, { id }));
export const appointmentsFrom = async (db: Db, patient: PatientId, from: Moment, most = 50): Promise<Appointment[]> =>
  (await db.rows(ofPatient, { patient, from, most })).map(appointmentOf);
export const appointmentsBefore = async (
  db: Db,
  patient: PatientId,
  before: Moment,
  most: number,
): Promise<Appointment[]> => (await db.rows(earlierOfPatient, { patient, before, most })).map(appointmentOf);
export const appointmentsOfBook = async (db: Db, book: BookId, day: IsoDate): Promise<Appointment[]> =>
  (await db.rows(ofBookOnDay, { book, day })).map(appointmentOf);
export const heldTimes = (db: Db, books: readonly BookId[], from: Moment, until: Moment): Promise<HeldTime[]> =>
  db.rows(held, { books, from, until });

export const addAppointment = (db: Db, appointment: Appointment, marks: readonly string[]): Promise<number> =>
  db.run(add, { ...writtenOf(appointment), marks });

/** Writes what changed; the pieces of books are touched only when they change. */
export function saveAppointment(db: Db, before: Appointment, after: Appointment): Promise<number> {
  const isSameTime =
    before.from === after.from && before.until === after.until && before.books.join() === after.books.join();
  const isSameHold = holdsTime(before.state as AppointmentState) === holdsTime(after.state);
  return db.run(isSameTime && isSameHold ? saveVisit : saveTime, writtenOf(after));
}
export const saveMarks = (db: Db, id: AppointmentId, marks: readonly string[], about: string): Promise<number> =>
  db.run(setMarks, { id, marks, about });
export const saveFirstContact = (db: Db, id: AppointmentId, day: IsoDate): Promise<number> =>
  db.run(setFirstContact, { id, day });

const clinicCard = statement<object, { name: string; address: string | null; phone: string | null }>(
  'appointment: clinic on the slip',
  'select name, address, phone from clinic where clinic = :clinic',
);
export const clinicOnSlip = (
  db: Db,
): Promise<{ name: string; address: string | null; phone: string | null } | undefined> => db.row(clinicCard, {});
