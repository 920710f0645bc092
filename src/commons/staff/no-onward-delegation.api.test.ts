import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { command } from '#platform/server';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { finishTask, handBackTask, handTask, openDelegatedTask } from './delegated-task.api.ts';
import {
  acceptDelegation,
  declineDelegation,
  giveBackDelegation,
  offerDelegation,
  withdrawDelegation,
} from './delegation.api.ts';
import { endAbsence, registerAbsence } from './roster.api.ts';

/** Law: helsepersonelloven § 5. Whatever is pressed, in whatever order, by whomever: what a doctor delegated does not pass on. */

let clinic: TestHouse;
const duty = 'treatment.eye-and-ear' as const;
const names = ['kari', 'eva', 'nora', 'elev', 'lie', 'berge', 'drift'] as const;
const doctors = ['lie', 'berge'];
type Name = (typeof names)[number];
const idOf = (name: Name): PersonId => clinic.demo.as(name).person;
const rinse = command({
  name: 'rinseForTheLaw',
  who: { duty },
  takes: z.object({}),
  does: async ({ ground }) => ok(ground),
});

beforeAll(async () => {
  clinic = await testHouse();
});

const person = fc.constantFrom(...names);
const which = fc.nat({ max: 3 });
type Step = { readonly what: string; readonly by: Name; readonly to: Name; readonly at: number };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...['offer', 'offer', 'accept', 'accept', 'decline', 'withdraw', 'give back', 'open', 'hand', 'hand', 'hand'],
    ...['hand back', 'finish', 'do', 'do', 'away', 'home again', 'tomorrow'],
  ),
  by: person,
  to: person,
  at: which,
});

const nameOf = (id: unknown): Name | undefined => names.find((name) => idOf(name) === id);
const newest = async (table: string, at: number): Promise<Record<string, unknown> | undefined> =>
  (await clinic.rows(`select * from ${table} order by id desc offset $1 limit 1`, [at]))[0];

/** Half of the time whoever could, so that the walk comes somewhere; otherwise anyone. */
async function press({ what, by, to, at }: Step): Promise<void> {
  const isLikely = at % 2 === 0;
  const place = Math.floor(at / 2);
  const today = clinic.clock().slice(0, 10);
  const one = await newest('delegation', place);
  const piece = await newest('delegated_task', place);
  const likely = isLikely ? await likelyOne(what, one, piece) : undefined;
  const say = (call: Parameters<TestHouse['outcome']>[1], input: object) => clinic.outcome(likely ?? by, call, input);
  const limits = { task: 'Skylle øre', patients: 'voksne', stopRules: ['smerte'], from: today };
  const [own] = await holders();
  const taker = isLikely && own ? own : idOf(to);
  const acts: Record<string, () => Promise<unknown>> = {
    offer: () => say(offerDelegation, { delegate: idOf(to), duty, ...limits, until: today }),
    accept: () => say(acceptDelegation, { delegation: one?.id }),
    decline: () => say(declineDelegation, { delegation: one?.id }),
    withdraw: () => say(withdrawDelegation, { delegation: one?.id }),
    'give back': () => say(giveBackDelegation, { delegation: one?.id }),
    open: () => say(openDelegatedTask, { duty }),
    hand: () => say(handTask, { task: piece?.id, to: taker }),
    'hand back': () => say(handBackTask, { task: piece?.id }),
    finish: () => say(finishTask, { task: piece?.id }),
    do: () => say(rinse, {}),
    away: () => say(registerAbsence, { person: idOf(to), from: today, until: today }),
    'home again': () => say(endAbsence, { person: idOf(to), backOn: today }),
    tomorrow: async () => clinic.clock.set(new Date(Date.parse(clinic.clock()) + 86_400_000).toISOString()),
  };
  await acts[what]?.();
}

async function likelyOne(
  what: string,
  one: Record<string, unknown> | undefined,
  piece: Record<string, unknown> | undefined,
): Promise<Name | undefined> {
  if (what === 'offer' || what === 'open') return 'berge';
  if (what === 'accept' || what === 'give back') return nameOf(one?.delegate);
  if (what === 'hand' || what === 'hand back' || what === 'finish') return nameOf(piece?.holder);
  return undefined;
}

/** As the tables have it: an own delegation, accepted, of today, from a doctor, never from oneself. */
const holders = async (): Promise<PersonId[]> =>
  (
    await clinic.rows(
      `select distinct delegate from delegation where duty = $1 and act = 'perform' and state = 'accepted'
         and valid_from <= $2 and valid_until >= $2 and delegator = any($3) and delegator <> delegate`,
      [duty, clinic.clock().slice(0, 10), doctors.map((name) => idOf(name as Name))],
    )
  ).map((row) => row.delegate as PersonId);

async function theLawHolds(): Promise<void> {
  const held = await holders();
  for (const name of names) {
    const said = await clinic.outcome(name, rinse, {});
    if (said.kind !== 'answer' || doctors.includes(name)) continue;
    expect(held, `${name} did it`).toContain(idOf(name));
  }
  const chains = await clinic.rows('select delegator, chain from delegated_task where duty = $1', [duty]);
  for (const { delegator, chain } of chains as { delegator: string; chain: { to: string; under: string }[] }[])
    for (const { to, under } of chain) {
      if (under === 'back to the doctor') {
        expect(to).toBe(delegator);
        continue;
      }
      const [own] = await clinic.rows('select delegate, delegator from delegation where id = $1', [under]);
      expect(own?.delegate, 'in hands under an own delegation').toBe(to);
    }
}

test('through the gate: no sequence of commands lets anyone do a delegated task without an own delegation from a doctor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      for (const one of steps) await press(one);
      await clinic.house.settle();
      await theLawHolds();
    }),
    { numRuns: 25 },
  );
  const accepted = await clinic.rows("select 1 from delegation where accepted_at is not null and task = 'Skylle øre'");
  const handed = await clinic.rows('select 1 from delegated_task where jsonb_array_length(chain) > 1');
  expect(accepted.length, 'the walk came somewhere').toBeGreaterThan(0);
  expect(handed.length, 'and tasks changed hands').toBeGreaterThan(0);
}, 60_000);
