/** A period (periode) at work: whole days, both ends included, open where no end is set; it ends by itself. */

import { addDays, type IsoDate } from '#kernel/time';

export type Period = { readonly from: IsoDate; readonly until?: IsoDate };

export function holdsOn(period: Period, day: IsoDate): boolean {
  return period.from <= day && (period.until === undefined || day <= period.until);
}

/** The same day of the month so many months later, or the last day of that month where it is shorter. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const lastDay = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));
  const wanted = Math.min(Number(day.slice(8)), lastDay.getUTCDate());
  return `${lastDay.toISOString().slice(0, 8)}${String(wanted).padStart(2, '0')}` as IsoDate;
}

/** The last day of a period of so many months that begins on the day. */
export function lastDayOf(from: IsoDate, months: number): IsoDate {
  return addDays(monthsAfter(from, months), -1);
}
