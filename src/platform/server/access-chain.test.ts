import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ClinicNumber, newId } from '#kernel/ids';
import { ok } from '#kernel/result';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { sealLines, verifyChain } from './access-chain.ts';
import { type AccessLine, lookLog } from './access-log.ts';
import { command, query } from './call.ts';
import type { Database } from './database.ts';
import { DatabaseAway } from './failure.ts';

const act = command({
  name: 'testChainAct',
  who: 'signed in',
  takes: z.object({ ms: z.number().default(0) }),
  does: async ({ input }) => ok(await pause(input.ms)),
});
const look = query({ name: 'testChainLook', who: 'signed in', takes: z.object({}), does: async () => ok() });
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

let clinic: TestHouse;
let number: ClinicNumber;
beforeAll(async () => {
  clinic = await testHouse();
  number = clinic.demo.clinic;
});
const verify = () => verifyChain(clinic.house.database, number);
/** Whoever owns the database and takes the guard away. */
async function asOwner(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  for (const table of ['access_line', 'access_seal']) await clinic.rows(`alter table ${table} disable trigger user`);
  const rows = await clinic.rows(sql, values);
  for (const table of ['access_line', 'access_seal']) await clinic.rows(`alter table ${table} enable trigger user`);
  return rows;
}

describe('the chain over the access log', () => {
  beforeAll(async () => {
    for (let n = 0; n < 12; n++) await clinic.yes(n % 2 ? 'kari' : 'eva', n % 3 ? act : look, {});
    await clinic.house.settle();
  });

  test('holds, and says how much is sealed', async () => {
    expect(await verify()).toMatchObject({ whole: true, sealed: 12, waiting: 0 });
  });
  test('says what still waits for its seal', async () => {
    await clinic.yes('kari', act, {});
    expect(await verify()).toMatchObject({ whole: true, sealed: 12, waiting: 1 });
    await clinic.house.settle();
    expect(await verify()).toMatchObject({ sealed: 13, waiting: 0 });
  });
  test('the application itself may not touch what is written', async () => {
    for (const sql of [
      "update access_line set call = 'x'",
      'delete from access_line',
      'delete from access_seal',
      'truncate access_line',
    ])
      await expect(
        clinic.house.database.write(number, async (db) => db.run({ name: `test ${sql}`, text: sql, order: [] }, {})),
      ).rejects.toMatchObject({ code: '42501' });
  });
  test('not even the owner, before the guard is taken away', async () => {
    await expect(clinic.rows("update access_line set call = 'x'")).rejects.toThrow('append-only');
    await expect(clinic.rows('delete from access_seal')).rejects.toThrow('append-only');
  });

  const fifth = async () =>
    (await clinic.rows('select * from access_seal where place = 5'))[0] as { line: string; tx: string; hash: string };
  test.each([
    ['who it was', 'person', "'00000000-0000-7000-8000-000000000000'"],
    ['when it was', 'at', "at + interval '1 second'"],
    ['what was done', 'call', "'somethingElse'"],
    ['that it was refused', 'allowed', 'not allowed'],
    ['whose record it was', 'patient', "'00000000-0000-7000-8000-000000000000'"],
    ['whose names were seen', 'seen', "array['00000000-0000-7000-8000-000000000000'::uuid]"],
    ['why it was allowed', 'ground', "'emergency'"],
  ])('a line that was changed is named: %s', async (_, column, value) => {
    const { line } = await fifth();
    const [before] = await clinic.rows(
      `select ${column}::text as value, pg_typeof(${column})::text as type from access_line where number = $1`,
      [line],
    );
    await asOwner(`update access_line set ${column} = ${value} where number = $1`, [line]);
    expect(await verify()).toEqual({ whole: false, place: 5, line: Number(line), fault: 'line changed' });
    await asOwner(`update access_line set ${column} = $2::${before?.type} where number = $1`, [line, before?.value]);
    expect(await verify()).toMatchObject({ whole: true });
  });
  test('a line that was taken away is named', async () => {
    const { line } = await fifth();
    const [gone] = await asOwner('delete from access_line where number = $1 returning *', [line]);
    expect(await verify()).toEqual({ whole: false, place: 5, line: Number(line), fault: 'line missing' });
    await putBack('access_line', gone);
    expect(await verify()).toMatchObject({ whole: true });
  });
  test('a seal that was taken away is named', async () => {
    const [gone] = await asOwner('delete from access_seal where place = 5 returning *');
    expect(await verify()).toMatchObject({ whole: false, place: 5, fault: 'seal missing' });
    await putBack('access_seal', gone);
  });
  test('a line that was taken away together with its seal is named, also when the places are counted anew', async () => {
    const { line } = await fifth();
    const [goneLine] = await asOwner('delete from access_line where number = $1 returning *', [line]);
    const [goneSeal] = await asOwner('delete from access_seal where place = 5 returning *');
    await asOwner('update access_seal set place = -place where place > 5');
    await asOwner('update access_seal set place = -place - 1 where place < 0');
    expect(await verify()).toMatchObject({ whole: false, place: 5, fault: 'line changed' });
    await asOwner('update access_seal set place = -place where place >= 5');
    await asOwner('update access_seal set place = -place + 1 where place < 0');
    await putBack('access_line', goneLine);
    await putBack('access_seal', goneSeal);
    expect(await verify()).toMatchObject({ whole: true });
  });
  test('two lines that changed places are named', async () => {
    const swap = `update access_seal a set place = -b.place from access_seal b where (a.place, b.place) in ((4, 7), (7, 4))`;
    await asOwner(swap);
    await asOwner('update access_seal set place = -place where place < 0');
    expect(await verify()).toMatchObject({ whole: false, place: 4, fault: 'line changed' });
    await asOwner(swap);
    await asOwner('update access_seal set place = -place where place < 0');
    expect(await verify()).toMatchObject({ whole: true });
  });
  test('a line that was put in afterwards, among what is sealed, is named', async () => {
    const [last] = await clinic.rows('select tx from access_seal order by place limit 1');
    const planted = `insert into access_line (clinic, tx, at, kind, call, allowed) values ($1, $2, now(), 'look', 'planted', true) returning number`;
    const [row] = await asOwner(planted, [number, last?.tx]);
    expect(await verify()).toMatchObject({ whole: false, line: Number(row?.number), fault: 'line never sealed' });
    await asOwner("delete from access_line where call = 'planted'");
    expect(await verify()).toMatchObject({ whole: true });
  });
  test('a chain that was forged from a place on betrays itself to whoever wrote down the last seal', async () => {
    const whole = await verify();
    if (!whole.whole) throw new Error('not whole');
    const noted = { place: whole.sealed, hash: whole.hash };
    expect(await verifyChain(clinic.house.database, number, noted)).toMatchObject({ whole: true });
    const tail = await asOwner('delete from access_seal where place > 9 returning *');
    await asOwner('delete from access_line where number = any($1)', [tail.map(({ line }) => line)]);
    expect(await verify()).toMatchObject({ whole: true, sealed: 9 });
    expect(await verifyChain(clinic.house.database, number, noted)).toMatchObject({
      whole: false,
      place: 10,
      fault: 'seal missing',
    });
    expect(await verifyChain(clinic.house.database, number, { place: 9, hash: noted.hash })).toMatchObject({
      whole: false,
      place: 9,
      fault: 'line changed',
    });
  });
});

