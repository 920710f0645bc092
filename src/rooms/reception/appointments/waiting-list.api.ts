/** The waiting list: who joins it, who is asked first when a time is freed, and the held offer until the answer. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { idInput, lineInput, momentInput, optionalLine } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { ageOn, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { PatientId, PatientLine } from '#patients';
import { patientLines } from '#patients/server';
import { command, type Db, query } from '#platform/server';
import * as appointments from './appointment.store.ts';
import type { AppointmentId } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';
import { isFree } from './availability.ts';
import { books } from './book.store.ts';
import type { Book, BookId } from './book.ts';
import { timeOnBooks, waitingInput } from './booking-input.ts';
import { situation } from './free-time.api.ts';
import { giveUp, placeBooking } from './placing.api.ts';
import * as store from './waiting-list.store.ts';
import { fairnessAges } from './waiting-list.table.ts';
import {
  inTurn,
  letGo,
  offerTime,
  queueFairness,
  take,
  type WaitingEntry,
  type WaitingId,
  whoIsAsked,
  withdraw,
} from './waiting-list.ts';

const duty = { duty: 'reception.calling-and-receiving' } as const;
const entryId = idInput<WaitingId>();

export const joinWaitingList = command({
  name: 'joinWaitingList',
  who: duty,
  takes: waitingInput,
  patient: ({ patient }) => patient,
  async does({ input, db, me, now, tell }) {
    if (!(await typeOn(db, input.type, dayOf(now)))) return refuse('not offered here');
    const open = await store.openEntriesOf(db, input.patient);
    if (open.some(({ type, book }) => type === input.type && book === input.book)) return refuse('waits already');
    const id = newId<WaitingId>(Date.parse(now));
    await store.putEntry(db, { ...input, id, state: 'waiting', since: now, addedBy: me.person, declined: 0 });
    tell(fact('WaitingListChanged', { entry: id, patient: input.patient }));
    return ok({ id });
  },
});

/** The books of a time, open or closed since. */
const booksOf = async (db: Db, ids: readonly BookId[]): Promise<Book[]> =>
  (await books(db)).filter(({ id }) => ids.includes(id));

export type WaitingLine = { readonly entry: WaitingEntry; readonly patient: PatientLine | undefined };

async function withPatients(db: Db, entries: readonly WaitingEntry[]): Promise<WaitingLine[]> {
  const lines = await patientLines(db, [...new Set(entries.map(({ patient }) => patient))]);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return entries.map((entry) => ({ entry, patient: byId.get(entry.patient) }));
}

function ageGroup(patient: PatientLine | undefined, today: IsoDate): string {
  const ages = validOn(fairnessAges, today)?.value ?? [];
  if (!patient?.birthDate) return '?';
  const age = ageOn(patient.birthDate, today);
  const until = ages.find((limit) => age < limit);
  return until === undefined ? `${ages.at(-1)}+` : `< ${until}`;
}

/** Everyone who waits, in turn, and whether one age waits longer than another. */
export const waitingList = query({
  name: 'waitingList',
  who: duty,
  takes: z.object({}),
  async does({ db, now, shows }) {
    const lines = await withPatients(db, (await store.openEntries(db)).sort(inTurn));
    shows(lines.map(({ entry }) => entry.patient));
    const byId = new Map(lines.map(({ entry, patient }) => [entry.patient, patient]));
    const groupOf = (patient: PatientId): string => ageGroup(byId.get(patient), dayOf(now));
    const entries = lines.map(({ entry }) => entry);
    return ok({ lines, fairness: queueFairness(entries, groupOf, now) });
  },
});

