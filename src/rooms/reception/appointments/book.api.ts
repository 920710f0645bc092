/** Books and their hours: what the head of the clinic sets up, and what everyone may see. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, momentOf } from '#kernel/time';
import { command, type Db, query } from '#platform/server';
import * as appointments from './appointment.store.ts';
import { strandedAppointments } from './availability.ts';
import * as store from './book.store.ts';
import {
  type BookException,
  type BookId,
  type ExceptionId,
  endWeekly,
  makeException,
  type OpeningPlan,
  openWeekly,
  type RuleId,
  sessionsOn,
} from './book.ts';
import { exceptionInput, newBookInput, openingRuleInput } from './booking-input.ts';
import { isHoliday } from './free-time.api.ts';

const setsUp = { roles: ['head', 'doctor'] } as const;
const far = '9999-12-31' as IsoDate;

export const books = query({
  name: 'books',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({}),
  async does({ db }) {
    return ok(await store.books(db));
  },
});

/** Every book with its weekly hours from today on, and what breaks them in the coming year. */
export const bookHours = query({
  name: 'bookHours',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({}),
  async does({ db, now }) {
    const today = dayOf(now);
    const all = await store.books(db);
    const rules = await store.rulesBetween(db, today, far);
    const exceptions = await store.exceptionsBetween(db, today, addDays(today, 366));
    return ok({ books: all, rules, exceptions });
  },
});

/** The open pieces of one day for every book, in the order of the books. */
export const bookDay = query({
  name: 'bookDay',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ day: dayInput }),
  async does({ input, db, now }) {
    const { day } = input;
    const open = (await store.books(db)).filter(({ closedOn }) => closedOn === null || closedOn > day);
    const plan = {
      rules: await store.rulesBetween(db, day, day),
      exceptions: await store.exceptionsBetween(db, day, day),
      isHoliday,
    };
    const at = Date.parse(now);
    return ok(
      open.map(({ closedOn: _, position: __, ...book }) => ({
        book,
        sessions: sessionsOn(book.id, day, plan).map(({ from, until, session, bookableFrom }) => ({
          from: momentOf(from),
          until: momentOf(until),
          session,
          isReleased: bookableFrom <= at,
        })),
      })),
    );
  },
});

export const addBook = command({
  name: 'addBook',
  who: setsUp,
  takes: newBookInput,
  async does({ input, db, tell }) {
    const id = newId<BookId>();
    const others = await store.books(db);
    await store.addBook(db, { ...input, id }, others.length + 1);
    tell(fact('BooksChanged', { book: id }));
    return ok({ id });
  },
});

export const closeBook = command({
  name: 'closeBook',
  who: setsUp,
  takes: z.object({ book: idInput<BookId>(), day: dayInput.nullable() }),
  async does({ input, db, tell }) {
    if ((await store.closeBook(db, input.book, input.day)) === 0) return refuse('not found');
    tell(fact('BooksChanged', { book: input.book }));
    return ok();
  },
});

export const setOpeningRule = command({
  name: 'setOpeningRule',
  who: setsUp,
  takes: openingRuleInput,
  async does({ input, db, tell }) {
    if ((await store.booksLocked(db, [input.book])).length === 0) return refuse('not found');
    const others = await store.rulesBetween(db, input.validFrom, input.validUntil ?? far, [input.book]);
    const opened = openWeekly({ ...input, id: newId<RuleId>() }, others);
    if (!opened.ok) return opened;
    await store.addRule(db, opened.value);
    tell(fact('BooksChanged', { book: input.book }));
    return ok({ id: opened.value.id });
  },
});

export const endOpeningRule = command({
  name: 'endOpeningRule',
  who: setsUp,
  takes: z.object({ rule: idInput<RuleId>(), lastDay: dayInput }),
  async does({ input, db, tell }) {
    const rule = await store.ruleForChange(db, input.rule);
    if (!rule) return refuse('not found');
    const ended = endWeekly(rule, input.lastDay);
    if (!ended.ok) return ended;
    await store.endRule(db, rule.id, input.lastDay);
    tell(fact('BooksChanged', { book: rule.book }));
    return ok();
  },
});

async function planAround(db: Db, exception: BookException): Promise<OpeningPlan> {
  const from = exception.kind === 'absence' ? dayOf(exception.from) : exception.day;
  const until = exception.kind === 'absence' ? dayOf(exception.until) : exception.day;
  const exceptions = await store.exceptionsBetween(db, from, until);
  return { rules: await store.rulesBetween(db, from, until), exceptions, isHoliday };
}

/** Absence, a closed day or an extra session; answers how many appointments no longer have a place. */
export const addException = command({
  name: 'addException',
  who: { duty: 'reception.calling-and-receiving' },
  takes: exceptionInput,
  async does({ input, db, me, now, tell }) {
    const exception: BookException = { ...input, id: newId<ExceptionId>() };
    if (exception.book !== null && (await store.booksLocked(db, [exception.book])).length === 0)
      return refuse('not found');
    const plan = await planAround(db, exception);
    const made = makeException(exception, plan);
    if (!made.ok) return made;
    await store.addException(db, exception, me.person, now);
    tell(fact('BooksChanged', { book: exception.book }));
    const stranded = await strandedBy(db, exception, { ...plan, exceptions: [...plan.exceptions, exception] });
    return ok({ id: exception.id, stranded });
  },
});

async function strandedBy(db: Db, exception: BookException, plan: OpeningPlan): Promise<number> {
  if (exception.kind === 'extra session') return 0;
  const days: IsoDate[] = [];
  const last = exception.kind === 'absence' ? dayOf(exception.until) : exception.day;
  for (let day = exception.kind === 'absence' ? dayOf(exception.from) : exception.day; day <= last; ) {
    days.push(day);
    day = addDays(day, 1);
  }
  const ids = exception.book ? [exception.book] : (await store.books(db)).map(({ id }) => id);
  let count = 0;
  for (const book of ids)
    for (const day of days.slice(0, 60))
      count += strandedAppointments(await appointments.appointmentsOfBook(db, book, day), plan).length;
  return count;
}

export const liftException = command({
  name: 'liftException',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({ exception: idInput<ExceptionId>() }),
  async does({ input, db, now, tell }) {
    if ((await store.liftException(db, input.exception, now)) === 0) return refuse('not found');
    tell(fact('BooksChanged', { book: null }));
    return ok();
  },
});
