/** The patient who is in touch again (gjentatt kontakt): what was said last time is shown, and the haste is raised or the reason told. */

import { ok, type Result, refuse } from '#kernel/result';
import { hourMs, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { RepeatRule } from './repeat-caller.table.ts';

export type Haste = 1 | 2 | 3;

/** Somebody was in touch about the patient: by telephone, by message or at the desk. */
export type EarlierContact = {
  readonly patient: PatientId;
  readonly at: Moment;
  readonly by: 'telephone' | 'message' | 'desk';
  readonly haste: Haste | null;
  /** What was written then, shown again now. */
  readonly said: string;
};

export type RepeatedContact = {
  /** The present contact included. */
  readonly contacts: number;
  /** Newest first. */
  readonly earlier: readonly EarlierContact[];
  /** The highest haste that was given before: the lowest number. */
  readonly highestHaste: Haste | null;
};

/** Nothing when this is the first contact in the time that the rule looks back; exactly that long ago still counts. */
export function repeatedContact(
  contacts: readonly EarlierContact[],
  patient: PatientId,
  now: Moment,
  rule: RepeatRule,
): RepeatedContact | undefined {
  const since = Date.parse(now) - rule.withinHours * hourMs;
  const earlier = contacts
    .filter((one) => one.patient === patient && Date.parse(one.at) >= since && one.at < now)
    .sort((one, other) => other.at.localeCompare(one.at));
  if (earlier.length + 1 < rule.contacts) return undefined;
  const grades = earlier.flatMap((one) => (one.haste === null ? [] : [one.haste]));
  const highestHaste = grades.length === 0 ? null : (Math.min(...grades) as Haste);
  return { contacts: earlier.length + 1, earlier, highestHaste };
}

/** What the one who answers says to it: one key for another matter, otherwise up or why not. */
export type RepeatAnswer =
  | { readonly kind: 'raised' }
  | { readonly kind: 'another matter' }
  | { readonly kind: 'not raised'; readonly because: string };

/** A repeated contact is never closed as if it were the first. */
export function answerRepeat(
  repeated: RepeatedContact | undefined,
  answer: RepeatAnswer | null,
  haste: Haste | null,
): Result<RepeatAnswer | null, 'repeated call needs an answer' | 'haste is not raised' | 'reason missing'> {
  if (!repeated) return ok(null);
  if (answer === null) return refuse('repeated call needs an answer', { contacts: repeated.contacts });
  if (answer.kind === 'not raised' && answer.because.trim().length < 3) return refuse('reason missing');
  if (answer.kind !== 'raised') return ok(answer);
  const before = repeated.highestHaste ?? 3;
  // Grade 1 cannot go higher: the same day stays the same day.
  const isRaised = haste !== null && (haste < before || haste === 1);
  return isRaised ? ok(answer) : refuse('haste is not raised', { before });
}
