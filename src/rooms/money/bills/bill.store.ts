/** Bills as the table holds them. */

import type { Ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import { type Bill, type BillId, billSums, owedOn } from './bill.ts';
import type { Adjustment } from './bill-adjustment.ts';
import type { ContactKey } from './billable-fact.store.ts';
import type { Circumstances, ContactPlace } from './billable-fact.ts';

/** A bill with what has been said of it; `version` grows with every change. */
export type BillRow = {
  readonly bill: Bill;
  readonly about: ContactPlace;
  readonly circumstances: Partial<Circumstances>;
  readonly adjustments: readonly Adjustment[];
  readonly version: number;
};
/** A line of a list of bills. */
export type BillListRow = {
  readonly id: BillId;
  readonly patient: PatientId;
  readonly doctor: PersonId;
  readonly entity: Bill['entity'];
  readonly day: IsoDate;
  readonly about: ContactPlace;
  readonly state: Bill['state'];
  readonly treatedAt: Moment;
  readonly number: number | null;
  readonly patientPart: Ore;
  readonly owed: Ore;
  readonly lines: number;
};

const columns = `b.content as "bill", b.about, b.circumstances, b.adjustments, b.version`;
const listColumns = `b.id, b.patient, b.doctor, b.entity, b.day, b.about, b.state, b.treated_at as "treatedAt", b.number,
  b.patient_part as "patientPart", b.owed, jsonb_array_length(b.content -> 'lines') as "lines"`;

const byId = statement<{ id: BillId }, BillRow>(
  'bill: by id',
  `select ${columns} from bill b where b.clinic = :clinic and b.id = :id`,
);
const toChange = statement<{ id: BillId }, BillRow>(
  'bill: to change',
  `select ${columns} from bill b where b.clinic = :clinic and b.id = :id for update`,
);
const proposedFor = statement<ContactKey, BillRow>(
  'bill: proposed for contact',
  `select ${columns} from bill b where b.clinic = :clinic and b.patient = :patient and b.doctor = :doctor and b.day = :day
     and b.about = :about and b.state = 'proposed' for update`,
);
const proposedOfPatient = statement<{ patient: PatientId }, { id: BillId }>(
  'bill: proposed of patient',
  "select b.id from bill b where b.clinic = :clinic and b.patient = :patient and b.state = 'proposed' order by b.id",
);
type Saved = {
  id: BillId;
  patient: PatientId;
  entity: string;
  doctor: PersonId;
  day: IsoDate;
  about: ContactPlace;
  state: Bill['state'];
  treatedAt: Moment;
  number: number | null;
  patientPart: number;
  owed: number;
  circumstances: string;
  adjustments: string;
  content: string;
  now: Moment;
};
const add = statement<Saved>(
  'bill: add',
  `insert into bill (clinic, id, patient, entity, doctor, day, about, state, treated_at, number, patient_part, owed, circumstances,
     adjustments, content, changed_at)
   values (:clinic, :id, :patient, :entity, :doctor, :day, :about, :state, :treatedAt, :number, :patientPart, :owed,
     :circumstances::jsonb, :adjustments::jsonb, :content::jsonb, :now)
   on conflict (clinic, patient, doctor, day, about) where state = 'proposed' do nothing`,
);
const save = statement<Saved>(
  'bill: save',
  `update bill set entity = :entity, state = :state, treated_at = :treatedAt, number = :number, patient_part = :patientPart, owed = :owed,
     circumstances = :circumstances::jsonb, adjustments = :adjustments::jsonb, content = :content::jsonb, changed_at = :now,
     version = version + 1
   where clinic = :clinic and id = :id`,
);
const ofDay = statement<{ day: IsoDate }, BillListRow>(
  'bill: of day and open before',
  `select ${listColumns} from bill b where b.clinic = :clinic and b.day = :day and b.state <> 'dropped'
   union all
   select ${listColumns} from bill b where b.clinic = :clinic and b.day < :day and b.state in ('proposed', 'closed')
     and (b.state = 'proposed' or b.owed > 0)`,
);
const ofPatient = statement<{ patient: PatientId; from: IsoDate }, BillListRow>(
  'bill: of patient',
  `select ${listColumns} from bill b where b.clinic = :clinic and b.patient = :patient and (b.day >= :from or b.owed > 0 or b.state = 'proposed')
   order by b.day desc, b.treated_at desc`,
);
const freeOfDay = statement<{ day: IsoDate }, { id: BillId }>(
  'bill: proposals that only Helfo pays',
  `select b.id from bill b where b.clinic = :clinic and b.day <= :day and b.state = 'proposed' and b.patient_part = 0
     and jsonb_array_length(b.content -> 'lines') > 0 order by b.id`,
);
const consultations = statement<{ patient: PatientId; day: IsoDate; but: BillId }, { treatedAt: Moment }>(
  'bill: consultations of day',
  `select b.treated_at as "treatedAt" from bill b, jsonb_array_elements(b.content -> 'lines') l
   where b.clinic = :clinic and b.patient = :patient and b.day = :day and b.id <> :but and b.state not in ('dropped', 'credited')
     and l ->> 'chapter' in ('consultation', 'home visit')
   group by b.treated_at`,
);
const closedUpTo = statement<{ day: IsoDate; entity: string }, { bill: Bill }>(
  'bill: of entity for the close',
  `select b.content as "bill" from bill b where b.clinic = :clinic and b.entity = :entity
     and (b.day = :day or (b.day < :day and b.state = 'closed' and b.owed > 0)
       or exists (select 1 from payment p where p.clinic = b.clinic and p.bill = b.id and p.received_on = :day))`,
);

const savedOf = ({ bill, about, circumstances, adjustments }: Omit<BillRow, 'version'>, now: Moment): Saved => ({
  id: bill.id,
  patient: bill.patient,
  entity: bill.entity,
  doctor: bill.doctor,
  day: dayOf(bill.treatedAt),
  about,
  state: bill.state,
  treatedAt: bill.treatedAt,
  number: 'number' in bill ? bill.number : null,
  patientPart: billSums(bill).patient,
  owed: bill.state === 'proposed' ? billSums(bill).patient : owedOn(bill),
  circumstances: JSON.stringify(circumstances),
  adjustments: JSON.stringify(adjustments),
  content: JSON.stringify(bill),
  now,
});

export const billById = (db: Db, id: BillId): Promise<BillRow | undefined> => db.row(byId, { id });
/** Held until the act is over: two desks that take payment for one bill come one after the other. */
export const billToChange = (db: Db, id: BillId): Promise<BillRow | undefined> => db.row(toChange, { id });
export const proposedBillOf = (db: Db, key: ContactKey): Promise<BillRow | undefined> => db.row(proposedFor, key);
export const proposedBillsOf = async (db: Db, patient: PatientId): Promise<BillId[]> =>
  (await db.rows(proposedOfPatient, { patient })).map(({ id }) => id);
/** Nothing is added where another process has just proposed the same contact. */
export const addBill = (db: Db, row: Omit<BillRow, 'version'>, now: Moment): Promise<number> =>
  db.run(add, savedOf(row, now));
export const saveBill = (db: Db, row: Omit<BillRow, 'version'>, now: Moment): Promise<number> =>
  db.run(save, savedOf(row, now));
/** The day's bills, and those of earlier days that somebody still has to do something with. */
export const billsOfDay = (db: Db, day: IsoDate): Promise<BillListRow[]> => db.rows(ofDay, { day });
export const billsOfPatient = (db: Db, patient: PatientId, from: IsoDate): Promise<BillListRow[]> =>
  db.rows(ofPatient, { patient, from });
export const consultationsOf = async (db: Db, patient: PatientId, day: IsoDate, but: BillId): Promise<Moment[]> =>
  (await db.rows(consultations, { patient, day, but })).map(({ treatedAt }) => treatedAt);
/** Proposals with lines that cost the patient nothing. */
export const billsOnlyHelfoPays = async (db: Db, day: IsoDate): Promise<BillId[]> =>
  (await db.rows(freeOfDay, { day })).map(({ id }) => id);
export const billsForClose = async (db: Db, entity: string, day: IsoDate): Promise<Bill[]> =>
  (await db.rows(closedUpTo, { entity, day })).map(({ bill }) => bill);
