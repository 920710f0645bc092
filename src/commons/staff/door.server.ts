/** What the server floors above may ask of staff: who someone is, what they may do now, and a countersign for a pupil's act. */

import type { Act, DutyId } from '#duties';
import { fact } from '#events';
import { type Id, newId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Doing } from '#platform/server';
import { awaitCountersign, type PupilActId, resubmit } from './countersign.ts';
import { actAbout, addAct, type Subject, saveAct, stateAbout } from './supervised-act.store.ts';

export { countDelegationUse } from './delegation.store.ts';
export { addPerson, allPersons, personById } from './person.store.ts';
export { rightsOf } from './rights.store.ts';
export type { Subject } from './supervised-act.store.ts';

type InTransaction = Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'ground' | 'supervisor' | 'tell'>;

/** A pupil did it: it is no part of the record before the named supervisor has countersigned. */
export function needsCountersign({ ground, me }: Pick<InTransaction, 'ground' | 'me'>): boolean {
  return ground === 'supervised' && me.roles.includes('pupil');
}

/** Puts what was just written before the supervisor; a second writing of the same thing is a new version of it. */
export async function openCountersign(
  { db, me, now, supervisor, tell }: InTransaction,
  done: {
    readonly duty: DutyId;
    readonly act?: Act;
    readonly patient?: Id<'Patient'> | undefined;
    readonly subject: Subject;
  },
): Promise<Result<PupilActId, 'no named supervisor' | 'not yours' | 'not sent back'>> {
  if (!supervisor) return refuse('no named supervisor');
  const { subject, act = 'perform', ...known } = done;
  const before = await actAbout(db, subject);
  const patient = known.patient ? { patient: known.patient } : {};
  const may = {
    yes: true,
    ground: 'supervised',
    role: 'pupil',
    supervisor,
    closeness: 'near',
    countersign: true,
  } as const;
  const waiting = before
    ? resubmit(before, me.person, now)
    : awaitCountersign(newId<PupilActId>(), me.person, { duty: known.duty, act, ...patient }, may, now);
  if (!waiting.ok) return waiting;
  if (before) await saveAct(db, { ...waiting.value, subject });
  else await addAct(db, { ...waiting.value, subject });
  const told = { act: waiting.value.id, kind: subject.kind, subject: subject.id };
  tell(fact('CountersignNeeded', { ...told, pupil: me.person, supervisor: waiting.value.supervisor }));
  return ok(waiting.value.id);
}

/** Has what was written reached the record; what no pupil wrote always has. */
export async function isCountersigned(db: Doing<unknown>['db'], subject: Subject): Promise<boolean> {
  const state = await stateAbout(db, subject);
  return state === undefined || state === 'countersigned';
}
