/** The order of the desk: what waits for me first, then what waits, what runs (the soonest end first), and what is over. */

import { addDays, dayOf, type Moment } from '#kernel/time';
import type { Delegation } from '#staff';

/** A delegation as the desk sees it; `notHeld`: accepted, and yet not in force. */
export type Ordered = { readonly delegation: Delegation; readonly isMine: boolean; readonly notHeld: object | null };
export type Standing = 'awaits me' | 'awaits' | 'ending soon' | 'running' | 'not held' | 'over';

/** Days before its end from which a delegation is shown as ending. */
const soonDays = 30;
const shownEnded = 20;

export function standingOf({ delegation, isMine, notHeld }: Ordered, now: Moment): Standing {
  if (delegation.state === 'offered') return isMine ? 'awaits me' : 'awaits';
  if (delegation.state === 'ended') return 'over';
  if (notHeld) return 'not held';
  return delegation.until <= addDays(dayOf(now), soonDays) ? 'ending soon' : 'running';
}

const order: readonly Standing[] = ['awaits me', 'awaits', 'not held', 'ending soon', 'running', 'over'];

export function inDeskOrder<Line extends Ordered>(lines: readonly Line[], now: Moment): readonly Line[] {
  const rank = (line: Line): number => order.indexOf(standingOf(line, now));
  const byEnd = (a: Line, b: Line): number => a.delegation.until.localeCompare(b.delegation.until);
  const open = lines.filter((line) => line.delegation.state !== 'ended');
  const ended = lines.filter((line) => line.delegation.state === 'ended').slice(0, shownEnded);
  return [...open.toSorted((a, b) => rank(a) - rank(b) || byEnd(a, b)), ...ended];
}
