/** Doctors' lists and who is on them, as the tables hold it; a whole list is read and written in a few statements. */

import type { Id, PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Listed } from './listed-patient.ts';
import { nameWords } from './name-search.ts';
import type { PatientId } from './patient.ts';
import type { Member, Registered, Update } from './patient-list-import.ts';

export type PatientListId = Id<'PatientList'>;
/** A list is known by its doctor's national number and the municipality of the agreement. */
export type ListKey = { readonly doctorNumber: string; readonly municipality: string };
export type ListRow = ListKey & {
  readonly id: PatientListId;
  readonly doctor: PersonId;
  readonly doctorName: string | null;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  readonly messageId: string;
  readonly statedCount: number | null;
  readonly entryCount: number;
};

const columns = `id, doctor, doctor_number as "doctorNumber", doctor_name as "doctorName", municipality, valid_from as "validFrom",
  valid_until as "validUntil", message_id as "messageId", stated_count as "statedCount", entry_count as "entryCount"`;

const newest = statement<ListKey, ListRow>(
  'patient list: newest',
  `select ${columns} from patient_list where clinic = :clinic and doctor_number = :doctorNumber and municipality = :municipality
   order by valid_from desc, read_at desc limit 1`,
);
const byMessage = statement<{ messageId: string }, ListRow>(
  'patient list: by message',
  `select ${columns} from patient_list where clinic = :clinic and message_id = :messageId`,
);
const add = statement<ListRow & { unreadable: string; now: Moment; by: PersonId }>(
  'patient list: add',
  `insert into patient_list (clinic, id, doctor, doctor_number, doctor_name, municipality, valid_from, valid_until, message_id,
     stated_count, entry_count, unreadable, read_at, read_by)
   values (:clinic, :id, :doctor, :doctorNumber, :doctorName, :municipality, :validFrom, :validUntil, :messageId,
     :statedCount, :entryCount, :unreadable::jsonb, :now, :by)`,
);
const registeredWith = statement<{ numbers: readonly string[] }, Registered>(
  'patient list: registered',
  `select id, state, number, family_name as "familyName", given_name as "givenName", birth_date as "birthDate", sex, address, postcode, place,
     phone, address_block as "addressBlock", fastlege, contact_confirmed_at as "contactConfirmedAt"
   from patient where clinic = :clinic and number = any(:numbers::text[]) and state <> 'merged' and number_kind <> 'hnr' for no key update`,
);
const membersOf = statement<ListKey, Member>(
  'patient list: members',
  `select m.patient, p.number, m.from_day as "from" from list_member m join patient p on p.clinic = :clinic and p.id = m.patient
   where m.clinic = :clinic and m.doctor_number = :doctorNumber and m.municipality = :municipality and m.until_day is null`,
);
const withoutNumber = statement<
  { days: readonly IsoDate[] },
  { id: PatientId; familyName: string; birthDate: IsoDate }
>(
  'patient list: without number',
  `select id, family_name as "familyName", birth_date as "birthDate" from patient
   where clinic = :clinic and birth_date = any(:days::date[]) and number is null and state = 'active'`,
);

type Rows = { rows: string; now: Moment };
const register = statement<Rows & { doctor: PersonId }>(
  'patient list: register',
  `insert into patient (clinic, id, family_name, given_name, name_words, birth_date, sex, number, number_kind, phone, address, postcode, place,
     fastlege, registered_at)
   select :clinic, r.id, r."familyName", r."givenName", r.words, r."birthDate", r.sex, r.number, r."numberKind", r.phone, r.address, r.postcode,
     r.place, :doctor, :now
   from jsonb_to_recordset(:rows::jsonb) as r(id uuid, "familyName" text, "givenName" text, words text[], "birthDate" date, sex text, number text,
     "numberKind" text, phone text, address text, postcode text, place text)`,
);
const addWords = statement<{ words: readonly string[] }>(
  'patient list: add words',
  'insert into patient_name_word (clinic, word) select :clinic, unnest(:words::text[]) on conflict do nothing',
);
/** A field that is not in the row stays; `null` is a value of its own. */
const change = statement<{ rows: string }>(
  'patient list: change',
  `update patient p set
     family_name = coalesce(r.f->>'familyName', p.family_name), given_name = coalesce(r.f->>'givenName', p.given_name),
     name_words = case when r.words is null then p.name_words else r.words end,
     birth_date = coalesce((r.f->>'birthDate')::date, p.birth_date), sex = coalesce(r.f->>'sex', p.sex), phone = coalesce(r.f->>'phone', p.phone),
     address = case when r.f ? 'address' then r.f->>'address' else p.address end,
     postcode = case when r.f ? 'postcode' then r.f->>'postcode' else p.postcode end,
     place = case when r.f ? 'place' then r.f->>'place' else p.place end,
     fastlege = case when r.f ? 'fastlege' then (r.f->>'fastlege')::uuid else p.fastlege end
   from jsonb_to_recordset(:rows::jsonb) as r(id uuid, f jsonb, words text[])
   where p.clinic = :clinic and p.id = r.id`,
);
const moveFirstDay = statement<ListKey & { rows: string }>(
  'patient list: first day corrected',
  `update list_member m set from_day = r."from" from jsonb_to_recordset(:rows::jsonb) as r(patient uuid, "from" date)
   where m.clinic = :clinic and m.doctor_number = :doctorNumber and m.municipality = :municipality and m.patient = r.patient
     and m.until_day is null and m.from_day <> r."from"
     and not exists (select from list_member o where o.clinic = :clinic and o.doctor_number = :doctorNumber
       and o.municipality = :municipality and o.patient = r.patient and o.from_day = r."from")`,
);
const putMembers = statement<ListKey & { rows: string; list: PatientListId }>(
  'patient list: put members',
  `insert into list_member (clinic, doctor_number, municipality, patient, from_day, until_day, change, reason_for_leaving, nav_office,
     main_person_number, last_list)
   select :clinic, :doctorNumber, :municipality, r.patient, r."from", r.until, r.change, r."reasonForLeaving", r."navOffice", r."mainPersonNumber", :list
   from jsonb_to_recordset(:rows::jsonb) as r(patient uuid, "from" date, until date, change text, "reasonForLeaving" text, "navOffice" text,
     "mainPersonNumber" text)
   on conflict (clinic, doctor_number, municipality, patient, from_day) do update set until_day = excluded.until_day, change = excluded.change,
     reason_for_leaving = excluded.reason_for_leaving, nav_office = excluded.nav_office, main_person_number = excluded.main_person_number,
     last_list = excluded.last_list`,
);
const closeMembers = statement<ListKey & { rows: string; list: PatientListId; doctor: PersonId }>(
  'patient list: close members',
  `with closed as (
     update list_member m set until_day = r.until, last_list = :list from jsonb_to_recordset(:rows::jsonb) as r(patient uuid, until date)
     where m.clinic = :clinic and m.doctor_number = :doctorNumber and m.municipality = :municipality and m.patient = r.patient
       and m.until_day is null
     returning m.patient)
   update patient p set fastlege = null from closed where p.clinic = :clinic and p.id = closed.patient and p.fastlege = :doctor`,
);

