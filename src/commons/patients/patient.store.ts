/** The register of patients as the tables hold it. */

import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Contact, Patient, PatientId, PatientLine } from './patient.ts';

const columns = `p.id, p.state, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate", p.sex, p.number,
  p.number_kind as "numberKind", p.number_issuer as "numberIssuer", p.phone, p.email, p.address, p.postcode, p.place,
  p.address_block as "addressBlock", p.language, p.needs_interpreter as "needsInterpreter", p.cave, p.infection, p.fastlege,
  p.frikort_until as "frikortUntil", p.frikort_asked_at as "frikortAskedAt", p.contact_confirmed_at as "contactConfirmedAt",
  p.merged_into as "mergedInto", p.registered_at as "registeredAt"`;

const lineColumns = `p.id, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate", p.sex, p.number, p.phone,
  p.address_block as "addressBlock", p.state, p.fastlege`;

const byId = statement<{ id: PatientId }, Patient>(
  'patient: by id',
  `select ${columns} from patient p where p.clinic = :clinic and p.id = :id`,
);
const lines = statement<{ ids: readonly PatientId[] }, PatientLine>(
  'patient: lines',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.id = any(:ids::uuid[])`,
);
const byNumber = statement<{ number: string }, PatientLine>(
  'patient: by number',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.number = :number and p.state <> 'merged'`,
);
const byNumberStart = statement<{ start: string; most: number }, PatientLine>(
  'patient: by start of number',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.number ^@ :start and p.state <> 'merged' order by p.number limit :most`,
);
const byPhoneStart = statement<{ start: string; most: number }, PatientLine>(
  'patient: by start of phone',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.phone ^@ :start and p.state <> 'merged' order by p.phone limit :most`,
);
const byBirthDate = statement<{ from: IsoDate; until: IsoDate; most: number }, PatientLine>(
  'patient: by birth date',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.birth_date between :from and :until and p.state <> 'merged'
   order by p.family_name, p.given_name limit :most`,
);
const byName = statement<
  { starts: readonly string[]; bornFrom: IsoDate | null; bornUntil: IsoDate | null; most: number },
  PatientLine
>(
  'patient: by name',
  `select ${lineColumns} from patients_named(:starts, :bornFrom::date, :bornUntil::date, :most) f(id)
   join patient p on p.clinic = :clinic and p.id = f.id order by p.family_name, p.given_name limit 20`,
);
const add = statement<
  Omit<Patient, 'cave' | 'state' | 'mergedInto' | 'frikortAskedAt'> & { cave: string; nameWords: readonly string[] }
>(
  'patient: add',
  `insert into patient (clinic, id, family_name, given_name, name_words, birth_date, sex, number, number_kind, number_issuer, phone, email,
     address, postcode, place, address_block, language, needs_interpreter, cave, infection, fastlege, frikort_until, contact_confirmed_at, registered_at)
   values (:clinic, :id, :familyName, :givenName, :nameWords, :birthDate, :sex, :number, :numberKind, :numberIssuer, :phone, :email,
     :address, :postcode, :place, :addressBlock, :language, :needsInterpreter, :cave::jsonb, :infection, :fastlege, :frikortUntil,
     :contactConfirmedAt, :registeredAt)`,
);
const addWords = statement<{ words: readonly string[] }>(
  'patient: add words',
  'insert into patient_name_word (clinic, word) select :clinic, unnest(:words::text[]) on conflict do nothing',
);
const setContact = statement<Contact & { id: PatientId; now: Moment }>(
  'patient: set contact',
  `update patient set phone = :phone, email = :email, address = :address, postcode = :postcode, place = :place, contact_confirmed_at = :now
   where clinic = :clinic and id = :id`,
);
const setCave = statement<{ id: PatientId; cave: string; infection: string | null }>(
  'patient: set cave',
  'update patient set cave = :cave::jsonb, infection = :infection where clinic = :clinic and id = :id',
);
const setFrikort = statement<{ id: PatientId; until: IsoDate | null; now: Moment }>(
  'patient: set frikort',
  'update patient set frikort_until = :until, frikort_asked_at = :now where clinic = :clinic and id = :id',
);
const sameBirthDate = statement<{ birthDate: IsoDate; familyName: string; id: PatientId }, PatientLine>(
  'patient: look-alikes',
  `select ${lineColumns} from patient p where p.clinic = :clinic and p.birth_date = :birthDate and p.id <> :id and p.state = 'active'
   order by (p.family_name = :familyName) desc limit 10`,
);

const most = 20;
export const patientById = (db: Db, id: PatientId): Promise<Patient | undefined> => db.row(byId, { id });
/** The lines of a list's patients, in no order. */
export const patientLines = (db: Db, ids: readonly PatientId[]): Promise<PatientLine[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.rows(lines, { ids: [...new Set(ids)] });
export const patientsByNumber = (db: Db, number: string): Promise<PatientLine[]> => db.rows(byNumber, { number });
export const patientsByNumberStart = (db: Db, start: string): Promise<PatientLine[]> =>
  db.rows(byNumberStart, { start, most });
export const patientsByPhoneStart = (db: Db, start: string): Promise<PatientLine[]> =>
  db.rows(byPhoneStart, { start, most });
export const patientsBornBetween = (db: Db, from: IsoDate, until: IsoDate): Promise<PatientLine[]> =>
  db.rows(byBirthDate, { from, until, most });
export const patientsBornOn = (
  db: Db,
  patient: Pick<Patient, 'id' | 'birthDate' | 'familyName'>,
): Promise<PatientLine[]> =>
  patient.birthDate === null
    ? Promise.resolve([])
    : db.rows(sameBirthDate, { id: patient.id, birthDate: patient.birthDate, familyName: patient.familyName });

/** Beginnings of words (folded) become whole words, misspelt ones those most like them; then all must be in the name. */
export const patientsByName = (
  db: Db,
  starts: readonly string[],
  born: { from: IsoDate; until: IsoDate } | undefined,
): Promise<PatientLine[]> =>
  db.rows(byName, {
    starts: starts.slice(0, 3),
    bornFrom: born?.from ?? null,
    bornUntil: born?.until ?? null,
    most: 200,
  });

export async function addPatient(
  db: Db,
  patient: Omit<Patient, 'state' | 'mergedInto' | 'frikortAskedAt'>,
  nameWords: readonly string[],
): Promise<void> {
  await db.run(add, { ...patient, nameWords, cave: JSON.stringify(patient.cave) });
  await db.run(addWords, { words: nameWords });
}
export const saveContact = (db: Db, id: PatientId, contact: Contact, now: Moment): Promise<number> =>
  db.run(setContact, { ...contact, id, now });
export const saveCave = (db: Db, id: PatientId, cave: Patient['cave'], infection: string | null): Promise<number> =>
  db.run(setCave, { id, cave: JSON.stringify(cave), infection });
export const saveFrikort = (db: Db, id: PatientId, until: IsoDate | null, now: Moment): Promise<number> =>
  db.run(setFrikort, { id, until, now });
