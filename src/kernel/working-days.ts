/** Norwegian public holidays and the working days between them, for every deadline that counts working days. */

import type { Words } from './texts.ts';
import { addDays, dayMs, type IsoDate, weekdayOf } from './time.ts';

export type Holiday = { readonly day: IsoDate; readonly name: Words };

/** Days from Easter Sunday; lov om helligdager og helligdagsfred (1995). */
const movable: readonly (readonly [number, Words])[] = [
  [-7, { nb: 'Palmesøndag', en: 'Palm Sunday' }],
  [-3, { nb: 'Skjærtorsdag', en: 'Maundy Thursday' }],
  [-2, { nb: 'Langfredag', en: 'Good Friday' }],
  [0, { nb: '1. påskedag', en: 'Easter Sunday' }],
  [1, { nb: '2. påskedag', en: 'Easter Monday' }],
  [39, { nb: 'Kristi himmelfartsdag', en: 'Ascension Day' }],
  [49, { nb: '1. pinsedag', en: 'Whit Sunday' }],
  [50, { nb: '2. pinsedag', en: 'Whit Monday' }],
];

/** The same law, and lov om 1 og 17 mai som høgtidsdager (1947). Christmas Eve and New Year's Eve are no public holidays. */
const fixed: readonly (readonly [string, Words])[] = [
  ['01-01', { nb: '1. nyttårsdag', en: "New Year's Day" }],
  ['05-01', { nb: '1. mai', en: 'Labour Day' }],
  ['05-17', { nb: 'Grunnlovsdagen', en: 'Constitution Day' }],
  ['12-25', { nb: '1. juledag', en: 'Christmas Day' }],
  ['12-26', { nb: '2. juledag', en: 'Boxing Day' }],
];

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876; Meeus 1991); any year from 1583. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 114;
  const month = Math.floor(fromMarch / 31);
  const day = (fromMarch % 31) + 1;
  return `${year}-0${month}-${String(day).padStart(2, '0')}` as IsoDate;
}

const byYear = new Map<number, readonly Holiday[]>();

/** The public holidays of a year in order of date; two may fall on one day (17 May and Whit Sunday in 2043). */
export function publicHolidays(year: number): readonly Holiday[] {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = [
    ...movable.map(([days, name]) => ({ day: addDays(easter, days), name })),
    ...fixed.map(([monthDay, name]) => ({ day: `${year}-${monthDay}` as IsoDate, name })),
  ].sort((one, other) => (one.day < other.day ? -1 : 1));
  byYear.set(year, holidays);
  return holidays;
}

export function holidayOn(day: IsoDate): Holiday | undefined {
  return publicHolidays(Number(day.slice(0, 4))).find((holiday) => holiday.day === day);
}

/** Monday to Friday, and no public holiday. A clinic's own closed days come on top of this. */
export function isWorkingDay(day: IsoDate): boolean {
  return weekdayOf(day) <= 5 && !holidayOn(day);
}

/**
 * The n-th working day after the day, which is itself not counted: contact on Wednesday 1 April 2026 has its fifth
 * working day on Monday 13 April. Negative n counts backwards; 0 is the day itself.
 */
export function addWorkingDays(day: IsoDate, workingDays: number): IsoDate {
  const step = workingDays < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(workingDays); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** How many working days lie after the first day, up to and including the last; negative when the last comes first. */
export function workingDaysBetween(from: IsoDate, to: IsoDate): number {
  if (to < from) return -workingDaysBetween(to, from);
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
  let count = 0;
  for (let passed = 1; passed <= days; passed++) if (isWorkingDay(addDays(from, passed))) count += 1;
  return count;
}

/** The day itself when it is a working day, otherwise the first one after it. */
export function workingDayFrom(day: IsoDate): IsoDate {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}
