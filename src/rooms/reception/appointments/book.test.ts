import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { addDays, type IsoDate, momentOf, type TimeOfDay, timeOf, weekdayOf } from '#kernel/time';
import { holidayOn } from '#kernel/working-days';
import { at, day, doctorsBook, roomBook, rule } from './appointment.sample.ts';
import {
  type BookException,
  type ExceptionId,
  endWeekly,
  makeException,
  type OpeningPlan,
  openWeekly,
  type RuleId,
  ruleHoldsOn,
  sessionsOn,
} from './book.ts';

const time = (text: string) => text as TimeOfDay;
const exceptionId = 'exception-1' as ExceptionId;
const plan = (change: Partial<OpeningPlan> = {}): OpeningPlan => ({
  rules: [rule()],
  exceptions: [],
  isHoliday: (one) => holidayOn(one) !== undefined,
  ...change,
});
const hours = (book = doctorsBook.id, on = '2026-05-04', with_ = plan()) =>
  sessionsOn(book, day(on), with_).map((one) => `${timeOf(one.from)}–${timeOf(one.until)}`);

test('a Monday rule opens on Mondays and on no other day', () => {
  expect(hours()).toEqual(['08:00–12:00']);
  for (let days = 1; days < 7; days++) expect(hours(doctorsBook.id, addDays(day('2026-05-04'), days))).toEqual([]);
});

