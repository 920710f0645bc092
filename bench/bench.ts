/** Measures a busy morning: makes a large clinic, starts the server beside it, presses with 1, 8 and 32 clients. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type IsoDate, momentAt, type TimeOfDay } from '../src/kernel/time.ts';
import { demoPassword } from '../src/main/demo/demo-people.ts';
import { openHouse, prepareTables } from '../src/main/house.ts';
import { fixedClock } from '../src/platform/server/clock.ts';
import { clientConfig } from '../src/platform/server/database.ts';
import { type Postgres, startPostgres } from '../src/platform/server/postgres.ts';
import { type Act, actsOf } from './acts.ts';
import { cpuMsOf, memoryMbOf } from './cpu.ts';
import { type Made, makeLargeClinic } from './make-clinic.ts';
import { type Pressed, post, press } from './press.ts';

const help = `Usage: npm run -s bench -- [--patients N] [--practitioners N] [--weeks N] [--results N] [--seconds N] [--only NAME] [--json FILE]

Makes a clinic (default 20,000 patients, 10 practitioners, 8 weeks, 50,000 results) in a new data folder, and measures each act with
1, 8 and 32 clients over HTTP through the gate: operations a second, p50 and p95, and the processor time of server and database an operation.
`;
const { values } = parseArgs({
  options: {
    patients: { type: 'string', default: '20000' },
    practitioners: { type: 'string', default: '10' },
    weeks: { type: 'string', default: '8' },
    results: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
const day = '2026-11-23' as IsoDate;
const opens = momentAt(day, '08:00' as TimeOfDay);

type Served = { readonly address: string; readonly pid: number; readonly stop: () => void };

function serve(postgres: Postgres): Promise<Served> {
  const { host, user, password, database, port } = postgres.address;
  const url = `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
  const child = spawn(process.execPath, [new URL('serve.ts', import.meta.url).pathname, url, opens], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.stdout.once('data', (line: Buffer) =>
      done({ address: line.toString().trim(), pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') }),
    );
  });
}

type Row = {
  act: string;
  clients: number;
  perSecond: number;
  p50: number;
  p95: number;
  cpuMs: number;
  serverMs: number;
  databaseMs: number;
  budgetMs: number;
  refused: number;
};

async function measure(
  act: Act,
  clients: number,
  first: number,
  served: Served,
  postgres: Postgres,
  cookie: string,
): Promise<{ row: Row; count: number }> {
  const seconds = Number(values.seconds);
  const databasePid = postgres.pid() ?? 0;
  const before = [cpuMsOf(served.pid), cpuMsOf(databasePid)];
  const pressed: Pressed = await press({
    address: served.address,
    cookie,
    path: `/call/${act.call}`,
    clients,
    seconds,
    most: act.most ?? Number.POSITIVE_INFINITY,
    first,
    input: act.input,
    mayRefuse: act.mayRefuse ?? false,
  });
  await new Promise((done) => setTimeout(done, 600));
  const serverMs = (cpuMsOf(served.pid) - (before[0] ?? 0)) / pressed.count;
  const databaseMs = (cpuMsOf(databasePid) - (before[1] ?? 0)) / pressed.count;
  const row = {
    act: act.name,
    clients,
    perSecond: pressed.count / pressed.seconds,
    p50: pressed.p50,
    p95: pressed.p95,
    cpuMs: serverMs + databaseMs,
    serverMs,
    databaseMs,
    budgetMs: act.budgetMs,
    refused: pressed.refused,
  };
  return { row, count: pressed.count };
}

function print(row: Row): void {
  const number = (value: number, decimals = 2): string => value.toFixed(decimals).padStart(8);
  const verdict = row.cpuMs <= row.budgetMs ? 'within' : 'OVER';
  say(
    `${row.act.padEnd(22)}${String(row.clients).padStart(4)}${number(row.perSecond, 0)}${number(row.p50)}${number(row.p95)}${number(row.cpuMs)}${number(row.serverMs)}${number(row.databaseMs)}${number(row.budgetMs, 1)}  ${verdict}`,
  );
}

async function waitingVisits(place: Postgres['address'], clinic: number): Promise<string[]> {
  const reader = new pg.Client(clientConfig(place));
  await reader.connect();
  const { rows } = await reader.query<{ id: string }>(
    "select id from appointment where clinic = $1 and state = 'booked' and day >= $2 order by starts_at, id limit 20000",
    [clinic, day],
  );
  await reader.end();
  return rows.map(({ id }) => id);
}

async function run(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'dagsverk-bench-'));
  const postgres = await startPostgres({ data, onNotice: say });
  await prepareTables(postgres.address);
  const house = await openHouse({ place: postgres.address, clock: fixedClock(opens) });
  const size = {
    patients: Number(values.patients),
    practitioners: Number(values.practitioners),
    weeks: Number(values.weeks),
    results: Number(values.results),
  };
  say('making the clinic');
  const made: Made = await makeLargeClinic(house, postgres.address, size, day, say);
  const visits = await waitingVisits(postgres.address, made.demo.clinic);
  await house.close();
  const served = await serve(postgres);
  const signed = await post(served.address, new Agent(), '/sign-in', '', {
    username: 'kari',
    password: demoPassword,
    workstation: 'bench',
  });
  await new Promise((done) => setTimeout(done, 3_000));
  say(
    `memory at rest: server ${memoryMbOf(served.pid).toFixed(0)} MB, database ${memoryMbOf(postgres.pid() ?? 0).toFixed(0)} MB\n`,
  );
  say('act                   clients  per s     p50     p95     cpu  server      db  budget   (ms)');
  const rows: Row[] = [];
  for (const act of actsOf(made, visits).filter(({ name }) => !values.only || name.includes(values.only))) {
    let first = 0;
    // Warm: plans, caches and the compiler.
    first += (await measure(act, 4, first, served, postgres, signed.cookie)).count;
    for (const clients of [1, 8, 32]) {
      const { row, count } = await measure(act, clients, first, served, postgres, signed.cookie);
      first += count;
      rows.push(row);
      print(row);
    }
  }
  say(
    `\nmemory after: server ${memoryMbOf(served.pid).toFixed(0)} MB, database ${memoryMbOf(postgres.pid() ?? 0).toFixed(0)} MB`,
  );
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  served.stop();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

if (values.help) say(help);
else
  await run().catch((fault: unknown) => {
    console.error(fault);
    process.exit(1);
  });
