/** Acts of pupils that wait for a countersign, as the table holds them. */

import type { Act, DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { PupilAct, PupilActId } from './countersign.ts';

/** What was written: the kind of thing in the room's words, and its id. */
export type Subject = { readonly kind: string; readonly id: Id<string> };
export type StoredAct = PupilAct & { readonly subject: Subject };

type ActRow = {
  readonly id: PupilActId;
  readonly pupil: PersonId;
  readonly supervisor: PersonId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly patient: Id<'Patient'> | null;
  readonly subjectKind: string;
  readonly subject: Id<string>;
  readonly doneAt: Moment;
  readonly version: number;
  readonly state: PupilAct['state'];
  readonly countersignedAt: Moment | null;
  readonly countersignedBy: PersonId | null;
  readonly sentBackAt: Moment | null;
  readonly sentBackBy: PersonId | null;
  readonly words: string | null;
};

const columns = `a.id, a.pupil, a.supervisor, a.duty, a.act, a.patient, a.subject_kind as "subjectKind", a.subject, a.done_at as "doneAt",
  a.version, a.state, a.countersigned_at as "countersignedAt", a.countersigned_by as "countersignedBy", a.sent_back_at as "sentBackAt",
  a.sent_back_by as "sentBackBy", a.words`;

const toChange = statement<{ id: PupilActId }, ActRow>(
  'supervised act: to change',
  `select ${columns} from supervised_act a where a.clinic = :clinic and a.id = :id for no key update`,
);
const bySubject = statement<{ kind: string; subject: string }, ActRow>(
  'supervised act: by subject',
  `select ${columns} from supervised_act a where a.clinic = :clinic and a.subject_kind = :kind and a.subject = :subject for no key update`,
);
const stateOf = statement<{ kind: string; subject: string }, { state: PupilAct['state'] }>(
  'supervised act: state',
  'select state from supervised_act where clinic = :clinic and subject_kind = :kind and subject = :subject',
);
/** Everyone's that is not settled, the oldest first, and what this person had settled lately. */
const open = statement<object, ActRow>(
  'supervised act: open',
  `select ${columns} from supervised_act a where a.clinic = :clinic and a.state <> 'countersigned' order by a.done_at, a.id limit 500`,
);
const ofPupil = statement<{ pupil: PersonId; since: Moment }, ActRow>(
  'supervised act: of pupil',
  `select ${columns} from supervised_act a
   where a.clinic = :clinic and a.pupil = :pupil and a.done_at >= :since::timestamptz order by a.done_at desc limit 200`,
);
const add = statement<ActRow>(
  'supervised act: add',
  `insert into supervised_act (clinic, id, pupil, supervisor, duty, act, patient, subject_kind, subject, done_at, version, state)
   values (:clinic, :id, :pupil, :supervisor, :duty, :act, :patient, :subjectKind, :subject, :doneAt, :version, :state)`,
);
const save = statement<ActRow>(
  'supervised act: save',
  `update supervised_act set supervisor = :supervisor, done_at = :doneAt, version = :version, state = :state,
     countersigned_at = :countersignedAt, countersigned_by = :countersignedBy, sent_back_at = :sentBackAt, sent_back_by = :sentBackBy,
     words = :words
   where clinic = :clinic and id = :id`,
);

function actOf(row: ActRow): StoredAct {
  const {
    patient,
    subjectKind,
    subject,
    state,
    countersignedAt,
    countersignedBy,
    sentBackAt,
    sentBackBy,
    words,
    ...rest
  } = row;
  const known = { ...rest, ...(patient ? { patient } : {}), subject: { kind: subjectKind, id: subject } };
  if (state === 'awaiting') return { ...known, state };
  if (state === 'countersigned')
    return {
      ...known,
      state,
      countersignedAt: countersignedAt ?? row.doneAt,
      countersignedBy: countersignedBy ?? row.supervisor,
    };
  return {
    ...known,
    state,
    sentBackAt: sentBackAt ?? row.doneAt,
    sentBackBy: sentBackBy ?? row.supervisor,
    words: words ?? '',
  };
}

function rowOf(act: StoredAct): ActRow {
  const { id, pupil, supervisor, duty, doneAt, version, state } = act;
  const signed = act.state === 'countersigned' ? act : undefined;
  const sent = act.state === 'sent back' ? act : undefined;
  return {
    ...{ id, pupil, supervisor, duty, act: act.act, doneAt, version, state },
    patient: act.patient ?? null,
    subjectKind: act.subject.kind,
    subject: act.subject.id,
    countersignedAt: signed?.countersignedAt ?? null,
    countersignedBy: signed?.countersignedBy ?? null,
    sentBackAt: sent?.sentBackAt ?? null,
    sentBackBy: sent?.sentBackBy ?? null,
    words: sent?.words ?? null,
  };
}

export async function actToChange(db: Db, id: PupilActId): Promise<StoredAct | undefined> {
  const row = await db.row(toChange, { id });
  return row && actOf(row);
}
export async function actAbout(db: Db, { kind, id }: Subject): Promise<StoredAct | undefined> {
  const row = await db.row(bySubject, { kind, subject: id });
  return row && actOf(row);
}
/** Where what was written stands; nothing where no pupil wrote it. */
export const stateAbout = async (db: Db, { kind, id }: Subject): Promise<PupilAct['state'] | undefined> =>
  (await db.row(stateOf, { kind, subject: id }))?.state;
export const openActs = async (db: Db): Promise<StoredAct[]> => (await db.rows(open, {})).map(actOf);
export const actsOfPupil = async (db: Db, pupil: PersonId, since: Moment): Promise<StoredAct[]> =>
  (await db.rows(ofPupil, { pupil, since })).map(actOf);
export const addAct = (db: Db, act: StoredAct): Promise<number> => db.run(add, rowOf(act));
export const saveAct = (db: Db, act: StoredAct): Promise<number> => db.run(save, rowOf(act));
