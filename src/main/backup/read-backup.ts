/** Reads a backup to its end: that the file is whole, and what is in it. */

import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type BackupHead, type BackupRecord, type Numbering, type TableEnd, unpackRecords } from './backup-record.ts';
import { unseal } from './sealed-file.ts';

export type BackupContent = {
  readonly head: BackupHead;
  readonly tables: readonly TableEnd[];
  readonly numberings: readonly Numbering[];
};

/** The records of a file; a fault in the file comes out where it is met. */
export function recordsOf(file: string, key: Buffer): AsyncGenerator<BackupRecord> {
  const opened = pipeline(
    Readable.from(unseal(file, key), { objectMode: false }),
    createGunzip({ chunkSize: 256 * 1024 }),
    () => {},
  );
  return unpackRecords(opened);
}

export async function readBackup(file: string, key: Buffer): Promise<BackupContent> {
  let head: BackupHead | undefined;
  const tables: TableEnd[] = [];
  let numberings: readonly Numbering[] = [];
  for await (const record of recordsOf(file, key)) {
    if (record.is === 'head') head = record.head;
    if (record.is === 'table end') tables.push({ table: record.table, rows: record.rows, digest: record.digest });
    if (record.is === 'numberings') numberings = record.numberings;
  }
  if (!head) throw new Error('a backup without its head');
  return { head, tables, numberings };
}
