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
  log_min_messages: 'warning',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  logging_collector: 'off',
  timezone: 'UTC',
};

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const folder = join(resolve(options.data), 'database');
  const programs = binaries();
  prepareFolder(resolve(options.data));
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

  let stopping = false;
  let child: ChildProcess | undefined;
  const settings = { ...defaults, ...options.settings, unix_socket_directories: sockets };
  const launch = (): void => {
    child = run.spawn(programs.postgres, [
      '-D',
      folder,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const log: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => {
      log.push(chunk.toString());
      if (log.length > 50) log.shift();
    });
    child.on('exit', () => {
      if (stopping) return;
      options.onNotice?.(`the database stopped, and is being started again. ${log.join('').trim().slice(-300)}`);
      setTimeout(() => !stopping && launch(), 300);
    });
  };

  const alive = livePostmaster(folder);
  if (alive === undefined) {
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    launch();
  } else watchAdopted(folder, () => !stopping, launch);
  await ready(address, options.onNotice);
  await ensureDatabase(address);
  return {
    address,
    adopted: alive !== undefined,
    pid: () => livePostmaster(folder),
    stop: async () => {
      stopping = true;
      await stopPostmaster(folder);
      child?.removeAllListeners();
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

/** The process id of a live server on this folder, if there is one. */
function livePostmaster(folder: string): number | undefined {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') ? pid : undefined;
  } catch (fault) {
    return codeOf(fault) === 'EPERM' || !existsSync('/proc') ? pid : undefined;
  }
}

/** A server that is not our child cannot tell us of its death, so we look. */
function watchAdopted(folder: string, wanted: () => boolean, launch: () => void): void {
  const timer = setInterval(() => {
    if (!wanted()) return clearInterval(timer);
    if (livePostmaster(folder) !== undefined) return;
    clearInterval(timer);
    rmSync(join(folder, 'postmaster.pid'), { force: true });
    launch();
  }, 500);
  timer.unref();
}

async function ready(address: DatabaseAddress, onNotice?: (sentence: string) => void): Promise<void> {
  const started = Date.now();
  let told = false;
  for (;;) {
    try {
      const client = new pg.Client({ ...address, database: 'postgres' });
      client.on('error', () => {});
      await client.connect();
      await client.end();
      return;
    } catch (fault) {
      const code = codeOf(fault);
      if (code === '28P01')
        throw new StartFault('The database does not know its own key.', 'Restore database.key from a backup.', fault);
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
  for (let wait = 0; wait < 300; wait++) {
    if (livePostmaster(folder) === undefined) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  process.kill(pid, 'SIGQUIT');
}
