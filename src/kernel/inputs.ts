/** The schemas of what comes in from a screen, a file or a command line: ids, days, times; text in, branded value out. */

import { z } from 'zod';
import { type Id, idPattern } from './ids.ts';
import { type IsoDate, isDate, type Moment, momentOf, type TimeOfDay, timePattern } from './time.ts';

/** The id of a thing, as `newId` makes them. */
export function idInput<T extends Id<string>>(): z.ZodType<T, string> {
  return z.string().regex(idPattern, { error: 'not an id' }) as unknown as z.ZodType<T, string>;
}

/** A calendar day, `YYYY-MM-DD`. */
export const dayInput = z.string().refine(isDate, { error: 'not a date' }) as unknown as z.ZodType<IsoDate, string>;

/** A local time of day, `HH:MM`. */
export const timeInput = z.string().regex(timePattern, { error: 'not a time' }) as unknown as z.ZodType<
  TimeOfDay,
  string
>;

/** A moment in UTC, always written out to the millisecond, since moments are compared as text. */
export const momentInput = z.iso.datetime().transform((text) => momentOf(Date.parse(text))) as unknown as z.ZodType<
  Moment,
  string
>;

/** A line of text that is trimmed and must hold something. */
export const lineInput = (longest: number) => z.string().trim().min(1).max(longest);

/** A line of text that may be missing; empty counts as missing. */
export const optionalLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .default(null)
    .transform((text) => text || null);
