import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMinutes, dayOf, type IsoDate, type Moment, type TimeOfDay, timeOf } from '#kernel/time';
import { holidayOn } from '#kernel/working-days';
import { at, booked, day, doctorsBook, roomBook, rule, secondBook } from './appointment.sample.ts';
import { type AppointmentState, appointmentStates, holdsTime } from './appointment-state.ts';
import { appointmentTypes } from './appointment-type.table.ts';
import { type AppointmentType, appointmentTypeOf } from './appointment-type.ts';
import {
  type FreeTime,
  freeTimes,
  isFree,
  nextFree,
  type Question,
  strandedAppointments,
  type Taken,
} from './availability.ts';
import { type Book, type BookException, type ExceptionId, type OpeningRule, type RuleId, sessionsOn } from './book.ts';
import { covers, merged } from './interval.ts';

const time = (text: string) => text as TimeOfDay;
const typeOf = (code: AppointmentType['code']) =>
  appointmentTypeOf(appointmentTypes, code, day('2026-05-04')) as AppointmentType;
const consultation = typeOf('consultation');

/** Monday 4 May 2026, asked the Friday before. */
function ask(change: Partial<Question> = {}): Question {
  return {
    books: [doctorsBook],
    rules: [rule()],
    exceptions: [],
    holidays: (one) => holidayOn(one) !== undefined,
    appointments: [],
    type: consultation,
    from: at('2026-05-04', '00:00'),
    until: at('2026-05-05', '00:00'),
    now: at('2026-04-30', '12:00'),
    ...change,
  };
}
const starts = (question: Question): string[] => freeTimes(question).map((one) => timeOf(one.from));

test('an empty forenoon of twenty-minute times has twelve of them', () => {
  expect(starts(ask())).toHaveLength(12);
  expect(starts(ask()).slice(0, 2)).toEqual(['08:00', '08:20']);
  expect(starts(ask()).at(-1)).toBe('11:40');
});

test('a booked time is not offered, a cancelled one is again', () => {
  expect(starts(ask({ appointments: [booked()] }))).not.toContain('09:00');
  expect(starts(ask({ appointments: [{ ...booked(), state: 'cancelled' }] }))).toContain('09:00');
});

test('only what still lies ahead holds its time', () => {
  const free = appointmentStates.filter((state) =>
    starts(ask({ appointments: [{ ...booked(), state }] })).includes('09:00'),
  );
  expect(free).toEqual(['done', 'left', 'no-show', 'cancelled']);
});

test('a time that is offered to somebody on the waiting list is held', () => {
  const { books, from, until } = booked();
  expect(starts(ask({ held: [{ books, from, until }] }))).not.toContain('09:00');
});

test('a double consultation fits only where two times in a row are free', () => {
  const appointments = ['08:20', '09:00', '10:00'].map((one) => booked({ from: at('2026-05-04', one) }));
  expect(starts(ask({ appointments, type: typeOf('double-consultation') }))).toEqual([
    '09:20',
    '10:20',
    '10:40',
    '11:00',
    '11:20',
  ]);
});

test('today only what has not begun is offered', () => {
  expect(starts(ask({ now: at('2026-05-04', '11:01') }))).toEqual(['11:20', '11:40']);
  expect(starts(ask({ now: at('2026-05-04', '11:20') }))).toEqual(['11:20', '11:40']);
});

test('the search keeps to the span that was asked for', () => {
  expect(starts(ask({ from: at('2026-05-04', '10:05'), until: at('2026-05-04', '11:00') }))).toEqual([
    '10:20',
    '10:40',
  ]);
});

test('same-day times are not offered before they are released', () => {
  const rules = [rule({ session: 'same day', release: { daysBefore: 0, at: time('07:45') } })];
  const type = typeOf('urgent-consultation');
  expect(starts(ask({ rules, type, now: at('2026-05-04', '07:44') }))).toEqual([]);
  expect(starts(ask({ rules, type, now: at('2026-05-04', '07:45') }))).toHaveLength(12);
});

test('a consultation is not offered in laboratory hours, nor anything while the book is for paperwork', () => {
  expect(starts(ask({ rules: [rule({ session: 'laboratory' })] }))).toEqual([]);
  expect(starts(ask({ rules: [rule({ session: 'not for patients' })] }))).toEqual([]);
});