test('a rule opens from its first day to its last, both included', () => {
  const spring = rule({ validFrom: day('2026-05-04'), validUntil: day('2026-05-11') });
  expect(['2026-04-27', '2026-05-04', '2026-05-11', '2026-05-18'].map((one) => ruleHoldsOn(spring, day(one)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('an evening every other week counts from the week the rule began, whatever weekday it began on', () => {
  const everyOther = rule({ everyWeeks: 2, validFrom: day('2026-05-07') });
  expect(
    ['2026-05-11', '2026-05-18', '2026-05-25', '2026-06-01'].map((one) => ruleHoldsOn(everyOther, day(one))),
  ).toEqual([false, true, false, true]);
});

test('on a public holiday the weekly hours rest', () => {
  expect(weekdayOf(day('2026-04-06'))).toBe(1);
  expect(hours(doctorsBook.id, '2026-04-06')).toEqual([]);
});

test('a closed day of the clinic closes every book, one of a book closes only that', () => {
  const rules = [rule(), rule({ id: 'rule-2' as RuleId, book: roomBook.id })];
  const closed: BookException = { kind: 'closed day', id: exceptionId, book: null, day: day('2026-05-04') };
  expect(hours(roomBook.id, '2026-05-04', plan({ rules, exceptions: [closed] }))).toEqual([]);
  const one: BookException = { ...closed, book: doctorsBook.id };
  expect(hours(roomBook.id, '2026-05-04', plan({ rules, exceptions: [one] }))).toEqual(['08:00–12:00']);
  expect(hours(doctorsBook.id, '2026-05-04', plan({ rules, exceptions: [one] }))).toEqual([]);
});

test('an absence cuts a hole in the day, and the grid still counts from when the session began', () => {
  const away: BookException = {
    kind: 'absence',
    id: exceptionId,
    book: doctorsBook.id,
    from: at('2026-05-04', '08:00'),
    until: at('2026-05-04', '08:30'),
  };
  const [session] = sessionsOn(doctorsBook.id, day('2026-05-04'), plan({ exceptions: [away] }));
  expect(timeOf(session?.from ?? 0)).toBe('08:30');
  expect(timeOf(session?.gridFrom ?? 0)).toBe('08:00');
});

test('an absence of several days takes every session in it', () => {
  const away: BookException = {
    kind: 'absence',
    id: exceptionId,
    book: doctorsBook.id,
    from: at('2026-05-01', '00:00'),
    until: at('2026-05-12', '00:00'),
  };
  const exceptions = [away];
  expect(hours(doctorsBook.id, '2026-05-11', plan({ exceptions }))).toEqual([]);
  expect(hours(doctorsBook.id, '2026-05-18', plan({ exceptions }))).toEqual(['08:00–12:00']);
});

test('an extra session opens a Saturday, also when it is a holiday or the clinic is closed', () => {
  const extra: BookException = {
    kind: 'extra session',
    id: exceptionId,
    book: doctorsBook.id,
    day: day('2026-05-01'),
    from: time('10:00'),
    until: time('13:00'),
    session: 'treatment',
    slotMinutes: 10,
  };
  expect(holidayOn(day('2026-05-01'))).toBeDefined();
  expect(hours(doctorsBook.id, '2026-05-01', plan({ exceptions: [extra] }))).toEqual(['10:00–13:00']);
});

test('same-day times are released at the clock time of the day that was set', () => {
  const urgent = rule({ session: 'same day', release: { daysBefore: 0, at: time('07:45') } });
  const [session] = sessionsOn(doctorsBook.id, day('2026-05-04'), plan({ rules: [urgent] }));
  expect(momentOf(session?.bookableFrom ?? 0)).toBe(at('2026-05-04', '07:45'));
});

test('a session over the night of summer time is an hour shorter, and one in autumn an hour longer', () => {
  const night = rule({ weekday: 7, from: time('01:00'), until: time('05:00') });
  const length = (on: string) => {
    const [session] = sessionsOn(doctorsBook.id, day(on), plan({ rules: [night], isHoliday: () => false }));
    return ((session?.until ?? 0) - (session?.from ?? 0)) / 3_600_000;
  };
  expect([length('2026-03-22'), length('2026-03-29'), length('2026-10-25')]).toEqual([4, 3, 5]);
});

test('a rule that makes no sense is refused with what is wrong', () => {
  expect(openWeekly(rule({ weekday: 8 }), [])).toEqual({ ok: false, why: 'not a weekday' });
  expect(openWeekly(rule({ until: time('08:00') }), []).ok).toBe(false);
  expect(openWeekly(rule({ until: time('07:00') }), [])).toMatchObject({ why: 'ends before it begins' });
  expect(openWeekly(rule({ everyWeeks: 0 }), [])).toMatchObject({ why: 'weeks must be whole and at least one' });
  expect(openWeekly(rule({ slotMinutes: 0 }), [])).toMatchObject({ why: 'slot does not fit the session' });
  expect(openWeekly(rule({ slotMinutes: 241 }), [])).toMatchObject({ why: 'slot does not fit the session' });
  expect(openWeekly(rule({ validUntil: day('2025-12-31') }), [])).toMatchObject({
    why: 'valid until before valid from',
  });
  expect(openWeekly(rule(), [])).toEqual({ ok: true, value: rule() });
});

test('two sessions of one book may not overlap, but may follow each other or have separate periods or weeks', () => {
  const other = (change: Parameters<typeof rule>[0]) =>
    openWeekly(rule({ id: 'rule-2' as RuleId, ...change }), [rule({ validUntil: day('2026-06-30') })]).ok;
  expect(other({ from: time('11:40'), until: time('14:00') })).toBe(false);
  expect(other({ from: time('12:00'), until: time('14:00') })).toBe(true);
  expect(other({ weekday: 2 })).toBe(true);
  expect(other({ book: roomBook.id })).toBe(true);
  expect(other({ validFrom: day('2026-07-01') })).toBe(true);
  const odd = rule({ everyWeeks: 2, validFrom: day('2026-01-05') });
  const even = rule({ id: 'rule-2' as RuleId, everyWeeks: 2, validFrom: day('2026-01-12') });
  expect(openWeekly(even, [odd]).ok).toBe(true);
  expect(openWeekly({ ...even, everyWeeks: 3 }, [odd]).ok).toBe(false);
});

test('two rules that were both allowed are never open at once', () => {
  const anyRule = fc
    .record({
      from: fc.integer({ min: 0, max: 20 }),
      hours: fc.integer({ min: 1, max: 3 }),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
      startsInDays: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ from, hours: length, everyWeeks, startsInDays }) =>
      rule({
        from: time(`${String(from).padStart(2, '0')}:00`),
        until: time(`${String(from + length).padStart(2, '0')}:00`),
        everyWeeks,
        validFrom: addDays(day('2026-05-04'), startsInDays),
      }),
    );
  fc.assert(
    fc.property(anyRule, anyRule, (one, two) => {
      const other = { ...two, id: 'rule-2' as RuleId };
      if (!openWeekly(other, [one]).ok) return;
      for (let week = 0; week < 20; week++) {
        const on: IsoDate = addDays(day('2026-05-04'), week * 7);
        const open = sessionsOn(doctorsBook.id, on, plan({ rules: [one, other], isHoliday: () => false }));
        for (let next = 1; next < open.length; next++) {
          expect(open[next]?.from).toBeGreaterThanOrEqual(open[next - 1]?.until ?? 0);
        }
      }
    }),
  );
});

test('hours change by ending the rule, never by moving its past', () => {
  expect(endWeekly(rule(), day('2026-06-30'))).toMatchObject({ value: { validUntil: '2026-06-30' } });
  expect(endWeekly(rule(), day('2025-06-30'))).toMatchObject({ why: 'valid until before valid from' });
  expect(endWeekly(rule({ validUntil: day('2026-06-01') }), day('2026-06-30'))).toMatchObject({ why: 'already ended' });
});

test('an extra session on top of open hours is refused, after them it is not', () => {
  const extra = (from: string, until: string, slotMinutes = 20): BookException => ({
    kind: 'extra session',
    id: exceptionId,
    book: doctorsBook.id,
    day: day('2026-05-04'),
    from: time(from),
    until: time(until),
    session: 'ordinary',
    slotMinutes,
  });
  expect(makeException(extra('11:00', '13:00'), plan())).toMatchObject({ why: 'overlaps another session' });
  expect(makeException(extra('12:00', '13:00'), plan()).ok).toBe(true);
  expect(makeException(extra('13:00', '12:00'), plan())).toMatchObject({ why: 'ends before it begins' });
  expect(makeException(extra('12:00', '12:30', 40), plan())).toMatchObject({ why: 'slot does not fit the session' });
});

test('an absence must end after it begins, and a closed day is always possible', () => {
  const away = { kind: 'absence', id: exceptionId, book: doctorsBook.id } as const;
  const from = at('2026-05-04', '08:00');
  expect(makeException({ ...away, from, until: from }, plan())).toMatchObject({ why: 'ends before it begins' });
  expect(makeException({ ...away, from, until: at('2026-05-05', '08:00') }, plan()).ok).toBe(true);
  expect(makeException({ kind: 'closed day', id: exceptionId, book: null, day: day('2026-05-04') }, plan()).ok).toBe(
    true,
  );
});

test('a book has an owner when it is a practitioner’s, and none when it is a room’s', () => {
  expect(doctorsBook.owner).toBe('doctor-1' as PersonId);
  expect(roomBook.owner).toBeNull();
});
