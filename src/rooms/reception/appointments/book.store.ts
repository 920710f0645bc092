/** Books, weekly rules and exceptions as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment, TimeOfDay } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { Book, BookException, BookId, ExceptionId, OpeningRule, RuleId } from './book.ts';

export type BookRow = Book & { readonly position: number; readonly closedOn: IsoDate | null };

const bookColumns = 'id, name, serves, owner, position, closed_on as "closedOn"';
const allBooks = statement<object, BookRow>(
  'book: all',
  `select ${bookColumns} from book where clinic = :clinic order by position, name`,
);
/** Whoever books on the same book waits here for the one before: the answer is then told by the thing, not by a collision. */
const lockBooks = statement<{ ids: readonly BookId[] }, BookRow>(
  'book: lock for booking',
  `select ${bookColumns} from book where clinic = :clinic and id = any(:ids::uuid[]) order by id for no key update`,
);
const add = statement<Book & { position: number }>(
  'book: add',
  'insert into book (clinic, id, name, serves, owner, position) values (:clinic, :id, :name, :serves, :owner, :position)',
);
const close = statement<{ id: BookId; day: IsoDate | null }>(
  'book: close',
  'update book set closed_on = :day::date where clinic = :clinic and id = :id',
);

type RuleRow = Omit<OpeningRule, 'release'> & { daysBefore: number | null; releaseAt: TimeOfDay | null };
const ruleColumns = `id, book, weekday, from_time as "from", until_time as "until", session, slot_minutes as "slotMinutes",
  valid_from as "validFrom", valid_until as "validUntil", every_weeks as "everyWeeks", release_days_before as "daysBefore", release_at as "releaseAt"`;
const rules = statement<{ books: readonly BookId[] | null; from: IsoDate; until: IsoDate }, RuleRow>(
  'opening rule: between days',
  `select ${ruleColumns} from opening_rule where clinic = :clinic and (:books::uuid[] is null or book = any(:books::uuid[]))
   and valid_from <= :until::date and (valid_until is null or valid_until >= :from::date) order by weekday, from_time, id`,
);
const ruleById = statement<{ id: RuleId }, RuleRow>(
  'opening rule: by id',
  `select ${ruleColumns} from opening_rule where clinic = :clinic and id = :id for update`,
);
const addRuleRow = statement<RuleRow>(
  'opening rule: add',
  `insert into opening_rule (clinic, id, book, weekday, from_time, until_time, session, slot_minutes, valid_from, valid_until, every_weeks,
     release_days_before, release_at)
   values (:clinic, :id, :book, :weekday, :from, :until, :session, :slotMinutes, :validFrom, :validUntil, :everyWeeks, :daysBefore, :releaseAt)`,
);
const endRuleRow = statement<{ id: RuleId; lastDay: IsoDate }>(
  'opening rule: end',
  'update opening_rule set valid_until = :lastDay where clinic = :clinic and id = :id',
);

type ExceptionRow = {
  id: ExceptionId;
  kind: BookException['kind'];
  book: BookId | null;
  startsAt: Moment | null;
  endsAt: Moment | null;
  day: IsoDate | null;
  fromTime: TimeOfDay | null;
  untilTime: TimeOfDay | null;
  session: string | null;
  slotMinutes: number | null;
};
const exceptionColumns = `id, kind, book, starts_at as "startsAt", ends_at as "endsAt", day, from_time as "fromTime", until_time as "untilTime",
  session, slot_minutes as "slotMinutes"`;
