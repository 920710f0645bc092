/** A pupil's act (elevhandling): done under a named supervisor, and no part of the record until the supervisor has countersigned. */

import type { Act, DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { May } from './may.ts';
import { isAtWork, type Person } from './person.ts';

export type PupilActId = Id<'PupilAct'>;
type Known = {
  readonly id: PupilActId;
  readonly pupil: PersonId;
  readonly supervisor: PersonId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly patient?: Id<'Patient'>;
  readonly doneAt: Moment;
  /** How many times it has been written: each sending back asks for a new, dated version. */
  readonly version: number;
};
export type AwaitingAct = Known & { readonly state: 'awaiting' };
export type CountersignedAct = Known & {
  readonly state: 'countersigned';
  readonly countersignedAt: Moment;
  readonly countersignedBy: PersonId;
};
export type SentBackAct = Known & {
  readonly state: 'sent back';
  readonly sentBackAt: Moment;
  readonly sentBackBy: PersonId;
  readonly words: string;
};
export type PupilAct = AwaitingAct | CountersignedAct | SentBackAct;

/** What may follow what. */
export const pupilActNext = {
  awaiting: ['awaiting', 'countersigned', 'sent back'],
  'sent back': ['awaiting'],
  countersigned: [],
} as const satisfies Record<PupilAct['state'], readonly PupilAct['state'][]>;

/** What a pupil did, as the permission said it: only an act done under supervision can wait for a countersign. */
export function awaitCountersign(
  id: PupilActId,
  pupil: PersonId,
  done: { readonly duty: DutyId; readonly act: Act; readonly patient?: Id<'Patient'> },
  may: May,
  now: Moment,
): Result<AwaitingAct, 'no named supervisor'> {
  if (!may.yes || may.ground !== 'supervised') return refuse('no named supervisor');
  return ok({ id, pupil, supervisor: may.supervisor, ...done, doneAt: now, version: 1, state: 'awaiting' });
}

export type WhyNotCountersigned =
  | 'not the named supervisor'
  | 'own act'
  | 'countersigned already'
  | 'with the pupil'
  | 'not at work'
  | 'may not do it alone';

/** `may`: what the supervisor herself may, for the same act; whoever may not do it alone cannot vouch for it. */
export type Supervising = { readonly person: Person; readonly may: May };

function supervisorStop(act: PupilAct, by: Supervising, now: Moment): WhyNotCountersigned | undefined {
  if (act.state === 'countersigned') return 'countersigned already';
  if (act.state === 'sent back') return 'with the pupil';
  if (by.person.id === act.pupil) return 'own act';
  if (by.person.id !== act.supervisor) return 'not the named supervisor';
  if (!isAtWork(by.person, now)) return 'not at work';
  const alone = by.may.yes && (by.may.ground === 'role' || by.may.ground === 'delegation');
  return alone ? undefined : 'may not do it alone';
}

/** «I saw it, it is right»: now it reaches the record, with both names. */
export function countersign(
  act: PupilAct,
  by: Supervising,
  now: Moment,
): Result<CountersignedAct, WhyNotCountersigned> {
  const stop = supervisorStop(act, by, now);
  if (stop) return refuse(stop);
  return ok({ ...openPart(act), state: 'countersigned', countersignedAt: now, countersignedBy: by.person.id });
}

/** Back to the pupil with a word on what to look at. */
export function sendBack(
  act: PupilAct,
  by: Supervising,
  words: string,
  now: Moment,
): Result<SentBackAct, WhyNotCountersigned | 'words missing'> {
  const stop = supervisorStop(act, by, now);
  if (stop) return refuse(stop);
  if (words.trim() === '') return refuse('words missing');
  return ok({ ...openPart(act), state: 'sent back', sentBackAt: now, sentBackBy: by.person.id, words });
}

/** The pupil has written it anew. */
export function resubmit(act: PupilAct, by: PersonId, now: Moment): Result<AwaitingAct, 'not yours' | 'not sent back'> {
  if (act.pupil !== by) return refuse('not yours');
  if (act.state !== 'sent back') return refuse('not sent back');
  return ok({ ...openPart(act), doneAt: now, version: act.version + 1, state: 'awaiting' });
}

/** The supervisor has gone home: another who may do it alone takes over the waiting acts by name. */
export function takeOver(
  act: PupilAct,
  by: Supervising,
  now: Moment,
): Result<AwaitingAct, Exclude<WhyNotCountersigned, 'not the named supervisor'>> {
  const stop = supervisorStop({ ...act, supervisor: by.person.id }, by, now);
  if (stop && stop !== 'not the named supervisor') return refuse(stop);
  return ok({ ...openPart(act), supervisor: by.person.id, state: 'awaiting' });
}

function openPart({ id, pupil, supervisor, duty, act, patient, doneAt, version }: PupilAct): Known {
  return { id, pupil, supervisor, duty, act, ...(patient ? { patient } : {}), doneAt, version };
}

/** Only what is countersigned is part of the record. */
export function reachesRecord(act: PupilAct): act is CountersignedAct {
  return act.state === 'countersigned';
}
