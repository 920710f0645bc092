/** The visit itself: arrived, called in, with someone in a room, done; and the steps back when a key was wrong. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment, minutesBetween } from '#kernel/time';
import {
  type Appointment,
  type Arrived,
  type Booked,
  type CalledIn,
  type Done,
  hindrance,
  knownOf,
  type Left,
  type NoShow,
  type StateRefusal,
  stateRefusals,
  type WaitingRoom,
  type With,
} from './appointment.ts';

/** The patient stands at the desk. A no-show may still arrive: whether they are seen, the doctor decides. */
export function arrive(
  appointment: Appointment,
  waitsIn: WaitingRoom,
  by: PersonId,
  now: Moment,
): Result<Arrived, StateRefusal | 'not today'> {
  // From "called in" one goes back by `didNotAnswer`, which keeps when the patient came.
  if (appointment.state === 'called in') return refuse(stateRefusals['called in']);
  const no = hindrance(appointment, 'arrived');
  if (no) return no;
  if (dayOf(appointment.from) !== dayOf(now)) return refuse('not today', { from: appointment.from });
  return ok({ ...knownOf(appointment), state: 'arrived', arrivedAt: now, receivedBy: by, waitsIn, calls: [] });
}

/** From the waiting room to a separate room, or back, when someone coughs or a rash is seen. */
export function waitElsewhere(
  appointment: Appointment,
  waitsIn: WaitingRoom,
): Result<Arrived, StateRefusal | 'waits there already'> {
  if (appointment.state !== 'arrived') return refuse(stateRefusals[appointment.state]);
  return appointment.waitsIn === waitsIn ? refuse('waits there already') : ok({ ...appointment, waitsIn });
}

export function callIn(appointment: Appointment, by: PersonId, now: Moment): Result<CalledIn, StateRefusal> {
  if (appointment.state !== 'arrived') return refuse(stateRefusals[appointment.state]);
  return ok({ ...appointment, state: 'called in', calls: [...appointment.calls, { at: now, by }] });
}

/** Nobody came when the name was called: the patient waits again, and the call is kept. */
export function didNotAnswer(appointment: Appointment): Result<Arrived, StateRefusal> {
  if (appointment.state === 'arrived') return refuse('not called in');
  if (appointment.state !== 'called in') return refuse(stateRefusals[appointment.state]);
  return ok({ ...appointment, state: 'arrived' });
}

/** With whom and in which room; again when the patient goes on to another room or another person. */
export function takeIn(
  appointment: Appointment,
  stay: { readonly with: PersonId; readonly room: string },
  now: Moment,
): Result<With, StateRefusal> {
  if (appointment.state === 'with') {
    const present = appointment.stays.at(-1);
    if (present?.with === stay.with && present.room === stay.room) return refuse('already with someone');
    return ok({ ...appointment, stays: [...appointment.stays, { ...stay, since: now }] });
  }
  if (appointment.state !== 'arrived' && appointment.state !== 'called in') {
    return refuse(stateRefusals[appointment.state]);
  }
  return ok({ ...appointment, state: 'with', stays: [{ ...stay, since: now }] });
}

/** The doctor rings or opens the video: the patient was never in the waiting room. */
export function beginAtDistance(
  appointment: Appointment,
  stay: { readonly with: PersonId; readonly room: string },
  now: Moment,
): Result<With, StateRefusal | 'not today'> {
  if (appointment.state !== 'booked') return refuse(stateRefusals[appointment.state]);
  if (dayOf(appointment.from) !== dayOf(now)) return refuse('not today', { from: appointment.from });
  const began = { arrivedAt: now, receivedBy: stay.with, waitsIn: 'at home', calls: [] } as const;
  return ok({ ...knownOf(appointment), ...began, state: 'with', stays: [{ ...stay, since: now }] });
}

export function finish(appointment: Appointment, now: Moment): Result<Done, StateRefusal> {
  if (appointment.state === 'arrived' || appointment.state === 'called in') return refuse('not seen by anyone yet');
  if (appointment.state !== 'with') return refuse(stateRefusals[appointment.state]);
  return ok({ ...appointment, state: 'done', doneAt: now });
}

/** Where a stay is with the doctor. */
export const doctorsRoom = 'doctor';

/** Who held the visit, and whole minutes with them: the doctor where there was one, else whoever came last. */
export function seenBy(done: Done): { readonly doctor: PersonId; readonly minutes: number } {
  const spans = done.stays.map((stay, place) => ({ ...stay, until: done.stays[place + 1]?.since ?? done.doneAt }));
  const held = spans.findLast(({ room }) => room === doctorsRoom) ?? spans.at(-1);
  if (!held) return { doctor: done.receivedBy, minutes: 0 };
  const own = spans.filter((span) => span.with === held.with && span.room === held.room);
  const minutes = own.reduce((sum, { since, until }) => sum + minutesBetween(since, until), 0);
  return { doctor: held.with, minutes };
}

/** Marked done too early, or the patient came back with one more thing. */
export function reopen(appointment: Appointment): Result<With, StateRefusal> {
  if (appointment.state !== 'done') return refuse('not done yet');
  const { doneAt: _, ...visit } = appointment;
  return ok({ ...visit, state: 'with' });
}

/** The chair is empty: the patient went home before being seen. */
export function leave(appointment: Appointment, by: PersonId, now: Moment): Result<Left, StateRefusal> {
  if (appointment.state !== 'arrived' && appointment.state !== 'called in') {
    return refuse(stateRefusals[appointment.state]);
  }
  const { arrivedAt, receivedBy, waitsIn } = appointment;
  const came = { arrivedAt, receivedBy, waitsIn };
  return ok({ ...knownOf(appointment), ...came, state: 'left', leftAt: now, noticedBy: by });
}

export function markNoShow(
  appointment: Appointment,
  by: PersonId,
  now: Moment,
): Result<NoShow, StateRefusal | 'not begun yet'> {
  const no = hindrance(appointment, 'no-show');
  if (no) return no;
  if (now < appointment.from) return refuse('not begun yet', { from: appointment.from });
  return ok({ ...knownOf(appointment), state: 'no-show', noticedAt: now, noticedBy: by });
}

/** The wrong line was marked: arrival or no-show is taken back. */
export function takeBack(appointment: Appointment): Result<Booked, StateRefusal> {
  const isUndoable = appointment.state === 'arrived' || appointment.state === 'no-show';
  return isUndoable ? ok({ ...knownOf(appointment), state: 'booked' }) : refuse(stateRefusals[appointment.state]);
}
