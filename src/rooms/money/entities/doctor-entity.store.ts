/** Doctor-entities, their doctors, their terminals and their numbers as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { BillingDoctor, DoctorEntity, DoctorEntityId, Terminal, TerminalId } from './doctor-entity.ts';

const columns = `e.id, e.name, e.organisation_number as "organisationNumber", e.address, e.is_company as "isCompany",
  e.is_vat_registered as "isVatRegistered"`;

const all = statement<object, DoctorEntity>(
  'doctor entity: all',
  `select ${columns} from doctor_entity e where e.clinic = :clinic order by e.name, e.id`,
);
const byId = statement<{ id: DoctorEntityId }, DoctorEntity>(
  'doctor entity: by id',
  `select ${columns} from doctor_entity e where e.clinic = :clinic and e.id = :id`,
);
const add = statement<DoctorEntity & { by: PersonId; now: Moment }>(
  'doctor entity: add',
  `insert into doctor_entity (clinic, id, name, organisation_number, address, is_company, is_vat_registered, registered_at, registered_by)
   values (:clinic, :id, :name, :organisationNumber, :address, :isCompany, :isVatRegistered, :now, :by)`,
);
const doctorOn = statement<{ person: PersonId; day: IsoDate }, BillingDoctor>(
  'doctor entity: of doctor',
  `select d.entity, d.person, d.specialist_until as "specialistUntil" from entity_doctor d
   where d.clinic = :clinic and d.person = :person and d.valid_from <= :day order by d.valid_from desc, d.placed_at desc limit 1`,
);
const doctorsOn = statement<{ day: IsoDate }, BillingDoctor>(
  'doctor entity: doctors',
  `select distinct on (d.person) d.entity, d.person, d.specialist_until as "specialistUntil" from entity_doctor d
   where d.clinic = :clinic and d.valid_from <= :day order by d.person, d.valid_from desc, d.placed_at desc`,
);
const place = statement<BillingDoctor & { from: IsoDate; by: PersonId; now: Moment }>(
  'doctor entity: place doctor',
  `insert into entity_doctor (clinic, person, valid_from, entity, specialist_until, placed_at, placed_by)
   values (:clinic, :person, :from, :entity, :specialistUntil, :now, :by)`,
);
const terminals = statement<object, Terminal>(
  'terminal: all',
  `select t.id, t.entity, t.name, t.mode, t.address from payment_terminal t
   where t.clinic = :clinic and t.gone_at is null order by t.name, t.id`,
);
const addTerminalRow = statement<Terminal & { by: PersonId; now: Moment }>(
  'terminal: add',
  `insert into payment_terminal (clinic, id, entity, name, mode, address, added_at, added_by)
   values (:clinic, :id, :entity, :name, :mode, :address, :now, :by)`,
);
const retire = statement<{ id: TerminalId; now: Moment }>(
  'terminal: retire',
  'update payment_terminal set gone_at = :now where clinic = :clinic and id = :id and gone_at is null',
);
const takeNumber = statement<{ entity: DoctorEntityId; series: string; first: number }, { last: number }>(
  'number series: next',
  `insert into number_series (clinic, entity, series, last) values (:clinic, :entity, :series, :first)
   on conflict (clinic, entity, series) do update set last = number_series.last + 1 returning last`,
);

const house = statement<object, { name: string; address: string | null; phone: string | null }>(
  'doctor entity: house',
  'select name, address, phone from clinic where clinic = :clinic',
);

/** Where the work is done: the name and address of the clinic. */
export async function houseOf(db: Db): Promise<{ name: string; address: string }> {
  const row = await db.row(house, {});
  return { name: row?.name ?? '', address: row?.address ?? '' };
}
export const allEntities = (db: Db): Promise<DoctorEntity[]> => db.rows(all, {});
export const entityById = (db: Db, id: DoctorEntityId): Promise<DoctorEntity | undefined> => db.row(byId, { id });
export const addEntity = (db: Db, entity: DoctorEntity, by: PersonId, now: Moment): Promise<number> =>
  db.run(add, { ...entity, by, now });
export const billingDoctorOn = (db: Db, person: PersonId, day: IsoDate): Promise<BillingDoctor | undefined> =>
  db.row(doctorOn, { person, day });
export const billingDoctors = (db: Db, day: IsoDate): Promise<BillingDoctor[]> => db.rows(doctorsOn, { day });
export const placeDoctorRow = (
  db: Db,
  doctor: BillingDoctor,
  from: IsoDate,
  by: PersonId,
  now: Moment,
): Promise<number> => db.run(place, { ...doctor, from, by, now });
export const allTerminals = (db: Db): Promise<Terminal[]> => db.rows(terminals, {});
export const addTerminal = (db: Db, terminal: Terminal, by: PersonId, now: Moment): Promise<number> =>
  db.run(addTerminalRow, { ...terminal, by, now });
export const retireTerminal = (db: Db, id: TerminalId, now: Moment): Promise<number> => db.run(retire, { id, now });

/** The next number of a series; whoever asks meanwhile waits until this transaction has ended, so that none is lost. */
export async function nextInSeries(db: Db, entity: DoctorEntityId, series: string, first: number): Promise<number> {
  const row = await db.row(takeNumber, { entity, series, first });
  return row?.last ?? first;
}
