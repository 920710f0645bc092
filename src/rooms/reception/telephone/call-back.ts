/** A promised call (lovet oppringning): a loop with an owner and a clock, tried until the patient is reached. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { type Evidence, type LoopId, type Open, openLoop } from '#loops';
import type { Abandoned, CallBackPromise, CallId, Ended } from './call.ts';
import type { AttemptRule } from './call-back.table.ts';

/** What the promise opens; it closes only when the patient has been reached or has said no. */
export function callBackLoop(
  id: LoopId,
  call: Ended,
  now: Moment,
): Result<Open, 'nothing was promised' | 'owner and deputy are the same' | 'expected before it was opened'> {
  if (call.outcome.kind !== 'call back') return refuse('nothing was promised');
  const { promise } = call.outcome;
  return openLoop({ ...loopOf(id, call.id, promise, call.haste ?? 2, call.endedBy), ...patientOf(call) }, now);
}

/** Somebody who gave up waiting is rung too: the same loop without a patient. */
export function missedCallLoop(
  id: LoopId,
  call: Abandoned,
  promise: CallBackPromise,
  by: PersonId,
  now: Moment,
): Result<Open, 'owner and deputy are the same' | 'expected before it was opened'> {
  return openLoop(loopOf(id, call.id, promise, 2, by), now);
}

const patientOf = (call: Ended) => (call.patient === null ? {} : { patient: call.patient });

function loopOf(id: LoopId, call: CallId, promise: CallBackPromise, haste: 1 | 2 | 3, by: PersonId) {
  const { owner, deputy } = promise;
  const subject = { thing: 'call', id: call };
  return { id, kind: 'promised call', subject, haste, owner, deputy, openedBy: by, expectedBy: promise.by } as const;
}

export type Attempt = {
  readonly at: Moment;
  readonly by: PersonId;
  readonly answer: 'reached' | 'no answer' | 'busy' | 'voicemail';
};

/** What the attempts so far call for. Nothing about the patient is said to a voicemail. */
export type AttemptVerdict =
  | { readonly kind: 'reached'; readonly evidence: Pick<Evidence, 'what' | 'at'> }
  | { readonly kind: 'try again'; readonly made: number }
  | { readonly kind: 'tell the doctor'; readonly made: number };

export function judgeAttempts(attempts: readonly Attempt[], rule: AttemptRule): AttemptVerdict {
  const reached = attempts.find((attempt) => attempt.answer === 'reached');
  if (reached) return { kind: 'reached', evidence: { what: 'patient reached', at: reached.at } };
  const days = new Set(attempts.map((attempt) => dayOf(attempt.at))).size;
  const made = attempts.length;
  return made >= rule.attempts && days >= rule.days ? { kind: 'tell the doctor', made } : { kind: 'try again', made };
}

/** Promises kept in time, of those whose time is over; the number that the opportunity is measured by. */
export function promisesKept(
  promises: readonly { readonly by: Moment; readonly reachedAt: Moment | null }[],
  now: Moment,
): Result<{ readonly kept: number; readonly of: number }, 'nothing to judge yet'> {
  const judged = promises.filter((one) => one.reachedAt !== null || one.by < now);
  if (judged.length === 0) return refuse('nothing to judge yet');
  const kept = judged.filter((one) => one.reachedAt !== null && one.reachedAt <= one.by).length;
  return ok({ kept, of: judged.length });
}
