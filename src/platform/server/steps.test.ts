import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { newId } from '#kernel/ids';
import type { DatabaseAddress } from './postgres.ts';
import { runSteps, type Step, stepsBelow } from './steps.ts';

let owner: pg.Client;
let place: DatabaseAddress;
let folder: string;
const made: string[] = [];

beforeAll(async () => {
  owner = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  await owner.connect();
  folder = mkdtempSync(join(tmpdir(), 'dagsverk-steps-'));
});
beforeEach(async () => {
  const database = `steps_${newId().replaceAll('-', '')}`;
  await owner.query(`create database ${database}`);
  made.push(database);
  place = { ...inject('cluster'), database };
});
afterAll(async () => {
  for (const name of made) await owner.query(`drop database if exists ${name} with (force)`);
  await owner.end();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(place);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
const first = `create function current_clinic() returns integer language sql stable as $$ select nullif(current_setting('dagsverk.clinic', true), '')::integer $$;
create table access_line (clinic integer); create table access_seal (clinic integer); create table event (clinic integer);`;
/** A folder of a feature with its steps; answers the steps as they would be run. */
function written(files: Record<string, string>): Step[] {
  const top = mkdtempSync(join(folder, 'tree-'));
  for (const [name, text] of Object.entries(files)) {
    const tables = join(top, name.startsWith('2026-01-01-0') ? 'platform' : 'commons/thing', 'tables');
    mkdirSync(tables, { recursive: true });
    writeFileSync(join(tables, `${name}.sql`), text);
  }
  return stepsBelow(top);
}
const platform = { '2026-01-01-001-platform': first };

describe('the dated steps', () => {
  test('are found wherever a feature keeps them, and run in the order of their dates', async () => {
    const steps = written({
      ...platform,
      '2026-01-01-210-second': 'alter table thing add column more text',
      '2026-01-01-110-thing': 'create table thing (clinic integer primary key)',
    });
    expect(steps.map(({ name }) => name)).toEqual([
      '2026-01-01-001-platform',
      '2026-01-01-110-thing',
      '2026-01-01-210-second',
    ]);
    expect(await runSteps(place, steps)).toBe(3);
    expect(await runSteps(place, steps)).toBe(0);
    expect(await ask('select name from table_step order by ran_at')).toEqual(steps.map(({ name }) => ({ name })));
  });
  test('a new one runs alone, and its table gets the clinic’s wall', async () => {
    await runSteps(place, written(platform));
    expect(
      await runSteps(place, written({ ...platform, '2026-01-01-110-thing': 'create table thing (clinic integer)' })),
    ).toBe(1);
    expect(await ask("select polname from pg_policy where polrelid = 'thing'::regclass")).toEqual([
      { polname: 'own clinic' },
    ]);
    expect(await ask("select has_table_privilege('dagsverk_app', 'thing', 'insert') as may")).toEqual([{ may: true }]);
  });
  test('one that was changed after it ran is refused, and nothing runs', async () => {
    await runSteps(place, written({ ...platform, '2026-01-01-110-thing': 'create table thing (clinic integer)' }));
    const edited = written({
      ...platform,
      '2026-01-01-110-thing': 'create table thing (clinic integer, more text)',
      '2026-01-01-120-next': 'create table next (clinic integer)',
    });
    await expect(runSteps(place, edited)).rejects.toMatchObject({
      name: 'StartFault',
      message: expect.stringContaining('2026-01-01-110-thing was changed'),
    });
    expect(await ask("select to_regclass('next') as next")).toEqual([{ next: null }]);
  });
  test('one that fails leaves nothing of itself, and what ran before it stands', async () => {
    const failing = {
      ...platform,
      '2026-01-01-110-thing': 'create table thing (clinic integer)',
      '2026-01-01-120-broken':
        'create table half (clinic integer); insert into half values (1); create table thing (clinic integer)',
    };
    await expect(runSteps(place, written(failing))).rejects.toMatchObject({
      message: expect.stringContaining('2026-01-01-120-broken failed'),
    });
    expect(await ask("select to_regclass('half') as half, to_regclass('thing')::text as thing")).toEqual([
      { half: null, thing: 'thing' },
    ]);
    const mended = { ...failing, '2026-01-01-120-broken': 'create table half (clinic integer)' };
    expect(await runSteps(place, written(mended))).toBe(1);
  });
  test('two of the same name are a mistake of ours', () => {
    const top = mkdtempSync(join(folder, 'twice-'));
    for (const place of ['a', 'b']) {
      mkdirSync(join(top, place, 'tables'), { recursive: true });
      writeFileSync(join(top, place, 'tables', '2026-01-01-001-x.sql'), 'select 1');
    }
    expect(() => stepsBelow(top)).toThrow('two table steps');
  });
});

test('three servers that start at the same time on an empty database run each step once', async () => {
  const source = new URL('../..', import.meta.url).pathname;
  const script = `import { runSteps, stepsBelow } from ${JSON.stringify(join(source, 'platform/server/steps.ts'))};
    console.log(await runSteps(JSON.parse(process.env.PLACE), stepsBelow(${JSON.stringify(source)})));`;
  const start = () =>
    new Promise<string>((done, fail) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, PLACE: JSON.stringify(place) },
      });
      let said = '';
      let faults = '';
      child.stdout.on('data', (chunk) => (said += chunk));
      child.stderr.on('data', (chunk) => (faults += chunk));
      child.on('exit', (code) => (code === 0 ? done(said.trim()) : fail(new Error(faults))));
    });
  const counts = await Promise.all([start(), start(), start()]);
  const all = stepsBelow(source).length;
  expect(counts.map(Number).sort((a, b) => a - b)).toEqual([0, 0, all]);
  expect(await ask('select count(*)::int as n from table_step')).toEqual([{ n: all }]);
});