test('minor surgery needs the doctor and the treatment room at the same time', () => {
  const rules = [
    rule(),
    rule({
      id: 'rule-2' as RuleId,
      book: roomBook.id,
      session: 'treatment',
      from: time('10:00'),
      until: time('13:00'),
    }),
  ];
  const type = typeOf('minor-surgery');
  const books: readonly Book[] = [doctorsBook, roomBook];
  const found = freeTimes(ask({ rules, type, books }));
  expect(found.map((one) => timeOf(one.from))).toEqual(['10:00', '10:20', '10:40', '11:00', '11:20']);
  expect(found[0]?.books).toEqual([doctorsBook.id, roomBook.id]);
  const taken = booked({ books: [roomBook.id], from: at('2026-05-04', '10:40'), until: at('2026-05-04', '11:20') });
  expect(starts(ask({ rules, type, books, appointments: [taken] }))).toEqual(['10:00', '11:20']);
  expect(starts(ask({ rules, type, books: [doctorsBook] }))).toEqual([]);
});

test('two doctors give two times at the same clock, in the order of the books; one may be asked for by name', () => {
  const rules = [rule(), rule({ id: 'rule-2' as RuleId, book: secondBook.id })];
  const books = [doctorsBook, secondBook];
  expect(freeTimes(ask({ rules, books })).slice(0, 2)).toMatchObject([
    { books: [doctorsBook.id] },
    { books: [secondBook.id] },
  ]);
  const wanted = freeTimes(ask({ rules, books, wanted: secondBook.id }));
  expect(new Set(wanted.flatMap((one) => one.books))).toEqual(new Set([secondBook.id]));
  expect(wanted).toHaveLength(12);
});

test('a visit that needs two doctors gets two different ones, and nothing when there is one', () => {
  const type: AppointmentType = { ...consultation, needs: ['doctor', 'doctor'] };
  const rules = [rule(), rule({ id: 'rule-2' as RuleId, book: secondBook.id, until: time('08:40') })];
  expect(freeTimes(ask({ rules, type, books: [doctorsBook] }))).toEqual([]);
  for (const found of freeTimes(ask({ rules, type, books: [doctorsBook, secondBook] }))) {
    expect(new Set(found.books)).toEqual(new Set([doctorsBook.id, secondBook.id]));
  }
});

test('the room may be asked for by name, and the doctor is whoever has time', () => {
  const otherRoom: Book = { ...roomBook, id: 'book-room-2' as Book['id'] };
  const rules = [roomBook, otherRoom].map((one) =>
    rule({ id: `rule-${one.id}` as RuleId, book: one.id, session: 'treatment' }),
  );
  const books = [doctorsBook, roomBook, otherRoom];
  const found = nextFree(
    ask({ rules: [...rules, rule()], books, type: typeOf('minor-surgery'), wanted: otherRoom.id }),
  );
  expect(found?.books).toEqual([doctorsBook.id, otherRoom.id]);
});

test('asking for the room by name for a visit that needs no room gives nothing rather than something else', () => {
  expect(starts(ask({ books: [doctorsBook, roomBook], wanted: roomBook.id }))).toEqual([]);
});

test('a fasting sample starts at ten at the latest', () => {
  const chair: Book = { ...doctorsBook, serves: 'laboratory chair' };
  const rules = [rule({ session: 'laboratory', slotMinutes: 30 })];
  expect(starts(ask({ books: [chair], rules, type: typeOf('blood-sampling-fasting') })).at(-1)).toBe('10:00');
  expect(starts(ask({ books: [chair], rules, type: typeOf('blood-sampling') })).at(-1)).toBe('11:30');
});

test('a visit that may not be booked on the weekday, or before a clock time, is not', () => {
  expect(starts(ask({ type: { ...consultation, weekdays: [2, 3] } }))).toEqual([]);
  expect(starts(ask({ type: { ...consultation, earliestStart: time('11:00') } }))).toEqual(['11:00', '11:20', '11:40']);
});

test('a patient who has another appointment is not offered a time at that hour', () => {
  const notDuring = [{ from: at('2026-05-04', '08:00'), until: at('2026-05-04', '11:30') }];
  expect(starts(ask({ notDuring }))).toEqual(['11:40']);
});

