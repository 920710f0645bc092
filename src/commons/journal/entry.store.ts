/** The record as the tables hold it. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { CareAct } from './documentation.ts';
import { type Entry, type EntryId, isUnsigned, waitsFor } from './entry.ts';

type EntryRow = {
  id: EntryId;
  patient: PatientId;
  state: Entry['state'];
  kind: string;
  author: PersonId | null;
  waitsFor: PersonId | null;
  happenedAt: Moment | null;
  writtenAt: Moment;
  entry: Entry;
};

const byId = statement<{ id: EntryId }, { entry: Entry }>(
  'entry: by id',
  'select entry from journal_entry where clinic = :clinic and id = :id for update',
);
const ofPatient = statement<{ patient: PatientId; most: number }, { entry: Entry }>(
  'entry: of patient',
  `select entry from journal_entry where clinic = :clinic and patient = :patient and state <> 'discarded'
   order by happened_at desc nulls last limit :most`,
);
const put = statement<EntryRow>(
  'entry: put',
  `insert into journal_entry (clinic, id, patient, state, kind, author, waits_for, happened_at, written_at, entry)
   values (:clinic, :id, :patient, :state, :kind, :author, :waitsFor, :happenedAt, :writtenAt, :entry::jsonb)
   on conflict (clinic, id) do update set patient = excluded.patient, state = excluded.state, kind = excluded.kind,
     waits_for = excluded.waits_for, happened_at = excluded.happened_at, entry = excluded.entry`,
);

/** An unsigned entry with the patient's name, for the list of the one it waits for. */
export type UnsignedLine = {
  readonly entry: Entry;
  readonly familyName: string;
  readonly givenName: string;
  readonly waitsFor: PersonId;
  readonly waitsForName: string;
};
const unsigned = statement<{ person: PersonId | null }, UnsignedLine>(
  'entry: unsigned',
  `select e.entry, p.family_name as "familyName", p.given_name as "givenName", e.waits_for as "waitsFor",
     coalesce(w.given_name || ' ' || w.family_name, '') as "waitsForName"
   from journal_entry e join patient p on p.clinic = e.clinic and p.id = e.patient
     left join person w on w.clinic = e.clinic and w.id = e.waits_for
   where e.clinic = :clinic and e.waits_for is not null and (:person::uuid is null or e.waits_for = :person)
   order by e.written_at limit 200`,
);

export const entryById = async (db: Db, id: EntryId): Promise<Entry | undefined> => (await db.row(byId, { id }))?.entry;
export const entriesOf = async (db: Db, patient: PatientId, most = 200): Promise<Entry[]> =>
  (await db.rows(ofPatient, { patient, most })).map(({ entry }) => entry);
export const unsignedEntries = (db: Db, person: PersonId | null): Promise<UnsignedLine[]> =>
  db.rows(unsigned, { person });

export async function putEntry(db: Db, entry: Entry): Promise<void> {
  const isReceipt = entry.state === 'moved';
  await db.run(put, {
    id: entry.id,
    patient: entry.patient,
    state: entry.state,
    kind: entry.kind,
    author: isReceipt ? null : entry.hands.author,
    waitsFor: isUnsigned(entry) ? waitsFor(entry) : null,
    happenedAt: isReceipt ? null : entry.happenedAt,
    writtenAt: entry.writtenAt,
    entry,
  });
}

type ActRow = {
  thing: string;
  id: string;
  patient: PatientId;
  doneAt: Moment;
  performer: PersonId;
  decider: PersonId | null;
  basis: string;
  notHealthCare: string | null;
};
const addAct = statement<Omit<ActRow, 'notHealthCare'> & { entry: EntryId | null }>(
  'care act: add',
  `insert into care_act (clinic, thing, id, patient, done_at, performer, decider, basis, entry)
   values (:clinic, :thing, :id, :patient, :doneAt, :performer, :decider, :basis, :entry)
   on conflict (clinic, thing, id) do update set entry = coalesce(excluded.entry, care_act.entry)`,
);
const documentActs = statement<{ entry: EntryId; subjects: string }>(
  'care act: documented',
  `update care_act a set entry = :entry from jsonb_to_recordset(:subjects::jsonb) as s(thing text, id text)
   where a.clinic = :clinic and a.thing = s.thing and a.id = s.id`,
);
const setNotHealthCare = statement<{ thing: string; id: string; reason: string }>(
  'care act: not health care',
  'update care_act set not_health_care = :reason where clinic = :clinic and thing = :thing and id = :id',
);
const actBySubject = statement<{ thing: string; id: string }, ActRow>(
  'care act: by subject',
  `select thing, id, patient, done_at as "doneAt", performer, decider, basis, not_health_care as "notHealthCare"
   from care_act where clinic = :clinic and thing = :thing and id = :id for update`,
);
const openActs = statement<{ since: Moment }, ActRow & { entry: Entry | null; familyName: string; givenName: string }>(
  'care act: undocumented',
  `select a.thing, a.id, a.patient, a.done_at as "doneAt", a.performer, a.decider, a.basis, a.not_health_care as "notHealthCare", e.entry,
     p.family_name as "familyName", p.given_name as "givenName"
   from care_act a join patient p on p.clinic = a.clinic and p.id = a.patient
     left join journal_entry e on e.clinic = a.clinic and e.id = a.entry
   where a.clinic = :clinic and a.done_at >= :since::timestamptz and a.not_health_care is null and (e.id is null or e.state not in ('signed', 'moved'))
   order by a.done_at limit 300`,
);

const actOf = (row: ActRow): CareAct => ({
  subject: { thing: row.thing, id: row.id },
  patient: row.patient,
  doneAt: row.doneAt,
  performer: row.performer,
  ...(row.decider ? { decider: row.decider } : {}),
  basis: row.basis as CareAct['basis'],
  ...(row.notHealthCare ? { notHealthCare: row.notHealthCare } : {}),
});

export const addCareAct = (db: Db, act: CareAct, entry: EntryId | null): Promise<number> =>
  db.run(addAct, {
    thing: act.subject.thing,
    id: act.subject.id,
    patient: act.patient,
    doneAt: act.doneAt,
    performer: act.performer,
    decider: act.decider ?? null,
    basis: act.basis,
    entry,
  });
export const markDocumented = (db: Db, entry: EntryId, subjects: readonly Subject[]): Promise<number> =>
  db.run(documentActs, { entry, subjects: JSON.stringify(subjects) });
export const careActBySubject = async (db: Db, subject: Subject): Promise<CareAct | undefined> => {
  const row = await db.row(actBySubject, subject);
  return row && actOf(row);
};
export const saveNotHealthCare = (db: Db, act: CareAct): Promise<number> =>
  db.run(setNotHealthCare, { ...act.subject, reason: act.notHealthCare ?? '' });
export const undocumentedActs = async (db: Db, since: Moment) =>
  (await db.rows(openActs, { since })).map((row) => ({
    act: actOf(row),
    entry: row.entry,
    patientName: `${row.familyName}, ${row.givenName}`,
  }));
