/** An emergency (øyeblikkelig hjelp): help comes first, every stop is passed and noted, and the questions come afterwards. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addMinutes, dayOf, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { Act, DutyId } from './duty.ts';
import { emergencyMinutes } from './emergency.table.ts';
import type { Role } from './role.ts';

export type EmergencyId = Id<'Emergency'>;
/** A stop that was passed because help came first; `why` is the refusal it would have been. */
export type PassedStop = {
  readonly by: PersonId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly why: string;
  readonly at: Moment;
};
/** What the reviewer says of a passed stop; `learning` leads to a measure, never to blame. */
export type StopAnswer = { readonly verdict: 'was right' | 'learning'; readonly words: string };

type Known = {
  readonly id: EmergencyId;
  readonly patient?: Id<'Patient'>;
  readonly startedBy: PersonId;
  readonly startedAt: Moment;
  readonly passed: readonly PassedStop[];
};
export type RunningEmergency = Known & { readonly state: 'running'; readonly runsUntil: Moment };
export type EndedEmergency = Known & {
  readonly state: 'ended';
  readonly endedAt: Moment;
  readonly endedBy: PersonId | 'clock';
};
export type ReviewedEmergency = Omit<EndedEmergency, 'state'> & {
  readonly state: 'reviewed';
  readonly reviewedAt: Moment;
  readonly reviewedBy: PersonId;
  readonly answers: readonly StopAnswer[];
};
export type Emergency = RunningEmergency | EndedEmergency | ReviewedEmergency;

/** What may follow what. */
export const emergencyNext = {
  running: ['running', 'ended'],
  ended: ['reviewed'],
  reviewed: [],
} as const satisfies Record<Emergency['state'], readonly Emergency['state'][]>;

/** Anyone may start it, and nothing is asked first (helsepersonelloven § 7). */
export function startEmergency(id: EmergencyId, by: PersonId, now: Moment, patient?: Id<'Patient'>): RunningEmergency {
  const known: Known = { id, startedBy: by, startedAt: now, passed: [], ...(patient ? { patient } : {}) };
  return { ...known, state: 'running', runsUntil: addMinutes(now, minutesOn(now)) };
}

function minutesOn(now: Moment): number {
  return validOn(emergencyMinutes, dayOf(now))?.value ?? 0;
}

/** Is help still going on: not ended by anyone, and not run out. */
export function isRunning(emergency: Emergency, now: Moment): emergency is RunningEmergency {
  return emergency.state === 'running' && emergency.startedAt <= now && now <= emergency.runsUntil;
}

/** «Still an emergency»: one press gives as long again. */
export function prolongEmergency(emergency: Emergency, now: Moment): Result<RunningEmergency, 'over'> {
  if (emergency.state !== 'running') return refuse('over');
  return ok({ ...emergency, runsUntil: addMinutes(now, minutesOn(now)) });
}

/** The stop that was passed is written down as it happens. */
export function passStop(
  emergency: Emergency,
  stop: Omit<PassedStop, 'at'>,
  now: Moment,
): Result<RunningEmergency, 'over'> {
  if (!isRunning(emergency, now)) return refuse('over');
  return ok({ ...emergency, passed: [...emergency.passed, { ...stop, at: now }] });
}

/** The crew has taken over, or it was nothing. */
export function endEmergency(emergency: Emergency, by: PersonId, now: Moment): Result<EndedEmergency, 'over'> {
  if (emergency.state !== 'running') return refuse('over');
  const { runsUntil, ...known } = emergency;
  return ok(
    now <= runsUntil
      ? { ...known, state: 'ended', endedAt: now, endedBy: by }
      : { ...known, state: 'ended', endedAt: runsUntil, endedBy: 'clock' },
  );
}

export type WhyNotReviewed =
  | 'still running'
  | 'already reviewed'
  | 'not yours to review'
  | 'own act'
  | 'a stop is unanswered';

/** Every passed stop becomes a question afterwards; a doctor or the head who passed none of them answers. */
export function reviewEmergency(
  emergency: Emergency,
  reviewer: { readonly id: PersonId; readonly roles: readonly Role[] },
  answers: readonly StopAnswer[],
  now: Moment,
): Result<ReviewedEmergency, WhyNotReviewed> {
  if (emergency.state === 'running') return refuse('still running');
  if (emergency.state === 'reviewed') return refuse('already reviewed');
  if (!reviewer.roles.some((role) => role === 'doctor' || role === 'head')) return refuse('not yours to review');
  if (emergency.passed.some((stop) => stop.by === reviewer.id)) return refuse('own act');
  const answered = emergency.passed.every((_, place) => answers[place]?.words.trim());
  if (!answered || answers.length !== emergency.passed.length)
    return refuse('a stop is unanswered', { stops: emergency.passed.length, answers: answers.length });
  return ok({ ...emergency, state: 'reviewed', reviewedAt: now, reviewedBy: reviewer.id, answers });
}