test('the day that summer time begins offers no time in the hour that does not exist', () => {
  const rules = [rule({ weekday: 7, from: time('01:00'), until: time('04:00') })];
  const found = freeTimes(
    ask({
      rules,
      from: at('2026-03-29', '00:00'),
      until: at('2026-03-30', '00:00'),
      now: at('2026-03-01', '00:00'),
      holidays: () => false,
    }),
  );
  expect(found.map((one) => timeOf(one.from))).toEqual(['01:00', '01:20', '01:40', '03:00', '03:20', '03:40']);
});

test('the morning after summer time began starts at eight on the wall', () => {
  const found = nextFree(
    ask({ from: at('2026-03-30', '00:00'), until: at('2026-03-31', '00:00'), now: at('2026-03-28', '12:00') }),
  );
  expect(found?.from).toBe('2026-03-30T06:00:00.000Z');
});

test('the next free time over Easter is the first Monday that is no holiday', () => {
  const found = nextFree(
    ask({ from: at('2026-03-31', '00:00'), until: at('2026-06-01', '00:00'), now: at('2026-03-31', '08:00') }),
  );
  expect(found && dayOf(found.from)).toBe('2026-04-13');
});

test('a month for ten doctors with full hours is searched in well under a tenth of a second', () => {
  const books = Array.from({ length: 10 }, (_, at_): Book => ({ ...doctorsBook, id: `book-${at_}` as Book['id'] }));
  const rules = books.flatMap((book) =>
    [1, 2, 3, 4, 5].flatMap((weekday) => [
      rule({ id: `${book.id}-${weekday}` as RuleId, book: book.id, weekday }),
      rule({
        id: `${book.id}-${weekday}b` as RuleId,
        book: book.id,
        weekday,
        from: time('12:30'),
        until: time('15:30'),
      }),
    ]),
  );
  const question = ask({ books, rules, until: at('2026-06-01', '00:00') });
  freeTimes(question);
  const began = performance.now();
  const found = freeTimes(question);
  expect(performance.now() - began).toBeLessThan(100);
  expect(found.length).toBeGreaterThan(3000);
});

test('a wanted time is refused with the reason', () => {
  const wanted = (from: string, minutes = 20): FreeTime => ({
    books: [doctorsBook.id],
    from: at('2026-05-04', from),
    until: addMinutes(at('2026-05-04', from), minutes),
  });
  expect(isFree(wanted('09:00'), ask())).toEqual({ ok: true, value: wanted('09:00') });
  expect(isFree(wanted('09:00'), ask({ now: at('2026-05-04', '09:01') }))).toMatchObject({ why: 'time is past' });
  expect(isFree(wanted('11:50'), ask())).toMatchObject({ why: 'outside opening hours' });
  expect(isFree(wanted('09:10'), ask({ appointments: [booked()] }))).toMatchObject({ why: 'time is taken' });
  expect(isFree(wanted('09:20'), ask({ appointments: [booked()] })).ok).toBe(true);
  const rules = [rule({ release: { daysBefore: 1, at: time('12:00') } })];
  expect(isFree(wanted('09:00'), ask({ rules }))).toMatchObject({ why: 'not released yet' });
  expect(isFree(wanted('09:00'), ask({ rules: [rule({ session: 'not for patients' })] })).ok).toBe(false);
});

test('appointments that an absence strands are listed, and only those that are still to come', () => {
  const away: BookException = {
    kind: 'absence',
    id: 'exception-1' as ExceptionId,
    book: doctorsBook.id,
    from: at('2026-05-04', '09:10'),
    until: at('2026-05-04', '10:00'),
  };
  const plan = { rules: [rule()], exceptions: [away], isHoliday: () => false };
  const appointments = ['08:40', '09:00', '09:40', '10:00'].map((one) => booked({ from: at('2026-05-04', one) }));
  expect(strandedAppointments(appointments, plan).map((one) => timeOf(one.from))).toEqual(['09:00', '09:40']);
  const seen: { state: AppointmentState } & Taken = { ...booked(), state: 'with' };
  expect(strandedAppointments([seen], plan)).toEqual([]);
});

/* Properties: a random clinic of three books over a fortnight that includes the change to summer time. */
const firstDay: IsoDate = day('2026-03-23');
const clock = (quarter: number) =>
  time(`${String(quarter >> 2).padStart(2, '0')}:${String((quarter & 3) * 15).padStart(2, '0')}`);
const anyBook = fc.constantFrom(doctorsBook, secondBook, roomBook);
const anyMoment = fc
  .tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 95 }))
  .map(([days, quarter]): Moment => at(addDays(firstDay, days), clock(quarter)));
