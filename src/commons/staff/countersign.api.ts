/** Commands and queries of countersigning: what a pupil did waits here until the named supervisor has seen it. */

import { z } from 'zod';
import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { patientLines } from '#patients/server';
import { command, type Doing, query } from '#platform/server';
import {
  sendBack as back,
  type PupilAct,
  type PupilActId,
  resubmit,
  type Supervising,
  countersign as sign,
  takeOver,
} from './countersign.ts';
import { allPersons, personById } from './person.store.ts';
import { fullName } from './person.ts';
import { rightsOf } from './rights.store.ts';
import { mayWith } from './rights.ts';
import { actsOfPupil, actToChange, openActs, type StoredAct, saveAct } from './supervised-act.store.ts';

const actId = idInput<PupilActId>();
const supervisors = { duty: 'general.pupil-training' };
const pupilsSeeDays = 30;

/** The act under lock, and what the one who signs may herself; decided by the thing, stored, told. */
async function settle<Why extends string>(
  doing: Doing<{ act: PupilActId }>,
  decide: (act: StoredAct, by: Supervising) => Result<PupilAct, Why>,
): Promise<Result<undefined, Why | 'not found'>> {
  const { db, me, now, input, about, tell } = doing;
  const act = await actToChange(db, input.act);
  const person = await personById(db, me.person);
  if (!act || !person) return refuse('not found');
  if (act.patient) await about(act.patient);
  const wish = { person: me.person, duty: act.duty, act: act.act, order: 'order' as const };
  const decided = decide(act, { person, may: mayWith(await rightsOf(db, wish, now), wish, now) });
  if (!decided.ok) return decided as Refused<Why>;
  await saveAct(db, { ...decided.value, subject: act.subject });
  const told = { act: act.id, kind: act.subject.kind, subject: act.subject.id };
  const { value } = decided;
  if (value.state === 'countersigned') tell(fact('Countersigned', { ...told, by: me.person }));
  else if (value.state === 'sent back') tell(fact('SentBack', { ...told, by: me.person }));
  else tell(fact('CountersignNeeded', { ...told, pupil: value.pupil, supervisor: value.supervisor }));
  return ok();
}

/** «I saw it, it is right»: now it is part of the record, with both names. */
export const countersignAct = command({
  name: 'countersignAct',
  who: supervisors,
  takes: z.object({ act: actId }),
  does: (doing) => settle(doing, (act, by) => sign(act, by, doing.now)),
});

/** Back to the pupil, with a word on what to look at. */
export const sendBackAct = command({
  name: 'sendBackAct',
  who: supervisors,
  takes: z.object({ act: actId, words: z.string().trim().max(400) }),
  does: (doing) => settle(doing, (act, by) => back(act, by, doing.input.words, doing.now)),
});

/** The supervisor has gone home: another who may do it alone takes the waiting act over by name. */
export const takeOverAct = command({
  name: 'takeOverAct',
  who: supervisors,
  takes: z.object({ act: actId }),
  does: (doing) => settle(doing, (act, by) => takeOver(act, by, doing.now)),
});

/** The pupil has written it anew. */
export const resubmitAct = command({
  name: 'resubmitAct',
  who: 'signed in',
  takes: z.object({ act: actId }),
  does: (doing) => settle(doing, (act) => resubmit(act, doing.me.person, doing.now)),
});

/** What waits for a supervisor, one's own first and then the oldest; what was sent back is with the pupil. */
export const countersignQueue = query({
  name: 'countersignQueue',
  who: supervisors,
  takes: z.object({}),
  async does({ db, me, shows }) {
    const nameOf = await namesOf(db);
    const acts = await openActs(db);
    shows(acts.flatMap(({ patient }) => (patient ? [patient] : [])));
    const patientOf = await patientNames(db, acts);
    const lines = acts.map((act) => lineOf(act, nameOf, patientOf, me.person));
    return ok(lines.toSorted((a, b) => Number(b.isMine) - Number(a.isMine)));
  },
});

/** A pupil's own acts of the last month, and how each stands. */
export const myPupilActs = query({
  name: 'myPupilActs',
  who: 'signed in',
  takes: z.object({}),
  async does({ db, me, now, shows }) {
    const since = momentAt(addDays(dayOf(now), -pupilsSeeDays), '00:00' as TimeOfDay);
    const nameOf = await namesOf(db);
    const acts = await actsOfPupil(db, me.person, since);
    shows(acts.flatMap(({ patient }) => (patient ? [patient] : [])));
    const patientOf = await patientNames(db, acts);
    return ok(acts.map((act) => lineOf(act, nameOf, patientOf, me.person)));
  },
});

async function namesOf(db: Doing<unknown>['db']): Promise<(id: PersonId) => string> {
  const names = new Map((await allPersons(db)).map((person) => [person.id, fullName(person)]));
  return (id) => names.get(id) ?? '';
}

async function patientNames(db: Doing<unknown>['db'], acts: readonly StoredAct[]): Promise<Map<string, string>> {
  const ids = acts.flatMap(({ patient }) => (patient ? [patient as PatientId] : []));
  const lines = ids.length > 0 ? await patientLines(db, [...new Set(ids)]) : [];
  return new Map(lines.map(({ id, familyName, givenName }) => [id, `${familyName}, ${givenName}`]));
}

function lineOf(
  act: StoredAct,
  nameOf: (id: PersonId) => string,
  patientOf: ReadonlyMap<string, string>,
  me: PersonId,
) {
  const names = { pupilName: nameOf(act.pupil), supervisorName: nameOf(act.supervisor) };
  return { act, ...names, patientName: patientOf.get(act.patient ?? '') ?? null, isMine: act.supervisor === me };
}

/** What the query answers. */
export type CountersignLines = Extract<Awaited<ReturnType<(typeof countersignQueue)['does']>>, { ok: true }>['value'];
