import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClinicNumber } from '#kernel/ids';
import { type Database, openDatabase } from './database.ts';
import { DatabaseAway } from './failure.ts';
import { type DatabaseAddress, type Postgres, startPostgres } from './postgres.ts';
import { statement } from './statement.ts';
import { runSteps } from './steps.ts';

/** As in production: what is acknowledged is on the disk. */
const opened: Postgres[] = [];
let data: string;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
async function start(notices: string[] = []): Promise<Postgres> {
  const postgres = await startPostgres({
    data,
    onNotice: (sentence) => notices.push(sentence),
    settings: { shared_buffers: '16MB' },
  });
  opened.push(postgres);
  return postgres;
}
/** Making a cluster takes seconds, so it is made once and copied, owners and all. */
let made: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'dagsverk-pg-'));
  made = data;
  await (await start()).stop();
  opened.length = 0;
});
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dagsverk-pg-'));
  spawnSync('cp', ['-a', `${made}/.`, data]);
});
afterEach(async () => {
  for (const postgres of opened.splice(0)) await postgres.stop();
  rmSync(data, { recursive: true, force: true });
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

async function ask(address: DatabaseAddress, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(address);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}
const platform = {
  name: '2026-01-01-001-x',
  hash: 'x',
  text: `create function current_clinic() returns integer language sql stable as $$ select nullif(current_setting('dagsverk.clinic', true), '')::integer $$;
    create table access_line (clinic integer); create table access_seal (clinic integer); create table event (clinic integer);
    create table mark (clinic integer, n integer, primary key (clinic, n))`,
};

describe('the embedded database', () => {
  test('in its folder listens on a private socket only, and is stopped cleanly', async () => {
    const postgres = await start();
    expect(postgres.adopted).toBe(false);
    expect(
      await ask(
        postgres.address,
        "select current_setting('listen_addresses') as a, current_setting('data_checksums') as c, current_setting('TimeZone') as t",
      ),
    ).toEqual([{ a: '', c: 'on', t: 'UTC' }]);
    await ask(postgres.address, 'create table kept (n integer)');
    const pid = postgres.pid();
    await postgres.stop();
    expect(postgres.pid()).toBeUndefined();
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    expect(existsSync(join(data, 'database', 'postmaster.pid'))).toBe(false);
    const again = await start();
    expect(await ask(again.address, "select to_regclass('kept')::text as kept")).toEqual([{ kept: 'kept' }]);
  });
  test('lets nobody in without the key', async () => {
    const { address } = await start();
    await expect(ask({ ...address, password: 'guess' }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await opened[0]?.stop();
    writeFileSync(join(data, 'database.key'), 'another key');
    await expect(start()).rejects.toMatchObject({
      name: 'StartFault',
      message: expect.stringContaining('its own key'),
    });
  });
  test('that lives on after its server was killed is taken over', async () => {
    const source = new URL('./postgres.ts', import.meta.url).pathname;
    const script = `import { startPostgres } from ${JSON.stringify(source)};
      const { pid } = await startPostgres({ data: ${JSON.stringify(data)}, settings: { shared_buffers: '16MB' } });
      console.log('pid', pid()); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    const pid = await new Promise<number>((done, fail) => {
      child.stdout.on('data', (said: Buffer) => done(Number(String(said).split(' ')[1])));
      child.on('exit', () => fail(new Error('it never started')));
    });
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    const postgres = await start();
    expect(postgres.adopted).toBe(true);
    expect(postgres.pid()).toBe(pid);
    expect(await ask(postgres.address, 'select 1 as one')).toEqual([{ one: 1 }]);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => ask(postgres.address, 'select 1 as one').catch(() => undefined), { timeout: 15_000 })
      .toEqual([{ one: 1 }]);
    expect(postgres.pid()).not.toBe(pid);
  });
  test('starts although the lock of an unclean stop names another program', async () => {
    const first = await start();
    const lock = readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8');
    await first.stop();
    writeFileSync(join(data, 'database', 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
    const again = await start();
    expect(await ask(again.address, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
  test('that cannot start says why within seconds, in a sentence', async () => {
    const first = await start();
    await first.stop();
    const broken = startPostgres({ data, settings: { max_connections: 'many' } });
    await expect(broken).rejects.toMatchObject({
      name: 'StartFault',
      message: expect.stringContaining('max_connections'),
    });
  });
  test('made by another version is not touched', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(data, 'database', 'PG_VERSION'), '9\n');
    await expect(start()).rejects.toMatchObject({ message: expect.stringContaining('made by PostgreSQL 9') });
  });
  test('in a folder that may not be written to says so', async () => {
    await expect(startPostgres({ data: join(data, 'database.key', 'nowhere') })).rejects.toMatchObject({
      message: expect.stringContaining('cannot be written to'),
    });
  });
});

const addMark = statement<{ n: number }>('test: mark', 'insert into mark (clinic, n) values (:clinic, :n)');

describe('a database that is killed under people who write', () => {
  async function write(
    database: Database,
    writer: number,
    acknowledged: number[],
    until: () => boolean,
  ): Promise<number> {
    let away = 0;
    for (let n = 0; !until(); n++) {
      const mark = writer * 100_000 + n;
      try {
        await database.write(1 as ClinicNumber, (db) => db.run(addMark, { n: mark }));
        acknowledged.push(mark);
      } catch (fault) {
        if (!(fault instanceof DatabaseAway)) throw fault;
        away++;
        await pause(20);
      }
    }
    return away;
  }
  test('comes back by itself, they go on, and nothing that was acknowledged is lost', async () => {
    const notices: string[] = [];
    const postgres = await start(notices);
    await runSteps(postgres.address, [platform]);
    const database = openDatabase(postgres.address, 6);
    const acknowledged: number[] = [];
    let isOver = false;
    const writers = Array.from({ length: 6 }, (_, writer) => write(database, writer, acknowledged, () => isOver));
    for (let round = 0; round < 3; round++) {
      await pause(400);
      const before = acknowledged.length;
      expect(before).toBeGreaterThan(0);
      process.kill(postgres.pid() ?? 0, 'SIGKILL');
      await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(before + 20);
    }
    isOver = true;
    const away = await Promise.all(writers);
    const kept = new Set((await ask(postgres.address, 'select n from mark')).map(({ n }) => n));
    expect(acknowledged.filter((mark) => !kept.has(mark))).toEqual([]);
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(away.reduce((sum, count) => sum + count, 0));
    expect(notices).toContain('the database stopped, and is being started again');
    await database.close();
  }, 60_000);
});
