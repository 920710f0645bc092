/** A line on the day board (dagslinje): one status for one visit, drawn from the appointment, its orders and its bill. */

import { addMinutes, type Moment, minutesBetween } from '#kernel/time';
import type { Meeting } from '../appointments/appointment-type.ts';
import type { ArrivalRule } from './arrival.table.ts';
import { isWaiting, lookAtPatient, minutesPastTime, type OnBoard } from './waiting-room.ts';

/** How a status is drawn; the shape tells it to those who do not see the colour. */
export const dayTones = {
  expected: { shape: 'dotted ring', colour: 'ink-soft' },
  waiting: { shape: 'ring', colour: 'soon' },
  active: { shape: 'filled disc', colour: 'accent' },
  elsewhere: { shape: 'square', colour: 'elsewhere' },
  urgent: { shape: 'diamond', colour: 'late' },
  done: { shape: 'tick', colour: 'done' },
  gone: { shape: 'cross', colour: 'ink-soft' },
} as const satisfies Record<string, { readonly shape: string; readonly colour: string }>;
export type DayTone = keyof typeof dayTones;

/** Each status with how it is drawn and what one key does next; what asks for a person comes first. */
export const dayStatuses = {
  'doctor must see now': { tone: 'urgent', next: 'tell the doctor' },
  'look at the patient': { tone: 'urgent', next: 'mark as looked at' },
  'left before being seen': { tone: 'urgent', next: 'ring' },
  'left without paying': { tone: 'urgent', next: 'send invoice' },
  'did not come, ring': { tone: 'urgent', next: 'ring' },
  'not come yet': { tone: 'waiting', next: 'mark as arrived' },
  'not rung yet': { tone: 'waiting', next: 'tell the doctor' },
  'in separate room': { tone: 'waiting', next: 'call in' },
  'in waiting room': { tone: 'waiting', next: 'call in' },
  'called in': { tone: 'waiting', next: 'take in' },
  'to pay': { tone: 'waiting', next: 'take payment' },
  'with the doctor': { tone: 'active', next: 'finish' },
  'in the treatment room': { tone: 'active', next: 'finish' },
  'in the laboratory': { tone: 'elsewhere', next: 'finish' },
  'waits for laboratory': { tone: 'elsewhere', next: 'open orders' },
  'waits for treatment room': { tone: 'elsewhere', next: 'open orders' },
  'under observation': { tone: 'elsewhere', next: 'open observation' },
  expected: { tone: 'expected', next: 'mark as arrived' },
  'bill is missing': { tone: 'waiting', next: 'make bill' },
  done: { tone: 'done', next: null },
  'did not come': { tone: 'gone', next: 'offer new time' },
  'cancelled, time is free': { tone: 'waiting', next: 'offer the time' },
  cancelled: { tone: 'gone', next: null },
} as const satisfies Record<string, { readonly tone: DayTone; readonly next: string | null }>;
export type DayStatus = keyof typeof dayStatuses;
export type DayAct = NonNullable<(typeof dayStatuses)[DayStatus]['next']>;

/** The room of a stay, where it is the laboratory. */
export const laboratory = 'laboratory';

/** What other rooms have told of the visit; the board asks none of them. */
export type DayFacts = {
  readonly appointment: OnBoard;
  readonly meeting: Meeting;
  /** Orders of the day that somebody has still to perform, by the room that performs them. */
  readonly openOrders: readonly ('laboratory' | 'treatment room')[];
  /** A finding that a doctor must see before the patient leaves. */
  readonly unseenByDoctor: boolean;
  /** Until when the patient is to be kept under observation, after a vaccine for one. */
  readonly observedUntil: Moment | null;
  readonly bill: 'not made' | 'nothing to pay' | 'to pay' | 'paid' | 'invoiced';
  readonly lookedAt: Moment | null;
  /** Somebody should ring a no-show before anything else. */
  readonly ringIfAbsent: boolean;
  /** The freed time has been given to someone else. */
  readonly timeIsTaken: boolean;
};

export type DayLine = {
  readonly status: DayStatus;
  readonly tone: DayTone;
  readonly next: DayAct | null;
  /** Whole minutes that the patient has waited for what the status names; nothing when nobody waits. */
  readonly minutes: number | null;
};

