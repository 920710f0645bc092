import { expect, test } from 'vitest';
import { type AdaptationId, adapt, adaptedDuty, dutyOf } from '#duties';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import { endEmployment, recordAuthorisation, withdrawAccess } from './access.ts';
import {
  accept,
  afterClock,
  type Delegation,
  type DelegationId,
  decline,
  delegationNext,
  giveBack,
  hasExpired,
  type Offering,
  offer,
  offerInput,
  withdraw,
} from './delegation.ts';
import type { Person } from './person.ts';
import {
  berge,
  dahl,
  delegated,
  eva,
  here,
  hired,
  ida,
  liv,
  noon,
  now,
  offerOf,
  per,
  today,
  tor,
} from './test-people.ts';

const day = (text: string) => text as IsoDate;
const cryo = 'treatment.cryotherapy';
const offering = (more: Partial<Offering> = {}): Offering => ({
  id: 'd1' as DelegationId,
  wish: offerOf(eva, cryo),
  doctor: berge,
  delegate: eva,
  duty: here(cryo),
  heldByDoctor: [],
  ...more,
});
const offered = must(offer(offering(), now));
const accepted = must(accept(offered, eva.id, now));

test('a doctor offers one act to one person, with whom it covers, when to stop, and twelve months', () => {
  expect(offered).toEqual({
    id: 'd1',
    state: 'offered',
    duty: 'treatment.cryotherapy',
    act: 'perform',
    task: 'Fryse vorter på hender og føtter',
    delegator: 'kari',
    delegate: 'eva',
    conditions: { patients: 'voksne som legen har sett', stopRules: ['pigmentert', 'i ansiktet'] },
    from: '2026-05-04',
    until: '2027-05-03',
    offeredAt: now,
  });
});

test('the doctor may set another end, and how many times at most', () => {
  const wish = offerOf(eva, cryo, { until: day('2026-06-30'), atMost: 10 });
  expect(must(offer(offering({ wish }), now))).toMatchObject({ until: '2026-06-30', conditions: { atMost: 10 } });
});

test('only a doctor delegates: not a secretary, not the head, not IT, not a pupil', () => {
  for (const person of [ida, liv, tor, per]) {
    expect(offer(offering({ doctor: person }), now)).toMatchObject({ why: 'only a doctor delegates' });
  }
});

test('a doctor without a valid authorisation or access does not delegate', () => {
  const licensed: Person = {
    ...berge,
    authorisations: berge.authorisations.map((one) => ({ ...one, kind: 'licence' })),
  };
  const expired = must(
    recordAuthorisation(berge, {
      role: 'doctor',
      kind: 'authorisation',
      from: day('2026-01-01'),
      until: day('2026-05-03'),
      checkedOn: today,
    }),
  );
  const gone = must(withdrawAccess(berge, 'doctor', liv, now));
  const left = must(endEmployment(berge, day('2026-05-03'), liv, now));
  for (const doctor of [licensed, expired, gone, left]) {
    expect(offer(offering({ doctor }), now)).toMatchObject({ why: 'authorisation not valid' });
  }
});

test('one does not delegate to oneself', () => {
  const both = hired('Anne Sol', ['doctor', 'helsesekretaer']);
  const self = offering({ doctor: both, delegate: both, wish: offerOf(both, cryo) });
  expect(offer(self, now)).toMatchObject({ why: 'delegates to oneself' });
});

test('a person who holds the act by delegation does not delegate it on, whatever else she is', () => {
  const both = hired('Anne Sol', ['doctor', 'helsesekretaer']);
  const held = delegated(berge, both, cryo);
  expect(offer(offering({ doctor: both, heldByDoctor: [held] }), now)).toMatchObject({ why: 'held by delegation' });
  const ended = must(withdraw(held, berge, now));
  expect(offer(offering({ doctor: both, heldByDoctor: [ended] }), now).ok).toBe(true);
});

