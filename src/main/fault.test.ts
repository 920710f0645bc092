import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { verifyChain } from '../platform/server/access-chain.ts';
import { wallClock } from '../platform/server/clock.ts';
import { openDatabase } from '../platform/server/database.ts';
import { type DatabaseAddress, type Postgres, startPostgres } from '../platform/server/postgres.ts';
import { makeClinic } from './demo/clinic.ts';
import { openHouse, prepareTables } from './house.ts';
import { type Browser, browserAt } from './testing/test-server.ts';

/** A real server process with its real database, in a folder of its own; both are killed while six desks write. */
const top = new URL('../..', import.meta.url).pathname;
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));
let folder: string;
let data: string;
let port: number;
let place: DatabaseAddress;
let server: ChildProcess | undefined;
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dagsverk-fault-'));
  data = join(folder, 'data');
  mkdirSync(join(folder, 'web'));
  const postgres = await startPostgres({ data });
  place = postgres.address;
  await prepareTables(place);
  const house = await openHouse({ place, clock: wallClock });
  await makeClinic(house);
  await house.close();
  await postgres.stop();
  port = await freePort();
}, 60_000);
afterAll(async () => {
  server?.removeAllListeners();
  server?.kill('SIGKILL');
  await pause(50);
  const left: Postgres = await startPostgres({ data });
  await left.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** `npm start` as an operator starts it; the web application is taken as built. */
async function start(): Promise<number> {
  const began = Date.now();
  writeFileSync(join(folder, 'web', 'index.html'), '<title>dagsverk</title>');
  const child = spawn(
    process.execPath,
    ['src/main/cli.ts', 'start', '--no-demo', '--port', String(port), '--data', data],
    {
      cwd: top,
      env: { ...process.env, DAGSVERK_WEB: join(folder, 'web'), DATABASE_URL: '' },
    },
  );
  server = child;
  await new Promise<void>((done, fail) => {
    const listen = (chunk: Buffer): void => {
      said.push(String(chunk));
      if (String(chunk).includes('is open at')) done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', (chunk: Buffer) => said.push(String(chunk)));
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said.slice(-5).join('')}`)));
  });
  child.removeAllListeners('exit');
  return Date.now() - began;
}
async function killServer(): Promise<void> {
  const gone = new Promise((done) => server?.once('exit', done));
  server?.kill('SIGKILL');
  await gone;
}
function killDatabase(): void {
  process.kill(Number(readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
}

type Desk = { readonly acknowledged: string[]; sent: number; again: number };
/** Registers one patient after another; what was not answered is sent again under the same command id, as the browser does. */
async function work(desk: Desk, browser: Browser, number: number, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const familyName = `Desk${number}-${n}`;
    const command = newId();
    const input = { familyName, givenName: 'Test', birthDate: '1990-01-01', numberKind: 'none' };
    desk.sent++;
    for (let tries = 0; ; tries++) {
      const answer = await browser.call('registerPatient', input, command).catch(() => undefined);
      if (answer?.status === 200) {
        desk.acknowledged.push(familyName);
        break;
      }
      if (answer && answer.status !== 503) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      desk.again++;
      if (isOver() && tries > 200) throw new Error('it never came back');
      await pause(50);
    }
  }
}

test('kill -9 of server and database, again and again, loses nothing that was acknowledged and does nothing twice', async () => {
  await start();
  const desks: Desk[] = Array.from({ length: 6 }, () => ({ acknowledged: [], sent: 0, again: 0 }));
  const browsers = desks.map((_, number) => browserAt(`http://127.0.0.1:${port}`, `Luke ${number}`));
  for (const browser of browsers) expect(await browser.signIn('kari')).toMatchObject({ status: 200 });
  let isOver = false;
  const working = desks.map((desk, number) => work(desk, browsers[number] as Browser, number, () => isOver));
  const done = () => desks.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const goesOn = async () => {
    const before = done();
    await Promise.race([expect.poll(done, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before + 30), ...working]);
  };
  const kinds = ['server', 'database', 'both'] as const;
  const plan = [...kinds, kinds[Math.floor(Math.random() * 3)]];
  for (const kind of plan) {
    await goesOn();
    await pause(Math.random() * 150);
    if (kind !== 'server') killDatabase();
    if (kind !== 'database') {
      await killServer();
      await start();
    }
  }
  await goesOn();
  isOver = true;
  await Promise.all(working);

  const client = new pg.Client(place);
  await client.connect();
  const { rows } = await client.query('select family_name as name, count(*)::int as times from patient group by 1');
  const times = new Map(rows.map(({ name, times: n }) => [name, n]));
  const acknowledged = desks.flatMap((desk) => desk.acknowledged);
  expect(acknowledged.filter((name) => times.get(name) !== 1)).toEqual([]);
  expect(rows).toHaveLength(desks.reduce((sum, { sent }) => sum + sent, 0));
  const lines = await client.query(
    "select count(*)::int as n from access_line where call = 'registerPatient' and why is null",
  );
  expect(lines.rows[0].n).toBe(rows.length);
  await client.end();
  expect(desks.some(({ again }) => again > 0)).toBe(true);
  expect(said.join('')).toContain('the database stopped, and is being started again');
  expect(said.join('')).not.toMatch(/fault [0-9a-f-]{36}/);
}, 180_000);

test('stopped in the ordinary way it writes everything it held, and the access log holds', async () => {
  const browser = browserAt(`http://127.0.0.1:${port}`);
  await browser.signIn('eva');
  expect(await browser.call('findPatients', { text: 'test' })).toMatchObject({ status: 200 });
  const ended = new Promise<number | null>((done) => server?.once('exit', done));
  server?.kill('SIGTERM');
  expect(await ended).toBe(0);
  const postgres = await startPostgres({ data });
  expect(postgres.adopted).toBe(false);
  const client = new pg.Client(place);
  await client.connect();
  const { rows } = await client.query(
    "select cardinality(seen) as n from access_line where call = 'findPatients' order by number desc limit 1",
  );
  expect(rows[0].n).toBeGreaterThan(0);
  await client.end();
  const database = openDatabase(place, 1);
  expect(await verifyChain(database, 1 as never)).toMatchObject({ whole: true, waiting: 0 });
  await database.close();
  await postgres.stop();
}, 60_000);
