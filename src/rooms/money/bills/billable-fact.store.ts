/** Billable facts as the table holds them. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { BillId } from './bill.ts';
import type { BillableFact, BillableFactId, ContactPlace } from './billable-fact.ts';

/** One of a patient's contacts of a day with one doctor: what a bill is about. */
export type ContactKey = {
  readonly patient: PatientId;
  readonly doctor: PersonId;
  readonly day: IsoDate;
  readonly about: ContactPlace;
};

const columns = `f.id, f.patient, f.doctor, f.day, f.done_at as "doneAt", f.about, f.source, f.performer, f.fact`;

type Row = BillableFact & { readonly bill: BillId | null };
const bySource = statement<{ source: string }, Row>(
  'billable fact: by source',
  `select ${columns}, f.bill from billable_fact f where f.clinic = :clinic and f.source = :source`,
);
const byId = statement<{ id: BillableFactId }, Row>(
  'billable fact: by id',
  `select ${columns}, f.bill from billable_fact f where f.clinic = :clinic and f.id = :id`,
);
/** Told again: the newest telling counts, as long as no closed bill stands on it. */
const tell = statement<Omit<BillableFact, 'performer' | 'fact'> & { performer: string | null; fact: string }>(
  'billable fact: tell',
  `insert into billable_fact (clinic, id, patient, doctor, day, done_at, about, source, performer, fact)
   values (:clinic, :id, :patient, :doctor, :day, :doneAt, :about, :source, :performer::jsonb, :fact::jsonb)
   on conflict (clinic, source) do update
     set performer = excluded.performer, fact = excluded.fact, doctor = coalesce(excluded.doctor, billable_fact.doctor), withdrawn_at = null
     where billable_fact.bill is null
       or exists (select 1 from bill b where b.clinic = billable_fact.clinic and b.id = billable_fact.bill and b.state = 'proposed')`,
);
const withdraw = statement<{ source: string; now: Moment }>(
  'billable fact: withdraw',
  `update billable_fact f set withdrawn_at = :now where f.clinic = :clinic and f.source = :source
     and (f.bill is null or exists (select 1 from bill b where b.clinic = :clinic and b.id = f.bill and b.state = 'proposed'))`,
);
const ofContact = statement<ContactKey & { bill: BillId }, BillableFact>(
  'billable fact: of contact',
  `select ${columns} from billable_fact f
   where f.clinic = :clinic and f.patient = :patient and f.day = :day and f.doctor = :doctor and f.about = :about
     and f.withdrawn_at is null and (f.bill is null or f.bill = :bill) order by f.done_at, f.id`,
);
const ofBill = statement<{ bill: BillId }, BillableFact>(
  'billable fact: of bill',
  `select ${columns} from billable_fact f where f.clinic = :clinic and f.bill = :bill and f.withdrawn_at is null
   order by f.done_at, f.id`,
);
const settle = statement<{ ids: readonly BillableFactId[]; bill: BillId }>(
  'billable fact: put on bill',
  'update billable_fact set bill = :bill where clinic = :clinic and id = any(:ids::uuid[])',
);
const free = statement<{ bill: BillId }>(
  'billable fact: take off bill',
  'update billable_fact set bill = null where clinic = :clinic and bill = :bill',
);
const assign = statement<{ patient: PatientId; day: IsoDate; about: ContactPlace; doctor: PersonId }>(
  'billable fact: assign doctor',
  `update billable_fact set doctor = :doctor where clinic = :clinic and patient = :patient and day = :day and about = :about
     and doctor is null and bill is null`,
);
const waiting = statement<{ day: IsoDate }, BillableFact>(
  'billable fact: waiting',
  `select ${columns} from billable_fact f where f.clinic = :clinic and f.day <= :day and f.bill is null and f.withdrawn_at is null
   order by f.day, f.done_at, f.id`,
);
const likelyDoctor = statement<{ patient: PatientId; day: IsoDate }, { doctor: PersonId }>(
  'billable fact: likely doctor',
  `select f.doctor from billable_fact f where f.clinic = :clinic and f.patient = :patient and f.day = :day and f.doctor is not null
     and f.about = 'visit' and f.withdrawn_at is null order by (f.fact ->> 'kind' = 'meeting') desc, f.done_at limit 1`,
);

export const factBySource = (db: Db, source: string): Promise<Row | undefined> => db.row(bySource, { source });
export const factById = (db: Db, id: BillableFactId): Promise<Row | undefined> => db.row(byId, { id });
export const tellFact = (db: Db, fact: BillableFact): Promise<number> =>
  db.run(tell, {
    ...fact,
    performer: fact.performer && JSON.stringify(fact.performer),
    fact: JSON.stringify(fact.fact),
  });
export const withdrawFact = (db: Db, source: string, now: Moment): Promise<number> => db.run(withdraw, { source, now });
export const factsOfContact = (db: Db, key: ContactKey, bill: BillId): Promise<BillableFact[]> =>
  db.rows(ofContact, { ...key, bill });
export const factsOfBill = (db: Db, bill: BillId): Promise<BillableFact[]> => db.rows(ofBill, { bill });
export const putOnBill = (db: Db, facts: readonly BillableFact[], bill: BillId): Promise<number> =>
  db.run(settle, { ids: facts.map(({ id }) => id), bill });
export const takeOffBill = (db: Db, bill: BillId): Promise<number> => db.run(free, { bill });
export const assignDoctorTo = (
  db: Db,
  about: { patient: PatientId; day: IsoDate; about: ContactPlace; doctor: PersonId },
): Promise<number> => db.run(assign, about);
/** On no bill yet: no doctor known, or a doctor who does not bill here. */
export const waitingFacts = (db: Db, day: IsoDate): Promise<BillableFact[]> => db.rows(waiting, { day });
/** The doctor whom the day's other facts name, the one who met the patient first. */
export const likelyDoctorOf = async (db: Db, patient: PatientId, day: IsoDate): Promise<PersonId | null> =>
  (await db.row(likelyDoctor, { patient, day }))?.doctor ?? null;
