import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '#kernel/result';
import { command } from '#platform/server';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { myLearning } from './competence.api.ts';
import { delegatedTasks, finishTask, handBackTask, handTask, openDelegatedTask } from './delegated-task.api.ts';
import {
  acceptDelegation,
  declineDelegation,
  delegations,
  giveBackDelegation,
  offerDelegation,
  withdrawDelegation,
} from './delegation.api.ts';
import type { DelegationId } from './delegation.ts';
import { registerAbsence } from './roster.api.ts';

let clinic: TestHouse;
const monday = '2026-11-23T07:00:00.000Z';
const idOf = (name: string) => clinic.demo.as(name).person;
/** Rinsing an ear: nobody but a doctor does it without a delegation. */
const rinse = command({
  name: 'rinseEarForTest',
  who: { duty: 'treatment.eye-and-ear' },
  takes: z.object({ fails: z.boolean().default(false) }),
  does: async ({ input, ground }) => (input.fails ? refuse('too deep') : ok(ground)),
});
const prepareRinse = command({
  name: 'prepareEarForTest',
  who: { duty: 'treatment.eye-and-ear', act: 'prepare' },
  takes: z.object({}),
  does: async () => ok(),
});
const wish = (delegate: string, more: object = {}) => ({
  delegate: idOf(delegate),
  duty: 'treatment.eye-and-ear' as const,
  task: 'Skylle øre med vann',
  patients: 'voksne med hel trommehinne',
  stopRules: ['smerte', 'svimmelhet'],
  from: '2026-11-23' as never,
  ...more,
});
const seen = async (id: DelegationId) =>
  (await clinic.yes('kari', delegations, {})).find(({ delegation }) => delegation.id === id);

beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(() => clinic.clock.set(monday));

describe('a delegation', () => {
  let id: DelegationId;
  test('is offered by a doctor only', async () => {
    expect(await clinic.outcome('kari', offerDelegation, wish('eva'))).toMatchObject({ why: 'not for this role' });
    expect(await clinic.outcome('eva', rinse, {})).toMatchObject({ kind: 'not allowed', why: 'no delegation' });
    id = (await clinic.yes('berge', offerDelegation, wish('eva'))).id;
    expect(await seen(id)).toMatchObject({
      delegatorName: 'Tor Berge',
      delegateName: 'Eva Nes',
      isMine: false,
      notHeld: { why: 'delegation not accepted' },
    });
  });
  test('is worth nothing until the person says yes, and nobody else can', async () => {
    expect(await clinic.outcome('eva', rinse, {})).toMatchObject({ why: 'delegation not accepted' });
    expect(await clinic.answer('kari', acceptDelegation, { delegation: id })).toMatchObject({
      why: 'not yours to answer',
    });
    await clinic.yes('eva', acceptDelegation, { delegation: id });
    expect(await clinic.yes('eva', rinse, {})).toBe('delegation');
    expect(await clinic.answer('eva', acceptDelegation, { delegation: id })).toMatchObject({ why: 'answered already' });
  });
  test('counts what was done under it; neither what failed nor what was made ready', async () => {
    const before = (await seen(id))?.delegation;
    await clinic.outcome('eva', rinse, { fails: true });
    await clinic.yes('eva', prepareRinse, {});
    expect((await seen(id))?.delegation).toEqual(before);
    await clinic.yes('eva', rinse, {});
    expect((await seen(id))?.delegation).toMatchObject({ used: 2 });
  });
  test('gives nothing to a colleague', async () => {
    expect(await clinic.outcome('kari', rinse, {})).toMatchObject({ why: 'no delegation' });
  });
  test('is withdrawn at once by another doctor, with the reason for the person to read', async () => {
    expect(await clinic.outcome('nora', withdrawDelegation, { delegation: id })).toMatchObject({
      why: 'not for this role',
    });
    await clinic.yes('moen', withdrawDelegation, { delegation: id, words: 'ny prosedyre' });
    expect(await clinic.outcome('eva', rinse, {})).toMatchObject({
      why: 'delegation withdrawn',
      facts: { doctor: 'Berge', on: '2026-11-23' },
    });
    expect(await clinic.answer('lie', withdrawDelegation, { delegation: id })).toMatchObject({ why: 'ended already' });
  });
});

