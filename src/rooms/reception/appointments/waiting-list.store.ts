/** The waiting list as the tables hold it, and the times that are held for an answer. */

import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { AppointmentId } from './appointment.ts';
import type { BookId } from './book.ts';
import type { Offer, WaitingEntry, WaitingId } from './waiting-list.ts';

type Known = Omit<Extract<WaitingEntry, { state: 'waiting' }>, 'state'>;
type Row = Known & {
  readonly state: WaitingEntry['state'];
  readonly offer: Offer | null;
  readonly appointment: AppointmentId | null;
  readonly endedAt: Moment | null;
  readonly endReason: string | null;
};

const columns = `w.id, w.patient, w.type, w.book, w.haste, w.can_come as "canCome", w.since, w.added_by as "addedBy", w.instead, w.declined,
  w.state, w.offer, w.appointment, w.ended_at as "endedAt", w.end_reason as "endReason"`;
const forChange = statement<{ id: WaitingId }, Row>(
  'waiting list: for change',
  `select ${columns} from waiting_entry w where w.clinic = :clinic and w.id = :id for update`,
);
const allOpen = statement<object, Row>(
  'waiting list: open',
  `select ${columns} from waiting_entry w where w.clinic = :clinic and w.state in ('waiting', 'offered') order by w.haste, w.since, w.id`,
);
const ofPatient = statement<{ patient: PatientId }, Row>(
  'waiting list: open of patient',
  `select ${columns} from waiting_entry w where w.clinic = :clinic and w.patient = :patient and w.state in ('waiting', 'offered')`,
);
type Written = Omit<Row, 'canCome' | 'offer'> & { canCome: string; offer: string | null; answerBy: Moment | null };
const put = statement<Written>(
  'waiting list: put',
  `insert into waiting_entry (clinic, id, patient, type, book, haste, can_come, since, added_by, instead, declined, state, offer, answer_by,
     appointment, ended_at, end_reason)
   values (:clinic, :id, :patient, :type, :book, :haste, :canCome::jsonb, :since, :addedBy, :instead, :declined, :state, :offer::jsonb, :answerBy,
     :appointment, :endedAt, :endReason)
   on conflict (clinic, id) do update set declined = excluded.declined, state = excluded.state, offer = excluded.offer,
     answer_by = excluded.answer_by, appointment = excluded.appointment, ended_at = excluded.ended_at, end_reason = excluded.end_reason`,
);

/** A time that somebody has been offered and not answered; `of` is the entry or the moved appointment it is held for. */
export type Held = {
  readonly of: string;
  readonly books: readonly BookId[];
  readonly from: Moment;
  readonly until: Moment;
};
const held = statement<{ now: Moment }, { of: string; time: Omit<Held, 'of'> }>(
  'waiting list: held times',
  `select id as of, offer->'time' as time from waiting_entry where clinic = :clinic and state in ('waiting', 'offered') and answer_by >= :now
   union all
   select l.appointment as of, l.proposed as time from day_move_line l where l.clinic = :clinic and l.is_open and l.proposed is not null`,
);

function entryOf({ offer, appointment, endedAt, endReason, ...row }: Row): WaitingEntry {
  const { state, ...known } = row;
  const has = <T>(value: T | null): T => {
    if (value === null) throw new Error(`the entry ${row.id} is ${state} and lacks what that needs`);
    return value;
  };
  switch (state) {
    case 'waiting':
      return { ...known, state };
    case 'offered':
      return { ...known, state, offer: has(offer) };
    case 'placed':
      return { ...known, state, appointment: has(appointment), placedAt: has(endedAt) };
    case 'withdrawn':
      return { ...known, state, withdrawnAt: has(endedAt), reason: has(endReason) };
  }
}

function writtenOf(entry: WaitingEntry): Written {
  const none = { offer: null, answerBy: null, appointment: null, endedAt: null, endReason: null };
  const row = { ...none, ...entry, canCome: JSON.stringify(entry.canCome) };
  if (entry.state === 'offered')
    return { ...row, offer: JSON.stringify(entry.offer), answerBy: entry.offer.answerBy } as Written;
  if (entry.state === 'placed') return { ...row, endedAt: entry.placedAt } as Written;
  if (entry.state === 'withdrawn') return { ...row, endedAt: entry.withdrawnAt, endReason: entry.reason } as Written;
  return row as Written;
}

export async function entryForChange(db: Db, id: WaitingId): Promise<WaitingEntry | undefined> {
  const row = await db.row(forChange, { id });
  return row && entryOf(row);
}
export const openEntries = async (db: Db): Promise<WaitingEntry[]> => (await db.rows(allOpen, {})).map(entryOf);
export const openEntriesOf = async (db: Db, patient: PatientId): Promise<WaitingEntry[]> =>
  (await db.rows(ofPatient, { patient })).map(entryOf);
export const putEntry = (db: Db, entry: WaitingEntry): Promise<number> => db.run(put, writtenOf(entry));
export const timesHeld = async (db: Db, now: Moment): Promise<Held[]> =>
  (await db.rows(held, { now })).map(({ of, time }) => ({ ...time, of }));
