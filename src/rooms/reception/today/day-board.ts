/** The board of one day: each line with its status, what one key does next, and how long the patient waits. */

import type { IsoDate, Moment } from '#kernel/time';
import { dayOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { AppointmentType } from '../appointments/appointment-type.ts';
import type { Book, BookId } from '../appointments/book.ts';
import { type ArrivalRule, arrivalRules } from '../arrivals/arrival.table.ts';
import { type DayLine, dayLine } from '../arrivals/day-line.ts';
import { type DayEntry, factsOf } from './day-row.ts';

/** Where a patient may be, as a stay names it. */
export const visitRooms = ['doctor', 'laboratory', 'treatment room'] as const;
export type VisitRoom = (typeof visitRooms)[number];

export type BoardLine = { readonly entry: DayEntry; readonly line: DayLine; readonly book: Book | undefined };

export type Around = { readonly types: readonly AppointmentType[]; readonly books: readonly Book[] };

const isTreatmentRoom = (room: string): boolean => room === 'treatment room';

/** The rule of the day; a day without a rule has no board, which the table's test rules out. */
export function ruleOn(day: IsoDate): ArrivalRule {
  const rule = validOn(arrivalRules, day);
  if (!rule) throw new Error(`no rule of arrival on ${day}`);
  return rule.value;
}

export function boardLines(entries: readonly DayEntry[], around: Around, now: Moment): BoardLine[] {
  const today = dayOf(now);
  const rule = ruleOn(today);
  const meetings = new Map(around.types.map(({ code, meeting }) => [code, meeting]));
  const books = new Map(around.books.map((book) => [book.id, book]));
  return entries.map((entry) => {
    const facts = factsOf(entry, meetings.get(entry.type) ?? 'attendance', rule, today);
    return { entry, line: dayLine(facts, now, rule, isTreatmentRoom), book: bookOf(entry.books, books) };
  });
}

/** The book by which the patient is called: the doctor's where there is one. */
function bookOf(ids: readonly BookId[], books: ReadonlyMap<BookId, Book>): Book | undefined {
  const found = ids.flatMap((id) => books.get(id) ?? []);
  return found.find(({ serves }) => serves === 'doctor') ?? found[0];
}

/** The room of a book, for whoever is taken in without more being said. */
export function roomOf(book: Book | undefined): VisitRoom {
  if (!book || book.serves === 'doctor') return 'doctor';
  return book.serves === 'laboratory chair' ? 'laboratory' : 'treatment room';
}

/** Where the eye should be: whoever is next to arrive, else the first that somebody waits for. */
export function firstChoice(lines: readonly BoardLine[]): BoardLine | undefined {
  const nextToCome = lines.find(({ line }) => line.next === 'mark as arrived');
  return nextToCome ?? lines.find(({ line }) => line.next !== null) ?? lines[0];
}

/** After an arrival the next who is to come is chosen, so that a second press never calls in the one who just came. */
export function afterArrival(lines: readonly BoardLine[], arrived: string): BoardLine | undefined {
  const place = lines.findIndex(({ entry }) => entry.id === arrived);
  const order = [...lines.slice(place + 1), ...lines.slice(0, Math.max(0, place))];
  return order.find(({ line }) => line.next === 'mark as arrived') ?? order[0];
}
