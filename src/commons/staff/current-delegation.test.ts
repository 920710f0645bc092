import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { endEmployment, withdrawAccess } from './access.ts';
import { countUse, currentDelegation, isCurrent } from './current-delegation.ts';
import { afterClock, type Delegation, type DelegationId, giveBack, offer, withdraw } from './delegation.ts';
import { berge, dahl, delegated, doctors, eva, here, ida, liv, noon, now, offerOf } from './test-people.ts';

const day = (text: string) => text as IsoDate;
const cryo = 'treatment.cryotherapy';
const held = delegated(berge, eva, cryo);
const wish = { person: eva.id, duty: cryo, act: 'perform' } as const;
const find = (delegations: readonly Delegation[], at = now, among = doctors) =>
  currentDelegation(delegations, wish, among, at);

test('an own, accepted delegation from a doctor who answers here holds', () => {
  expect(must(find([held])).id).toBe(held.id);
  expect(isCurrent(held, doctors, now).ok).toBe(true);
});

test('a colleague’s delegation is not one’s own', () => {
  expect(find([delegated(berge, ida, cryo)])).toMatchObject({ why: 'no delegation' });
});

test('a delegation for one act does not hold for another', () => {
  expect(find([delegated(berge, eva, 'treatment.eye-and-ear')])).toMatchObject({ why: 'no delegation' });
  const advice = delegated(berge, eva, 'reception.telephone', { act: 'advice' });
  const other = { person: eva.id, duty: 'reception.telephone', act: 'triage-decision' } as const;
  expect(currentDelegation([advice], other, doctors, now)).toMatchObject({ why: 'no delegation' });
});

test('an offer that waits for an answer does not hold', () => {
  const id = 'd9' as DelegationId;
  const waiting = must(
    offer({ id, wish: offerOf(eva, cryo), doctor: berge, delegate: eva, duty: here(cryo), heldByDoctor: [] }, now),
  );
  expect(find([waiting])).toMatchObject({ why: 'delegation not accepted', facts: { doctor: 'Berge' } });
});

test('a delegation holds from its first day to its last', () => {
  const later = delegated(berge, eva, cryo, { from: day('2026-06-01'), until: day('2026-06-30') });
  expect(find([later], noon('2026-05-31'))).toMatchObject({
    why: 'delegation not begun',
    facts: { from: '2026-06-01' },
  });
  expect(find([later], noon('2026-06-01')).ok).toBe(true);
  expect(find([later], noon('2026-06-30')).ok).toBe(true);
  expect(find([later], noon('2026-07-01'))).toMatchObject({
    why: 'delegation expired',
    facts: { until: '2026-06-30', doctor: 'Berge', today: '2026-07-01' },
  });
});

test('one that is closed says how it ended', () => {
  expect(find([must(withdraw(held, liv, now))])).toMatchObject({
    why: 'delegation withdrawn',
    facts: { on: '2026-05-04' },
  });
  expect(find([must(giveBack(held, eva.id, now))])).toMatchObject({ why: 'delegation returned' });
  expect(find([afterClock(held, noon('2027-06-01'))], noon('2027-06-01'))).toMatchObject({ why: 'delegation expired' });
});

test('when the doctor has left or lost the role, nobody answers for the delegation', () => {
  const left = must(endEmployment(berge, day('2026-05-03'), liv, now));
  expect(find([held], now, [left, dahl])).toMatchObject({ why: 'delegator gone', facts: { doctor: 'Berge' } });
  const out = must(withdrawAccess(berge, 'doctor', liv, now));
  expect(find([held], now, [out])).toMatchObject({ why: 'delegator gone' });
  expect(find([held], now, [dahl])).toMatchObject({ why: 'delegator gone', facts: { doctor: null } });
});

test('a second delegation holds when the first is gone', () => {
  const second = delegated(dahl, eva, cryo);
  expect(must(find([must(withdraw(held, berge, now)), second])).id).toBe(second.id);
});

test('where the task was given under a particular delegation, only that one counts', () => {
  const second = delegated(dahl, eva, cryo);
  const under = { ...wish, id: held.id };
  expect(must(currentDelegation([second, held], under, doctors, now)).id).toBe(held.id);
  expect(currentDelegation([second, must(withdraw(held, berge, now))], under, doctors, now)).toMatchObject({
    why: 'delegation withdrawn',
  });
});

test('of several that do not hold, the newest is the one worth hearing about', () => {
  const newest = { ...delegated(dahl, eva, cryo, { from: day('2026-06-01') }), offeredAt: noon('2026-05-05') };
  expect(find([must(withdraw(held, berge, now)), newest])).toMatchObject({ why: 'delegation not begun' });
});

test('a delegation for two times is used up after two', () => {
  const twice = delegated(berge, eva, cryo, { atMost: 2 });
  const once = must(countUse(twice, doctors, now));
  const both = must(countUse(once, doctors, now));
  expect(both.used).toBe(2);
  expect(countUse(both, doctors, now)).toMatchObject({ why: 'delegation used up', facts: { atMost: 2 } });
  expect(find([both])).toMatchObject({ why: 'delegation used up' });
});

test('a delegation without a number is used as often as needed', () => {
  expect(must(countUse(held, doctors, now)).used).toBe(1);
  expect(isCurrent({ ...held, used: 500 }, doctors, now).ok).toBe(true);
});
