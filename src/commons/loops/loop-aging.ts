/** How old an open loop is by the clock, and in which order the board shows what waits. */

import { dayOf, type Moment, minutesBetween } from '#kernel/time';
import { type Dated, validOn } from '#kernel/validity';
import type { LoopKind, Open } from './loop.ts';
import { type AgingLimits, agingLimits } from './loop-aging.table.ts';

/** Waiting: nothing to do yet; soon: within its warning time; due: its time has come; late: past its grace. */
export type Aging = 'waiting' | 'soon' | 'due' | 'late';
export const agingOrder: readonly Aging[] = ['late', 'due', 'soon', 'waiting'];

type LimitsByKind = Readonly<Record<LoopKind, AgingLimits>>;

/** The age by the limits that hold on the day; a day without limits counts by the expected time alone. */
export function agingOf(loop: Open, now: Moment, limits: readonly Dated<LimitsByKind>[] = agingLimits): Aging {
  const { soonMinutes, graceMinutes } = validOn(limits, dayOf(now))?.value[loop.kind] ?? {
    soonMinutes: 0,
    graceMinutes: 0,
  };
  if (now < loop.expectedBy) return minutesBetween(now, loop.expectedBy) < soonMinutes ? 'soon' : 'waiting';
  return minutesBetween(loop.expectedBy, now) >= graceMinutes ? 'late' : 'due';
}

/** Minutes left until the expected time; negative when it is past. */
export function minutesLeft(loop: Open, now: Moment): number {
  return minutesBetween(now, loop.expectedBy);
}

/** The board's order: most aged first, then haste, then the one that was expected first, then the oldest. */
export function inBoardOrder(
  loops: readonly Open[],
  now: Moment,
  limits: readonly Dated<LimitsByKind>[] = agingLimits,
): readonly Open[] {
  const aged = new Map(loops.map((loop) => [loop.id, agingOrder.indexOf(agingOf(loop, now, limits))]));
  const age = (loop: Open) => aged.get(loop.id) ?? 0;
  return [...loops].sort(
    (a, b) =>
      age(a) - age(b) ||
      a.haste - b.haste ||
      compare(a.expectedBy, b.expectedBy) ||
      compare(a.openedAt, b.openedAt) ||
      compare(a.id, b.id),
  );
}

export type AgingCount = Readonly<Record<Aging, number>>;

/** How many of each age: the number that the board shows and that must be explained at 15:30. */
export function countByAging(
  loops: readonly Open[],
  now: Moment,
  limits: readonly Dated<LimitsByKind>[] = agingLimits,
): AgingCount {
  const count: Record<Aging, number> = { late: 0, due: 0, soon: 0, waiting: 0 };
  for (const loop of loops) count[agingOf(loop, now, limits)] += 1;
  return count;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
