/** The embedded PostgreSQL: started on a private socket, kept alive, adopted after a crash, stopped cleanly. */

import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { codeOf, StartFault } from './failure.ts';
import { binaries, runner } from './postgres-programs.ts';

export type DatabaseAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type Postgres = {
  readonly address: DatabaseAddress;
  /** True when a server from an earlier start was found alive and taken over. */
  readonly adopted: boolean;
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

export type PostgresOptions = {
  /** The clinic's data folder; the database lives in `database` below it. */
  readonly data: string;
  /** Told in one sentence when the server died and is started again. */
  readonly onNotice?: (sentence: string) => void;
  /** More memory and connections for a large installation; the defaults fit one clinic. */
  readonly settings?: Readonly<Record<string, string>>;
};

const port = 5432;
const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(port),
  max_connections: '80',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '10min',
  wal_compression: 'on',
  jit: 'off',
  // What the clinic writes never stands in a log: errors are told to us, not to it.
  log_min_messages: 'fatal',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  logging_collector: 'off',
  timezone: 'UTC',
};

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const programs = binaries();
  prepareFolder(resolve(options.data));
  const folder = join(realpathSync(resolve(options.data)), 'database');
  const run = runner(programs, [dirname(folder)]);
  const sockets = socketFolder(folder);
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  if (run.uid !== undefined) {
    chownSync(sockets, run.uid, run.gid ?? run.uid);
  }
  chmodSync(sockets, 0o700);
  const password = keyOf(options.data);
  if (!existsSync(join(folder, 'PG_VERSION'))) createCluster(folder, password, run);
  checkVersion(folder, programs.version);
  const address = { host: sockets, port, user: 'dagsverk', password, database: 'dagsverk' };

  const settings = { ...defaults, ...options.settings, unix_socket_directories: sockets };
  const start = (): ChildProcess =>
    run.spawn(programs.postgres, [
      '-D',
      folder,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
  const adopted = livePostmaster(folder) !== undefined;
  const keeper = keepAlive(folder, start, options.onNotice);
  try {
    await ready(address, keeper, options.onNotice);
    await ensureDatabase(address);
  } catch (fault) {
    await keeper.stop();
    throw fault;
  }
  return { address, adopted, pid: () => livePostmaster(folder), stop: keeper.stop };
}

type Keeper = {
  /** How often it has died since it was last well, and its last words. */
  readonly trouble: () => { readonly deaths: number; readonly words: string };
  readonly isWell: () => void;
  readonly stop: () => Promise<void>;
};
const lookEveryMs = 250;
const longestPauseMs = 5_000;
const wellAfterMs = 10_000;

/**
 * Keeps one server on the folder: starts it, takes over one that is alive (also one that somebody else starts), and starts
 * it again when it has died, with longer pauses while it dies again and again.
 */
function keepAlive(folder: string, start: () => ChildProcess, onNotice?: (sentence: string) => void): Keeper {
  let isStopping = false;
  let child: ChildProcess | undefined;
  let deaths = 0;
  let nextTry = 0;
  let startedAt = 0;
  let words: string[] = [];
  const died = (): void => {
    child = undefined;
    if (isStopping) return;
    if (deaths === 0) onNotice?.('the database stopped, and is being started again');
    nextTry = Date.now() + Math.min(longestPauseMs, 200 * 2 ** deaths);
    deaths++;
  };
  const launch = (): void => {
    removeForeignLock(folder);
    startedAt = Date.now();
    words = [];
    const made = start();
    child = made;
    made.stderr?.on('data', (chunk: Buffer) => {
      words = [...words.slice(-20), chunk.toString()];
    });
    made.once('error', died);
    made.once('exit', () => child === made && died());
  };
  let wasAlive = livePostmaster(folder) !== undefined;
  const look = (): void => {
    if (child && Date.now() - startedAt > wellAfterMs) deaths = 0;
    if (isStopping || child || Date.now() < nextTry) return;
    const isAlive = livePostmaster(folder) !== undefined;
    if (!isAlive && wasAlive) died();
    else if (!isAlive) launch();
    wasAlive = isAlive || child !== undefined;
  };
  if (!wasAlive) launch();
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return {
    trouble: () => ({ deaths, words: words.join('').trim().split('\n').at(-1) ?? '' }),
    isWell: () => {
      deaths = 0;
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await stopPostmaster(folder);
    },
  };
}

function prepareFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK | constants.X_OK);
    const probe = join(data, `.write-test-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (cause) {
    if (codeOf(cause) === 'ENOSPC')
      throw new StartFault('The disk is full.', 'Free some space, and start again.', cause);
    throw new StartFault(
      `The data folder ${data} cannot be written to.`,
      'Choose another with --data DIR, or give this user the right to write there.',
      cause,
    );
  }
}

/** A socket path is at most 107 bytes, so the folder is short, private, and named after the data folder. */
function socketFolder(folder: string): string {
  return join('/tmp', `dagsverk-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

function keyOf(data: string): string {
  const file = join(resolve(data), 'database.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function createCluster(folder: string, password: string, run: ReturnType<typeof runner>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, '..', '.first-key');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (run.uid !== undefined) {
    chownSync(folder, run.uid, run.gid ?? run.uid);
    chownSync(passwordFile, run.uid, run.gid ?? run.uid);
  }
  const done = run.spawnSync(binaries().initdb, [
    '-D',
    folder,
    '-U',
    'dagsverk',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    '--lc-ctype=C.UTF-8',
    '--data-checksums',
  ]);
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) {
    const words = `${done.stderr?.toString() ?? ''}${done.error?.message ?? ''}`.trim();
    rmSync(folder, { recursive: true, force: true });
    if (/No space left/i.test(words)) throw new StartFault('The disk is full.', 'Free some space, and start again.');
    throw new StartFault(
      `The database could not be created: ${words.split('\n').at(-1)}`,
      'See docs/operations.md, "The database does not start".',
    );
  }
}

