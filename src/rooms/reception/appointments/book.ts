/** A book (timebok): one for each practitioner and one for each room or device that can be busy, opened by weekly rules. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayMs, type IsoDate, type Moment, momentAt, type TimeOfDay, weekdayOf } from '#kernel/time';
import { overlaps, type Stretch, without } from './interval.ts';

export type BookId = Id<'Book'>;
export type RuleId = Id<'OpeningRule'>;
export type ExceptionId = Id<'BookException'>;

/** What a book serves with; an appointment type names what it needs of these. */
export const bookKinds = [
  'doctor',
  'secretary',
  'laboratory chair',
  'treatment room',
  'ecg device',
  'spirometer',
  'audiometer',
  'home monitor',
] as const;
export type BookKind = (typeof bookKinds)[number];

export const sessionKinds = [
  'ordinary',
  'same day',
  'telephone',
  'video',
  'laboratory',
  'treatment',
  'not for patients',
] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** `owner` is the practitioner of the book; a room or a device has none. */
export type Book = {
  readonly id: BookId;
  readonly name: string;
  readonly serves: BookKind;
  readonly owner: PersonId | null;
};

/** Times of the session can be booked from this many days before, at this local time; kept free until then. */
export type Release = { readonly daysBefore: number; readonly at: TimeOfDay };

/** A weekly opening: the free times are reckoned from it, so nobody extends a calendar by hand. */
export type OpeningRule = {
  readonly id: RuleId;
  readonly book: BookId;
  /** ISO weekday: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
  readonly session: SessionKind;
  readonly slotMinutes: number;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate | null;
  /** 1 each week, 2 every other week counted from the week of `validFrom`. */
  readonly everyWeeks: number;
  readonly release: Release | null;
};

/** What breaks the weekly rules. A closed day without a book closes the whole clinic; an extra session opens in spite of it. */
export type BookException =
  | {
      readonly kind: 'absence';
      readonly id: ExceptionId;
      readonly book: BookId;
      readonly from: Moment;
      readonly until: Moment;
    }
  | { readonly kind: 'closed day'; readonly id: ExceptionId; readonly book: BookId | null; readonly day: IsoDate }
  | {
      readonly kind: 'extra session';
      readonly id: ExceptionId;
      readonly book: BookId;
      readonly day: IsoDate;
      readonly from: TimeOfDay;
      readonly until: TimeOfDay;
      readonly session: SessionKind;
      readonly slotMinutes: number;
    };

/** Everything that decides when books are open; `isHoliday` is the public holidays, on which weekly rules rest. */
export type OpeningPlan = {
  readonly rules: readonly OpeningRule[];
  readonly exceptions: readonly BookException[];
  readonly isHoliday: (day: IsoDate) => boolean;
};

/** One open piece of one day. Times start on the grid from `gridFrom`, even when absence has cut the piece's beginning. */
export type Session = Stretch & {
  readonly book: BookId;
  readonly session: SessionKind;
  readonly slotMinutes: number;
  readonly gridFrom: number;
  /** Not bookable before this moment, in milliseconds; 0 when always bookable. */
  readonly bookableFrom: number;
};

const mondayOf = (day: IsoDate): number => Date.parse(addDays(day, 1 - weekdayOf(day)));

/** True on the days that the rule opens, before holidays and exceptions. */
export function ruleHoldsOn(rule: OpeningRule, day: IsoDate): boolean {
  if (weekdayOf(day) !== rule.weekday || day < rule.validFrom) return false;
  if (rule.validUntil !== null && day > rule.validUntil) return false;
  if (rule.everyWeeks === 1) return true;
  const weeks = Math.round((mondayOf(day) - mondayOf(rule.validFrom)) / (7 * dayMs));
  return weeks % rule.everyWeeks === 0;
}

const stretchOn = (day: IsoDate, from: TimeOfDay, until: TimeOfDay): Stretch => ({
  from: Date.parse(momentAt(day, from)),
  until: Date.parse(momentAt(day, until)),
});

function sessionOfRule(rule: OpeningRule, day: IsoDate): Session {
  const stretch = stretchOn(day, rule.from, rule.until);
  const { release } = rule;
  const bookableFrom = release ? Date.parse(momentAt(addDays(day, -release.daysBefore), release.at)) : 0;
  const { book, session, slotMinutes } = rule;
  return { ...stretch, book, session, slotMinutes, gridFrom: stretch.from, bookableFrom };
}

