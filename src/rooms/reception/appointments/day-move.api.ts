/** A doctor is away: the day is lifted, a time proposed and held for each patient, and each is told, one key a call. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, addMinutes, dayOf, type IsoDate, type Moment, momentAt } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { command, type Db, query } from '#platform/server';
import * as appointments from './appointment.store.ts';
import type { AppointmentId, Booked } from './appointment.ts';
import { typesOn } from './appointment-type.api.ts';
import { type FreeTime, nextFree, type Taken } from './availability.ts';
import * as books from './book.store.ts';
import type { BookException, BookId, ExceptionId } from './book.ts';
import * as store from './day-move.store.ts';
import { moveHorizons } from './day-move.table.ts';
import { type ClipboardState, lift, notReached, proposeMoves, tell as setTold } from './day-move.ts';
import { midnight, type Situation, situation } from './free-time.api.ts';
import { placeMove } from './placing.api.ts';

const duty = { duty: 'reception.calling-and-receiving' } as const;
const moveId = idInput<store.DayMoveId>();
const appointmentId = idInput<AppointmentId>();

type Finder = (appointment: Booked, held: readonly Taken[], after?: Moment) => FreeTime | undefined;

/** Whoever hastens gets the first free time of anyone; the others keep their own doctor, from the next day on. */
async function finderFor(db: Db, book: BookId, day: IsoDate, now: Moment): Promise<Finder> {
  const days = validOn(moveHorizons, dayOf(now))?.value.days ?? 0;
  const until = addDays(day, days);
  const [stand, types] = [await situation(db, { from: day, until, now }), await typesOn(db, dayOf(now))];
  const span = { until: momentAt(addDays(until, 1), midnight) };
  const ask = (stand: Situation, appointment: Booked, held: readonly Taken[], from: Moment, wanted?: BookId) => {
    const type = types.find(({ code }) => code === appointment.type);
    if (!type) return undefined;
    const all = [...(stand.held ?? []), ...held];
    return nextFree({ ...stand, held: all, type, from, ...span, ...(wanted ? { wanted } : {}) });
  };
  const [morning, tomorrow] = [momentAt(day, midnight), momentAt(addDays(day, 1), midnight)];
  return (appointment, held, after = now) => {
    const earliest = appointment.haste === 1 ? morning : tomorrow;
    const from = after > earliest ? after : earliest;
    const own = appointment.haste === 1 ? undefined : ask(stand, appointment, held, from, book);
    return own ?? ask(stand, appointment, held, from);
  };
}

/** Away the whole day, unless that is written already. */
async function closeDay(db: Db, book: BookId, day: IsoDate, by: Doing['me'], now: Moment): Promise<void> {
  const [from, until] = [momentAt(day, midnight), momentAt(addDays(day, 1), midnight)];
  const known = await books.exceptionsBetween(db, day, day);
  if (known.some((one) => one.kind === 'absence' && one.book === book && one.from <= from && one.until >= until))
    return;
  const absence: BookException = { kind: 'absence', id: newId<ExceptionId>(Date.parse(now)), book, from, until };
  await books.addException(db, absence, by.person, now);
}
type Doing = { readonly me: { readonly person: Parameters<typeof books.addException>[2] } };

export const liftDay = command({
  name: 'liftDay',
  who: duty,
  takes: z.object({ book: idInput<BookId>(), day: dayInput }),
  async does({ input, db, me, now, tell }) {
    const { book, day } = input;
    if (day < dayOf(now)) return refuse('day is past');
    if ((await books.booksLocked(db, [book])).length === 0) return refuse('no such book');
    await closeDay(db, book, day, me, now);
    const held = await appointments.appointmentsOfBook(db, book, day);
    const lifted = lift(
      held.filter(({ from }) => from > now),
      () => ({ reached: 'telephone', along: [] }),
    );
    const proposals = proposeMoves(lifted, await finderFor(db, book, day, now));
    const id = newId<store.DayMoveId>(Date.parse(now));
    await store.addMove(db, { id, book, day }, me.person, now);
    const lines = proposals.map(({ appointment, reached, along, to }) => ({
      appointment: appointment.id,
      reached,
      along,
      proposed: to,
      told: { state: 'to be told' } as const,
    }));
    await store.addClipboard(db, id, lines);
    tell(fact('BooksChanged', { book }));
    tell(fact('DayMoveChanged', { move: id }));
    return ok({ id, count: lines.length });
  },
});

