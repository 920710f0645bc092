/** The books side by side on one day: which rows there are, and where each appointment stands among those that overlap. */

import { addMinutes, type IsoDate, type Moment, minutesBetween, momentAt, type TimeOfDay } from '#kernel/time';
import type { AppointmentTypeCode } from './appointment-type.ts';
import type { Book, BookId, BookKind, SessionKind } from './book.ts';
import { overlaps } from './interval.ts';

export const rowMinutes = 10;

export type GridSession = {
  readonly from: Moment;
  readonly until: Moment;
  readonly session: SessionKind;
  readonly isReleased: boolean;
};
export type GridColumn = { readonly book: Book; readonly sessions: readonly GridSession[] };
export type GridSpan = { readonly from: Moment; readonly rows: number };

/** The kinds that people look for; devices stand apart until they are asked for. */
const placesOfPeople: readonly BookKind[] = ['doctor', 'laboratory chair', 'treatment room', 'secretary'];

export function shownColumns(columns: readonly GridColumn[], isAll: boolean): readonly GridColumn[] {
  return isAll ? columns : columns.filter(({ book }) => placesOfPeople.includes(book.serves));
}

type Piece = { readonly from: Moment; readonly until: Moment };

/** From the first opening or appointment of the day to the last, on whole hours; a day without any is an ordinary one. */
export function spanOf(day: IsoDate, pieces: readonly Piece[]): GridSpan {
  const [first, last] = [momentAt(day, '08:00' as TimeOfDay), momentAt(day, '15:00' as TimeOfDay)];
  const from = pieces.reduce((least, one) => (one.from < least ? one.from : least), first);
  const until = pieces.reduce((most, one) => (one.until > most ? one.until : most), last);
  const whole = addMinutes(from, -(minutesBetween(momentAt(day, '00:00' as TimeOfDay), from) % 60));
  return { from: whole, rows: Math.ceil(minutesBetween(whole, until) / rowMinutes) };
}

/** Rows from the top, with fractions where a time is not on the grid. */
export const rowOf = (span: GridSpan, moment: Moment): number => minutesBetween(span.from, moment) / rowMinutes;
export const momentAtRow = (span: GridSpan, row: number): Moment => addMinutes(span.from, row * rowMinutes);

export type Placed<T> = { readonly it: T; readonly lane: number; readonly lanes: number };

/** Appointments that overlap stand beside each other; each is as wide as those around it leave room for. */
export function lanesOf<T extends Piece>(pieces: readonly T[]): Placed<T>[] {
  const ordered = [...pieces].sort((one, other) => one.from.localeCompare(other.from));
  const placed: { it: T; lane: number }[] = [];
  for (const it of ordered) {
    const beside = placed.filter((one) => meets(one.it, it)).map(({ lane }) => lane);
    let lane = 0;
    while (beside.includes(lane)) lane++;
    placed.push({ it, lane });
  }
  return placed.map(({ it, lane }) => {
    const around = placed.filter((one) => meets(one.it, it)).map((one) => one.lane);
    return { it, lane, lanes: Math.max(...around) + 1 };
  });
}

function meets(one: Piece, other: Piece): boolean {
  const inMs = ({ from, until }: Piece) => ({ from: Date.parse(from), until: Date.parse(until) });
  return overlaps(inMs(one), inMs(other));
}

/** What one books in a column when nothing else is said. */
export function usualTypeOf(kind: BookKind): AppointmentTypeCode {
  const usual: Partial<Record<BookKind, AppointmentTypeCode>> = {
    'laboratory chair': 'blood-sampling',
    'treatment room': 'wound-care',
    secretary: 'blood-pressure',
    'ecg device': 'ecg',
    spirometer: 'spirometry',
    audiometer: 'audiometry',
    'home monitor': 'home-blood-pressure',
  };
  return usual[kind] ?? 'consultation';
}

/** The cursor of the grid; it stays on it. */
export type Cursor = { readonly column: number; readonly row: number };

export function stepped(cursor: Cursor, step: Partial<Cursor>, columns: number, rows: number): Cursor {
  const within = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most - 1));
  return {
    column: within(cursor.column + (step.column ?? 0), columns),
    row: within(cursor.row + (step.row ?? 0), rows),
  };
}

/** The books of an appointment when the one in this column is exchanged for another. */
export function booksMovedTo(books: readonly BookId[], from: BookId, to: BookId): BookId[] {
  return [...new Set(books.map((id) => (id === from ? to : id)))];
}
