/** Supervision (veiledning): who is with a learner today, for one duty or for the whole day. */

import type { DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { isAtWork, type Person } from './person.ts';

export type SupervisionId = Id<'Supervision'>;
/** It ends with the day; a later naming takes its place. */
export type Supervision = {
  readonly id: SupervisionId;
  readonly learner: PersonId;
  readonly supervisor: PersonId;
  /** Without one: everything that day. */
  readonly duty?: DutyId;
  readonly day: IsoDate;
  readonly namedAt: Moment;
};

/** «Eva is with me»: said by the learner; whether she may supervise this is asked in every act. */
export function nameSupervisor(
  id: SupervisionId,
  learner: PersonId,
  supervisor: Person,
  duty: DutyId | undefined,
  now: Moment,
): Result<Supervision, 'supervises oneself' | 'not at work'> {
  if (supervisor.id === learner) return refuse('supervises oneself');
  if (!isAtWork(supervisor, now)) return refuse('not at work');
  const known = { id, learner, supervisor: supervisor.id, day: dayOf(now), namedAt: now };
  return ok({ ...known, ...(duty ? { duty } : {}) });
}

/** The one named last for the duty; else the one named for the whole day. */
export function supervisorFor(
  named: readonly Supervision[],
  learner: PersonId,
  duty: DutyId,
  now: Moment,
): PersonId | undefined {
  const today = named
    .filter((one) => one.learner === learner && one.day === dayOf(now))
    .toSorted((a, b) => b.namedAt.localeCompare(a.namedAt));
  return (today.find((one) => one.duty === duty) ?? today.find((one) => one.duty === undefined))?.supervisor;
}
