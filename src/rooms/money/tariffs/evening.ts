/** When an evening, night or weekend code may be used instead of the day's; note D1 of the regulation. */

import { addDays, dayOf, type IsoDate, type Moment, timeOf, weekdayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { holidayOn } from '#kernel/working-days';
import { eveningHours } from './tariff-rule.table.ts';

/** Why the contact took place outside ordinary hours; a planned evening clinic is `none`. */
export type EveningGround = 'none' | 'digital' | 'unforeseen emergency' | 'organised out-of-hours service';

function isRed(day: IsoDate): boolean {
  return weekdayOf(day) === 7 || holidayOn(day) !== undefined;
}

/** By the clock (16–08), on Sundays and public holidays, and all of the day before one. */
export function isEvening(at: Moment): boolean {
  const day = dayOf(at);
  const hours = validOn(eveningHours, day);
  if (!hours) return false;
  const time = timeOf(at);
  return time >= hours.value.from || time < hours.value.until || isRed(day) || isRed(addDays(day, 1));
}

/** A digital consultation only after 16 by the clock; the other two grounds whenever it is evening. */
export function mayUseEveningCode(at: Moment, ground: EveningGround): boolean {
  if (ground === 'none') return false;
  if (ground !== 'digital') return isEvening(at);
  const hours = validOn(eveningHours, dayOf(at));
  return hours !== undefined && timeOf(at) >= hours.value.from;
}
