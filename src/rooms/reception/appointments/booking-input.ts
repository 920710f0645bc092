/** What a screen sends when somebody books, moves, cancels, opens a book or joins the waiting list. */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput, momentInput, optionalLine, timeInput } from '#kernel/inputs';
import { type Moment, momentOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { type AppointmentId, bookingChannels, wishes } from './appointment.ts';
import { appointmentTypeCodes } from './appointment-type.ts';
import { type BookId, bookKinds, sessionKinds } from './book.ts';
import { lateReasons } from './offer-clock.ts';

/** Moments are compared as text, so a moment without milliseconds is written out in full. */
const moment = momentInput.transform((text): Moment => momentOf(new Date(text)));
const book = idInput<BookId>();

export const hasteInput = z.union([z.literal(1), z.literal(2), z.literal(3)]);

/** A time on one or more books; it ends after it begins. */
export const timeOnBooks = z
  .object({ books: z.array(book).min(1).max(4), from: moment, until: moment })
  .refine((time) => time.from < time.until, { error: 'ends before it begins', path: ['until'] })
  .refine((time) => new Set(time.books).size === time.books.length, { error: 'same book twice', path: ['books'] });

/** The question for free times; at most a year ahead. */
export const searchInput = z
  .object({
    type: z.enum(appointmentTypeCodes),
    from: dayInput,
    until: dayInput,
    wanted: book.optional(),
    extraMinutes: z.int().min(0).max(120).default(0),
  })
  .refine((search) => search.from <= search.until, { error: 'ends before it begins', path: ['until'] })
  .refine((search) => Date.parse(search.until) - Date.parse(search.from) <= 366 * 86_400_000, {
    error: 'more than a year',
    path: ['until'],
  });

export const bookingInput = z.object({
  patient: idInput<PatientId>(),
  type: z.enum(appointmentTypeCodes),
  time: timeOnBooks,
  haste: hasteInput,
  about: lineInput(200),
  channel: z.enum(bookingChannels),
  /** The day of the booking when the patient has not asked before. */
  firstContactOn: dayInput.optional(),
  /** Why the first offer is later than the limit. */
  lateReason: z.enum(lateReasons).nullable().default(null),
  squeezedInBecause: optionalLine(200),
});

export const moveInput = z.object({
  appointment: idInput<AppointmentId>(),
  to: timeOnBooks,
  wish: z.enum(wishes),
  squeezedInBecause: optionalLine(200),
});

export const cancelInput = z.object({
  appointment: idInput<AppointmentId>(),
  wish: z.enum(wishes),
  reason: lineInput(200),
});

export const takeInInput = z.object({
  appointment: idInput<AppointmentId>(),
  with: idInput<PersonId>(),
  room: lineInput(40),
});

export const newBookInput = z.object({
  name: lineInput(60),
  serves: z.enum(bookKinds),
  owner: idInput<PersonId>().nullable().default(null),
});

/** The rest of what a rule must be is judged by `openWeekly`. */
export const openingRuleInput = z.object({
  book,
  weekday: z.int().min(1).max(7),
  from: timeInput,
  until: timeInput,
  session: z.enum(sessionKinds),
  slotMinutes: z.int().min(5).max(240),
  validFrom: dayInput,
  validUntil: dayInput.nullable().default(null),
  everyWeeks: z.int().min(1).max(8).default(1),
  release: z
    .object({ daysBefore: z.int().min(0).max(60), at: timeInput })
    .nullable()
    .default(null),
});

export const exceptionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absence'), book, from: moment, until: moment }),
  z.object({ kind: z.literal('closed day'), book: book.nullable().default(null), day: dayInput }),
  z.object({
    kind: z.literal('extra session'),
    book,
    day: dayInput,
    from: timeInput,
    until: timeInput,
    session: z.enum(sessionKinds),
    slotMinutes: z.int().min(5).max(240),
  }),
]);

export const waitingInput = z.object({
  patient: idInput<PatientId>(),
  type: z.enum(appointmentTypeCodes),
  book: book.nullable().default(null),
  haste: hasteInput,
  canCome: z.object({
    weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
    from: timeInput,
    until: timeInput,
    notBefore: dayInput.nullable().default(null),
    noticeMinutes: z.int().min(0).max(10_080),
  }),
  instead: idInput<AppointmentId>().nullable().default(null),
});

/** The waiting list as a form sends it: choices come as text. */
export const joinForm = z.object({
  type: z.enum(appointmentTypeCodes),
  book: z
    .string()
    .nullish()
    .transform((id) => (id ? (id as BookId) : null)),
  haste: z.enum(['1', '2', '3']).transform((grade): 1 | 2 | 3 => (grade === '1' ? 1 : grade === '2' ? 2 : 3)),
  from: timeInput,
  until: timeInput,
  noticeMinutes: z.int().min(0).max(10_080),
});