const anyRule = fc
  .tuple(
    anyBook,
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 0, max: 80 }),
    fc.integer({ min: 2, max: 15 }),
    fc.constantFrom(10, 15, 20, 30),
  )
  .map(
    ([book, weekday, from, quarters, slotMinutes], index = 0): OpeningRule =>
      rule({
        id: `rule-${index}-${from}` as RuleId,
        book: book.id,
        weekday,
        from: clock(from),
        until: clock(from + quarters),
        slotMinutes,
        session: book === roomBook ? 'treatment' : 'ordinary',
      }),
  );
const anyTaken = fc
  .tuple(anyBook, anyMoment, fc.integer({ min: 1, max: 90 }), fc.constantFrom(...appointmentStates))
  .map(([book, from, minutes, state]) => ({ books: [book.id], from, until: addMinutes(from, minutes), state }));
const anyAbsence = fc.tuple(anyBook, anyMoment, fc.integer({ min: 1, max: 3000 })).map(
  ([book, from, minutes]): BookException => ({
    kind: 'absence',
    id: 'exception-1' as ExceptionId,
    book: book.id,
    from,
    until: addMinutes(from, minutes),
  }),
);
const anyQuestion = fc
  .record({
    rules: fc.array(anyRule, { maxLength: 12 }),
    appointments: fc.array(anyTaken, { maxLength: 25 }),
    exceptions: fc.array(anyAbsence, { maxLength: 3 }),
    now: anyMoment,
    type: fc.constantFrom(consultation, typeOf('minor-surgery'), typeOf('double-consultation')),
  })
  .map(
    (part): Question => ({
      ...ask(),
      ...part,
      holidays: () => false,
      books: [doctorsBook, secondBook, roomBook],
      from: at(firstDay, '00:00'),
      until: at(addDays(firstDay, 14), '00:00'),
    }),
  );

const crosses = (one: Taken, other: Taken) =>
  one.from < other.until && other.from < one.until && one.books.some((book) => other.books.includes(book));

test('no free time overlaps an appointment that holds its time', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const busy = question.appointments.filter((one) => holdsTime(one.state));
      for (const free of freeTimes(question)) expect(busy.some((one) => crosses(one, free))).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('every free time lies within the hours of each of its books, after now, as long as the visit', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const plan = { rules: question.rules, exceptions: question.exceptions, isHoliday: question.holidays };
      for (const free of freeTimes(question)) {
        const stretch = { from: Date.parse(free.from), until: Date.parse(free.until) };
        for (const book of free.books) {
          expect(covers(merged(sessionsOn(book, dayOf(free.from), plan)), stretch)).toBe(true);
        }
        expect(stretch.until - stretch.from).toBe(question.type.minutes * 60_000);
        expect(free.from >= question.now).toBe(true);
        expect(free.books).toHaveLength(question.type.needs.length);
        expect(isFree(free, question).ok).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('the next free time is the first of all free times, and nothing when there is none', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const all = freeTimes(question);
      expect(nextFree(question)).toEqual(all[0]);
      const soonest = all.reduce((least, one) => (one.from < least ? one.from : least), '9' as string);
      expect(nextFree(question)?.from ?? '9').toBe(soonest);
    }),
    { numRuns: 150 },
  );
});

test('booking a free time and freeing it again restores what was free, and meanwhile only crossing times are gone', () => {
  fc.assert(
    fc.property(anyQuestion, fc.nat(), (question, pick) => {
      const before = freeTimes(question);
      const chosen = before[pick % Math.max(1, before.length)];
      if (!chosen) return;
      const taken = freeTimes({
        ...question,
        appointments: [...question.appointments, { ...chosen, state: 'booked' }],
      });
      expect(taken).not.toContainEqual(chosen);
      for (const free of taken) expect(crosses(free, chosen)).toBe(false);
      const kept = before.filter((one) => !crosses(one, chosen)).map((one) => `${one.from} ${one.books}`);
      const names = taken.map((one) => `${one.from} ${one.books}`);
      for (const name of kept) expect(names).toContain(name);
      const freed = {
        ...question,
        appointments: [...question.appointments, { ...chosen, state: 'cancelled' as const }],
      };
      expect(freeTimes(freed)).toEqual(before);
    }),
    { numRuns: 150 },
  );
});
