/** Which delegation holds now: the person's own, accepted, begun, not run out, not used up, from a doctor who still answers here. */

import type { Act, DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import { type Facts, ok, type Refused, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { type AcceptedDelegation, type Delegation, type DelegationId, hasExpired } from './delegation.ts';
import { isResponsibleDoctor, type Person } from './person.ts';

export type WhyNoDelegation =
  | 'no delegation'
  | 'delegation not accepted'
  | 'delegation not begun'
  | 'delegation expired'
  | 'delegation withdrawn'
  | 'delegation declined'
  | 'delegation returned'
  | 'delegation used up'
  | 'delegator gone';

export type DelegationWish = {
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly act: Act;
  /** Only this one counts, where the task was given under a particular delegation. */
  readonly id?: DelegationId | undefined;
};

/**
 * The own, current delegation for the act, or the plainest reason why there is none.
 * `doctors`: the people who gave the delegations; one who is not among them does not answer here.
 */
export function currentDelegation(
  delegations: readonly Delegation[],
  wish: DelegationWish,
  doctors: readonly Person[],
  now: Moment,
): Result<AcceptedDelegation, WhyNoDelegation> {
  const own = delegations
    .filter((one) => one.delegate === wish.person && one.duty === wish.duty && one.act === wish.act)
    .filter((one) => wish.id === undefined || one.id === wish.id)
    .toSorted((a, b) => b.offeredAt.localeCompare(a.offeredAt));
  let latest: Refused<WhyNoDelegation> | undefined;
  for (const one of own) {
    const held = isCurrent(one, doctors, now);
    if (held.ok) return held;
    latest ??= held;
  }
  return latest ?? refuse('no delegation');
}

/** Does this very delegation hold at this moment? */
export function isCurrent(
  delegation: Delegation,
  doctors: readonly Person[],
  now: Moment,
): Result<AcceptedDelegation, WhyNoDelegation> {
  const delegator = doctors.find((doctor) => doctor.id === delegation.delegator);
  const facts: Facts = {
    doctor: delegator?.familyName ?? null,
    from: delegation.from,
    until: delegation.until,
    today: dayOf(now),
  };
  if (delegation.state === 'ended')
    return refuse(`delegation ${delegation.how}`, { ...facts, on: dayOf(delegation.endedAt) });
  if (hasExpired(delegation, now)) return refuse('delegation expired', facts);
  if (delegation.state === 'offered') return refuse('delegation not accepted', facts);
  if (dayOf(now) < delegation.from) return refuse('delegation not begun', facts);
  if (delegation.used >= (delegation.conditions.atMost ?? Number.POSITIVE_INFINITY))
    return refuse('delegation used up', { ...facts, atMost: delegation.used });
  if (delegator === undefined || delegator.id === delegation.delegate || !isResponsibleDoctor(delegator, now))
    return refuse('delegator gone', facts);
  return ok(delegation);
}

/** The act was done under it: counted, so that «at most» means something. */
export function countUse(
  delegation: Delegation,
  doctors: readonly Person[],
  now: Moment,
): Result<AcceptedDelegation, WhyNoDelegation> {
  const current = isCurrent(delegation, doctors, now);
  return current.ok ? ok({ ...current.value, used: current.value.used + 1 }) : current;
}