/** The days that are being moved, from today on. */
export const dayMoves = query({
  name: 'dayMoves',
  who: duty,
  takes: z.object({}),
  async does({ db, now }) {
    return ok(await store.recentMoves(db, dayOf(now)));
  },
});

/** How many appointments each book has on the day, so that one sees what is lifted. */
export const bookLoad = query({
  name: 'bookLoad',
  who: duty,
  takes: z.object({ day: dayInput }),
  async does({ input, db, now }) {
    const open = (await books.books(db)).filter(({ closedOn }) => closedOn === null || closedOn > input.day);
    const load: { book: BookId; toMove: number }[] = [];
    for (const { id } of open) {
      const held = await appointments.appointmentsOfBook(db, id, input.day);
      load.push({ book: id, toMove: held.filter(({ state, from }) => state === 'booked' && from > now).length });
    }
    return ok(load);
  },
});

export const dayMove = query({
  name: 'dayMove',
  who: duty,
  takes: z.object({ move: moveId }),
  async does({ input, db, shows }) {
    const move = await store.moveById(db, input.move);
    if (!move) return refuse('not found');
    const lines = await store.clipboard(db, input.move);
    shows(lines.map(({ patient }) => patient.patient));
    return ok({ move, lines });
  },
});

const isOpenState = (told: ClipboardState): boolean => told.state !== 'accepted';

/** What came of the talk: yes moves the appointment, no keeps the line open for another time. */
export const tellMove = command({
  name: 'tellMove',
  who: duty,
  takes: z.object({
    move: moveId,
    appointment: appointmentId,
    told: z.enum(['accepted', 'declined', 'not reached', 'offer sent']),
  }),
  async does(doing) {
    const { input, db, now, tell, about } = doing;
    const row = await store.clipboardLine(db, input.move, input.appointment);
    const appointment = row && (await appointments.appointmentForChange(db, input.appointment));
    if (!row || !appointment) return refuse('not found');
    await about(appointment.patient);
    if (appointment.state !== 'booked') return refuse('not booked any more');
    const line = { appointment, reached: row.reached, along: row.along, to: row.proposed, told: row.told };
    const said = input.told === 'not reached' ? notReached(line, now) : setTold(line, saidState(input.told, now));
    if (!said.ok) return said;
    if (input.told === 'accepted' && row.proposed) {
      const moved = await placeMove(doing, appointment, row.proposed, { wish: 'clinic', squeezedIn: null });
      if (!moved.ok) return moved;
    }
    const { told } = said.value;
    await store.saveLine(db, input.move, { ...row, told }, isOpenState(told));
    tell(fact('DayMoveChanged', { move: input.move }));
    return ok();
  },
});

function saidState(told: 'accepted' | 'declined' | 'offer sent', now: Moment): ClipboardState {
  if (told === 'offer sent') {
    const minutes = validOn(moveHorizons, dayOf(now))?.value.answerMinutes ?? 0;
    return { state: 'offer sent', sentAt: now, answerBy: addMinutes(now, minutes) };
  }
  return { state: told, at: now };
}

/** The proposed time does not suit: the next one after it is held instead. */
export const proposeAnother = command({
  name: 'proposeAnother',
  who: duty,
  takes: z.object({ move: moveId, appointment: appointmentId }),
  async does({ input, db, now, tell, about }) {
    const move = await store.moveById(db, input.move);
    const row = move && (await store.clipboardLine(db, move.id, input.appointment));
    const appointment = row && (await appointments.appointmentForChange(db, input.appointment));
    if (!move || !row || !appointment) return refuse('not found');
    await about(appointment.patient);
    if (appointment.state !== 'booked') return refuse('not booked any more');
    if (row.told.state === 'accepted') return refuse('already accepted');
    const after = row.proposed ? addMinutes(row.proposed.from, 1) : now;
    const find = await finderFor(db, move.book, move.day, now);
    const proposed = find(appointment, [], after) ?? null;
    await store.saveLine(db, move.id, { ...row, proposed, told: { state: 'to be told' } }, true);
    tell(fact('DayMoveChanged', { move: move.id }));
    return proposed ? ok({ proposed }) : refuse('no time to offer');
  },
});
