/** Free times (ledige timer): reckoned from opening rules, exceptions and appointments each time someone asks. */

import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, type Moment, minuteMs, momentOf, timeOf, weekdayOf } from '#kernel/time';
import { type AppointmentState, holdsTime } from './appointment-state.ts';
import type { AppointmentType } from './appointment-type.ts';
import { type Book, type BookId, type OpeningPlan, type Session, sessionsOn } from './book.ts';
import { covers, merged, overlaps, type Stretch, without } from './interval.ts';

/** A piece of one or more books that nobody else may have. */
export type Taken = { readonly books: readonly BookId[]; readonly from: Moment; readonly until: Moment };
/** A time one can offer: exactly as long as the appointment type, with every book that it needs. */
export type FreeTime = Taken;

/** The question at the telephone: when is there room for this kind of appointment? */
export type Question = {
  readonly books: readonly Book[];
  readonly rules: OpeningPlan['rules'];
  readonly exceptions: OpeningPlan['exceptions'];
  /** Public holidays: weekly rules rest. */
  readonly holidays: (day: IsoDate) => boolean;
  readonly appointments: readonly (Taken & { readonly state: AppointmentState })[];
  /** Times that are offered to someone who has not answered yet. */
  readonly held?: readonly Taken[];
  readonly type: AppointmentType;
  /** First and last moment of interest; `until` is not in it. */
  readonly from: Moment;
  readonly until: Moment;
  readonly now: Moment;
  /** The practitioner or the device that the patient asks for; one of the books of the answer. */
  readonly wanted?: BookId;
  /** When the patient cannot come, such as another appointment the same day. */
  readonly notDuring?: readonly { readonly from: Moment; readonly until: Moment }[];
};

type Desk = {
  readonly question: Question;
  readonly now: number;
  readonly span: Stretch;
  readonly lengthMs: number;
  readonly plans: ReadonlyMap<BookId, OpeningPlan>;
  readonly taken: ReadonlyMap<BookId, readonly Stretch[]>;
  readonly notDuring: readonly Stretch[];
  /** For each need of the type, the books that can meet it. */
  readonly needs: readonly (readonly Book[])[];
};

const inMs = (time: { readonly from: Moment; readonly until: Moment }): Stretch => ({
  from: Date.parse(time.from),
  until: Date.parse(time.until),
});

function takenByBook(question: Question): Map<BookId, Stretch[]> {
  const byBook = new Map<BookId, Stretch[]>();
  const busy: Taken[] = question.appointments.filter((one) => holdsTime(one.state));
  for (const one of busy.concat(question.held ?? [])) {
    const stretch = inMs(one);
    for (const book of one.books) {
      const list = byBook.get(book);
      if (list) list.push(stretch);
      else byBook.set(book, [stretch]);
    }
  }
  for (const [book, list] of byBook) byBook.set(book, merged(list));
  return byBook;
}

function planOf(question: Question, book: BookId): OpeningPlan {
  return {
    rules: question.rules.filter((rule) => rule.book === book),
    exceptions: question.exceptions.filter((one) => one.book === book || one.book === null),
    isHoliday: question.holidays,
  };
}

function layOut(question: Question): Desk {
  const { type, wanted } = question;
  const able = type.needs.map((kind) => question.books.filter((book) => book.serves === kind));
  const wantedBook = question.books.find((book) => book.id === wanted);
  const needs = able.map((books, at) =>
    wantedBook && type.needs.indexOf(wantedBook.serves) === at ? books.filter((book) => book.id === wanted) : books,
  );
  const isImpossible = wanted !== undefined && !(wantedBook && type.needs.includes(wantedBook.serves));
  return {
    question,
    now: Date.parse(question.now),
    span: inMs(question),
    lengthMs: type.minutes * minuteMs,
    plans: new Map(needs.flat().map((book) => [book.id, planOf(question, book.id)])),
    taken: takenByBook(question),
    notDuring: (question.notDuring ?? []).map(inMs),
    needs: isImpossible ? [[]] : needs,
  };
}

type Openings = { readonly book: BookId; readonly sessions: readonly Session[]; readonly free: readonly Stretch[] };

function openingsOn(desk: Desk, book: BookId, day: IsoDate): Openings {
  const plan = desk.plans.get(book) as OpeningPlan;
  const sessions = sessionsOn(book, day, plan).filter(
    (session) => desk.question.type.sessions.includes(session.session) && session.bookableFrom <= desk.now,
  );
  const taken = (desk.taken.get(book) ?? []).concat(desk.notDuring);
  return { book, sessions, free: sessions.length === 0 ? [] : without(sessions, taken) };
}

