/** An appointment (time): one patient, one kind of visit, and the books that are busy meanwhile. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type AppointmentState, appointmentNext } from './appointment-state.ts';
import type { AppointmentTypeCode } from './appointment-type.ts';
import type { FreeTime, NotFree } from './availability.ts';
import type { BookId } from './book.ts';
import type { HasteGrade } from './haste.table.ts';
import { isLateNotice, type NoticeRule } from './notice.ts';

export type AppointmentId = Id<'Appointment'>;
export const bookingChannels = ['telephone', 'desk', 'digital', 'letter', 'recall', 'doctor', 'waiting list'] as const;
export type BookingChannel = (typeof bookingChannels)[number];
/** Who wished it moved or cancelled. */
export const wishes = ['patient', 'clinic'] as const;
export type Wish = (typeof wishes)[number];

/** Where it stood before, and on whose wish it moved. */
export type Move = { readonly from: Moment; readonly movedAt: Moment; readonly movedBy: PersonId; readonly wish: Wish };

/** The booking itself, which stays whatever comes after. */
export type Known = {
  readonly id: AppointmentId;
  readonly patient: PatientId;
  readonly type: AppointmentTypeCode;
  readonly books: readonly BookId[];
  readonly from: Moment;
  readonly until: Moment;
  readonly haste: HasteGrade;
  /** What it is about, for those who receive the patient; never in a message to the patient's telephone. */
  readonly about: string;
  readonly channel: BookingChannel;
  readonly bookedAt: Moment;
  readonly bookedBy: PersonId;
  /** The day the patient first asked: the five-day meter starts here. */
  readonly firstContactOn: IsoDate;
  /** Set when it was put in between others, with the reason; only such a time may overlap another. */
  readonly squeezedInBecause: string | null;
  readonly moves: readonly Move[];
};

export type WaitingRoom = 'waiting room' | 'separate room';
/** By telephone and video the patient waits at home. */
export type WaitingPlace = WaitingRoom | 'at home';
type HasArrived = { readonly arrivedAt: Moment; readonly receivedBy: PersonId; readonly waitsIn: WaitingPlace };
export type Call = { readonly at: Moment; readonly by: PersonId };
/** With whom and where; a patient may go from the doctor to the treatment room and back. */
export type Stay = { readonly with: PersonId; readonly room: string; readonly since: Moment };
type IsSeen = { readonly calls: readonly Call[]; readonly stays: readonly Stay[] };

export type Booked = Known & { readonly state: 'booked' };
export type Arrived = Known & HasArrived & { readonly state: 'arrived'; readonly calls: readonly Call[] };
export type CalledIn = Known & HasArrived & { readonly state: 'called in'; readonly calls: readonly Call[] };
export type With = Known & HasArrived & IsSeen & { readonly state: 'with' };
export type Done = Known & HasArrived & IsSeen & { readonly state: 'done'; readonly doneAt: Moment };
/** Went home before anyone had seen them; somebody should ring. */
export type Left = Known &
  HasArrived & { readonly state: 'left'; readonly leftAt: Moment; readonly noticedBy: PersonId };
export type NoShow = Known & { readonly state: 'no-show'; readonly noticedAt: Moment; readonly noticedBy: PersonId };
export type Cancelled = Known & {
  readonly state: 'cancelled';
  readonly cancelledAt: Moment;
  readonly wish: Wish;
  readonly recordedBy: PersonId;
  readonly reason: string;
  /** The patient gave less notice than the rule of the day asks. */
  readonly isLate: boolean;
};
export type Appointment = Booked | Arrived | CalledIn | With | Done | Left | NoShow | Cancelled;

/** What each state says no with. */
export const stateRefusals = {
  booked: 'not arrived yet',
  arrived: 'already arrived',
  'called in': 'already called in',
  with: 'already with someone',
  done: 'already done',
  left: 'left before being seen',
  'no-show': 'marked as no-show',
  cancelled: 'cancelled',
} as const satisfies Record<AppointmentState, string>;
export type StateRefusal =
  | (typeof stateRefusals)[AppointmentState]
  | 'not called in'
  | 'not seen by anyone yet'
  | 'not done yet';

/** No, when the state may not follow; nothing, when it may. */
export function hindrance(appointment: Appointment, state: AppointmentState): Refused<StateRefusal> | undefined {
  const next: readonly AppointmentState[] = appointmentNext[appointment.state];
  return next.includes(state) ? undefined : refuse(stateRefusals[appointment.state]);
}

export function knownOf(appointment: Appointment): Known {
  const { id, patient, type, books, from, until, haste, about, channel, bookedAt, bookedBy } = appointment;
  const { firstContactOn, squeezedInBecause, moves } = appointment;
  const what = { id, patient, type, books, from, until, haste, about };
  return { ...what, channel, bookedAt, bookedBy, firstContactOn, squeezedInBecause, moves };
}

export type Booking = Omit<Known, 'books' | 'from' | 'until' | 'bookedAt' | 'bookedBy' | 'moves'>;

/** A named reason goes past closed, unreleased and taken time, never past the clock. */
function squeezed(judged: Result<FreeTime, NotFree>, because: string | null): Result<string | null, NotFree> {
  if (judged.ok) return ok(null);
  if (judged.why === 'time is past' || !because?.trim()) return judged;
  return ok(because);
}

/** Books a time that `isFree` of availability has judged. */
export function book(
  booking: Booking,
  time: FreeTime,
  judged: Result<FreeTime, NotFree>,
  by: PersonId,
  now: Moment,
): Result<Booked, NotFree | 'first contact is in the future'> {
  const because = squeezed(judged, booking.squeezedInBecause);
  if (!because.ok) return because;
  if (booking.firstContactOn > dayOf(now)) return refuse('first contact is in the future');
  const { books, from, until } = time;
  const held = { books, from, until, bookedAt: now, bookedBy: by, moves: [] };
  return ok({ ...booking, ...held, squeezedInBecause: because.value, state: 'booked' });
}

/** To another time; the booking, its age and its first contact stay, so the patient keeps the place in every order. */
export function move(
  appointment: Appointment,
  to: FreeTime,
  judged: Result<FreeTime, NotFree>,
  because: { readonly wish: Wish; readonly squeezedIn: string | null },
  by: PersonId,
  now: Moment,
): Result<Booked, NotFree | StateRefusal | 'same time'> {
  if (appointment.state !== 'booked') return refuse(stateRefusals[appointment.state]);
  const { books, from, until } = to;
  if (from === appointment.from && books.join() === appointment.books.join()) return refuse('same time');
  const squeeze = squeezed(judged, because.squeezedIn);
  if (!squeeze.ok) return squeeze;
  const moved: Move = { from: appointment.from, movedAt: now, movedBy: by, wish: because.wish };
  const moves = [...appointment.moves, moved];
  return ok({ ...appointment, books, from, until, squeezedInBecause: squeeze.value, moves });
}

/** Cancels a booked time; only the patient's own late word counts as late. */
export function cancel(
  appointment: Appointment,
  because: { readonly wish: Wish; readonly reason: string },
  rule: NoticeRule,
  by: PersonId,
  now: Moment,
): Result<Cancelled, StateRefusal> {
  const no = hindrance(appointment, 'cancelled');
  if (no) return no;
  const isLate = because.wish === 'patient' && isLateNotice(appointment.from, now, rule);
  const said = { wish: because.wish, reason: because.reason, recordedBy: by };
  return ok({ ...knownOf(appointment), state: 'cancelled', cancelledAt: now, ...said, isLate });
}