async function putBack(table: string, row: Record<string, unknown> | undefined): Promise<void> {
  const columns = Object.keys(row ?? {});
  const values = columns.map((_, place) => `$${place + 1}`);
  await asOwner(
    `insert into ${table} (${columns.join(', ')}) overriding system value values (${values.join(', ')})`,
    Object.values(row ?? {}),
  );
}

describe('fifty desks at once, and two servers that seal', () => {
  test('lose no line, seal each once, and the chain holds', async () => {
    const other = await clinic.another();
    const fresh = await testHouse();
    expect(fresh.demo.clinic).toBe(number);
    const before = Number((await clinic.rows('select count(*) as n from access_line'))[0]?.n);
    let isWorking = true;
    const sealing = [clinic.house.database, other.database].map(async (database) => {
      let sealed = 0;
      while (isWorking) {
        sealed += await sealLines(database, number, 20);
        await pause(5);
      }
      return sealed;
    });
    const houses = [clinic.house, other];
    const desks = Array.from({ length: 50 }, async (_, desk) => {
      const house = houses[desk % 2];
      for (let n = 0; n < 6; n++)
        await house?.gate.perform(
          n % 2 ? act : look,
          { ms: (desk * 7 + n) % 30 },
          clinic.demo.as(desk % 3 ? 'kari' : 'eva'),
        );
    });
    await Promise.all(desks);
    isWorking = false;
    await Promise.all(sealing);
    await clinic.house.settle();
    await other.settle();
    const after = Number((await clinic.rows('select count(*) as n from access_line'))[0]?.n);
    expect(after - before).toBe(300);
    const verdict = await verify();
    expect(verdict).toMatchObject({ whole: true, waiting: 0 });
    expect(await clinic.rows('select line from access_seal group by line having count(*) > 1')).toEqual([]);
  });
  test('are sealed in the order of numbers, not of letters: 9, 10, 99, 100', async () => {
    const another = 77 as ClinicNumber;
    for (const tx of ['9', '10', '99', '100', '101'])
      await asOwner(
        "insert into access_line (clinic, tx, at, kind, call, allowed) values ($1, $2, now(), 'look', 'x', true)",
        [another, tx],
      );
    while ((await sealLines(clinic.house.database, another, 2)) > 0);
    expect(await clinic.rows('select tx::text as tx from access_seal where clinic = 77 order by place')).toEqual(
      ['9', '10', '99', '100', '101'].map((tx) => ({ tx })),
    );
    expect(await verifyChain(clinic.house.database, another)).toMatchObject({ whole: true, sealed: 5 });
  });
  test('a line whose act is not over yet is sealed when it is, and none gets in front of it', async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const slow = command({
      name: 'testSlow',
      who: 'signed in',
      takes: z.object({}),
      async does({ db }) {
        await db.row({ name: 'test: take a number', text: 'select pg_current_xact_id()', order: [] }, {});
        await held;
        return ok();
      },
    });
    const pending = clinic.yes('kari', slow, {});
    await pause(50);
    await clinic.yes('eva', act, {});
    await sealLines(clinic.house.database, number);
    expect(await verify()).toMatchObject({ whole: true, waiting: 1 });
    release();
    await pending;
    await clinic.house.settle();
    expect(await verify()).toMatchObject({ whole: true, waiting: 0 });
  });
});

