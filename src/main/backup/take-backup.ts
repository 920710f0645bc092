/** Takes a backup: all tables as they were at one moment, while the clinic works on. */

import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { clientConfig, type DatabasePlace } from '../../platform/server/database.ts';
import { codeOf, StartFault } from '../../platform/server/failure.ts';
import { type BackupHead, type BackupRecord, packRecords, type TableEnd } from './backup-record.ts';
import { copyOut } from './copy-stream.ts';
import { rowDigest } from './row-digest.ts';
import { seal } from './sealed-file.ts';
import { copyOutOf, plainText, readNumberings, readTables } from './table-list.ts';

export type BackupWish = {
  readonly place: DatabasePlace;
  readonly file: string;
  readonly key: Buffer;
  /** The code of one clinic; null is all. */
  readonly clinic: string | null;
  readonly program: string;
  readonly madeAt: string;
};
export type BackupTaken = { readonly head: BackupHead; readonly tables: readonly TableEnd[] };

/** A row may hold a whole document; the pieces of it stay small. */
const sliceBytes = 4 * 1024 * 1024;

/** Writes beside the file first, so that a file of that name is always whole. */
export async function takeBackup(wish: BackupWish): Promise<BackupTaken> {
  if (existsSync(wish.file)) throw new StartFault(`${wish.file} is there already.`, 'Name another file.');
  const growing = `${wish.file}.part`;
  const client = new pg.Client(clientConfig(wish.place));
  client.on('error', () => {});
  try {
    await client.connect();
    mkdirSync(dirname(wish.file), { recursive: true });
    const tables: TableEnd[] = [];
    const head = await beginSnapshot(client, wish);
    await pipeline(
      Readable.from(packRecords(records(client, head, tables)), { objectMode: false }),
      createGzip({ level: 4 }),
      (compressed) => seal(compressed, wish.key),
      createWriteStream(growing, { mode: 0o600, flush: true }),
    );
    await client.query('commit');
    renameSync(growing, wish.file);
    return { head, tables };
  } catch (fault) {
    rmSync(growing, { force: true });
    throw namedFault(fault, wish.file);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * One snapshot for everything that follows. Table steps wait until the backup is done (lock 7001, which they take alone),
 * and a connection whose rows the clinics' walls would hide is refused rather than believed.
 */
async function beginSnapshot(client: pg.Client, wish: BackupWish): Promise<BackupHead> {
  const known = await client.query<{ is: boolean }>("select to_regclass('public.table_step') is not null as is");
  if (!known.rows[0]?.is)
    throw new StartFault('This database holds no clinic yet.', 'There is nothing to take a backup of.');
  await client.query('select pg_advisory_lock_shared(7001)');
  await client.query('begin transaction isolation level repeatable read, read only');
  await client.query(`${plainText}; set local row_security = off`);
  const { rows: steps } = await client.query<{ name: string; hash: string }>(
    'select name, hash from table_step order by ran_at, name',
  );
  const { rows: clinics } = await client.query<BackupHead['clinics'][number]>(
    'select clinic, code, name from clinic where $1::text is null or code = $1 order by clinic',
    [wish.clinic],
  );
  if (wish.clinic !== null && clinics.length === 0)
    throw new StartFault(`There is no clinic with the code "${wish.clinic}".`, 'Leave --clinic out to take them all.');
  const { rows } = await client.query<{ server: string }>("select current_setting('server_version') as server");
  const { program, madeAt } = wish;
  return { format: 1, program, madeAt, scope: wish.clinic, clinics, steps, server: rows[0]?.server ?? '' };
}

async function* records(client: pg.Client, head: BackupHead, done: TableEnd[]): AsyncGenerator<BackupRecord> {
  yield { is: 'head', head };
  const clinic = head.scope === null ? null : (head.clinics[0]?.clinic ?? null);
  for (const table of await readTables(client)) {
    yield { is: 'table', table: table.name, columns: table.columns };
    const digest = rowDigest();
    for await (const bytes of copyOut(client, copyOutOf(table, table.columns, clinic), digest.add))
      for (let at = 0; at < bytes.length; at += sliceBytes)
        yield { is: 'rows', bytes: bytes.subarray(at, at + sliceBytes) };
    const end = { table: table.name, rows: digest.rows(), digest: digest.text() };
    done.push(end);
    yield { is: 'table end', ...end };
  }
  yield { is: 'numberings', numberings: await readNumberings(client) };
  yield { is: 'end' };
}

function namedFault(fault: unknown, file: string): unknown {
  const code = codeOf(fault);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartFault(
      `The disk is full; ${file} was not made.`,
      'Free some space, or name a file on another disk.',
      fault,
    );
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new StartFault(`${file} cannot be written.`, 'Name a file in a folder where this user may write.', fault);
  if (code === '42501')
    return new StartFault(
      'This database user does not see every row, so a backup would have holes.',
      'Use the owner of the tables in DATABASE_URL.',
      fault,
    );
  return fault;
}