function checkVersion(folder: string, wanted: string): void {
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (found === wanted) return;
  throw new StartFault(
    `The data folder was made by PostgreSQL ${found}; this program carries ${wanted}.`,
    'Take a backup with the older program and restore it with this one (docs/operations.md).',
  );
}

/**
 * After an unclean stop the lock may name a process that is another program by now, and the server would not start.
 * A lock whose process is gone it takes away by itself.
 */
function removeForeignLock(folder: string): void {
  const file = join(folder, 'postmaster.pid');
  const pid = lockedBy(folder);
  if (existsSync(file) && (pid === undefined || (isAlive(pid) && livePostmaster(folder) === undefined)))
    rmSync(file, { force: true });
}

function lockedBy(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === 'EPERM';
  }
}

/** The process id of a live server on this folder, if there is one. */
function livePostmaster(folder: string): number | undefined {
  const pid = lockedBy(folder);
  return pid !== undefined && isServerOf(folder, pid) ? pid : undefined;
}

function isServerOf(folder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (!existsSync('/proc/self')) return true;
  try {
    return readFileSync(join('/proc', String(pid), 'cmdline'), 'utf8')
      .split('\0')
      .includes(folder);
  } catch {
    return false;
  }
}

/** Deaths before it has answered once, until we say that it does not start. */
const mostDeaths = 4;

async function ready(address: DatabaseAddress, keeper: Keeper, onNotice?: (sentence: string) => void): Promise<void> {
  const started = Date.now();
  let told = false;
  for (;;) {
    try {
      const client = new pg.Client({ ...address, database: 'postgres' });
      client.on('error', () => {});
      await client.connect();
      await client.end();
      keeper.isWell();
      return;
    } catch (fault) {
      const code = codeOf(fault);
      if (code === '28P01')
        throw new StartFault('The database does not know its own key.', 'Restore database.key from a backup.', fault);
      const { deaths, words } = keeper.trouble();
      if (deaths >= mostDeaths) throw neverStarts(words, fault);
      const waited = Date.now() - started;
      if (waited > 3_000 && !told) {
        told = true;
        onNotice?.('the database is recovering after an unclean stop; this can take a minute');
      }
      if (waited > 300_000)
        throw new StartFault('The database did not start within five minutes.', 'See docs/operations.md.', fault);
      await new Promise((done) => setTimeout(done, 40));
    }
  }
}

function neverStarts(words: string, fault: unknown): StartFault {
  if (/No space left/i.test(words))
    return new StartFault('The disk is full.', 'Free some space, and start again.', fault);
  return new StartFault(
    `The database does not start: ${words}`,
    'See docs/operations.md, "The database does not start".',
    fault,
  );
}

async function ensureDatabase(address: DatabaseAddress): Promise<void> {
  const client = new pg.Client({ ...address, database: 'postgres' });
  await client.connect();
  const found = await client.query('select 1 from pg_database where datname = $1', [address.database]);
  if (found.rowCount === 0) await client.query(`create database ${address.database}`);
  await client.end();
}

async function stopPostmaster(folder: string): Promise<void> {
  const pid = livePostmaster(folder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  if (await isGone(folder, pid, 15_000)) return;
  process.kill(pid, 'SIGQUIT');
  await isGone(folder, pid, 5_000);
}

async function isGone(folder: string, pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    if (!isServerOf(folder, pid)) return true;
    await new Promise((done) => setTimeout(done, 20));
  }
  return false;
}
