/** What the desk needs to know at arrival, and what other rooms have told of a visit, as the tables hold it. */

import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { DeskFacts } from '../arrivals/arrival.ts';
import type { AppointmentId } from './appointment.ts';

const desk = statement<{ patient: PatientId }, DeskFacts>(
  'visit: desk facts',
  `select p.birth_date as "birthDate", p.phone, p.address, p.address_block as "addressBlock", p.contact_confirmed_at as "contactConfirmedAt",
     d.next_of_kin_confirmed_at as "nextOfKinConfirmedAt", p.frikort_until as "frikortUntil", p.frikort_asked_at as "frikortAskedAt",
     p.needs_interpreter as "needsInterpreter", p.language, d.identity_shown_at is not null as "identityShown"
   from patient p left join desk_check d on d.clinic = :clinic and d.patient = p.id where p.clinic = :clinic and p.id = :patient`,
);
const checked = statement<{ patient: PatientId; identityAt: Moment | null; nextOfKinAt: Moment | null }>(
  'visit: desk check',
  `insert into desk_check as d (clinic, patient, identity_shown_at, next_of_kin_confirmed_at)
   values (:clinic, :patient, :identityAt::timestamptz, :nextOfKinAt::timestamptz)
   on conflict (clinic, patient) do update set identity_shown_at = coalesce(excluded.identity_shown_at, d.identity_shown_at),
     next_of_kin_confirmed_at = coalesce(excluded.next_of_kin_confirmed_at, d.next_of_kin_confirmed_at)`,
);
const answersOf = statement<{ id: AppointmentId }, { answers: Readonly<Record<string, 'yes' | 'no'>> }>(
  'visit: answers',
  'select answers from appointment where clinic = :clinic and id = :id',
);
const setAnswers = statement<{ id: AppointmentId; answers: string }>(
  'visit: add answers',
  'update appointment set answers = answers || :answers::jsonb where clinic = :clinic and id = :id',
);
const setLooked = statement<{ id: AppointmentId; now: Moment }>(
  'visit: looked at',
  'update appointment set looked_at = :now where clinic = :clinic and id = :id',
);

type Told = { id: AppointmentId };
/** The visit of the day that a fact of another room belongs to: the one under way, else the next, else the last. */
const ofTheDay = `(select a.id from appointment a where a.clinic = :clinic and a.patient = :patient and a.day = :day::date
  and a.state not in ('cancelled', 'no-show', 'left')
  order by (a.state in ('arrived', 'called in', 'with')) desc, (a.state = 'done') asc, a.starts_at limit 1)`;
const orderPlaced = statement<{ patient: PatientId; day: IsoDate; order: string; entry: string }, Told>(
  'visit: order placed',
  `update appointment set open_orders = open_orders || :entry::jsonb where clinic = :clinic and id = ${ofTheDay}
   and not open_orders @> jsonb_build_array(jsonb_build_object('order', :order::text)) returning id`,
);
const orderGone = statement<{ patient: PatientId; order: string }, Told>(
  'visit: order performed',
  `update appointment set open_orders =
     (select coalesce(jsonb_agg(o), '[]') from jsonb_array_elements(open_orders) o where o->>'order' <> :order::text)
   where clinic = :clinic and patient = :patient and open_orders @> jsonb_build_array(jsonb_build_object('order', :order::text)) returning id`,
);
const billSaid = statement<{ patient: PatientId; day: IsoDate; bill: string }, Told>(
  'visit: bill',
  `update appointment set bill = :bill where clinic = :clinic and id = ${ofTheDay} and bill <> :bill returning id`,
);
const unseenSaid = statement<{ patient: PatientId; day: IsoDate; unseen: boolean }, Told>(
  'visit: unseen by doctor',
  `update appointment set unseen_by_doctor = :unseen where clinic = :clinic and id = ${ofTheDay} and unseen_by_doctor <> :unseen returning id`,
);
const observedSaid = statement<{ patient: PatientId; day: IsoDate; until: Moment | null }, Told>(
  'visit: under observation',
  `update appointment set observed_until = :until::timestamptz where clinic = :clinic and id = ${ofTheDay} returning id`,
);

export const deskFacts = (db: Db, patient: PatientId): Promise<DeskFacts | undefined> => db.row(desk, { patient });
export const saveDeskCheck = (
  db: Db,
  patient: PatientId,
  at: { identityAt: Moment | null; nextOfKinAt: Moment | null },
): Promise<number> => db.run(checked, { patient, ...at });
export const answers = async (db: Db, id: AppointmentId): Promise<Readonly<Record<string, 'yes' | 'no'>>> =>
  (await db.row(answersOf, { id }))?.answers ?? {};
export const addAnswers = (db: Db, id: AppointmentId, given: Record<string, 'yes' | 'no'>): Promise<number> =>
  db.run(setAnswers, { id, answers: JSON.stringify(given) });
export const saveLooked = (db: Db, id: AppointmentId, now: Moment): Promise<number> => db.run(setLooked, { id, now });

export const tellOrderPlaced = (
  db: Db,
  at: { patient: PatientId; day: IsoDate; order: string; room: string },
): Promise<Told | undefined> =>
  db.row(orderPlaced, { ...at, entry: JSON.stringify([{ order: at.order, room: at.room }]) });
export const tellOrderGone = (db: Db, patient: PatientId, order: string): Promise<Told | undefined> =>
  db.row(orderGone, { patient, order });
export const tellBill = (db: Db, patient: PatientId, day: IsoDate, bill: string): Promise<Told | undefined> =>
  db.row(billSaid, { patient, day, bill });
export const tellUnseen = (db: Db, patient: PatientId, day: IsoDate, unseen: boolean): Promise<Told | undefined> =>
  db.row(unseenSaid, { patient, day, unseen });
export const tellObserved = (
  db: Db,
  patient: PatientId,
  day: IsoDate,
  until: Moment | null,
): Promise<Told | undefined> => db.row(observedSaid, { patient, day, until });
