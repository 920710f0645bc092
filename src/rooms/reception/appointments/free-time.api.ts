/** Free times: what can be offered, reckoned from the books as they stand at this moment. */

import { z } from 'zod';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { holidayOn } from '#kernel/working-days';
import type { PatientId } from '#patients';
import { type Db, query } from '#platform/server';
import * as appointments from './appointment.store.ts';
import { typeOn } from './appointment-type.api.ts';
import { type AppointmentTypeCode, appointmentTypeCodes, withExtraTime } from './appointment-type.ts';
import { type FreeTime, type Question, freeTimes as reckon } from './availability.ts';
import * as books from './book.store.ts';
import type { Book, BookId } from './book.ts';
import { searchInput } from './booking-input.ts';
import { offerLimits } from './haste.table.ts';
import { offerBy } from './offer-clock.ts';
import { timesHeld } from './waiting-list.store.ts';

export const midnight = '00:00' as TimeOfDay;
export const isHoliday = (day: IsoDate): boolean => holidayOn(day) !== undefined;

type Span = { readonly from: IsoDate; readonly until: IsoDate; readonly now: Moment };
export type Situation = Omit<Question, 'type' | 'from' | 'until'>;

type Which = {
  /** These books, already read; else all that are open. */
  readonly only?: readonly Book[];
  /** Appointments and waiting entries whose own times do not stand in the way. */
  readonly except?: readonly string[];
};

/** How the books open between two days (both included), and what is held for those who have not answered yet. */
async function plan(db: Db, span: Span, { only, except = [] }: Which = {}): Promise<Situation> {
  const open = only ?? (await books.books(db)).filter(({ closedOn }) => closedOn === null || closedOn > span.from);
  const ids = open.map(({ id }) => id);
  const rules = await books.rulesBetween(db, span.from, span.until, ids);
  const exceptions = await books.exceptionsBetween(db, span.from, span.until);
  const held = (await timesHeld(db, span.now)).filter(({ of }) => !except.includes(of));
  return { books: open, rules, exceptions, holidays: isHoliday, appointments: [], held, now: span.now };
}

async function taken(
  db: Db,
  { books: of }: Situation,
  span: Omit<Span, 'now'>,
  except: readonly string[] = [],
): Promise<Situation['appointments']> {
  const [from, until] = [momentAt(span.from, midnight), momentAt(addDays(span.until, 1), midnight)];
  const ids = of.map(({ id }) => id);
  return (await appointments.heldTimes(db, ids, from, until))
    .filter(({ appointment }) => !except.includes(appointment))
    .map((one) => ({ books: [one.book], from: one.from, until: one.until, state: 'booked' as const }));
}

/** How the books stand between two days, with every appointment. */
export async function situation(db: Db, span: Span, which: Which = {}): Promise<Situation> {
  const stand = await plan(db, span, which);
  return { ...stand, appointments: await taken(db, stand, span, which.except) };
}

type Search = {
  readonly type: AppointmentTypeCode;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly wanted?: BookId | undefined;
  readonly extraMinutes: number;
  readonly patient?: PatientId | undefined;
  /** At most so many. */
  readonly most: number;
};

/** Free times in stretches that double, so that the first ones are found without reading the rest. */
async function findFree(db: Db, search: Search, now: Moment): Promise<FreeTime[]> {
  const type = await typeOn(db, search.type, dayOf(now));
  if (!type) return [];
  const own = search.patient ? await appointments.appointmentsFrom(db, search.patient, now) : [];
  const notDuring = own.filter(({ state }) => state === 'booked');
  const asked = { type: withExtraTime(type, search.extraMinutes), notDuring };
  let from = search.from < dayOf(now) ? dayOf(now) : search.from;
  const stand = await plan(db, { from, until: search.until, now });
  const needed = { ...stand, books: stand.books.filter(({ serves }) => type.needs.includes(serves)) };
  const found: FreeTime[] = [];
  for (let days = firstStretchDays; from <= search.until && found.length < search.most; days *= 2) {
    const until = addDays(from, days - 1) < search.until ? addDays(from, days - 1) : search.until;
    const span = { from: momentAt(from, midnight), until: momentAt(addDays(until, 1), midnight) };
    const busy = await taken(db, needed, { from, until });
    const wanted = search.wanted ? { wanted: search.wanted } : {};
    found.push(...reckon({ ...needed, ...asked, ...span, ...wanted, appointments: busy }));
    from = addDays(until, 1);
  }
  return found.slice(0, search.most);
}
/** A reading habit, no rule of the clinic: most callers get a time within two days. */
const firstStretchDays = 2;

export const freeTimes = query({
  name: 'freeTimes',
  who: { duty: 'reception.calling-and-receiving' },
  takes: searchInput,
  async does({ input, db, now }) {
    return ok(await findFree(db, { ...input, most: 500 }, now));
  },
});

/** The next free times for a caller: the first ones, what to tell the patient, and the last day within five working days. */
export const nextFree = query({
  name: 'nextFree',
  who: { duty: 'reception.calling-and-receiving' },
  takes: z.object({
    type: z.enum(appointmentTypeCodes),
    patient: idInput<PatientId>().optional(),
    wanted: idInput<BookId>().optional(),
    notBefore: z.iso.date().optional(),
    extraMinutes: z.int().min(0).max(120).default(0),
    most: z.int().min(1).max(30).default(8),
  }),
  patient: ({ patient }) => patient,
  async does({ input, db, now }) {
    const today = dayOf(now);
    const type = await typeOn(db, input.type, today);
    if (!type) return refuse('not offered here');
    const from = (input.notBefore ?? today) as IsoDate;
    const times = await findFree(db, { ...input, from, until: addDays(from, 120) }, now);
    const limit = validOn(offerLimits, today)?.value.workingDays;
    return ok({ type, times, offerBy: limit === undefined ? null : offerBy(today, limit) });
  },
});