describe('looks', () => {
  const line = (call: string): AccessLine => ({
    at: clinic.clock(),
    kind: 'look',
    call,
    duty: null,
    person: clinic.demo.as('kari').person,
    session: null,
    patient: null,
    seen: null,
    allowed: true,
    ground: 'role',
    why: null,
  });
  const logged = async (call: string) =>
    Number((await clinic.rows('select count(*) as n from access_line where call = $1', [call]))[0]?.n);

  test('stand in the log within a second, without anyone asking for it', async () => {
    await clinic.yes('kari', look, {});
    const before = Date.now();
    await expect.poll(() => logged('testChainLook'), { interval: 20, timeout: 1_000 }).toBeGreaterThan(0);
    expect(Date.now() - before).toBeLessThan(1_000);
  });
  test('all of them are written at a clean stop, however many wait', async () => {
    const log = lookLog(clinic.house.database, () => {}, 1_000_000);
    for (let n = 0; n < 3_456; n++) log.add(number, line('testStop'));
    await log.close();
    expect(await logged('testStop')).toBe(3_456);
  });
  test('are kept while the database is away, and written once when it is back', async () => {
    let isAway = true;
    const database: Database = {
      ...clinic.house.database,
      write: (at, work) => (isAway ? Promise.reject(new DatabaseAway('gone')) : clinic.house.database.write(at, work)),
    };
    const log = lookLog(database, () => {}, 1_000_000);
    for (let n = 0; n < 600; n++) log.add(number, line('testAway'));
    await expect(log.flush()).rejects.toThrow(DatabaseAway);
    isAway = false;
    log.add(number, line('testAway'));
    await log.close();
    expect(await logged('testAway')).toBe(601);
  });
  test('one that the table does not take holds back no other, and is told', async () => {
    const told: string[] = [];
    const log = lookLog(clinic.house.database, (sentence) => told.push(sentence), 1_000_000);
    for (let n = 0; n < 5; n++) log.add(number, line('testOdd'));
    log.add(number, { ...line('testOdd'), patient: 'Hansen' });
    for (let n = 0; n < 5; n++) log.add(number, line('testOdd'));
    await log.close();
    expect(await logged('testOdd')).toBe(10);
    expect(told).toEqual(['a line of the access log could not be written']);
  });
  test('the words of a line survive: quotes, letters and all', async () => {
    const log = lookLog(clinic.house.database, () => {}, 1_000_000);
    log.add(number, { ...line('testWords'), why: `"Ærlig" \\ talt\n'`, seen: [newId(), newId()] });
    await log.close();
    const [row] = await clinic.rows("select why, seen from access_line where call = 'testWords'");
    expect(row?.why).toBe(`"Ærlig" \\ talt\n'`);
    expect(row?.seen).toHaveLength(2);
  });
});
