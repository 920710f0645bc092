/** A delegated task (delegert oppgave): one piece of work under a delegation, and the unbroken chain of whose hands it is in. */

import type { Act, DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { currentDelegation, type WhyNoDelegation } from './current-delegation.ts';
import type { AcceptedDelegation, Delegation, DelegationId } from './delegation.ts';
import { abstain, type LearningNeedId, type OpenNeed } from './learning-need.ts';
import { absenceAt, isAtWork, isResponsibleDoctor, type Person } from './person.ts';

export type DelegatedTaskId = Id<'DelegatedTask'>;
/** One link of the chain; into a delegate's hands only under a delegation of her own. */
export type Handing = {
  readonly to: PersonId;
  readonly by: PersonId | 'clock';
  readonly at: Moment;
  readonly under: DelegationId | 'back to the doctor';
};
type Known = {
  readonly id: DelegatedTaskId;
  readonly duty: DutyId;
  readonly act: Act;
  /** The doctor who gave the task out, and to whom it returns. */
  readonly delegator: PersonId;
  readonly holder: PersonId;
  readonly chain: readonly Handing[];
};
export type HeldTask = Known & { readonly state: 'held'; readonly under: DelegationId };
export type TaskWithDoctor = Known & { readonly state: 'with the doctor' };
export type DoneTask = Known & { readonly state: 'done'; readonly doneBy: PersonId; readonly doneAt: Moment };
export type DelegatedTask = HeldTask | TaskWithDoctor | DoneTask;

/** What may follow what. */
export const delegatedTaskNext = {
  held: ['held', 'with the doctor', 'done'],
  'with the doctor': ['held', 'done'],
  done: [],
} as const satisfies Record<DelegatedTask['state'], readonly DelegatedTask['state'][]>;

/** What the clinic knows of delegations when a task changes hands. */
export type Register = { readonly delegations: readonly Delegation[]; readonly doctors: readonly Person[] };

export type WhyNotHanded =
  | 'done already'
  | 'not yours to hand over'
  | 'not at work'
  | 'holds it already'
  | WhyNoDelegation;

/** A doctor has something to be done under a delegation; it begins with the doctor. */
export function openTask(
  id: DelegatedTaskId,
  wish: { readonly duty: DutyId; readonly act: Act },
  doctor: Person,
  now: Moment,
): Result<TaskWithDoctor, 'only a doctor gives out'> {
  if (!isResponsibleDoctor(doctor, now)) return refuse('only a doctor gives out');
  const first: Handing = { to: doctor.id, by: doctor.id, at: now, under: 'back to the doctor' };
  const known: Known = { id, duty: wish.duty, act: wish.act, delegator: doctor.id, holder: doctor.id, chain: [first] };
  return ok({ ...known, state: 'with the doctor' });
}

/**
 * Into other hands: by the holder or the doctor, and only back to the doctor or to someone who holds the act by an own,
 * current delegation. Nobody's delegation reaches further than herself (helsepersonelloven § 5).
 */
export function reassign(
  task: DelegatedTask,
  to: Person,
  by: Person,
  register: Register,
  now: Moment,
): Result<HeldTask | TaskWithDoctor, WhyNotHanded> {
  if (task.state === 'done') return refuse('done already');
  if (by.id !== task.holder && by.id !== task.delegator) return refuse('not yours to hand over');
  if (to.id === task.holder) return refuse('holds it already');
  if (to.id === task.delegator) return ok(backToDoctor(task, by.id, now));
  const own = mayReceive(task, to, register, now);
  if (!own.ok) return own;
  const { id: under } = own.value;
  const chain = [...task.chain, { to: to.id, by: by.id, at: now, under }];
  return ok({ ...openPart(task), holder: to.id, chain, state: 'held', under });
}

function openPart({ id, duty, act, delegator, holder, chain }: DelegatedTask): Known {
  return { id, duty, act, delegator, holder, chain };
}

function backToDoctor(task: HeldTask | TaskWithDoctor, by: Handing['by'], now: Moment): TaskWithDoctor {
  const link: Handing = { to: task.delegator, by, at: now, under: 'back to the doctor' };
  return { ...openPart(task), holder: task.delegator, chain: [...task.chain, link], state: 'with the doctor' };
}

function mayReceive(
  task: DelegatedTask,
  to: Person,
  register: Register,
  now: Moment,
): Result<AcceptedDelegation, 'not at work' | WhyNoDelegation> {
  if (!isAtWork(to, now)) return refuse('not at work');
  const wish = { person: to.id, duty: task.duty, act: task.act };
  return currentDelegation(register.delegations, wish, register.doctors, now);
}

/** The only people the task can be handed to from here: the list behind the button. */
export function whoMayTakeOver(
  task: DelegatedTask,
  people: readonly Person[],
  register: Register,
  now: Moment,
): readonly Person[] {
  if (task.state === 'done') return [];
  return people.filter(
    (person) =>
      person.id !== task.holder && (person.id === task.delegator || mayReceive(task, person, register, now).ok),
  );
}

/** «I am not competent for this»: the task is the doctor's again, and a learning need is noted. Nothing is asked. */
export function handBack(
  task: DelegatedTask,
  by: PersonId,
  need: { readonly id: LearningNeedId; readonly words?: string },
  now: Moment,
): Result<{ readonly task: TaskWithDoctor; readonly need: OpenNeed }, 'done already' | 'not yours to hand over'> {
  if (task.state === 'done') return refuse('done already');
  if (task.state !== 'held' || task.holder !== by) return refuse('not yours to hand over');
  return ok({ task: backToDoctor(task, by, now), need: abstain(need.id, by, task.duty, now, need.words) });
}

/** Why the holder can no longer do it: the delegation is gone, or she is away; then it goes back by itself. */
export function lostBecause(
  task: DelegatedTask,
  holder: Person,
  register: Register,
  now: Moment,
): Refused<WhyNoDelegation | 'not at work'> | undefined {
  if (task.state !== 'held') return undefined;
  if (absenceAt(holder, now)) return refuse('not at work');
  const own = mayReceive(task, holder, register, now);
  return own.ok ? undefined : own;
}

export function returnByClock(task: HeldTask, now: Moment): TaskWithDoctor {
  return backToDoctor(task, 'clock', now);
}

/** Done by the one whose hands it is in: the doctor, or the holder while her own delegation holds. */
export function finish(
  task: DelegatedTask,
  by: Person,
  register: Register,
  now: Moment,
): Result<
  DoneTask,
  'done already' | 'not in your hands' | 'only a doctor gives out' | 'not at work' | WhyNoDelegation
> {
  if (task.state === 'done') return refuse('done already');
  if (task.holder !== by.id) return refuse('not in your hands');
  if (task.state === 'with the doctor' && !isResponsibleDoctor(by, now)) return refuse('only a doctor gives out');
  if (task.state === 'held') {
    const own = mayReceive(task, by, register, now);
    if (!own.ok) return own;
  }
  return ok({ ...openPart(task), state: 'done', doneBy: by.id, doneAt: now });
}