/** The starts that the first book's grid gives, in order and each only once. */
function startsOf(openings: Openings, desk: Desk): number[] {
  const starts = new Set<number>();
  const { latestStart, earliestStart } = desk.question.type;
  for (const session of openings.sessions) {
    const step = session.slotMinutes * minuteMs;
    const first = Math.max(session.from, desk.span.from, desk.now);
    let at = session.gridFrom + Math.max(0, Math.ceil((first - session.gridFrom) / step)) * step;
    for (; at < session.until && at + desk.lengthMs <= desk.span.until; at += step) {
      const local = latestStart || earliestStart ? timeOf(at) : undefined;
      if (local && latestStart && local > latestStart) break;
      if (local && earliestStart && local < earliestStart) continue;
      starts.add(at);
    }
  }
  return [...starts].sort((one, other) => one - other);
}

function booksFor(time: Stretch, first: BookId, others: readonly (readonly Openings[])[]): BookId[] | undefined {
  const books = [first];
  for (const able of others) {
    const found = able.find((one) => !books.includes(one.book) && covers(one.free, time));
    if (!found) return undefined;
    books.push(found.book);
  }
  return books;
}

function freeOn(desk: Desk, day: IsoDate): FreeTime[] {
  const weekdays = desk.question.type.weekdays;
  if (weekdays && !weekdays.includes(weekdayOf(day))) return [];
  const found: { readonly at: number; readonly time: FreeTime }[] = [];
  const openings = desk.needs.map((books) => books.map((book) => openingsOn(desk, book.id, day)));
  for (const first of openings[0] ?? []) {
    for (const at of startsOf(first, desk)) {
      const time = { from: at, until: at + desk.lengthMs };
      if (!covers(first.free, time)) continue;
      const books = booksFor(time, first.book, openings.slice(1));
      if (books) found.push({ at, time: { from: momentOf(at), until: momentOf(time.until), books } });
    }
  }
  return found.sort((one, other) => one.at - other.at).map((one) => one.time);
}

function* byDay(question: Question): Generator<FreeTime> {
  const desk = layOut(question);
  const first = Math.max(desk.span.from, desk.now);
  if (first >= desk.span.until) return;
  const last = dayOf(desk.span.until - 1);
  for (let day = dayOf(first); day <= last; day = addDays(day, 1)) yield* freeOn(desk, day);
}

/** Every time one can offer between `from` and `until`, soonest first; at the same start in the order of the books. */
export function freeTimes(question: Question): FreeTime[] {
  return [...byDay(question)];
}

/** The soonest time one can offer, found without reckoning the days after it. */
export function nextFree(question: Question): FreeTime | undefined {
  for (const time of byDay(question)) return time;
  return undefined;
}

export type NotFree = 'time is past' | 'outside opening hours' | 'not released yet' | 'time is taken';

/** Says why a wanted time cannot be had; it need not lie on the grid or have the usual length. */
export function isFree(
  wanted: FreeTime,
  question: Omit<Question, 'from' | 'until' | 'type'>,
): Result<FreeTime, NotFree> {
  const time = inMs(wanted);
  const now = Date.parse(question.now);
  if (time.from < now) return refuse('time is past');
  const day = dayOf(time.from);
  for (const book of wanted.books) {
    const plan = { rules: question.rules, exceptions: question.exceptions, isHoliday: question.holidays };
    const sessions = sessionsOn(book, day, plan).filter((session) => session.session !== 'not for patients');
    if (!covers(merged(sessions), time)) return refuse('outside opening hours');
    const released = sessions.filter((session) => session.bookableFrom <= now);
    if (!covers(merged(released), time)) return refuse('not released yet');
  }
  const busy: Taken[] = question.appointments.filter((one) => holdsTime(one.state));
  const other = busy
    .concat(question.held ?? [])
    .find((one) => one.books.some((book) => wanted.books.includes(book)) && overlaps(inMs(one), time));
  return other ? refuse('time is taken', { from: other.from }) : ok(wanted);
}

/** Appointments that the hours no longer hold, after an absence, a closed day or changed hours: they must be moved. */
export function strandedAppointments<T extends Taken & { readonly state: AppointmentState }>(
  appointments: readonly T[],
  plan: OpeningPlan,
): T[] {
  return appointments.filter((one) => {
    if (one.state !== 'booked') return false;
    const time = inMs(one);
    return one.books.some((book) => !covers(merged(sessionsOn(book, dayOf(time.from), plan)), time));
  });
}
