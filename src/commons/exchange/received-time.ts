/** A date or time as a message gives it: some give a year, some a second, some a mask that is neither. */

import { type IsoDate, isDate, type Moment, momentAt, momentOf, type TimeOfDay } from '#kernel/time';

export type ReceivedTime = {
  /** As it stands in the message; always shown. */
  readonly text: string;
  /** The local day, where the text tells one. */
  readonly day: IsoDate | null;
  /** The moment, where the text tells the time of day; without a zone it is the clock of the clinic. */
  readonly moment: Moment | null;
};

const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(Z|[+-]\d{2}:\d{2})?$/;

export function receivedTime(text: string): ReceivedTime {
  const [, day = '', hours, minutes, seconds = '0', zone] = pattern.exec(text.trim()) ?? [];
  if (!isDate(day)) return { text, day: null, moment: null };
  if (hours === undefined || minutes === undefined) return { text, day, moment: null };
  const moment = zone === undefined ? local(day, hours, minutes, seconds) : zoned(text.trim());
  return { text, day, moment };
}

function local(day: IsoDate, hours: string, minutes: string, seconds: string): Moment | null {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) >= 60) return null;
  const minute = Date.parse(momentAt(day, `${hours}:${minutes}` as TimeOfDay));
  return momentOf(minute + Math.trunc(Number(seconds) * 1000));
}

function zoned(text: string): Moment | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : momentOf(at);
}
