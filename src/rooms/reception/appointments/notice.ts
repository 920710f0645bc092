/** How much notice (varsel) a cancellation gives, and when it is late. */

import { addDays, dayOf, hourMs, type Moment, momentAt, timeOf } from '#kernel/time';

/** Hours before the appointment, within which a cancellation is late. */
export type NoticeRule = { readonly hours: number };

/**
 * True when less notice than the rule was given; exactly at the limit is in time.
 * Over a change to summer time the patient has the better of real hours and the clock on the wall.
 */
export function isLateNotice(from: Moment, givenAt: Moment, rule: NoticeRule): boolean {
  const byHours = Date.parse(from) - rule.hours * hourMs;
  const wholeDays = rule.hours / 24;
  const byClock = Number.isInteger(wholeDays)
    ? Date.parse(momentAt(addDays(dayOf(from), -wholeDays), timeOf(from)))
    : byHours;
  return Date.parse(givenAt) > Math.max(byHours, byClock);
}
