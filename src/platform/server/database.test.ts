import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClinicNumber } from '#kernel/ids';
import { foundClinic } from '../../main/clinics.ts';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import { type Database, isTaken, openDatabase } from './database.ts';
import { DatabaseAway } from './failure.ts';
import { readSetting, saveSetting } from './setting.ts';
import { statement } from './statement.ts';

const everything = statement<object, { clinic: number; value: string }>(
  'test: every setting there is',
  "select clinic, value from setting where name like 'mark%' order by clinic",
);
const plant = statement<{ other: number }>(
  'test: plant next door',
  "insert into setting (clinic, name, valid_from, value, set_by, set_at) values (:other, 'mark', '2026-01-01', '1', gen_random_uuid(), now())",
);
const kinds = statement<
  { day: string; at: string; number: number; ore: number; words: string[]; nothing: string | null },
  Record<string, unknown>
>(
  'test: kinds',
  `select :day::date as day, :at::timestamptz as at, :number::integer as number, :ore::bigint as ore, :words::text[] as words,
     '09:30:00'::time as time, 12.5::numeric as decimal, :nothing::text as nothing, 'løse :day'::text as text, :clinic::integer as clinic`,
);
const who = statement<object, { who: string; pid: number }>(
  'test: who',
  'select current_user as who, pg_backend_pid() as pid',
);

let clinic: TestHouse;
let one: ClinicNumber;
let two: ClinicNumber;
let narrow: Database;
let owner: pg.Client;
beforeAll(async () => {
  clinic = await testHouse();
  one = clinic.demo.clinic;
  two = await foundClinic(clinic.house.database, { code: 'nabo', name: 'Nabo', isDemo: true }, clinic.clock());
  narrow = openDatabase(clinic.place, 1);
  owner = new pg.Client(clinic.place);
  await owner.connect();
  for (const at of [one, two])
    await narrow.write(at, (db) =>
      saveSetting(db, {
        name: 'mark',
        from: '2026-01-01' as never,
        value: `of ${at}`,
        by: clinic.demo.as('kari').person,
        now: clinic.clock(),
      }),
    );
});
afterAll(async () => {
  await narrow.close();
  await owner.end();
});

describe('two clinics through the same connection', () => {
  test('see their own rows only, in turn and all at once', async () => {
    const asked = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? one : two));
    const seen = await Promise.all(asked.map((at) => narrow.read(at, (db) => db.rows(everything, {}))));
    expect(seen).toEqual(asked.map((at) => [{ clinic: at, value: `of ${at}` }]));
    const [backends] = [await Promise.all([one, two].map((at) => narrow.read(at, (db) => db.row(who, {}))))];
    expect(new Set(backends.map((row) => row?.pid)).size).toBe(1);
    expect(backends[0]?.who).toBe('dagsverk_app');
  });
  test('write their own rows only', async () => {
    await expect(narrow.write(one, (db) => db.run(plant, { other: two }))).rejects.toMatchObject({ code: '42501' });
    expect(await narrow.read(two, (db) => db.rows(everything, {}))).toHaveLength(1);
  });
  test('a transaction that failed in one leaves the connection clean for the other', async () => {
    for (const at of [one, two, one]) {
      await expect(narrow.write(at, async () => Promise.reject(new Error('ours')))).rejects.toThrow('ours');
      expect(await narrow.read(at === one ? two : one, (db) => db.rows(everything, {}))).toMatchObject([
        { clinic: at === one ? two : one },
      ]);
    }
  });
  test('nothing is seen by a statement that forgot its clinic', async () => {
    const app = new pg.Client(narrow.address());
    await app.connect();
    expect((await app.query('select * from setting')).rows).toEqual([]);
    await app.end();
  });
});

describe('what comes out of the database', () => {
  test('is as the things hold it: days, moments in UTC, numbers, text', async () => {
    const given = {
      day: '2026-03-29',
      at: '2026-03-29T01:30:00.5Z',
      number: 7,
      ore: 123_456_789_012,
      words: ['a', 'ø"\\'],
      nothing: null,
    };
    expect(await narrow.read(one, (db) => db.row(kinds, given))).toEqual({
      ...given,
      at: '2026-03-29T01:30:00.500Z',
      time: '09:30',
      decimal: 12.5,
      text: 'løse :day',
      clinic: one,
    });
  });
  test('a setting is the newest that has begun', async () => {
    const set = (from: string, value: number, now: string) =>
      narrow.write(one, (db) =>
        saveSetting(db, {
          name: 'age',
          from: from as never,
          value,
          by: clinic.demo.as('lie').person,
          now: now as never,
        }),
      );
    const on = (day: string) => narrow.read(one, (db) => readSetting(db, 'age', day as never, 0));
    await set('2026-01-01', 12, '2026-01-01T08:00:00Z');
    await set('2026-06-01', 16, '2026-02-01T08:00:00Z');
    await set('2026-06-01', 14, '2026-03-01T08:00:00Z');
    expect([await on('2025-12-31'), await on('2026-01-01'), await on('2026-05-31'), await on('2026-06-01')]).toEqual([
      0, 12, 12, 14,
    ]);
  });
  test('a rule of the table that chose between two is told by its name', async () => {
    const twice = () =>
      narrow.write(one, async (db) => {
        const set = {
          name: 'same',
          from: '2026-01-01' as never,
          value: 1,
          by: clinic.demo.as('lie').person,
          now: clinic.clock(),
        };
        await saveSetting(db, set);
        await saveSetting(db, set);
      });
    const fault = await twice().catch((caught: unknown) => caught);
    expect(isTaken(fault, 'setting_pkey')).toBe(true);
    expect(isTaken(fault, 'another')).toBe(false);
    expect(isTaken(new Error('x'), 'setting_pkey')).toBe(false);
  });
  test('two statements never have the same name', () => {
    expect(() => statement('test: who', 'select 2')).toThrow('two statements');
    expect(() => statement('x'.repeat(64), 'select 1')).toThrow('63');
  });
});

describe('a connection that was lost', () => {
  const cut = async () => {
    const pid = (await narrow.read(one, (db) => db.row(who, {})))?.pid;
    await owner.query('select pg_terminate_backend($1)', [pid]);
  };
  test('between two calls is not noticed', async () => {
    await cut();
    expect(await narrow.read(one, (db) => db.rows(everything, {}))).toHaveLength(1);
    await cut();
    await narrow.write(one, (db) => db.rows(everything, {}));
  });
  test('in the middle of a read: the read is made again', async () => {
    let times = 0;
    const rows = await narrow.read(one, async (db) => {
      const pid = (await db.row(who, {}))?.pid;
      if (times++ === 0) await owner.query('select pg_terminate_backend($1)', [pid]);
      return db.rows(everything, {});
    });
    expect([rows.length, times]).toEqual([1, 2]);
  });
  test('in the middle of a write: nothing was written, and it is said', async () => {
    const write = narrow.write(one, async (db) => {
      await saveSetting(db, {
        name: 'half',
        from: '2026-01-01' as never,
        value: 1,
        by: clinic.demo.as('lie').person,
        now: clinic.clock(),
      });
      const pid = (await db.row(who, {}))?.pid;
      await owner.query('select pg_terminate_backend($1)', [pid]);
      await db.rows(everything, {});
    });
    await expect(write).rejects.toThrow(DatabaseAway);
    expect(await clinic.rows("select 1 from setting where name = 'half'")).toEqual([]);
    expect(await narrow.read(one, (db) => db.rows(everything, {}))).toHaveLength(1);
  });
});