/** The open pieces of the book on the day, in order of time; what absence takes is cut away. */
export function sessionsOn(book: BookId, day: IsoDate, plan: OpeningPlan): Session[] {
  const exceptions = plan.exceptions.filter((one) => one.book === book || one.book === null);
  const isClosed = plan.isHoliday(day) || exceptions.some((one) => one.kind === 'closed day' && one.day === day);
  const weekly = isClosed ? [] : plan.rules.filter((rule) => rule.book === book && ruleHoldsOn(rule, day));
  const whole = weekly.map((rule) => sessionOfRule(rule, day));
  const away: Stretch[] = [];
  for (const one of exceptions) {
    if (one.kind === 'absence') away.push({ from: Date.parse(one.from), until: Date.parse(one.until) });
    if (one.kind !== 'extra session' || one.day !== day) continue;
    const stretch = stretchOn(day, one.from, one.until);
    const { session, slotMinutes } = one;
    whole.push({ ...stretch, book, session, slotMinutes, gridFrom: stretch.from, bookableFrom: 0 });
  }
  return whole
    .flatMap((session) => without([session], away).map((piece) => ({ ...session, ...piece })))
    .sort((one, other) => one.from - other.from || one.gridFrom - other.gridFrom);
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

function meet(one: OpeningRule, other: OpeningRule): boolean {
  if (one.book !== other.book || one.weekday !== other.weekday) return false;
  if (one.from >= other.until || other.from >= one.until) return false;
  if (one.validUntil !== null && one.validUntil < other.validFrom) return false;
  if (other.validUntil !== null && other.validUntil < one.validFrom) return false;
  const weeksApart = Math.round((mondayOf(one.validFrom) - mondayOf(other.validFrom)) / (7 * dayMs));
  return weeksApart % greatestCommon(one.everyWeeks, other.everyWeeks) === 0;
}

export type RuleRefusal =
  | 'ends before it begins'
  | 'slot does not fit the session'
  | 'valid until before valid from'
  | 'not a weekday'
  | 'weeks must be whole and at least one'
  | 'overlaps another session';

const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A new weekly opening on a book; two sessions of one book never overlap. */
export function openWeekly(rule: OpeningRule, others: readonly OpeningRule[]): Result<OpeningRule, RuleRefusal> {
  if (!Number.isInteger(rule.weekday) || rule.weekday < 1 || rule.weekday > 7) return refuse('not a weekday');
  if (rule.from >= rule.until) return refuse('ends before it begins');
  if (!Number.isInteger(rule.everyWeeks) || rule.everyWeeks < 1) return refuse('weeks must be whole and at least one');
  const length = minutesOf(rule.until) - minutesOf(rule.from);
  if (!Number.isInteger(rule.slotMinutes) || rule.slotMinutes < 1 || rule.slotMinutes > length) {
    return refuse('slot does not fit the session', { slotMinutes: rule.slotMinutes });
  }
  if (rule.validUntil !== null && rule.validUntil < rule.validFrom) return refuse('valid until before valid from');
  const other = others.find((one) => one.id !== rule.id && meet(one, rule));
  if (other) return refuse('overlaps another session', { from: other.from, until: other.until });
  return ok(rule);
}

/** Hours change by ending the rule and opening a new one, so that the past still shows how the book stood. */
export function endWeekly(
  rule: OpeningRule,
  lastDay: IsoDate,
): Result<OpeningRule, 'valid until before valid from' | 'already ended'> {
  if (lastDay < rule.validFrom) return refuse('valid until before valid from');
  if (rule.validUntil !== null && rule.validUntil <= lastDay) return refuse('already ended', { day: rule.validUntil });
  return ok({ ...rule, validUntil: lastDay });
}

/** An absence, a closed day or an extra session; an extra session may not lie on top of what is open already. */
export function makeException(
  exception: BookException,
  plan: OpeningPlan,
): Result<BookException, 'ends before it begins' | 'slot does not fit the session' | 'overlaps another session'> {
  if (exception.kind === 'closed day') return ok(exception);
  if (exception.from >= exception.until) return refuse('ends before it begins');
  if (exception.kind === 'absence') return ok(exception);
  const length = minutesOf(exception.until) - minutesOf(exception.from);
  if (!Number.isInteger(exception.slotMinutes) || exception.slotMinutes < 1 || exception.slotMinutes > length) {
    return refuse('slot does not fit the session', { slotMinutes: exception.slotMinutes });
  }
  const stretch = stretchOn(exception.day, exception.from, exception.until);
  const open = sessionsOn(exception.book, exception.day, plan);
  if (open.some((session) => overlaps(session, stretch))) return refuse('overlaps another session');
  return ok(exception);
}
