import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes } from '#kernel/time';
import { at, day, doctorsBook, roomBook, secondBook } from './appointment.sample.ts';
import { booksMovedTo, lanesOf, momentAtRow, rowOf, shownColumns, spanOf, stepped, usualTypeOf } from './book-grid.ts';

const monday = day('2026-05-04');
const piece = (from: string, until: string) => ({ from: at('2026-05-04', from), until: at('2026-05-04', until) });

describe('the rows of the day', () => {
  test('go from eight to three on a day without anything', () => {
    expect(spanOf(monday, [])).toEqual({ from: at('2026-05-04', '08:00'), rows: 42 });
  });
  test('begin on the whole hour before the first, and end after the last', () => {
    const span = spanOf(monday, [piece('07:40', '08:00'), piece('16:30', '17:00')]);
    expect(span).toEqual({ from: at('2026-05-04', '07:00'), rows: 60 });
  });
  test('are found from the clock and back', () => {
    const span = spanOf(monday, []);
    expect(rowOf(span, at('2026-05-04', '09:20'))).toBe(8);
    expect(momentAtRow(span, 8)).toBe(at('2026-05-04', '09:20'));
    expect(rowOf(span, at('2026-05-04', '09:25'))).toBe(8.5);
  });
});

describe('appointments that overlap', () => {
  test('stand beside each other, and those that touch do not', () => {
    const placed = lanesOf([piece('08:00', '08:20'), piece('08:10', '08:30'), piece('08:30', '08:50')]);
    expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });
  test('never share a lane, however they lie', () => {
    const pieces = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 400 }), minutes: fc.integer({ min: 1, max: 60 }) }),
      { maxLength: 12 },
    );
    void fc.assert(
      fc.property(pieces, (drawn) => {
        const start = at('2026-05-04', '08:00');
        const placed = lanesOf(
          drawn.map(({ from, minutes }) => ({
            from: addMinutes(start, from),
            until: addMinutes(start, from + minutes),
          })),
        );
        for (const one of placed) {
          expect(one.lane).toBeLessThan(one.lanes);
          for (const other of placed)
            if (one !== other && one.lane === other.lane)
              expect(one.it.from >= other.it.until || other.it.from >= one.it.until).toBe(true);
        }
      }),
    );
  });
});

test('the mark stays on the grid', () => {
  const cursor = { column: 0, row: 0 };
  expect(stepped(cursor, { row: -1 }, 3, 42)).toEqual(cursor);
  expect(stepped(cursor, { column: 1 }, 3, 42)).toEqual({ column: 1, row: 0 });
  expect(stepped({ column: 2, row: 41 }, { column: 1, row: 1 }, 3, 42)).toEqual({ column: 2, row: 41 });
});

test('a moved appointment exchanges the book it was lifted from, and keeps the others', () => {
  const both = [doctorsBook.id, roomBook.id];
  expect(booksMovedTo(both, doctorsBook.id, secondBook.id)).toEqual([secondBook.id, roomBook.id]);
  expect(booksMovedTo(both, roomBook.id, doctorsBook.id)).toEqual([doctorsBook.id]);
});

test('devices are shown when they are asked for', () => {
  const device = { ...roomBook, serves: 'spirometer' as const };
  const columns = [doctorsBook, roomBook, device].map((book) => ({ book, sessions: [] }));
  expect(shownColumns(columns, false)).toHaveLength(2);
  expect(shownColumns(columns, true)).toHaveLength(3);
});

test('what is usually booked in a column is what it serves', () => {
  expect(usualTypeOf('doctor')).toBe('consultation');
  expect(usualTypeOf('laboratory chair')).toBe('blood-sampling');
  expect(usualTypeOf('ecg device')).toBe('ecg');
});
