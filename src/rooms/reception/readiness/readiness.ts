/** Readiness (klar til drift): what the clinic leans on, whether it is up, and what to do without it. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Words } from '#kernel/texts';
import { addMinutes, dayOf, type Moment, minutesBetween } from '#kernel/time';

export const dependencyCodes = [
  'journal',
  'network',
  'message-gateway',
  'helsenorge',
  'telephone-queue',
  'payment-terminal',
  'card-reader',
  'label-printer',
  'document-printer',
  'lab-instruments',
  'prescriptions',
  'backup',
] as const;
export type DependencyCode = (typeof dependencyCodes)[number];

export type Dependency = {
  readonly code: DependencyCode;
  readonly name: Words;
  /** How one sees that it is up. */
  readonly how: Words;
  /** The card: what to do without it, one step a line. */
  readonly without: readonly Words[];
  readonly weight: 'stops the clinic' | 'slows the clinic';
  /** An answer is fresh for so many minutes, and never from one day to the next. */
  readonly freshMinutes: number;
};

export type Health = 'up' | 'slow' | 'down';
/** Someone, or the system itself, has looked. */
export type Check = {
  readonly dependency: DependencyCode;
  readonly at: Moment;
  readonly by: PersonId | 'system';
  readonly health: Health;
  readonly note: string;
};

export type ReadinessState = Health | 'not checked';
export type ReadinessLine = {
  readonly dependency: Dependency;
  readonly state: ReadinessState;
  /** Shown red or green with a word; not checked is never green. */
  readonly isGreen: boolean;
  readonly checkedAt: Moment | null;
  readonly checkedBy: PersonId | 'system' | null;
  /** Since when it has not been up without a break. */
  readonly notUpSince: Moment | null;
  readonly note: string;
};

/** A fault is written down with what was seen; that it is up needs no words. */
export function check(
  made: Check,
  dependencies: readonly Dependency[],
  now: Moment,
): Result<Check, 'unknown dependency' | 'checked in the future' | 'note missing'> {
  if (!dependencies.some((one) => one.code === made.dependency)) return refuse('unknown dependency');
  if (made.at > now) return refuse('checked in the future');
  if (made.health !== 'up' && made.by !== 'system' && !made.note.trim()) return refuse('note missing');
  return ok(made);
}

const newestFirst = (checks: readonly Check[], code: DependencyCode): Check[] =>
  checks.filter((one) => one.dependency === code).sort((one, other) => other.at.localeCompare(one.at));

function notUpSince(ordered: readonly Check[]): Moment | null {
  let since: Moment | null = null;
  for (const one of ordered) {
    if (one.health === 'up') break;
    since = one.at;
  }
  return since;
}

function lineOf(dependency: Dependency, checks: readonly Check[], now: Moment): ReadinessLine {
  const ordered = newestFirst(checks, dependency.code);
  const last = ordered[0];
  if (!last) {
    const never = { checkedAt: null, checkedBy: null, notUpSince: null, note: '' };
    return { dependency, state: 'not checked', isGreen: false, ...never };
  }
  const isFresh = dayOf(last.at) === dayOf(now) && minutesBetween(last.at, now) < dependency.freshMinutes;
  // What was down stays down until somebody has seen it up again.
  const state: ReadinessState = isFresh || last.health === 'down' ? last.health : 'not checked';
  return {
    dependency,
    state,
    isGreen: state === 'up',
    checkedAt: last.at,
    checkedBy: last.by,
    notUpSince: notUpSince(ordered),
    note: last.note,
  };
}

const weightOf: Record<ReadinessState, number> = { down: 0, slow: 1, 'not checked': 2, up: 3 };

/** The board: what is down first, and what stops the clinic before what slows it. */
export function readinessBoard(
  dependencies: readonly Dependency[],
  checks: readonly Check[],
  now: Moment,
): ReadinessLine[] {
  const stops = (line: ReadinessLine) => (line.dependency.weight === 'stops the clinic' ? 0 : 1);
  return dependencies
    .map((dependency) => lineOf(dependency, checks, now))
    .sort((one, other) => weightOf[one.state] - weightOf[other.state] || stops(one) - stops(other));
}

/** One figure for the head of every screen: everything up, or how many are not. */
export type ReadinessFigure = {
  readonly kind: 'all up' | 'not checked' | 'slowed' | 'stopped';
  readonly notUp: number;
};

export function readinessFigure(board: readonly ReadinessLine[]): ReadinessFigure {
  const faulty = board.filter((line) => line.state === 'down' || line.state === 'slow');
  const unchecked = board.filter((line) => line.state === 'not checked');
  const isStopped = faulty.some((line) => line.state === 'down' && line.dependency.weight === 'stops the clinic');
  if (isStopped) return { kind: 'stopped', notUp: faulty.length };
  if (faulty.length > 0) return { kind: 'slowed', notUp: faulty.length };
  return unchecked.length > 0 ? { kind: 'not checked', notUp: unchecked.length } : { kind: 'all up', notUp: 0 };
}

/** A time without it, for the record and the yearly review; open while it is still down. */
export type Downtime = { readonly dependency: DependencyCode; readonly from: Moment; readonly until: Moment | null };

/** From the first check that saw it down to the next that saw it up or slow. */
export function downtimes(checks: readonly Check[], code: DependencyCode): Downtime[] {
  const found: Downtime[] = [];
  let from: Moment | null = null;
  for (const one of newestFirst(checks, code).reverse()) {
    if (one.health === 'down') from ??= one.at;
    else if (from !== null) {
      found.push({ dependency: code, from, until: one.at });
      from = null;
    }
  }
  return from === null ? found : [...found, { dependency: code, from, until: null }];
}

/** When the board must be looked at again: the soonest that an answer grows old; now when one is old already. */
export function nextCheckAt(board: readonly ReadinessLine[], now: Moment): Moment {
  let soonest: Moment | undefined;
  for (const line of board) {
    if (line.state === 'not checked' || line.checkedAt === null) return now;
    const due = addMinutes(line.checkedAt, line.dependency.freshMinutes);
    if (soonest === undefined || due < soonest) soonest = due;
  }
  return soonest === undefined || soonest < now ? now : soonest;
}
