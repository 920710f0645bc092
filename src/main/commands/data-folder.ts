/** The data folder of a clinic: its database reached whether the server runs or not, and refused in words when it cannot be. */

import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { clientConfig, type DatabasePlace } from '../../platform/server/database.ts';
import { codeOf, isDatabaseAway, StartFault, sentenceOf } from '../../platform/server/failure.ts';
import { startPostgres } from '../../platform/server/postgres.ts';

export type DataFolder = {
  readonly data: string;
  /** An outside PostgreSQL instead of the embedded one (`DATABASE_URL`). */
  readonly databaseUrl: string | undefined;
  readonly say: (sentence: string) => void;
};

/** `--data`, else `DAGSVERK_DATA`, else `data`. */
export function dataFolder(data: string | undefined, say: (sentence: string) => void): DataFolder {
  return { data: data ?? process.env.DAGSVERK_DATA ?? 'data', databaseUrl: process.env.DATABASE_URL, say };
}

export const holdsDatabase = ({ data }: DataFolder): boolean =>
  existsSync(join(resolve(data), 'database', 'PG_VERSION'));

/**
 * Lends the database to a piece of work: the outside one, the one of a running server (which runs on), or the embedded
 * one, started for this and stopped afterwards.
 */
export async function withDatabase<T>(folder: DataFolder, work: (place: DatabasePlace) => Promise<T>): Promise<T> {
  if (folder.databaseUrl) {
    const place = { url: folder.databaseUrl };
    await refuseIfUnreachable(place);
    return work(place);
  }
  const running = runningDatabase(folder.data);
  if (running) return work(running);
  refuseIfDiskIsFull(folder.data);
  const postgres = await startPostgres({ data: folder.data, onNotice: folder.say });
  try {
    return await work(postgres.address);
  } finally {
    await postgres.stop();
  }
}

/** As `withDatabase`, of a folder that holds a database already: a misspelt name makes no new one. */
export function withKnownDatabase<T>(folder: DataFolder, work: (place: DatabasePlace) => Promise<T>): Promise<T> {
  if (!folder.databaseUrl && !holdsDatabase(folder))
    throw new StartFault(
      `There is no database in the data folder ${resolve(folder.data)}.`,
      'Name the right folder with --data DIR, or DATABASE_URL.',
    );
  return withDatabase(folder, work);
}

/** Where the server of this folder listens, if one is alive; its own note says so. */
export function runningDatabase(data: string): DatabasePlace | undefined {
  const note = join(resolve(data), 'database', 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  const [pid = '', folder = '', , port = '', host = ''] = readText(note).split('\n');
  if (!isServerOf(folder, Number(pid)) || !host.startsWith('/')) return undefined;
  const password = readText(join(resolve(data), 'database.key')).trim();
  return { host, port: Number(port), user: 'dagsverk', password, database: 'dagsverk' };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartFault(`${file} cannot be read.`, 'Run this as the user who runs the server.', cause);
  }
}

/** Another program may have been given the number since: its own command line says which folder it serves. */
function isServerOf(folder: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (codeOf(fault) !== 'EPERM') return false;
  }
  const told = join('/proc', String(pid), 'cmdline');
  return !existsSync('/proc/self') || (existsSync(told) && readFileSync(told, 'utf8').split('\0').includes(folder));
}

/** Below this PostgreSQL cannot even recover: it needs room for a few files of its log (16 MB each). */
const leastFreeBytes = 64 * 1024 * 1024;

/** A full disk is told before the database dies of it. */
export function refuseIfDiskIsFull(data: string, least = leastFreeBytes): void {
  let folder = resolve(data);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= least) return;
  const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);
  throw new StartFault(
    `The disk is full: ${megabytes(free)} MB are free where ${resolve(data)} lies, and at least ${megabytes(least)} MB are needed.`,
    'Free some space, and start again. Nothing is lost.',
  );
}

/** A fault that names what is wrong with `DATABASE_URL`, never the password in it. */
export async function refuseIfUnreachable(place: DatabasePlace): Promise<void> {
  let client: pg.Client;
  try {
    client = new pg.Client({ ...clientConfig(place), connectionTimeoutMillis: 8_000 });
  } catch {
    throw new StartFault('DATABASE_URL is not an address.', 'postgresql://USER:PASSWORD@HOST:5432/DATABASE');
  }
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
  } catch (fault) {
    throw unreachable(fault);
  }
}

function unreachable(fault: unknown): StartFault {
  const code = codeOf(fault);
  if (code === '28P01' || code === '28000')
    return new StartFault('The database of DATABASE_URL refuses this user.', 'Check user and password in it.', fault);
  if (code === '3D000')
    return new StartFault(
      'The database that DATABASE_URL names does not exist.',
      'Let an administrator create it.',
      fault,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new StartFault('The machine that DATABASE_URL names is not known.', 'Check its name.', fault);
  if (isDatabaseAway(fault))
    return new StartFault('The database of DATABASE_URL does not answer.', 'Is it running there?', fault);
  return new StartFault(
    `The database of DATABASE_URL cannot be used: ${sentenceOf(fault)}`,
    'See docs/operations.md.',
    fault,
  );
}

/** Makes a folder for what a command writes. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new StartFault(`The folder ${folder} cannot be made.`, 'Choose another, or give this user the right.', cause);
  }
}
