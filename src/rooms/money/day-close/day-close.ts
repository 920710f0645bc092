/** The day settlement (dagsoppgjør, bokføringsforskriften §§ 5-3-14 and 5-4-5) of one doctor-entity: float, count, reports, differences explained, locked. */

import type { Ore } from '#kernel/amounts';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import type { Cashier } from '../payments/payment.ts';
import {
  type Count,
  type Counting,
  type CountRefusal,
  countDrawer,
  type Difference,
  type DrawerMove,
  isAmount,
  isSamePlace,
  type Place,
} from './count.ts';

export type DayCloseId = Id<'DayClose'>;

export type Explanation = { readonly place: Place; readonly words: string; readonly by: PersonId; readonly at: Moment };

type Known = {
  readonly id: DayCloseId;
  readonly entity: DoctorEntityId;
  readonly day: IsoDate;
  readonly float: Ore;
  /** Why the float is not what was left the evening before. */
  readonly floatReason: string | null;
  readonly openedAt: Moment;
  readonly openedBy: PersonId;
  readonly moves: readonly DrawerMove[];
  readonly counts: readonly Count[];
  readonly explanations: readonly Explanation[];
};
export type OpenDay = Known & { readonly state: 'open' };
export type CountedDay = Known & { readonly state: 'counted'; readonly count: Count };
export type LockedDay = Known & {
  readonly state: 'locked';
  readonly count: Count;
  readonly lockedAt: Moment;
  readonly lockedBy: PersonId;
  /** What was said afterwards; the settlement itself is never changed. */
  readonly remarks: readonly { readonly words: string; readonly by: PersonId; readonly at: Moment }[];
};
export type DayClose = OpenDay | CountedDay | LockedDay;

/** A counted day may be counted again until it is locked. */
export const dayCloseNext = {
  open: ['counted'],
  counted: ['counted', 'locked'],
  locked: [],
} as const satisfies Record<DayClose['state'], readonly DayClose['state'][]>;

export type OpenRefusal = 'not an amount' | 'pupil alone' | 'float differs from what was left';

/** The day begins: the float is counted and registered, and compared with what was left. */
export function openDay(
  about: Pick<Known, 'id' | 'entity' | 'day' | 'float' | 'floatReason'>,
  leftBefore: Ore | null,
  cashier: Cashier,
  now: Moment,
): Result<OpenDay, OpenRefusal> {
  if (!isAmount(about.float)) return refuse('not an amount');
  if (cashier.isPupil && cashier.beside === null) return refuse('pupil alone');
  const differs = leftBefore !== null && leftBefore !== about.float;
  if (differs && (about.floatReason ?? '').trim() === '')
    return refuse('float differs from what was left', { left: leftBefore, float: about.float });
  const empty = { moves: [], counts: [], explanations: [] };
  return ok({ ...about, ...empty, openedAt: now, openedBy: cashier.person, state: 'open' });
}

/** Cash to the bank, change fetched: documented at once with time, amount and who. */
export function moveCash(
  day: DayClose,
  move: DrawerMove,
): Result<OpenDay, 'not open' | 'not an amount' | 'reason missing'> {
  if (day.state !== 'open') return refuse('not open', { state: day.state });
  if (!isAmount(move.amount) || move.amount === 0) return refuse('not an amount');
  if (move.reason.trim() === '') return refuse('reason missing');
  return ok({ ...day, moves: [...day.moves, move] });
}

/** The drawer is counted and the reports are typed in; what differs stands there until someone has explained it. */
export function countDay(day: DayClose, counting: Counting): Result<CountedDay, CountRefusal | 'locked'> {
  if (day.state === 'locked') return refuse('locked');
  const counted = countDrawer(day, counting);
  if (!counted.ok) return counted;
  return ok({ ...day, state: 'counted', count: counted.value, counts: [...day.counts, counted.value] });
}

/** An explanation holds for the count that it was given for; after a recount the difference is explained again. */
export function unexplained({
  count,
  explanations,
}: Pick<CountedDay, 'count' | 'explanations'>): readonly Difference[] {
  return count.differences.filter(
    ({ place }) => !explanations.some((one) => isSamePlace(one.place, place) && one.at >= count.at),
  );
}

/** A named person says why it differs. */
export function explain(
  day: DayClose,
  { place, words, by, at }: Explanation,
): Result<CountedDay, 'not counted' | 'no difference there' | 'reason missing'> {
  if (day.state !== 'counted') return refuse('not counted', { state: day.state });
  if (words.trim() === '') return refuse('reason missing');
  if (!day.count.differences.some((one) => isSamePlace(one.place, place))) return refuse('no difference there');
  return ok({ ...day, explanations: [...day.explanations, { place, words, by, at }] });
}

/** Every difference is explained, so the settlement is dated, named and never changed again. */
export function lockDay(
  day: DayClose,
  cashier: Cashier,
  now: Moment,
): Result<LockedDay, 'not counted' | 'difference not explained' | 'pupil alone'> {
  if (day.state !== 'counted') return refuse('not counted', { state: day.state });
  if (cashier.isPupil && cashier.beside === null) return refuse('pupil alone');
  const [first] = unexplained(day);
  if (first) return refuse('difference not explained', { place: first.place.kind, difference: first.difference });
  return ok({ ...day, state: 'locked', lockedAt: now, lockedBy: cashier.person, remarks: [] });
}

/** Something found later is a new dated entry beside the locked settlement. */
export function remark(
  day: DayClose,
  words: string,
  by: PersonId,
  at: Moment,
): Result<LockedDay, 'not locked' | 'reason missing'> {
  if (day.state !== 'locked') return refuse('not locked', { state: day.state });
  if (words.trim() === '') return refuse('reason missing');
  return ok({ ...day, remarks: [...day.remarks, { words, by, at }] });
}
