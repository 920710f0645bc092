/** A line of the day on its way from the tables to a board: who, when, with whom, and what other rooms have told. */

import { ageOn, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { AppointmentId, Stay, WaitingPlace } from '../appointments/appointment.ts';
import type { AppointmentState } from '../appointments/appointment-state.ts';
import { holdsTime } from '../appointments/appointment-state.ts';
import type { AppointmentTypeCode, Meeting } from '../appointments/appointment-type.ts';
import type { BookId } from '../appointments/book.ts';
import type { HasteGrade } from '../appointments/haste.table.ts';
import type { ArrivalRule } from '../arrivals/arrival.table.ts';
import type { DayFacts } from '../arrivals/day-line.ts';
import { type Likeness, lookAlikes } from '../arrivals/look-alike.ts';
import type { OnBoard } from '../arrivals/waiting-room.ts';

type Told = {
  readonly id: AppointmentId;
  readonly patient: PatientId;
  readonly type: AppointmentTypeCode;
  readonly books: readonly BookId[];
  readonly from: Moment;
  readonly until: Moment;
  readonly haste: HasteGrade;
  readonly about: string;
  readonly marks: readonly string[];
  readonly state: AppointmentState;
  readonly arrivedAt: Moment | null;
  readonly waitsIn: WaitingPlace | null;
  /** The present stay, or the last. */
  readonly stay: Stay | null;
  /** Given name of whoever the patient is with. */
  readonly stayWith: string | null;
  readonly endedAt: Moment | null;
  readonly lookedAt: Moment | null;
  /** Rooms that have something ordered for the patient today. */
  readonly openOrders: DayFacts['openOrders'];
  readonly unseenByDoctor: boolean;
  readonly observedUntil: Moment | null;
  readonly bill: DayFacts['bill'];
  readonly birthDate: IsoDate | null;
  readonly hasCave: boolean;
  readonly hasInfection: boolean;
  /** The language, where an interpreter is needed. */
  readonly interpreter: string | null;
};
export type DayRow = Told & {
  readonly familyName: string;
  readonly givenName: string;
  readonly addressBlock: 4 | 6 | 7 | null;
};
/** `name` is nothing where the address is blocked: such a patient is called by the year of birth on a board. */
export type DayEntry = Told & {
  readonly name: string | null;
  readonly isBlocked: boolean;
  readonly alike: Likeness | null;
  /** A freed time that somebody else has. */
  readonly timeIsTaken: boolean;
};

/** The lines of a day with what can only be seen of them together. */
export function entriesOf(rows: readonly DayRow[]): DayEntry[] {
  const alikes = lookAlikes(rows);
  return rows.map(({ familyName, givenName, addressBlock, ...row }) => {
    const isHidden = addressBlock === 6 || addressBlock === 7;
    return {
      ...row,
      name: isHidden ? null : `${familyName}, ${givenName}`,
      birthDate: isHidden && row.birthDate ? (`${row.birthDate.slice(0, 4)}-01-01` as IsoDate) : row.birthDate,
      isBlocked: addressBlock !== null,
      alike: alikes.get(row.patient)?.[0]?.why ?? null,
      timeIsTaken: row.state === 'cancelled' && rows.some((other) => hasTimeOf(other, row)),
    };
  });
}

type Piece = Pick<DayRow, 'state' | 'from' | 'until' | 'books'>;
function hasTimeOf(other: Piece, freed: Piece): boolean {
  if (!holdsTime(other.state) || other.from >= freed.until || freed.from >= other.until) return false;
  return other.books.some((book) => freed.books.includes(book));
}

function onBoard(entry: DayEntry): OnBoard {
  const { from, haste, state } = entry;
  switch (state) {
    case 'arrived':
    case 'called in':
      return { from, haste, state, arrivedAt: entry.arrivedAt ?? from, waitsIn: entry.waitsIn ?? 'waiting room' };
    case 'with':
      return { from, haste, state, stays: entry.stay ? [entry.stay] : [] };
    case 'done':
      return { from, haste, state, doneAt: entry.endedAt ?? from };
    default:
      return { from, haste, state };
  }
}

/** What the status of the line is drawn from. */
export function factsOf(entry: DayEntry, meeting: Meeting, rule: ArrivalRule, today: IsoDate): DayFacts {
  const isChild = entry.birthDate !== null && ageOn(entry.birthDate, today) < rule.ringUnderAge;
  const isRung = entry.endedAt !== null && entry.lookedAt !== null && entry.lookedAt >= entry.endedAt;
  return {
    appointment: onBoard(entry),
    meeting,
    openOrders: entry.openOrders,
    unseenByDoctor: entry.unseenByDoctor,
    observedUntil: entry.observedUntil,
    bill: entry.bill,
    lookedAt: entry.lookedAt,
    ringIfAbsent: (isChild || entry.haste === 1) && !isRung,
    timeIsTaken: entry.timeIsTaken,
  };
}
