/** Days and moments as the clinic in Norway counts them. */

import type { Branded } from './ids.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = Branded<string, 'IsoDate'>;
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Moment = Branded<string, 'Moment'>;
/** Local time of day, `HH:MM`. */
export type TimeOfDay = Branded<string, 'TimeOfDay'>;

export const clinicTimeZone = 'Europe/Oslo';
export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

export const datePattern = /^\d{4}-\d{2}-\d{2}$/;
export const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

export function momentOf(date: Date | number): Moment {
  return new Date(date).toISOString() as Moment;
}

export function isDate(text: string): text is IsoDate {
  if (!datePattern.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const local = new Intl.DateTimeFormat('sv-SE', {
  timeZone: clinicTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Oslo runs whole hours ahead of UTC, and changes only on a whole hour: the offset is kept by the hour. */
const offsets = new Map<number, number>();
function offsetMs(at: number): number {
  const hour = Math.floor(at / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const wall = Date.parse(`${local.format(hour * hourMs).replace(' ', 'T')}Z`);
  const offset = wall - hour * hourMs;
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

function wallClock(moment: Moment | Date | number): string {
  const at = typeof moment === 'number' ? moment : new Date(moment).getTime();
  return new Date(at + offsetMs(at)).toISOString();
}

/** The local calendar day of a moment. */
export function dayOf(moment: Moment | Date | number): IsoDate {
  return wallClock(moment).slice(0, 10) as IsoDate;
}

/** The local time of day of a moment, `HH:MM`. */
export function timeOf(moment: Moment | Date | number): TimeOfDay {
  return wallClock(moment).slice(11, 16) as TimeOfDay;
}

/** The moment of a local day and time; the hour that summer time skips becomes the hour after it. */
export function momentAt(day: IsoDate, time: TimeOfDay): Moment {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const first = wall - offsetMs(wall);
  return momentOf(wall - offsetMs(first));
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as IsoDate;
}

export function addMinutes(moment: Moment, minutes: number): Moment {
  return momentOf(Date.parse(moment) + minutes * minuteMs);
}

/** Whole minutes from the first to the second, rounded down. */
export function minutesBetween(from: Moment, to: Moment): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / minuteMs);
}

/** Completed years on the day; someone born 29 February turns a year older on 1 March in other years. */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Completed months on the day. */
export function ageInMonthsOn(birth: IsoDate, day: IsoDate): number {
  const months =
    (Number(day.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(birth.slice(5, 7));
  return day.slice(8) < birth.slice(8) ? months - 1 : months;
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
