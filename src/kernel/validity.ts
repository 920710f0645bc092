/** Facts that change by date (tariffs, limits, ages): each period has its own value and its source. */

import type { IsoDate } from './time.ts';

/** `from` and `until` are both included; an open period has no `until`. */
export type Dated<T> = {
  readonly from: IsoDate;
  readonly until?: IsoDate;
  readonly source: string;
  readonly value: T;
};

/** The period that holds on the day, or nothing: a day without a valid fact is never priced or judged by a neighbour's. */
export function validOn<T>(periods: readonly Dated<T>[], day: IsoDate): Dated<T> | undefined {
  return periods.find((period) => period.from <= day && (period.until === undefined || day <= period.until));
}
