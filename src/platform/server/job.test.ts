import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import { foundClinic } from '../../main/clinics.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { command } from './call.ts';
import { type Database, openDatabase } from './database.ts';
import { DatabaseAway } from './failure.ts';
import { makeGate } from './gate.ts';
import { type Jobs, openJobs, type Reaction } from './job.ts';
import { saveSetting } from './setting.ts';
import { statement } from './statement.ts';

const happen = command({
  name: 'testHappen',
  who: 'signed in',
  takes: z.object({ times: z.number().default(1), event: z.string().default('TestHappened') }),
  async does({ input, tell }) {
    for (let n = 0; n < input.times; n++) tell({ name: input.event, facts: { n } });
    return ok();
  },
});
const note = statement<{ name: string; by: string }>(
  'test: note',
  "insert into setting (clinic, name, valid_from, value, set_by, set_at) values (:clinic, :name, '2026-01-01', '1', :by, clock_timestamp())",
);

let clinic: TestHouse;
let faults: string[];
let isBroken = false;
beforeAll(async () => {
  clinic = await testHouse();
});
beforeEach(() => {
  faults = [];
  isBroken = false;
});
const noted = async (name: string) =>
  Number((await clinic.rows('select count(*) as n from setting where name like $1', [`${name}%`]))[0]?.n);
const waiting = () => clinic.rows('select reaction, attempts, fault, run_at from job');

const reactions: Reaction[] = [
  {
    name: 'test note it',
    on: 'TestHappened',
    async does({ facts, db, person }) {
      await db.run(note, { name: `noted ${(facts as { n: number }).n}`, by: String(person) });
      if (isBroken) throw new Error('Odd Hansen, 12044312345');
    },
  },
  {
    name: 'test tell on',
    on: 'TestHappened',
    async does({ facts, tell }) {
      tell({ name: 'TestFollowed', facts });
    },
  },
  {
    name: 'test end of the chain',
    on: 'TestFollowed',
    async does({ db, person }) {
      await db.run(note, { name: 'followed', by: String(person) });
    },
  },
];

function worker(database: Database = clinic.house.database, own = reactions): Jobs {
  return openJobs({ database, clock: clinic.clock, reactions: own, onFault: (sentence) => faults.push(sentence) });
}
function gateWith(database: Database = clinic.house.database) {
  return makeGate({
    database,
    clock: clinic.clock,
    looks: { add: () => {}, flush: async () => {}, close: async () => {} },
    doorkeeper: { mayDo: async () => ({ yes: false, why: 'x' }), mayEnter: async () => ({ yes: false, why: 'x' }) },
    reactionsOn: (event) => reactions.filter(({ on }) => on === event).map(({ name }) => name),
  });
}

