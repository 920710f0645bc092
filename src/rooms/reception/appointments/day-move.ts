/** A doctor is ill: the whole day is lifted onto a clipboard, a new time is proposed for each, and those without a screen are rung. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Appointment, AppointmentId, Booked } from './appointment.ts';
import type { FreeTime, Taken } from './availability.ts';

/** What must move together with the time. */
export type AlongWith = 'interpreter' | 'patient transport' | 'preparation' | 'other appointment the same day';

/** How a patient is reached: one with digital contact gets the choice there, the others are rung. */
export type Reached = 'digital' | 'telephone';

export type Lifted = {
  readonly appointment: Booked;
  readonly reached: Reached;
  readonly along: readonly AlongWith[];
};

export type Proposal = Lifted & {
  /** The time that is proposed; nothing when there is none within the horizon, and a person must find a way. */
  readonly to: FreeTime | null;
};

/** Haste first, then who booked first, then the clock: the order in which patients are served from the clipboard. */
export function clipboardOrder(one: Lifted, other: Lifted): number {
  const a = one.appointment;
  const b = other.appointment;
  return (
    a.haste - b.haste ||
    a.bookedAt.localeCompare(b.bookedAt) ||
    a.from.localeCompare(b.from) ||
    a.id.localeCompare(b.id)
  );
}

/** Lifts what can still be moved; those who have arrived or are done stay where they are. */
export function lift(
  appointments: readonly Appointment[],
  contact: (appointment: Booked) => { readonly reached: Reached; readonly along: readonly AlongWith[] },
): Lifted[] {
  return appointments
    .filter((one): one is Booked => one.state === 'booked')
    .map((appointment) => ({ appointment, ...contact(appointment) }))
    .sort(clipboardOrder);
}

/**
 * Proposes a time for each in turn; what is proposed to one is held from the next.
 * `nextFreeFor` is the clinic's search with those held times counted as taken.
 */
export function proposeMoves(
  lifted: readonly Lifted[],
  nextFreeFor: (appointment: Booked, held: readonly Taken[]) => FreeTime | undefined,
): Proposal[] {
  const held: Taken[] = [];
  return [...lifted].sort(clipboardOrder).map((one) => {
    const to = nextFreeFor(one.appointment, held) ?? null;
    if (to) held.push(to);
    return { ...one, to };
  });
}

/** The telephone list: those who have no digital contact, those who hasten, and those for whom nothing was found. */
export function mustBeRung(proposals: readonly Proposal[]): Proposal[] {
  return proposals.filter((one) => one.reached === 'telephone' || one.appointment.haste === 1 || one.to === null);
}

/** A line on the clipboard: ticked off only when the patient has said yes, or has been told and declined. */
export type ClipboardState =
  | { readonly state: 'to be told' }
  | { readonly state: 'offer sent'; readonly sentAt: Moment; readonly answerBy: Moment }
  | { readonly state: 'not reached'; readonly attempts: readonly Moment[] }
  | { readonly state: 'accepted'; readonly at: Moment }
  | { readonly state: 'declined'; readonly at: Moment };
export type ClipboardLine = Proposal & { readonly told: ClipboardState };

/** What may follow what. */
export const clipboardNext = {
  'to be told': ['offer sent', 'not reached', 'accepted', 'declined'],
  'offer sent': ['not reached', 'accepted', 'declined'],
  'not reached': ['not reached', 'offer sent', 'accepted', 'declined'],
  accepted: [],
  declined: ['offer sent', 'accepted'],
} as const satisfies Record<ClipboardState['state'], readonly ClipboardState['state'][]>;

export type ClipboardRefusal = 'already accepted' | 'already declined' | 'no time to offer' | 'not in this order';

/** Sets how far the talk with the patient has come. */
export function tell(line: ClipboardLine, told: ClipboardState): Result<ClipboardLine, ClipboardRefusal> {
  const next: readonly ClipboardState['state'][] = clipboardNext[line.told.state];
  if (line.told.state === 'accepted') return refuse('already accepted');
  if (!next.includes(told.state))
    return refuse(line.told.state === 'declined' ? 'already declined' : 'not in this order');
  if (line.to === null && (told.state === 'offer sent' || told.state === 'accepted')) return refuse('no time to offer');
  return ok({ ...line, told });
}

/** An attempt that nobody answered, added to those before it. */
export function notReached(line: ClipboardLine, at: Moment): Result<ClipboardLine, ClipboardRefusal> {
  const before = line.told.state === 'not reached' ? line.told.attempts : [];
  return tell(line, { state: 'not reached', attempts: [...before, at] });
}

/** Who is still to be told; the day is moved when the list is empty. */
export function stillToTell(lines: readonly ClipboardLine[], now: Moment): AppointmentId[] {
  return lines
    .filter(({ told }) => {
      if (told.state === 'offer sent') return told.answerBy < now;
      return told.state === 'to be told' || told.state === 'not reached';
    })
    .map((line) => line.appointment.id);
}