function waitingStatus(facts: DayFacts, now: Moment, rule: ArrivalRule): DayStatus {
  const { appointment } = facts;
  if (!isWaiting(appointment)) return 'expected';
  if (lookAtPatient(appointment, facts.lookedAt, now, rule).isDue) return 'look at the patient';
  if (appointment.state === 'called in') return 'called in';
  if (facts.openOrders.includes('laboratory')) return 'waits for laboratory';
  if (facts.openOrders.includes('treatment room')) return 'waits for treatment room';
  return appointment.waitsIn === 'separate room' ? 'in separate room' : 'in waiting room';
}

/** After the visit: what is still to be done before the patient may go, then what is owed. */
function doneStatus(facts: DayFacts, doneAt: Moment, now: Moment, rule: ArrivalRule): DayStatus {
  if (facts.observedUntil !== null && now < facts.observedUntil) return 'under observation';
  if (facts.openOrders.includes('laboratory')) return 'waits for laboratory';
  if (facts.openOrders.includes('treatment room')) return 'waits for treatment room';
  if (facts.bill === 'not made') return 'bill is missing';
  if (facts.bill !== 'to pay') return 'done';
  const kept = facts.observedUntil !== null && facts.observedUntil > doneAt ? facts.observedUntil : doneAt;
  return minutesBetween(kept, now) >= rule.unpaidAfterMinutes ? 'left without paying' : 'to pay';
}

function statusOf(
  facts: DayFacts,
  now: Moment,
  rule: ArrivalRule,
  isTreatmentRoom: (room: string) => boolean,
): DayStatus {
  const { appointment } = facts;
  const isHere = isWaiting(appointment) || appointment.state === 'with' || appointment.state === 'done';
  if (isHere && facts.unseenByDoctor) return 'doctor must see now';
  switch (appointment.state) {
    case 'booked':
      if (now <= addMinutes(appointment.from, rule.lateAfterMinutes)) return 'expected';
      return facts.meeting === 'attendance' ? 'not come yet' : 'not rung yet';
    case 'arrived':
    case 'called in':
      return waitingStatus(facts, now, rule);
    case 'with': {
      const room = appointment.stays.at(-1)?.room ?? '';
      if (room === laboratory) return 'in the laboratory';
      return isTreatmentRoom(room) ? 'in the treatment room' : 'with the doctor';
    }
    case 'done':
      return doneStatus(facts, appointment.doneAt, now, rule);
    case 'left':
      return 'left before being seen';
    case 'no-show':
      return facts.ringIfAbsent ? 'did not come, ring' : 'did not come';
    case 'cancelled':
      return appointment.from > now && !facts.timeIsTaken ? 'cancelled, time is free' : 'cancelled';
  }
}

function minutesOf(facts: DayFacts, status: DayStatus, now: Moment): number | null {
  const { appointment } = facts;
  if (isWaiting(appointment)) return minutesPastTime(appointment, now);
  if (status === 'not come yet' || status === 'not rung yet') return minutesBetween(appointment.from, now);
  if (appointment.state === 'done' && status !== 'done') return Math.max(0, minutesBetween(appointment.doneAt, now));
  return null;
}

/** The line of one visit at this moment. */
export function dayLine(
  facts: DayFacts,
  now: Moment,
  rule: ArrivalRule,
  isTreatmentRoom: (room: string) => boolean,
): DayLine {
  const status = statusOf(facts, now, rule, isTreatmentRoom);
  const { tone, next } = dayStatuses[status];
  return { status, tone, next, minutes: minutesOf(facts, status, now) };
}

/** How the day stands, for the head of the board. */
export type DayFigures = Readonly<Record<DayTone, number>> & { readonly all: number; readonly waitingLong: number };

/** `longMinutes` is from when a wait counts as long. */
export function dayFigures(lines: readonly DayLine[], longMinutes: number): DayFigures {
  const counts: Record<DayTone, number> = {
    expected: 0,
    waiting: 0,
    active: 0,
    elsewhere: 0,
    urgent: 0,
    done: 0,
    gone: 0,
  };
  let waitingLong = 0;
  for (const line of lines) {
    counts[line.tone]++;
    const isInHouse = line.next === 'call in' || line.next === 'take in' || line.next === 'mark as looked at';
    if (isInHouse && (line.minutes ?? 0) > longMinutes) waitingLong++;
  }
  return { ...counts, all: lines.length, waitingLong };
}
