/** An appointment as one flat line, so that the tables can hold every state of it. */

import type { PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import {
  type Appointment,
  type Arrived,
  type Call,
  type Known,
  knownOf,
  type Stay,
  type WaitingPlace,
  type Wish,
} from './appointment.ts';
import type { AppointmentState } from './appointment-state.ts';

/** What came after the booking; nothing where it has not come yet. */
export type VisitRow = {
  readonly state: AppointmentState;
  readonly arrivedAt: Moment | null;
  readonly receivedBy: PersonId | null;
  readonly waitsIn: WaitingPlace | null;
  readonly calls: readonly Call[];
  readonly stays: readonly Stay[];
  /** Done, left, noticed as absent, or cancelled. */
  readonly endedAt: Moment | null;
  readonly endedBy: PersonId | null;
  readonly endWish: Wish | null;
  readonly endReason: string | null;
  readonly isLate: boolean | null;
};
export type AppointmentRow = Known & VisitRow;

const untouched: Omit<VisitRow, 'state'> = {
  arrivedAt: null,
  receivedBy: null,
  waitsIn: null,
  calls: [],
  stays: [],
  endedAt: null,
  endedBy: null,
  endWish: null,
  endReason: null,
  isLate: null,
};

export function rowOf(appointment: Appointment): AppointmentRow {
  return { ...knownOf(appointment), ...untouched, state: appointment.state, ...visitOf(appointment) };
}

function visitOf(appointment: Appointment): Partial<VisitRow> {
  switch (appointment.state) {
    case 'booked':
      return {};
    case 'arrived':
    case 'called in':
      return { ...cameOf(appointment), calls: appointment.calls };
    case 'with':
      return { ...cameOf(appointment), calls: appointment.calls, stays: appointment.stays };
    case 'done':
      return {
        ...cameOf(appointment),
        calls: appointment.calls,
        stays: appointment.stays,
        endedAt: appointment.doneAt,
      };
    case 'left':
      return { ...cameOf(appointment), endedAt: appointment.leftAt, endedBy: appointment.noticedBy };
    case 'no-show':
      return { endedAt: appointment.noticedAt, endedBy: appointment.noticedBy };
    case 'cancelled': {
      const { cancelledAt, recordedBy, wish, reason, isLate } = appointment;
      return { endedAt: cancelledAt, endedBy: recordedBy, endWish: wish, endReason: reason, isLate };
    }
  }
}

type Came = Pick<Arrived, 'arrivedAt' | 'receivedBy' | 'waitsIn'>;
const cameOf = ({ arrivedAt, receivedBy, waitsIn }: Came): Came => ({ arrivedAt, receivedBy, waitsIn });

/** The line read back; a line that lacks what its state must have is a fault of the tables, not of anyone at the desk. */
export function appointmentOf(row: AppointmentRow): Appointment {
  const { id, patient, type, books, from, until, haste, about, channel, bookedAt, bookedBy } = row;
  const { firstContactOn, squeezedInBecause, moves, state, calls, stays } = row;
  const what = { id, patient, type, books, from, until, haste, about };
  const known: Known = { ...what, channel, bookedAt, bookedBy, firstContactOn, squeezedInBecause, moves };
  const has = <T>(value: T | null): T => {
    if (value === null) throw new Error(`appointment ${id} is ${state} and lacks what that needs`);
    return value;
  };
  const came = (): Came => ({
    arrivedAt: has(row.arrivedAt),
    receivedBy: has(row.receivedBy),
    waitsIn: has(row.waitsIn),
  });
  switch (state) {
    case 'booked':
      return { ...known, state };
    case 'arrived':
    case 'called in':
      return { ...known, ...came(), calls, state };
    case 'with':
      return { ...known, ...came(), calls, stays, state };
    case 'done':
      return { ...known, ...came(), calls, stays, state, doneAt: has(row.endedAt) };
    case 'left':
      return { ...known, ...came(), state, leftAt: has(row.endedAt), noticedBy: has(row.endedBy) };
    case 'no-show':
      return { ...known, state, noticedAt: has(row.endedAt), noticedBy: has(row.endedBy) };
    case 'cancelled': {
      const why = { wish: has(row.endWish), reason: has(row.endReason), isLate: has(row.isLate) };
      return { ...known, state, cancelledAt: has(row.endedAt), recordedBy: has(row.endedBy), ...why };
    }
  }
}
