/** A learning need (læringsbehov): what someone said they were not competent for; it leads to training and never to blame. */

import type { DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';

export type LearningNeedId = Id<'LearningNeed'>;
type Known = {
  readonly id: LearningNeedId;
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly saidAt: Moment;
  /** The person's own words, if any were wanted. */
  readonly words?: string;
};
export type OpenNeed = Known & { readonly state: 'open' };
export type MetNeed = Known & { readonly state: 'met'; readonly metAt: Moment; readonly how: string };
export type LearningNeed = OpenNeed | MetNeed;

/** What may follow what. */
export const learningNeedNext = { open: ['met'], met: [] } as const satisfies Record<
  LearningNeed['state'],
  readonly LearningNeed['state'][]
>;

/** «I am not competent for this»: always accepted, for any duty, with or without words. */
export function abstain(id: LearningNeedId, person: PersonId, duty: DutyId, now: Moment, words?: string): OpenNeed {
  const said = words?.trim();
  return { id, person, duty, saidAt: now, state: 'open', ...(said ? { words: said } : {}) };
}

/** The course was taken, the sign-off given, or the person says it is settled. */
export function meet(need: LearningNeed, how: string, now: Moment): Result<MetNeed, 'met already' | 'how is missing'> {
  if (need.state === 'met') return refuse('met already');
  if (how.trim() === '') return refuse('how is missing');
  return ok({ ...need, state: 'met', metAt: now, how });
}

/** For the leader: how many needs each duty has, without names, most first. */
export function needsByDuty(
  needs: readonly LearningNeed[],
): readonly { readonly duty: DutyId; readonly open: number }[] {
  const open = new Map<DutyId, number>();
  for (const need of needs) if (need.state === 'open') open.set(need.duty, (open.get(need.duty) ?? 0) + 1);
  return [...open].map(([duty, count]) => ({ duty, open: count })).toSorted((a, b) => b.open - a.open);
}