export const newestList = (db: Db, key: ListKey): Promise<ListRow | undefined> => db.row(newest, { ...key });
export const listOfMessage = (db: Db, messageId: string): Promise<ListRow | undefined> =>
  db.row(byMessage, { messageId });
export const addList = (
  db: Db,
  list: ListRow,
  unreadable: readonly unknown[],
  by: PersonId,
  now: Moment,
): Promise<number> => db.run(add, { ...list, unreadable: JSON.stringify(unreadable), by, now });
export const openMembers = (db: Db, { doctorNumber, municipality }: ListKey): Promise<Member[]> =>
  db.rows(membersOf, { doctorNumber, municipality });

export async function registeredByNumber(db: Db, numbers: readonly string[]): Promise<Map<string, Registered>> {
  const rows = await db.rows(registeredWith, { numbers });
  return new Map(rows.map((row) => [row.number, row]));
}

export const bornWithoutNumber = (
  db: Db,
  days: readonly IsoDate[],
): Promise<{ id: PatientId; familyName: string; birthDate: IsoDate }[]> => db.rows(withoutNumber, { days });

export async function registerListed(
  db: Db,
  fresh: readonly { readonly id: PatientId; readonly listed: Listed }[],
  doctor: PersonId,
  now: Moment,
): Promise<void> {
  if (fresh.length === 0) return;
  const rows = fresh.map(({ id, listed: { registration } }) => ({
    ...registration,
    id,
    words: nameWords(registration.givenName, registration.familyName),
  }));
  await db.run(register, { rows: JSON.stringify(rows), doctor, now });
  await db.run(addWords, { words: [...new Set(rows.flatMap(({ words }) => words))] });
}

export async function changeListed(
  db: Db,
  changed: readonly { readonly patient: PatientId; readonly listed: Listed; readonly fields: Update }[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ patient, fields, listed: { registration } }) => ({
    id: patient,
    f: fields,
    words: fields.familyName || fields.givenName ? nameWords(registration.givenName, registration.familyName) : null,
  }));
  await db.run(change, { rows: JSON.stringify(rows) });
  const words = [...new Set(rows.flatMap((row) => row.words ?? []))];
  if (words.length > 0) await db.run(addWords, { words });
}

/** The time on the list of everyone whose line was read, open or ended. */
export async function saveMembers(
  db: Db,
  { doctorNumber, municipality, id }: ListKey & { readonly id: PatientListId },
  members: readonly { readonly patient: PatientId; readonly listed: Listed }[],
): Promise<void> {
  if (members.length === 0) return;
  const rows = JSON.stringify(
    members.map(({ patient, listed: { registration: _, ...listed } }) => ({ ...listed, patient })),
  );
  await db.run(moveFirstDay, { doctorNumber, municipality, rows });
  await db.run(putMembers, { doctorNumber, municipality, rows, list: id });
}

export async function endMembers(
  db: Db,
  { doctorNumber, municipality, id, doctor }: ListKey & { readonly id: PatientListId; readonly doctor: PersonId },
  left: readonly { readonly patient: PatientId; readonly until: IsoDate }[],
): Promise<void> {
  if (left.length === 0) return;
  await db.run(closeMembers, { doctorNumber, municipality, rows: JSON.stringify(left), list: id, doctor });
}
