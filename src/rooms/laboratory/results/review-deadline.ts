/** The clocks of a review: when a doctor must have been told, and when the patient. */

import { addDays, addMinutes, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { criticalDeadlines, informDeadlines } from './critical-notice.table.ts';
import { isCritical, isDeviating, type Review, type Reviewed } from './review.ts';

/** Where the critical pathway stands now. */
export type CriticalStanding = 'not critical' | 'tell now' | 'try the next doctor' | 'late' | 'told';

/** By the deadlines of the day the result arrived on; a day without deadlines is late at once rather than never. */
export function criticalStanding(answer: Review, now: Moment): CriticalStanding {
  if (!isCritical(answer) || answer.state === 'superseded') return 'not critical';
  if (answer.state !== 'received') return 'told';
  if (now >= tellBy(answer)) return 'late';
  const minutes = validOn(criticalDeadlines, dayOf(answer.arrivedAt))?.value.nextDoctorAfterMinutes ?? 0;
  const last = answer.attempts.at(-1);
  return last && now >= addMinutes(last.at, minutes) ? 'try the next doctor' : 'tell now';
}

/** The moment by which a doctor must have been told. */
export function tellBy({ arrivedAt }: Pick<Review, 'arrivedAt'>): Moment {
  return addMinutes(arrivedAt, validOn(criticalDeadlines, dayOf(arrivedAt))?.value.toldWithinMinutes ?? 0);
}

/** The last day for telling the patient, from the review and how much it deviates; nothing when it is not needed. */
export function informBy(answer: Reviewed): IsoDate | undefined {
  if (answer.decision.tell === 'not needed') return undefined;
  const day = dayOf(answer.reviewedAt);
  const days = validOn(informDeadlines, day)?.value;
  if (!days) return day;
  if (isCritical(answer)) return addDays(day, days.criticalDays);
  return addDays(day, isDeviating(answer) ? days.deviatingDays : days.otherDays);
}