test('one does not delegate to someone who has left, or to another than the one named', () => {
  const left = must(endEmployment(eva, day('2026-05-03'), liv, now));
  expect(offer(offering({ delegate: left }), now)).toMatchObject({ why: 'not a colleague now' });
  expect(offer(offering({ delegate: ida }), now)).toMatchObject({ why: 'not a colleague now' });
});

test('a duty that is off here is not delegated', () => {
  const off = must(
    adapt(
      dutyOf(cryo),
      'a' as AdaptationId,
      { duty: cryo, on: false, from: today },
      { id: liv.id, roles: ['head'] },
      now,
    ),
  );
  expect(offer(offering({ duty: adaptedDuty(dutyOf(cryo), [off], today) }), now)).toMatchObject({
    why: 'duty is off here',
  });
  expect(offer(offering({ duty: here('treatment.ecg') }), now)).toMatchObject({ why: 'duty is off here' });
});

test('attesting, diagnosing and what is done by role are not delegated', () => {
  const attest = offerOf(eva, 'reception.patient-transport', { act: 'attest' });
  expect(offer(offering({ wish: attest, duty: here('reception.patient-transport') }), now)).toMatchObject({
    why: 'cannot be delegated',
  });
  const ecg = offerOf(eva, 'treatment.ecg');
  expect(offer(offering({ wish: ecg, duty: here('treatment.ecg') }), now)).toMatchObject({
    why: 'cannot be delegated',
  });
});

test('IT is not given clinical acts, and pupils are not given those that they only watch', () => {
  for (const person of [tor, per]) {
    const wish = offerOf(person, cryo);
    expect(offer(offering({ delegate: person, wish }), now)).toMatchObject({ why: 'not for this role' });
  }
});

test('a pupil in training may be given an act under observation', () => {
  const wish = offerOf(per, 'treatment.eye-and-ear');
  expect(offer(offering({ delegate: per, wish, duty: here('treatment.eye-and-ear') }), now).ok).toBe(true);
});

test('advice on the phone is delegated as its own act', () => {
  const wish = offerOf(eva, 'reception.telephone', { act: 'advice' });
  expect(must(offer(offering({ wish, duty: here('reception.telephone') }), now)).act).toBe('advice');
});

test('a delegation without patients or stop rules is no delegation', () => {
  expect(offer(offering({ wish: offerOf(eva, cryo, { patients: ' ' }) }), now)).toMatchObject({
    why: 'limits missing',
  });
  expect(offer(offering({ wish: offerOf(eva, cryo, { stopRules: [' '] }) }), now)).toMatchObject({
    why: 'limits missing',
  });
});

test('a delegation begins today or later, ends after it begins, and is looked at again within two years', () => {
  expect(offer(offering({ wish: offerOf(eva, cryo, { from: day('2026-05-03') }) }), now)).toMatchObject({
    why: 'from a day that has passed',
  });
  expect(offer(offering({ wish: offerOf(eva, cryo, { until: day('2026-05-03') }) }), now)).toMatchObject({
    why: 'ends before it begins',
  });
  expect(offer(offering({ wish: offerOf(eva, cryo, { until: day('2028-05-04') }) }), now)).toMatchObject({
    why: 'longer than the clinic allows',
    facts: { longest: '2028-05-03' },
  });
});

test('the form asks for the task, the patients and at least one stop rule', () => {
  const { act, ...plain } = offerOf(eva, cryo);
  expect(act).toBe('perform');
  expect(offerInput.parse(plain).act).toBe('perform');
  expect(offerInput.safeParse({ ...plain, stopRules: [] }).success).toBe(false);
  expect(offerInput.safeParse({ ...plain, task: '' }).success).toBe(false);
  expect(offerInput.safeParse({ ...plain, act: 'look' }).success).toBe(false);
});

test('the person says yes, and nobody says it for her', () => {
  expect(accepted).toMatchObject({ state: 'accepted', acceptedAt: now, used: 0 });
  for (const other of [ida, berge, liv]) {
    expect(accept(offered, other.id, now)).toMatchObject({ why: 'not yours to answer' });
    expect(decline(offered, other.id, now)).toMatchObject({ why: 'not yours to answer' });
  }
});