/** A time that a cancellation has freed: whether it is still free, and who is asked, first in turn first. */
export const freedTime = query({
  name: 'freedTime',
  who: duty,
  takes: z.object({ appointment: idInput<AppointmentId>() }),
  async does({ input, db, now, about, shows }) {
    const freed = await appointments.appointmentById(db, input.appointment);
    if (!freed) return refuse('not found');
    await about(freed.patient);
    const { books: ids, from, until, type } = freed;
    const day = dayOf(from);
    const only = await booksOf(db, ids);
    const stand = await situation(db, { from: day, until: day, now }, { only });
    const free = isFree({ books: ids, from, until }, stand);
    const asked = whoIsAsked(await store.openEntries(db), type, { books: ids, from, until }, now);
    const lines = await withPatients(db, asked);
    shows(lines.map(({ entry }) => entry.patient));
    return ok({ time: { books: ids, from, until }, type, why: free.ok ? null : free.why, lines });
  },
});

/** Holds the time for the patient until the answer is due. */
export const offerFromList = command({
  name: 'offerFromList',
  who: duty,
  takes: z.object({
    entry: entryId,
    time: timeOnBooks,
    answerBy: momentInput,
    outOfTurnBecause: optionalLine(200),
  }),
  async does({ input, db, me, now, tell, about }) {
    const entry = await store.entryForChange(db, input.entry);
    if (!entry) return refuse('not found');
    await about(entry.patient);
    const { time, answerBy, outOfTurnBecause } = input;
    const day = dayOf(time.from);
    const free = isFree(
      time,
      await situation(db, { from: day, until: day, now }, { only: await booksOf(db, time.books), except: [entry.id] }),
    );
    if (!free.ok) return free;
    const offer = { time, offeredAt: now, offeredBy: me.person, answerBy, outOfTurnBecause };
    const offered = offerTime(entry, offer, await store.openEntries(db));
    if (!offered.ok) return offered;
    await store.putEntry(db, offered.value);
    tell(fact('WaitingListChanged', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});

/** The patient says yes: the time is booked, and the later one the patient had is given up. */
export const takeOffer = command({
  name: 'takeOffer',
  who: duty,
  takes: z.object({ entry: entryId, about: lineInput(200) }),
  async does(doing) {
    const { input, db, now, tell } = doing;
    const entry = await store.entryForChange(db, input.entry);
    if (!entry) return refuse('not found');
    await doing.about(entry.patient);
    if (entry.state !== 'offered') return refuse('nothing is offered');
    const { patient, type, haste, offer } = entry;
    const what = { patient, type, haste, about: input.about, time: { ...offer.time, books: [...offer.time.books] } };
    const how = {
      channel: 'waiting list' as const,
      lateReason: 'no free time' as const,
      squeezedInBecause: null,
      marks: [],
    };
    const booked = await placeBooking(doing, {
      ...what,
      ...how,
      heldFor: entry.id,
      firstContactOn: dayOf(entry.since),
    });
    if (!booked.ok) return booked;
    const placed = take(entry, booked.value.id, now);
    if (!placed.ok) return placed;
    await store.putEntry(db, placed.value);
    const later = entry.instead && (await appointments.appointmentForChange(db, entry.instead));
    if (later && later.state === 'booked') await giveUp(doing, later, { wish: 'clinic', reason: 'sooner time' });
    tell(fact('WaitingListChanged', { entry: entry.id, patient }));
    return ok(booked.value);
  },
});

/** No, or nothing until it was too late: the place in turn is kept. */
export const letOfferGo = command({
  name: 'letOfferGo',
  who: duty,
  takes: z.object({ entry: entryId, how: z.enum(['declined', 'no answer']) }),
  async does({ input, db, tell, about }) {
    const entry = await store.entryForChange(db, input.entry);
    if (!entry) return refuse('not found');
    await about(entry.patient);
    const waits = letGo(entry, input.how);
    if (!waits.ok) return waits;
    await store.putEntry(db, waits.value);
    tell(fact('WaitingListChanged', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});

export const leaveWaitingList = command({
  name: 'leaveWaitingList',
  who: duty,
  takes: z.object({ entry: entryId, reason: lineInput(200) }),
  async does({ input, db, now, tell, about }) {
    const entry = await store.entryForChange(db, input.entry);
    if (!entry) return refuse('not found');
    await about(entry.patient);
    const gone = withdraw(entry, input.reason, now as Moment);
    if (!gone.ok) return gone;
    await store.putEntry(db, gone.value);
    tell(fact('WaitingListChanged', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});
