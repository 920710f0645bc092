/** The lists that the doctors and the laboratory work from: what nobody has seen, and what no patient has been told. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import {
  type CriticalNotified,
  isCritical,
  isDeviating,
  isSettled,
  type Received,
  type Review,
  type Reviewed,
} from './review.ts';
import { criticalStanding, informBy, tellBy } from './review-deadline.ts';

/** Critical and untold · critical and told · outside the interval or much changed · final · preliminary. */
export type ReviewUrgency = 'tell a doctor' | 'critical' | 'deviating' | 'ordinary' | 'preliminary';
export const urgencyOrder: readonly ReviewUrgency[] = [
  'tell a doctor',
  'critical',
  'deviating',
  'ordinary',
  'preliminary',
];

export function urgencyOf(answer: Received | CriticalNotified): ReviewUrgency {
  if (isCritical(answer)) return answer.state === 'received' ? 'tell a doctor' : 'critical';
  if (isDeviating(answer)) return 'deviating';
  return answer.isPreliminary ? 'preliminary' : 'ordinary';
}

function isUnseen(answer: Review): answer is Received | CriticalNotified {
  return answer.state === 'received' || answer.state === 'critical notified';
}

/** All that no doctor has signed: by urgency, then the one that has waited longest. */
export function unreviewed(answers: readonly Review[]): readonly (Received | CriticalNotified)[] {
  const rank = (answer: Received | CriticalNotified) => urgencyOrder.indexOf(urgencyOf(answer));
  return answers
    .filter(isUnseen)
    .sort((a, b) => rank(a) - rank(b) || compare(a.arrivedAt, b.arrivedAt) || compare(a.id, b.id));
}

/** The doctor's own list, with those of absent colleagues whose deputy she is. A chain of deputies is followed once round. */
export function unreviewedFor(
  doctor: PersonId,
  answers: readonly Review[],
  deputies: ReadonlyMap<PersonId, PersonId>,
): readonly (Received | CriticalNotified)[] {
  return unreviewed(answers).filter((answer) => actingDoctor(answer.doctor, deputies) === doctor);
}

/** Who sees the results of a doctor now: `deputies` holds only those who are away, with the one who stands in. */
export function actingDoctor(doctor: PersonId, deputies: ReadonlyMap<PersonId, PersonId>): PersonId {
  let acting = doctor;
  for (let step = 0; step < deputies.size; step++) {
    const next = deputies.get(acting);
    if (next === undefined || next === doctor) return acting;
    acting = next;
  }
  return acting;
}

/** Critical values that no doctor knows of yet, with the deadline, the nearest first. */
export function criticalToTell(
  answers: readonly Review[],
  now: Moment,
): readonly { readonly answer: Received; readonly tellBy: Moment; readonly isLate: boolean }[] {
  return answers
    .flatMap((answer) => (answer.state === 'received' && isCritical(answer) ? [answer] : []))
    .map((answer) => ({ answer, tellBy: tellBy(answer), isLate: criticalStanding(answer, now) === 'late' }))
    .sort((a, b) => compare(a.tellBy, b.tellBy) || compare(a.answer.id, b.answer.id));
}

/** Reviewed, but the patient does not know: by the last day for telling, then the one reviewed first. */
export function untold(answers: readonly Review[]): readonly Reviewed[] {
  const last = (answer: Reviewed) => informBy(answer) ?? '';
  return answers
    .flatMap((answer) => (answer.state === 'reviewed' && !isSettled(answer) ? [answer] : []))
    .sort((a, b) => compare(last(a), last(b)) || compare(a.reviewedAt, b.reviewedAt) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
