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

type Told = { readonly id: AppointmentId };
/** The visits of the day that a fact of another room belongs to. */
const ofTheDay = `clinic = :clinic and patient = :patient and day = :day and state not in ('cancelled', 'no-show', 'left')`;
const roomsSaid = statement<{ patient: PatientId; day: IsoDate; rooms: string }, Told>(
  'visit: rooms with orders',
  `update appointment set open_orders = :rooms::jsonb where ${ofTheDay} and open_orders <> :rooms::jsonb returning id`,
);
const billSaid = statement<{ patient: PatientId; day: IsoDate; bill: string }, Told>(
  'visit: bill',
  `update appointment set bill = :bill where ${ofTheDay} and arrived_at is not null and bill <> :bill returning id`,
);
const unseenSaid = statement<{ patient: PatientId; day: IsoDate; unseen: boolean }, Told>(
  'visit: unseen by doctor',
  `update appointment set unseen_by_doctor = :unseen where ${ofTheDay} and unseen_by_doctor <> :unseen returning id`,
);
const observedSaid = statement<{ patient: PatientId; day: IsoDate; until: Moment }, Told>(
  'visit: under observation',
  `update appointment set observed_until = :until where ${ofTheDay} and arrived_at is not null returning id`,
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

export type OfTheDay = { readonly patient: PatientId; readonly day: IsoDate };
export const tellRooms = (db: Db, of: OfTheDay, rooms: readonly string[]): Promise<Told[]> =>
  db.rows(roomsSaid, { ...of, rooms: JSON.stringify(rooms) });
export const tellBill = (db: Db, of: OfTheDay, bill: string): Promise<Told[]> => db.rows(billSaid, { ...of, bill });
export const tellUnseen = (db: Db, of: OfTheDay, unseen: boolean): Promise<Told[]> =>
  db.rows(unseenSaid, { ...of, unseen });
export const tellObserved = (db: Db, of: OfTheDay, until: Moment): Promise<Told[]> =>
  db.rows(observedSaid, { ...of, until });
