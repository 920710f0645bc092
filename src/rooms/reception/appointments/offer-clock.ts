/** The five-day meter: from the day someone first asked to the day they were first offered, and why when it took longer. */

import { ok, type Result, refuse } from '#kernel/result';
import { addDays, type IsoDate, weekdayOf } from '#kernel/time';
import { addWorkingDays } from '#kernel/working-days';
import type { HasteGrade, HasteRule } from './haste.table.ts';

/** Why the first offer came late. Only the first is the patient's own choice and thus no breach. */
export const lateReasons = [
  'patient wished later',
  'no free time',
  'doctor absent',
  'waits for result or reply',
  'clinic closed',
] as const;
export type LateReason = (typeof lateReasons)[number];

/** One wish for a consultation. `firstOfferedFor` is the day of the first time that was offered, taken or not. */
export type OfferClock = {
  readonly firstContactOn: IsoDate;
  readonly firstOfferedFor: IsoDate | null;
  readonly lateReason: LateReason | null;
};

/** The last day within the limit; the day of contact is not counted. */
export function offerBy(firstContactOn: IsoDate, workingDays: number): IsoDate {
  return addWorkingDays(firstContactOn, workingDays);
}

/** The last day for the haste grade; a grade 2 whose days end in a holiday must go before it or to the out-of-hours service. */
export function offerByHaste(
  grade: HasteGrade,
  firstContactOn: IsoDate,
  rules: readonly HasteRule[],
): IsoDate | undefined {
  const limit = rules.find((rule) => rule.grade === grade)?.limit;
  if (!limit) return undefined;
  return limit.kind === 'calendar days' ? addDays(firstContactOn, limit.days) : offerBy(firstContactOn, limit.days);
}

export type OfferVerdict =
  | { readonly kind: 'within'; readonly by: IsoDate }
  | { readonly kind: 'still open'; readonly by: IsoDate }
  | { readonly kind: 'later by own wish'; readonly by: IsoDate }
  | { readonly kind: 'breach'; readonly by: IsoDate; readonly because: LateReason | null };

/** How the clock stands today. */
export function judgeOffer(clock: OfferClock, workingDays: number, today: IsoDate): OfferVerdict {
  const by = offerBy(clock.firstContactOn, workingDays);
  if (clock.firstOfferedFor !== null && clock.firstOfferedFor <= by) return { kind: 'within', by };
  if (clock.lateReason === 'patient wished later') return { kind: 'later by own wish', by };
  if (clock.firstOfferedFor === null && today <= by) return { kind: 'still open', by };
  return { kind: 'breach', by, because: clock.lateReason };
}

/** The first offer is written once and never moved: a later, earlier or declined time does not change it. */
export function offered(
  clock: OfferClock,
  day: IsoDate,
  lateReason: LateReason | null,
  workingDays: number,
): Result<OfferClock, 'already offered' | 'before the first contact' | 'late needs a reason'> {
  if (clock.firstOfferedFor !== null) return refuse('already offered', { day: clock.firstOfferedFor });
  if (day < clock.firstContactOn) return refuse('before the first contact');
  const by = offerBy(clock.firstContactOn, workingDays);
  if (day <= by) return ok({ ...clock, firstOfferedFor: day, lateReason: null });
  if (lateReason === null) return refuse('late needs a reason', { by });
  return ok({ ...clock, firstOfferedFor: day, lateReason });
}

/** `share` is 0–1 of those that are judged; nothing when there are none. Own wish counts as kept. */
export type OfferWeek = {
  readonly monday: IsoDate;
  readonly owner: string;
  readonly within: number;
  readonly ownWish: number;
  readonly breaches: number;
  readonly stillOpen: number;
  readonly share: number | null;
};

/** The meter for each doctor and each week of first contact, oldest week first. */
export function offersByWeek(
  clocks: readonly (OfferClock & { readonly owner: string })[],
  workingDays: number,
  today: IsoDate,
): OfferWeek[] {
  const weeks = new Map<string, { monday: IsoDate; owner: string; counts: Record<OfferVerdict['kind'], number> }>();
  for (const clock of clocks) {
    const monday = addDays(clock.firstContactOn, 1 - weekdayOf(clock.firstContactOn));
    const key = `${monday} ${clock.owner}`;
    const none = { within: 0, 'still open': 0, 'later by own wish': 0, breach: 0 };
    const week = weeks.get(key) ?? { monday, owner: clock.owner, counts: none };
    week.counts[judgeOffer(clock, workingDays, today).kind]++;
    weeks.set(key, week);
  }
  return [...weeks.entries()]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([, { monday, owner, counts }]) => {
      const kept = counts.within + counts['later by own wish'];
      const judged = kept + counts.breach;
      const share = judged === 0 ? null : kept / judged;
      const { within, breach, 'still open': stillOpen, 'later by own wish': ownWish } = counts;
      return { monday, owner, within, ownWish, breaches: breach, stillOpen, share };
    });
}
