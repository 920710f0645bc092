/** Puts a backup back into an empty database: all of it, compared table by table before it is kept, or nothing. */

import pg from 'pg';
import { clientConfig, type DatabasePlace } from '../../platform/server/database.ts';
import { StartFault } from '../../platform/server/failure.ts';
import { runSteps, type Step } from '../../platform/server/steps.ts';
import type { BackupHead, BackupRecord, Numbering, TableEnd, TableHead } from './backup-record.ts';
import { copyIn, copyOut } from './copy-stream.ts';
import { recordsOf } from './read-backup.ts';
import { rowDigest } from './row-digest.ts';
import { copyInto, copyOutOf, plainText, readTables, type Table } from './table-list.ts';
import { layRulesAside, takeRulesBack } from './table-rules.ts';

export type RestoreWish = {
  readonly place: DatabasePlace;
  readonly file: string;
  readonly key: Buffer;
  /** The table steps that this program knows. */
  readonly steps: readonly Step[];
  readonly say: (sentence: string) => void;
};

/** The steps that made the tables of the backup, in the order in which they ran there; or why they cannot be run here. */
export function stepsOf(head: BackupHead, known: readonly Step[]): Step[] {
  return head.steps.map(({ name, hash }) => {
    const step = known.find((each) => each.name === name);
    if (!step)
      throw new StartFault(
        `The backup was made by a newer program (${head.program}): the table step ${name} is not known here.`,
        'Restore it with that program or a newer one.',
      );
    if (step.hash !== hash)
      throw new StartFault(
        `The table step ${name} is not the one that the backup was made with.`,
        'Restore it with the program that made it.',
      );
    return step;
  });
}

/** The file has been read to its end before (`readBackup`), so what is wrong with it is known before anything is written. */
export async function restoreBackup(wish: RestoreWish, head: BackupHead): Promise<void> {
  const steps = stepsOf(head, wish.steps);
  await refuseIfInUse(wish.place);
  await runSteps(wish.place, steps);
  const client = new pg.Client(clientConfig(wish.place));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    await client.query(plainText);
    await fill(client, wish);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => {});
    throw fault;
  } finally {
    await client.end().catch(() => {});
  }
  const newer = await runSteps(wish.place, wish.steps);
  if (newer > 0) wish.say(`${newer} newer table steps were run`);
}

async function refuseIfInUse(place: DatabasePlace): Promise<void> {
  const client = new pg.Client(clientConfig(place));
  await client.connect();
  try {
    if ((await readTables(client)).length > 0)
      throw new StartFault(
        'The database is not empty.',
        'Restore into a new data folder, or into a new database made for it.',
      );
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, wish: RestoreWish): Promise<void> {
  const tables = new Map((await readTables(client)).map((table) => [table.name, table]));
  const rules = await layRulesAside(client);
  await client.query(`truncate ${[...tables.keys()].map((name) => pg.escapeIdentifier(name)).join(', ')}`);
  const filled: { readonly head: TableHead; readonly end: TableEnd }[] = [];
  const records = recordsOf(wish.file, wish.key);
  let numberings: readonly Numbering[] = [];
  for (;;) {
    const { value: record, done } = await records.next();
    if (done) break;
    if (record.is === 'numberings') numberings = record.numberings;
    if (record.is !== 'table') continue;
    const end = await fillTable(client, record, records);
    wish.say(`${record.table}: ${end.rows} rows`);
    filled.push({ head: record, end });
  }
  refuseUnlessAll(tables, filled);
  await setNumberings(client, numberings);
  for (const { head, end } of filled) await compare(client, tables.get(head.table), head, end);
  await takeRulesBack(client, rules);
}

async function fillTable(client: pg.Client, head: TableHead, records: AsyncGenerator<BackupRecord>): Promise<TableEnd> {
  let end: TableEnd | undefined;
  async function* rows(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { value: record, done } = await records.next();
      if (done || (record.is !== 'rows' && record.is !== 'table end')) throw new Error('a table without its end');
      if (record.is === 'table end') {
        end = record;
        return;
      }
      yield record.bytes;
    }
  }
  const written = await copyIn(client, copyInto(head.table, head.columns), rows());
  if (!end || written !== end.rows) throw different(head.table, `${written} rows were written of ${end?.rows}`);
  return end;
}

function refuseUnlessAll(tables: ReadonlyMap<string, Table>, filled: readonly { head: TableHead }[]): void {
  const missing = [...tables.keys()].find((name) => !filled.some(({ head }) => head.table === name));
  if (missing) throw different(missing, 'it is not in the backup');
}

/** A numbering goes on where it stood, never below what the rows hold. */
async function setNumberings(client: pg.Client, numberings: readonly Numbering[]): Promise<void> {
  for (const { sequence, last } of numberings)
    await client.query('select setval(quote_ident($1)::regclass, $2::bigint)', [sequence, last]);
}

/** Reads the table again and compares it with what the backup says of it. */
async function compare(client: pg.Client, table: Table | undefined, head: TableHead, end: TableEnd): Promise<void> {
  if (!table) throw different(head.table, 'there is no such table');
  const digest = rowDigest();
  for await (const _ of copyOut(client, copyOutOf(table, head.columns, null), digest.add));
  if (digest.rows() !== end.rows) throw different(end.table, `${digest.rows()} rows instead of ${end.rows}`);
  if (digest.text() !== end.digest) throw different(end.table, 'the rows differ');
}

const different = (table: string, words: string): StartFault =>
  new StartFault(`The table ${table} is not as it was in the backup: ${words}.`, 'Nothing of it was kept.');
