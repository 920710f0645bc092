/** The clock is handed in: the wall's, a fixed one for tests, or one set to a demo day. */

import { type Moment, momentOf } from '#kernel/time';

export type Clock = () => Moment;

export const wallClock: Clock = () => momentOf(Date.now());

/** Starts at the moment and runs at the wall's pace. */
export function clockFrom(start: Moment): Clock {
  const ahead = Date.parse(start) - Date.now();
  return () => momentOf(Date.now() + ahead);
}

/** Stands still until it is moved; for tests. */
export function fixedClock(start: string): Clock & { set: (moment: string) => void } {
  let at = start as Moment;
  return Object.assign(() => at, {
    set: (moment: string) => {
      at = moment as Moment;
    },
  });
}