test('the person may say no, without a reason', () => {
  expect(must(decline(offered, eva.id, now))).toMatchObject({
    state: 'ended',
    how: 'declined',
    endedBy: 'eva',
    used: 0,
  });
});

test('an answer is given once, and not after the offer is withdrawn or has run out', () => {
  expect(accept(accepted, eva.id, now)).toMatchObject({ why: 'answered already' });
  expect(decline(accepted, eva.id, now)).toMatchObject({ why: 'answered already' });
  expect(accept(must(decline(offered, eva.id, now)), eva.id, now)).toMatchObject({ why: 'answered already' });
  expect(accept(must(withdraw(offered, berge, now)), eva.id, now)).toMatchObject({ why: 'delegation withdrawn' });
  expect(accept(offered, eva.id, noon('2027-05-04'))).toMatchObject({
    why: 'delegation expired',
    facts: { until: '2027-05-03' },
  });
});

test('any responsible doctor or the head withdraws at once, with or without words', () => {
  for (const person of [berge, dahl, liv]) {
    expect(must(withdraw(accepted, person, now, 'ny rutine'))).toMatchObject({
      state: 'ended',
      how: 'withdrawn',
      endedAt: now,
      endedBy: person.id,
      words: 'ny rutine',
    });
  }
  expect(must(withdraw(offered, berge, now))).not.toHaveProperty('words');
});

test('secretaries, pupils and doctors who have left do not withdraw', () => {
  const left = must(endEmployment(dahl, day('2026-05-03'), liv, now));
  for (const person of [eva, ida, per, left]) {
    expect(withdraw(accepted, person, now)).toMatchObject({ why: 'not yours to withdraw' });
  }
  expect(withdraw(must(withdraw(accepted, berge, now)), berge, now)).toMatchObject({ why: 'ended already' });
});

test('«I am not competent for this» gives the delegation back to the doctor', () => {
  expect(must(giveBack(accepted, eva.id, now, 'for sjelden'))).toMatchObject({
    how: 'returned',
    endedBy: 'eva',
    acceptedAt: now,
    words: 'for sjelden',
  });
  expect(giveBack(accepted, ida.id, now)).toMatchObject({ why: 'not yours to answer' });
  expect(giveBack(offered, eva.id, now)).toMatchObject({ why: 'not accepted' });
  expect(giveBack(must(giveBack(accepted, eva.id, now)), eva.id, now)).toMatchObject({ why: 'ended already' });
});

test('a delegation runs out at midnight after its last day', () => {
  expect(hasExpired(accepted, '2027-05-03T21:59:59.000Z' as Moment)).toBe(false);
  expect(hasExpired(accepted, '2027-05-03T22:00:00.000Z' as Moment)).toBe(true);
  expect(afterClock(accepted, now)).toBe(accepted);
  expect(afterClock(accepted, noon('2027-08-01'))).toMatchObject({
    how: 'expired',
    endedBy: 'clock',
    endedAt: '2027-05-03T22:00:00.000Z',
  });
  const withdrawn = must(withdraw(accepted, berge, now));
  expect(afterClock(withdrawn, noon('2027-08-01'))).toBe(withdrawn);
  expect(hasExpired(withdrawn, noon('2027-08-01'))).toBe(false);
});

test('every decision follows the table of what may follow what', () => {
  const steps: [Delegation, Delegation][] = [
    [offered, accepted],
    [offered, must(decline(offered, eva.id, now))],
    [offered, must(withdraw(offered, berge, now))],
    [accepted, must(withdraw(accepted, berge, now))],
    [accepted, must(giveBack(accepted, eva.id, now))],
    [accepted, afterClock(accepted, noon('2027-08-01'))],
  ];
  for (const [before, after] of steps) expect(delegationNext[before.state]).toContain(after.state);
  expect(delegationNext.ended).toEqual([]);
});
