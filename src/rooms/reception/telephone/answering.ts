/** How soon the telephone is answered (svartid): the law's share both ways, and the hours in which it fails. */

import { type Moment, timeOf } from '#kernel/time';
import type { AnsweringTarget } from './answering.table.ts';
import type { Call } from './call.ts';

/** `percent` 0–100 unrounded; nothing when there were no calls to count. */
export type Share = { readonly within: number; readonly of: number; readonly percent: number | null };

/** The rule does not say how a caller who gives up is counted, so both answers are given. */
export type AnsweredShare = {
  /** Every caller counts; one who gave up was not answered. */
  readonly abandonedAsMissed: Share;
  /** Only answered calls count. */
  readonly abandonedLeftOut: Share;
};

export type Waited = Pick<Call, 'direction' | 'rangAt' | 'state'> & { readonly answeredAt?: Moment };

const share = (within: number, of: number): Share => ({ within, of, percent: of === 0 ? null : (within * 100) / of });

/** Seconds from the first ring to the answer. */
export function waitedSeconds(rangAt: Moment, answeredAt: Moment): number {
  return (Date.parse(answeredAt) - Date.parse(rangAt)) / 1000;
}

/** Incoming calls answered within the limit, which is itself within. Calls that still ring are not counted yet. */
export function answeredWithin(calls: readonly Waited[], limitSeconds: number): AnsweredShare {
  let within = 0;
  let answered = 0;
  let abandoned = 0;
  for (const call of calls) {
    if (call.direction !== 'in') continue;
    if (call.state === 'abandoned') abandoned++;
    if (call.answeredAt === undefined) continue;
    answered++;
    if (waitedSeconds(call.rangAt, call.answeredAt) <= limitSeconds) within++;
  }
  return { abandonedAsMissed: share(within, answered + abandoned), abandonedLeftOut: share(within, answered) };
}

/** Compared in whole calls, so that 80 of 100 is 80 %; nothing when nobody rang. */
export function passes({ within, of }: Share, target: AnsweringTarget): boolean | null {
  return of === 0 ? null : within * 100 >= target.percent * of;
}

/** One hour of the clock over the whole period. `tooFew` is how many more should have been answered in time. */
export type AnsweredHour = AnsweredShare & {
  readonly hour: string;
  readonly passes: boolean | null;
  readonly tooFew: number;
};

/** The hours of the day with how they went, so that the desk can be staffed where it fails. */
export function answeredByHour(calls: readonly Waited[], target: AnsweringTarget): AnsweredHour[] {
  const hours = new Map<string, Waited[]>();
  for (const call of calls) {
    const hour = timeOf(call.rangAt).slice(0, 2);
    hours.set(hour, [...(hours.get(hour) ?? []), call]);
  }
  return [...hours.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([hour, its]) => {
      const shares = answeredWithin(its, target.seconds);
      const { within, of } = shares.abandonedAsMissed;
      const tooFew = Math.max(0, Math.ceil((target.percent * of) / 100) - within);
      return { hour, ...shares, passes: passes(shares.abandonedAsMissed, target), tooFew };
    });
}

/** The hours to staff first: where most callers waited too long. */
export function hoursToStaff(hours: readonly AnsweredHour[]): AnsweredHour[] {
  return hours
    .filter((one) => one.passes === false)
    .sort((one, other) => other.tooFew - one.tooFew || one.hour.localeCompare(other.hour));
}
