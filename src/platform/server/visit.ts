/** One passage through the gate: what is known of it so far, and the line it leaves in the access log. */

import type { Refused } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { AccessLine } from './access-log.ts';
import type { AnyCall, Fact, Ground, Me } from './call.ts';
import type { Outcome } from './outcome.ts';

export type Visit = {
  readonly call: AnyCall;
  readonly me: Me;
  readonly command: string | undefined;
  readonly now: Moment;
  readonly told: Fact[];
  readonly seen: string[];
  patient: string | undefined;
  ground: Ground | undefined;
  /** The stop that was passed because help came first. */
  passed: string | undefined;
};

export function newVisit(call: AnyCall, me: Me, command: string | undefined, now: Moment): Visit {
  return { call, me, command, now, told: [], seen: [], patient: undefined, ground: undefined, passed: undefined };
}

/** Nothing of a try that is made again. */
export function startAgain(visit: Visit): void {
  visit.told.length = 0;
  visit.seen.length = 0;
  visit.patient = undefined;
  visit.ground = undefined;
  visit.passed = undefined;
}

/** Why not; or, for what was done in spite of a stop, which stop was passed. */
function whyOf(visit: Visit, outcome: Outcome | 'fault'): string | null {
  if (outcome === 'fault') return 'fault';
  if (outcome.kind === 'bad input') return 'bad input';
  const no: { why?: string } = outcome.kind === 'answer' ? (outcome.answer as Refused) : outcome;
  return no.why ?? (visit.passed ? `passed: ${visit.passed}` : null);
}

export function lineOf(visit: Visit, outcome: Outcome | 'fault'): AccessLine {
  const { call, me, patient, seen, ground } = visit;
  return {
    at: visit.now,
    kind: call.kind,
    call: call.name,
    duty: typeof call.who === 'object' && 'duty' in call.who ? call.who.duty : null,
    person: me.person,
    session: me.session,
    patient: patient ?? null,
    seen: seen.length > 0 ? seen : null,
    allowed: outcome === 'fault' || outcome.kind !== 'not allowed',
    ground: ground ?? null,
    why: whyOf(visit, outcome),
  };
}
