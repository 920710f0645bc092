/** Emergencies as the table holds them, with what was done in them from the access log. */

import type { Emergency, EmergencyId, PassedStop, StopAnswer } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';

type Row = {
  readonly id: EmergencyId;
  readonly session: string;
  readonly startedBy: PersonId;
  readonly startedAt: Moment;
  readonly runsUntil: Moment;
  readonly endedAt: Moment | null;
  readonly patient: Id<'Patient'> | null;
  readonly words: string | null;
  readonly reviewedAt: Moment | null;
  readonly reviewedBy: PersonId | null;
  readonly answers: readonly StopAnswer[] | null;
};
/** What was done: a line of the access log. */
export type EmergencyAct = PassedStop & { readonly call: string; readonly patient: Id<'Patient'> | null };
export type EmergencyFile = {
  readonly emergency: Emergency;
  readonly acts: readonly EmergencyAct[];
  readonly words: string | null;
  readonly patient: Id<'Patient'> | null;
};

const columns = `id, session, started_by as "startedBy", started_at as "startedAt", runs_until as "runsUntil", ended_at as "endedAt", patient,
  words, reviewed_at as "reviewedAt", reviewed_by as "reviewedBy", answers`;

const add = statement<{
  id: EmergencyId;
  session: string;
  by: PersonId;
  now: Moment;
  runsUntil: Moment;
  patient: string | null;
}>(
  'emergency: add',
  `insert into emergency (clinic, id, session, started_by, started_at, runs_until, patient)
   values (:clinic, :id, :session, :by, :now, :runsUntil, :patient)`,
);
const runningOf = statement<{ session: string; now: Moment }, Row>(
  'emergency: running in session',
  `select ${columns} from emergency
   where clinic = :clinic and session = :session and ended_at is null and runs_until >= :now::timestamptz order by started_at desc limit 1`,
);
const setRunsUntil = statement<{ id: EmergencyId; runsUntil: Moment }>(
  'emergency: prolong',
  'update emergency set runs_until = :runsUntil where clinic = :clinic and id = :id and ended_at is null',
);
const setEnded = statement<{ id: EmergencyId; now: Moment }>(
  'emergency: end',
  'update emergency set ended_at = :now where clinic = :clinic and id = :id and ended_at is null',
);
const setWords = statement<{ id: EmergencyId; by: PersonId; words: string; patient: string | null; now: Moment }>(
  'emergency: explain',
  `update emergency set words = :words, patient = coalesce(:patient::uuid, patient), words_at = :now
   where clinic = :clinic and id = :id and started_by = :by and reviewed_at is null`,
);
const setReviewed = statement<{ id: EmergencyId; by: PersonId; now: Moment; answers: string }>(
  'emergency: review',
  `update emergency set reviewed_at = :now, reviewed_by = :by, answers = :answers::jsonb
   where clinic = :clinic and id = :id and reviewed_at is null`,
);
const byId = statement<{ id: EmergencyId }, Row>(
  'emergency: by id',
  `select ${columns} from emergency where clinic = :clinic and id = :id`,
);
const unreviewed = statement<object, Row>(
  'emergency: not reviewed',
  `select ${columns} from emergency where clinic = :clinic and reviewed_at is null order by started_at limit 100`,
);
const ofPerson = statement<{ person: PersonId; since: Moment }, Row>(
  'emergency: of person',
  `select ${columns} from emergency where clinic = :clinic and started_by = :person and started_at >= :since::timestamptz order by started_at desc`,
);
const actsIn = statement<{ person: PersonId; session: string; from: Moment; until: Moment }, EmergencyAct>(
  'emergency: acts',
  `select person as by, coalesce(duty, '') as duty, 'perform' as act, coalesce(substr(why, 9), '') as why, at, call, patient from access_line
   where clinic = :clinic and person = :person and at >= :from::timestamptz and at <= :until::timestamptz
     and session = :session and ground = 'emergency' and kind = 'act' and allowed and (why is null or why ^@ 'passed: ') order by number`,
);

async function fileOf(db: Db, row: Row, now: Moment): Promise<EmergencyFile> {
  const { session, startedBy: person, startedAt: from } = row;
  const until = row.endedAt ?? row.runsUntil;
  const acts = await db.rows(actsIn, { person, session, from, until });
  return { emergency: emergencyOf(row, acts, now), acts, words: row.words, patient: row.patient };
}

function emergencyOf(row: Row, acts: readonly EmergencyAct[], now: Moment): Emergency {
  const { id, startedBy, startedAt, runsUntil, patient } = row;
  const passed = acts.map(({ by, duty, act, why, at }) => ({ by, duty, act, why, at }));
  const known = { id, startedBy, startedAt, passed, ...(patient ? { patient } : {}) };
  if (!row.endedAt && now <= runsUntil) return { ...known, state: 'running', runsUntil };
  const end = row.endedAt
    ? { endedAt: row.endedAt, endedBy: startedBy }
    : { endedAt: runsUntil, endedBy: 'clock' as const };
  if (!row.reviewedAt || !row.reviewedBy) return { ...known, ...end, state: 'ended' };
  return {
    ...known,
    ...end,
    state: 'reviewed',
    reviewedAt: row.reviewedAt,
    reviewedBy: row.reviewedBy,
    answers: row.answers ?? [],
  };
}

export const addEmergency = (
  db: Db,
  given: { id: EmergencyId; session: string; by: PersonId; now: Moment; runsUntil: Moment; patient: string | null },
): Promise<number> => db.run(add, given);
export async function runningIn(db: Db, session: string, now: Moment): Promise<EmergencyFile | undefined> {
  const row = await db.row(runningOf, { session, now });
  return row && fileOf(db, row, now);
}
export const prolong = (db: Db, id: EmergencyId, runsUntil: Moment): Promise<number> =>
  db.run(setRunsUntil, { id, runsUntil });
export const end = (db: Db, id: EmergencyId, now: Moment): Promise<number> => db.run(setEnded, { id, now });
export const explain = (
  db: Db,
  given: { id: EmergencyId; by: PersonId; words: string; patient: string | null; now: Moment },
): Promise<number> => db.run(setWords, given);
export const review = (
  db: Db,
  id: EmergencyId,
  by: PersonId,
  answers: readonly StopAnswer[],
  now: Moment,
): Promise<number> => db.run(setReviewed, { id, by, now, answers: JSON.stringify(answers) });
export async function fileById(db: Db, id: EmergencyId, now: Moment): Promise<EmergencyFile | undefined> {
  const row = await db.row(byId, { id });
  return row && fileOf(db, row, now);
}
export async function filesToReview(db: Db, now: Moment): Promise<EmergencyFile[]> {
  const files: EmergencyFile[] = [];
  for (const row of await db.rows(unreviewed, {})) files.push(await fileOf(db, row, now));
  return files;
}
export async function filesOf(db: Db, person: PersonId, since: Moment, now: Moment): Promise<EmergencyFile[]> {
  const files: EmergencyFile[] = [];
  for (const row of await db.rows(ofPerson, { person, since })) files.push(await fileOf(db, row, now));
  return files;
}