describe('what follows from an act', () => {
  test('is done once each, by two workers at the same time, with what follows from it', async () => {
    const second = openDatabase(clinic.place, 4);
    const workers = [worker(), worker(second), worker(second)];
    const kari = clinic.demo.as('kari');
    await Promise.all([1, 2, 3].map(() => gateWith().perform(happen, { times: 20 }, kari)));
    for (const one of workers) one.wake(clinic.demo.clinic);
    await expect
      .poll(async () => [await noted('noted'), await noted('followed')], { timeout: 10_000 })
      .toEqual([60, 60]);
    await Promise.all(workers.map((one) => one.settle()));
    expect([await noted('noted'), await noted('followed')]).toEqual([60, 60]);
    expect(await waiting()).toEqual([]);
    expect(await clinic.rows("select distinct set_by from setting where name = 'followed'")).toEqual([
      { set_by: kari.person },
    ]);
    await Promise.all(workers.map((one) => one.close()));
    await second.close();
    expect(faults).toEqual([]);
  });
  test('is not promised by an act that was undone', async () => {
    const refusing = {
      ...happen,
      name: 'testRefuse',
      does: async ({ tell }: { tell: (fact: never) => void }) => {
        tell({ name: 'TestHappened', facts: { n: 1 } } as never);
        return { ok: false as const, why: 'no' };
      },
    };
    await gateWith().perform(refusing as never, {}, clinic.demo.as('kari'));
    expect(await waiting()).toEqual([]);
  });
  test('that failed leaves nothing behind, waits longer each time, and is done when it can be', async () => {
    const before = await noted('noted');
    isBroken = true;
    const one = worker();
    await gateWith().perform(happen, {}, clinic.demo.as('kari'));
    await one.settle();
    expect(await noted('noted')).toBe(before);
    const [job] = await waiting();
    expect(job).toMatchObject({ reaction: 'test note it', attempts: 1 });
    expect(faults).toEqual(['the reaction "test note it" failed']);
    const second = new Date(String(job?.run_at)).getTime();
    expect(second).toBeGreaterThan(Date.parse(clinic.clock()));
    await one.settle();
    expect((await waiting())[0]).toMatchObject({ attempts: 1 });
    clinic.clock.set(addMinutes(clinic.clock(), 1));
    await one.settle();
    const [again] = await waiting();
    expect(again).toMatchObject({ attempts: 2 });
    expect(new Date(String(again?.run_at)).getTime() - Date.parse(clinic.clock())).toBe(30_000);
    isBroken = false;
    clinic.clock.set(addMinutes(clinic.clock(), 1));
    await one.settle();
    expect(await noted('noted')).toBe(before + 1);
    expect(await waiting()).toEqual([]);
    await one.close();
  });
  test('one that fails holds back no other', async () => {
    const before = await noted('followed');
    isBroken = true;
    const one = worker();
    await gateWith().perform(happen, { times: 5 }, clinic.demo.as('kari'));
    await one.settle();
    await one.settle();
    expect(await noted('followed')).toBe(before + 5);
    isBroken = false;
    clinic.clock.set(addMinutes(clinic.clock(), 1));
    await one.settle();
    expect(await waiting()).toEqual([]);
    await one.close();
  });
  test('outlives a server that was stopped before it came to it', async () => {
    const before = await noted('noted');
    await gateWith().perform(happen, { times: 3 }, clinic.demo.as('kari'));
    expect(await waiting()).toHaveLength(6);
    const later = worker();
    await later.settle();
    expect(await noted('noted')).toBe(before + 3);
    await later.close();
  });
  test('is kept when the database goes away under it, and done when it is back', async () => {
    const before = await noted('noted');
    let isAway = false;
    const database: Database = {
      ...clinic.house.database,
      write: (at, work) => (isAway ? Promise.reject(new DatabaseAway('gone')) : clinic.house.database.write(at, work)),
    };
    const one = worker(database);
    await gateWith().perform(happen, {}, clinic.demo.as('kari'));
    isAway = true;
    await one.settle();
    expect(await waiting()).toHaveLength(2);
    isAway = false;
    await one.settle();
    expect(await noted('noted')).toBe(before + 1);
    expect(faults).toEqual([]);
    await one.close();
  });
  test('whose reaction only a newer server knows waits for that server', async () => {
    const one = worker(clinic.house.database, reactions.slice(1));
    await gateWith().perform(happen, {}, clinic.demo.as('kari'));
    await one.settle();
    expect(await waiting()).toMatchObject([{ reaction: 'test note it', attempts: 0 }]);
    const knows = worker();
    await knows.settle();
    expect(await waiting()).toEqual([]);
    await Promise.all([one.close(), knows.close()]);
  });
  test('in one clinic is done with the eyes of that clinic', async () => {
    const neighbour = await foundClinic(
      clinic.house.database,
      { code: 'nabo', name: 'Nabo', isDemo: true },
      clinic.clock(),
    );
    await clinic.house.database.write(neighbour, (db) =>
      saveSetting(db, {
        name: 'next door',
        from: '2026-01-01' as never,
        value: 1,
        by: clinic.demo.as('kari').person,
        now: clinic.clock(),
      }),
    );
    const one = worker();
    const me = { ...clinic.demo.as('kari'), clinic: neighbour };
    await gateWith().perform(happen, {}, me);
    await gateWith().perform(happen, {}, clinic.demo.as('kari'));
    await one.settle();
    const rows = await clinic.rows(
      "select clinic, count(*)::int as n from setting where name like 'noted 0%' and clinic = $1 group by clinic",
      [neighbour],
    );
    expect(rows).toEqual([{ clinic: neighbour, n: 1 }]);
    await one.close();
  });
});
