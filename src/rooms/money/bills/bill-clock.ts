/** The days that run on a bill: when it is reported at the latest, when the claim lapses, until when it can be credited. */

import { addDays, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type BillClock, billClocks } from './bill-clock.table.ts';

function clockOn(day: IsoDate): BillClock | null {
  return validOn(billClocks, day)?.value ?? null;
}

/** The last day of the month that lies so many months after the day's month. */
function endOfMonthAfter(day: IsoDate, months: number): IsoDate {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10) as IsoDate;
}

/** The same date so many months on, or the month's last day where it has no such date. */
function monthsAfter(day: IsoDate, months: number): IsoDate {
  const last = endOfMonthAfter(day, months);
  return `${last.slice(0, 8)}${day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8)}` as IsoDate;
}

/** Helfo shall have the bill by this day, so that frikort comes within three weeks; nothing on a day without the rule. */
export function reportBy(closedAt: Moment): IsoDate | null {
  const clock = clockOn(dayOf(closedAt));
  return clock && addDays(dayOf(closedAt), clock.reportWithinDays);
}

/** The claim is lost after this day: treated 15 August, lost after the last day of February. */
export function lapsesAfter(treatedAt: Moment): IsoDate | null {
  const clock = clockOn(dayOf(treatedAt));
  return clock && endOfMonthAfter(dayOf(treatedAt), clock.lapsesAfterMonths);
}

/** Counted from the closing of the bill, which comes before Helfo has received it, so never a day too long. */
export function creditableUntil(closedAt: Moment): IsoDate | null {
  const clock = clockOn(dayOf(closedAt));
  return clock && monthsAfter(dayOf(closedAt), clock.creditWithinYears * 12);
}

/** The receipt or the invoice is written by this day (bokføringsforskriften § 5-2-2). */
export function documentBy(treatedAt: Moment): IsoDate | null {
  const clock = clockOn(dayOf(treatedAt));
  return clock && monthsAfter(dayOf(treatedAt), clock.documentWithinMonths);
}