const exceptions = statement<{ from: IsoDate; until: IsoDate }, ExceptionRow>(
  'book exception: between days',
  `select ${exceptionColumns} from book_exception where clinic = :clinic and lifted_at is null and day >= :from::date and day <= :until::date
   union all
   select ${exceptionColumns} from book_exception where clinic = :clinic and lifted_at is null and kind = 'absence'
     and ends_at > :from::date - interval '1 day' and starts_at < :until::date + interval '2 days'`,
);
const addExceptionRow = statement<ExceptionRow & { by: PersonId; now: Moment }>(
  'book exception: add',
  `insert into book_exception (clinic, id, kind, book, starts_at, ends_at, day, from_time, until_time, session, slot_minutes, added_by, added_at)
   values (:clinic, :id, :kind, :book, :startsAt, :endsAt, :day, :fromTime, :untilTime, :session, :slotMinutes, :by, :now)`,
);
const lift = statement<{ id: ExceptionId; now: Moment }>(
  'book exception: lift',
  'update book_exception set lifted_at = :now where clinic = :clinic and id = :id and lifted_at is null',
);

function ruleOf({ daysBefore, releaseAt, ...rule }: RuleRow): OpeningRule {
  const release = daysBefore !== null && releaseAt !== null ? { daysBefore, at: releaseAt } : null;
  return { ...rule, release };
}

function exceptionOf(row: ExceptionRow): BookException {
  const { id, kind, book, day } = row;
  if (kind === 'closed day') return { kind, id, book, day: day as IsoDate };
  if (kind === 'absence') {
    return { kind, id, book: book as BookId, from: row.startsAt as Moment, until: row.endsAt as Moment };
  }
  const hours = { from: row.fromTime as TimeOfDay, until: row.untilTime as TimeOfDay };
  const session = row.session as OpeningRule['session'];
  return { kind, id, book: book as BookId, day: day as IsoDate, ...hours, session, slotMinutes: row.slotMinutes ?? 0 };
}

function exceptionRowOf(exception: BookException): ExceptionRow {
  const { id, kind, book } = exception;
  const none = { startsAt: null, endsAt: null, day: null, fromTime: null, untilTime: null, session: null };
  const row = { ...none, slotMinutes: null, id, kind, book };
  if (exception.kind === 'closed day') return { ...row, day: exception.day };
  if (exception.kind === 'absence') return { ...row, startsAt: exception.from, endsAt: exception.until };
  const { day, from, until, session, slotMinutes } = exception;
  return { ...row, day, fromTime: from, untilTime: until, session, slotMinutes };
}

export const books = (db: Db): Promise<BookRow[]> => db.rows(allBooks, {});
export const booksLocked = (db: Db, ids: readonly BookId[]): Promise<BookRow[]> => db.rows(lockBooks, { ids });
export const addBook = (db: Db, book: Book, position: number): Promise<number> => db.run(add, { ...book, position });
export const closeBook = (db: Db, id: BookId, day: IsoDate | null): Promise<number> => db.run(close, { id, day });

/** Of all books, or of some. */
export async function rulesBetween(
  db: Db,
  from: IsoDate,
  until: IsoDate,
  books: readonly BookId[] | null = null,
): Promise<OpeningRule[]> {
  return (await db.rows(rules, { from, until, books })).map(ruleOf);
}
export async function ruleForChange(db: Db, id: RuleId): Promise<OpeningRule | undefined> {
  const row = await db.row(ruleById, { id });
  return row && ruleOf(row);
}
export const addRule = (db: Db, { release, ...rule }: OpeningRule): Promise<number> =>
  db.run(addRuleRow, { ...rule, daysBefore: release?.daysBefore ?? null, releaseAt: release?.at ?? null });
export const endRule = (db: Db, id: RuleId, lastDay: IsoDate): Promise<number> => db.run(endRuleRow, { id, lastDay });

export async function exceptionsBetween(db: Db, from: IsoDate, until: IsoDate): Promise<BookException[]> {
  return (await db.rows(exceptions, { from, until })).map(exceptionOf);
}
export const addException = (db: Db, exception: BookException, by: PersonId, now: Moment): Promise<number> =>
  db.run(addExceptionRow, { ...exceptionRowOf(exception), by, now });
export const liftException = (db: Db, id: ExceptionId, now: Moment): Promise<number> => db.run(lift, { id, now });
