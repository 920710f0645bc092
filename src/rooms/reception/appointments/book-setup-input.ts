/** What the forms of book set-up hold as they are typed, and what they become. */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { dayInput, lineInput, timeInput } from '#kernel/inputs';
import { addDays, type IsoDate, momentAt, type TimeOfDay } from '#kernel/time';
import { appointmentTypeCodes } from './appointment-type.ts';
import { type BookId, bookKinds, sessionKinds } from './book.ts';

/** An empty choice of a form is nothing. */
const chosen = <T extends string>() =>
  z
    .string()
    .nullish()
    .transform((id) => (id ? (id as T) : null));

export const bookForm = z.object({ name: lineInput(60), serves: z.enum(bookKinds), owner: chosen<PersonId>() });

export const ruleForm = z
  .object({
    weekday: z.enum(['1', '2', '3', '4', '5', '6', '7']),
    from: timeInput,
    until: timeInput,
    session: z.enum(sessionKinds),
    slotMinutes: z.int().min(5).max(240),
    validFrom: dayInput,
    validUntil: dayInput.nullish(),
    everyWeeks: z.int().min(1).max(8),
    releaseDays: z.int().min(0).max(60).nullish(),
    releaseAt: timeInput.nullish(),
  })
  .transform(({ weekday, releaseDays, releaseAt, validUntil, ...rule }) => ({
    ...rule,
    weekday: Number(weekday),
    validUntil: validUntil ?? null,
    release:
      releaseDays === null || releaseDays === undefined
        ? null
        : { daysBefore: releaseDays, at: releaseAt ?? ('08:00' as TimeOfDay) },
  }));

export const exceptionForm = z.object({
  kind: z.enum(['absence', 'closed day', 'extra session']),
  book: chosen<BookId>(),
  day: dayInput,
  untilDay: dayInput.nullish(),
  from: timeInput.nullish(),
  until: timeInput.nullish(),
  session: z.enum(sessionKinds).default('ordinary'),
});
export type ExceptionForm = z.output<typeof exceptionForm>;

const midnight = '00:00' as TimeOfDay;
/** As the command takes it; an absence without hours is whole days. */
export function exceptionOf(form: ExceptionForm, slotMinutes: number) {
  const { kind, book, day } = form;
  if (kind === 'closed day') return { kind, book, day };
  if (book === null) return undefined;
  if (kind === 'absence') {
    const last: IsoDate = form.untilDay ?? day;
    const from = momentAt(day, form.from ?? midnight);
    const until = form.until ? momentAt(last, form.until) : momentAt(addDays(last, 1), midnight);
    return { kind, book, from, until };
  }
  const hours = { from: form.from ?? ('08:00' as TimeOfDay), until: form.until ?? ('12:00' as TimeOfDay) };
  return { kind, book, day, ...hours, session: form.session, slotMinutes };
}

export const typeForm = z
  .object({
    code: z.enum(appointmentTypeCodes),
    minutes: z.int().min(5).max(240),
    nb: z.string().trim().max(600).nullish(),
    en: z.string().trim().max(600).nullish(),
    isOff: z.boolean().default(false),
    from: dayInput,
    reason: lineInput(200),
  })
  .transform(({ nb, en, ...change }) => ({
    ...change,
    preparation: nb ? { nb, en: en || nb } : null,
  }));