describe('limits', () => {
  test('at most so many times: the fifth of four presses at once is told no', async () => {
    const { id } = await clinic.yes('berge', offerDelegation, wish('nora', { atMost: 4 }));
    await clinic.yes('nora', acceptDelegation, { delegation: id });
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => clinic.outcome('nora', rinse, {})));
    expect(outcomes.filter(({ kind }) => kind === 'answer')).toHaveLength(4);
    expect(outcomes.find(({ kind }) => kind === 'not allowed')).toMatchObject({ why: 'delegation used up' });
    await clinic.yes('berge', withdrawDelegation, { delegation: id });
  });
  test('it ends on its last day by itself', async () => {
    const { id } = await clinic.yes('berge', offerDelegation, wish('kari', { until: '2026-11-24' }));
    await clinic.yes('kari', acceptDelegation, { delegation: id });
    clinic.clock.set('2026-11-24T20:00:00.000Z');
    await clinic.yes('kari', rinse, {});
    clinic.clock.set('2026-11-25T06:00:00.000Z');
    expect(await clinic.outcome('kari', rinse, {})).toMatchObject({ why: 'delegation expired' });
    expect((await seen(id))?.delegation).toMatchObject({ state: 'ended', how: 'expired', endedBy: 'clock' });
  });
  test('what law keeps with the doctor is not delegated', async () => {
    const wound = wish('eva', { duty: 'treatment.injections' });
    expect(await clinic.answer('berge', offerDelegation, wound)).toMatchObject({ why: 'cannot be delegated' });
    expect(await clinic.outcome('berge', offerDelegation, wish('eva', { stopRules: [] }))).toMatchObject({
      kind: 'bad input',
    });
  });
});

describe('saying no', () => {
  test('to an offer: no reason is asked, and nothing is held against anyone', async () => {
    clinic.clock.set('2026-11-23T08:00:00.000Z');
    const { id } = await clinic.yes('berge', offerDelegation, wish('nora'));
    await clinic.yes('nora', declineDelegation, { delegation: id });
    expect(await clinic.outcome('nora', rinse, {})).toMatchObject({ why: 'delegation declined' });
  });
  test('to what one holds: the doctor has it again, and the wish to learn is noted', async () => {
    const { id } = await clinic.yes('berge', offerDelegation, wish('nora'));
    expect(await clinic.answer('nora', giveBackDelegation, { delegation: id })).toMatchObject({ why: 'not accepted' });
    await clinic.yes('nora', acceptDelegation, { delegation: id });
    await clinic.yes('nora', giveBackDelegation, { delegation: id, words: 'vil se det en gang til' });
    expect((await seen(id))?.delegation).toMatchObject({ how: 'returned', endedBy: idOf('nora') });
    expect((await clinic.yes('nora', myLearning, {})).needs).toMatchObject([
      { duty: 'treatment.eye-and-ear', state: 'open', words: 'vil se det en gang til' },
    ]);
  });
});

describe('a delegated task', () => {
  const freeze = { duty: 'treatment.cryotherapy' as const };
  const open = async () => (await clinic.yes('lie', openDelegatedTask, freeze)).id;
  const line = async (id: string) => (await clinic.yes('eva', delegatedTasks, {})).find(({ task }) => task.id === id);

  test('goes only to someone who holds the act by a delegation of her own', async () => {
    const task = await open();
    expect((await line(task))?.canGoTo).toEqual([{ id: idOf('eva'), name: 'Eva Nes' }]);
    expect(await clinic.answer('lie', handTask, { task, to: idOf('kari') })).toMatchObject({ why: 'no delegation' });
    await clinic.yes('lie', handTask, { task, to: idOf('eva') });
    expect(await line(task)).toMatchObject({ isMine: true, holderName: 'Eva Nes', lost: null });
  });
  test('is not passed on by the one who holds it', async () => {
    const task = await open();
    await clinic.yes('lie', handTask, { task, to: idOf('eva') });
    expect(await clinic.answer('eva', handTask, { task, to: idOf('kari') })).toMatchObject({ why: 'no delegation' });
    expect(await clinic.answer('kari', finishTask, { task })).toMatchObject({ why: 'not in your hands' });
    await clinic.yes('eva', finishTask, { task });
    expect(await line(task)).toBeUndefined();
  });
  test('goes back with one key, without blame', async () => {
    const task = await open();
    await clinic.yes('lie', handTask, { task, to: idOf('eva') });
    expect(await clinic.answer('kari', handBackTask, { task })).toMatchObject({ why: 'not yours to hand over' });
    await clinic.yes('eva', handBackTask, { task });
    expect(await line(task)).toMatchObject({ holderName: 'Ingrid Lie', task: { state: 'with the doctor' } });
  });
  test('goes back by itself when the person is away, or the delegation is gone', async () => {
    const task = await open();
    await clinic.yes('lie', handTask, { task, to: idOf('eva') });
    await clinic.yes('eva', registerAbsence, { person: idOf('eva'), from: '2026-11-23', until: '2026-11-23' });
    await clinic.house.settle();
    expect(await line(task)).toMatchObject({ holderName: 'Ingrid Lie' });
    expect((await line(task))?.task.chain.at(-1)).toMatchObject({ by: 'clock', under: 'back to the doctor' });
  });
});
