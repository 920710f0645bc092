/** Lifted days and their clipboards as the tables hold them. */

import type { Id, PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { AppointmentId } from './appointment.ts';
import { type AppointmentRow, appointmentOf } from './appointment-row.ts';
import type { FreeTime } from './availability.ts';
import type { BookId } from './book.ts';
import type { AlongWith, ClipboardState, Reached } from './day-move.ts';

export type DayMoveId = Id<'DayMove'>;
export type DayMove = {
  readonly id: DayMoveId;
  readonly book: BookId;
  readonly day: IsoDate;
  readonly liftedAt: Moment;
};
/** A line with the appointment as it stands now, which may be another than when the day was lifted. */
export type ClipboardRow = {
  readonly appointment: AppointmentId;
  readonly reached: Reached;
  readonly along: readonly AlongWith[];
  readonly proposed: FreeTime | null;
  readonly told: ClipboardState;
};

const add = statement<{ id: DayMoveId; book: BookId; day: IsoDate; now: Moment; by: PersonId }>(
  'day move: add',
  'insert into day_move (clinic, id, book, day, lifted_at, lifted_by) values (:clinic, :id, :book, :day, :now, :by)',
);
const addLines = statement<{ id: DayMoveId; lines: string }>(
  'day move: add lines',
  `insert into day_move_line (clinic, day_move, appointment, reached, along, proposed, told, is_open)
   select :clinic, :id, l.appointment, l.reached, l.along, nullif(l.proposed, 'null'), l.told, true
   from jsonb_to_recordset(:lines::jsonb) as l(appointment uuid, reached text, along text[], proposed jsonb, told jsonb)`,
);
const setLine = statement<{
  id: DayMoveId;
  appointment: AppointmentId;
  proposed: string | null;
  told: string;
  isOpen: boolean;
}>(
  'day move: set line',
  `update day_move_line set proposed = :proposed::jsonb, told = :told::jsonb, is_open = :isOpen
   where clinic = :clinic and day_move = :id and appointment = :appointment`,
);
const lineColumns = 'l.appointment, l.reached, l.along, l.proposed, l.told';
const lineForChange = statement<{ id: DayMoveId; appointment: AppointmentId }, ClipboardRow>(
  'day move: line for change',
  `select ${lineColumns} from day_move_line l where l.clinic = :clinic and l.day_move = :id and l.appointment = :appointment for update`,
);
const byId = statement<{ id: DayMoveId }, DayMove>(
  'day move: by id',
  'select id, book, day, lifted_at as "liftedAt" from day_move where clinic = :clinic and id = :id',
);
export type MovedPatient = {
  readonly patient: PatientId;
  readonly familyName: string;
  readonly givenName: string;
  readonly phone: string | null;
  readonly addressBlock: number | null;
};
const linesOf = statement<{ id: DayMoveId }, ClipboardRow & AppointmentRow & Omit<MovedPatient, 'patient'>>(
  'day move: lines',
  `select ${lineColumns}, a.id, a.patient, a.type, a.books, a.starts_at as "from", a.ends_at as "until", a.haste, a.about, a.channel,
     a.booked_at as "bookedAt", a.booked_by as "bookedBy", a.first_contact_on as "firstContactOn",
     a.squeezed_in_because as "squeezedInBecause", a.moves, a.state, a.arrived_at as "arrivedAt", a.received_by as "receivedBy",
     a.waits_in as "waitsIn", a.calls, a.stays, a.ended_at as "endedAt", a.ended_by as "endedBy", a.end_wish as "endWish",
     a.end_reason as "endReason", a.is_late as "isLate",
     p.family_name as "familyName", p.given_name as "givenName", p.phone, p.address_block as "addressBlock"
   from day_move_line l join appointment a on a.clinic = :clinic and a.id = l.appointment
   join patient p on p.clinic = :clinic and p.id = a.patient
   where l.clinic = :clinic and l.day_move = :id order by a.haste, a.booked_at, a.starts_at, a.id`,
);
const recent = statement<{ from: IsoDate }, DayMove & { left: number; all: number }>(
  'day move: recent',
  `select m.id, m.book, m.day, m.lifted_at as "liftedAt", count(*) filter (where l.is_open)::integer as left, count(l.*)::integer as all
   from day_move m left join day_move_line l on l.clinic = :clinic and l.day_move = m.id
   where m.clinic = :clinic and m.day >= :from group by m.clinic, m.id order by m.day, m.lifted_at`,
);

export const addMove = (db: Db, move: Omit<DayMove, 'liftedAt'>, by: PersonId, now: Moment): Promise<number> =>
  db.run(add, { ...move, by, now });
export const addClipboard = (db: Db, id: DayMoveId, lines: readonly ClipboardRow[]): Promise<number> =>
  db.run(addLines, { id, lines: JSON.stringify(lines) });
export const clipboardLine = (db: Db, id: DayMoveId, appointment: AppointmentId): Promise<ClipboardRow | undefined> =>
  db.row(lineForChange, { id, appointment });
export const saveLine = (db: Db, id: DayMoveId, line: ClipboardRow, isOpen: boolean): Promise<number> => {
  const { appointment, proposed, told } = line;
  const time = proposed && JSON.stringify(proposed);
  return db.run(setLine, { id, appointment, proposed: time, told: JSON.stringify(told), isOpen });
};
export const moveById = (db: Db, id: DayMoveId): Promise<DayMove | undefined> => db.row(byId, { id });
export const recentMoves = (db: Db, from: IsoDate): Promise<(DayMove & { left: number; all: number })[]> =>
  db.rows(recent, { from });
export async function clipboard(db: Db, id: DayMoveId) {
  return (await db.rows(linesOf, { id })).map((row) => {
    const { reached, along, proposed, told, familyName, givenName, phone, addressBlock, ...rest } = row;
    const appointment = appointmentOf(rest);
    const patient = { patient: appointment.patient, familyName, givenName, phone, addressBlock };
    return { reached, along, proposed, told, appointment, patient };
  });
}
