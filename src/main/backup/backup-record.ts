/** What lies in a backup, in order: its head, each table with its rows, the positions of the numberings, and the end. */

import { StartFault } from '../../platform/server/failure.ts';

/** Told by `backup --check` without a database at hand. */
export type BackupHead = {
  readonly format: 1;
  readonly program: string;
  readonly madeAt: string;
  /** One clinic's code, or all. */
  readonly scope: string | null;
  readonly clinics: readonly { readonly clinic: number; readonly code: string; readonly name: string }[];
  /** The table steps in the order in which they ran. */
  readonly steps: readonly { readonly name: string; readonly hash: string }[];
  readonly server: string;
};
/** Rows in the text form of COPY; the columns say in which order. */
export type TableHead = { readonly table: string; readonly columns: readonly string[] };
/** The digest is the sum of the rows' hashes, whatever their order. */
export type TableEnd = { readonly table: string; readonly rows: number; readonly digest: string };
export type Numbering = { readonly sequence: string; readonly last: string };

export type BackupRecord =
  | { readonly is: 'head'; readonly head: BackupHead }
  | ({ readonly is: 'table' } & TableHead)
  | { readonly is: 'rows'; readonly bytes: Uint8Array }
  | ({ readonly is: 'table end' } & TableEnd)
  | { readonly is: 'numberings'; readonly numberings: readonly Numbering[] }
  | { readonly is: 'end' };

const rowsMark = 2;
const wordsMark = 1;
const longest = 64 * 1024 * 1024;

export async function* packRecords(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const record of records) {
    const isRows = record.is === 'rows';
    const body = isRows ? record.bytes : Buffer.from(JSON.stringify(record));
    const front = Buffer.alloc(5);
    front[0] = isRows ? rowsMark : wordsMark;
    front.writeUInt32BE(body.length, 1);
    yield front;
    yield Buffer.from(body.buffer, body.byteOffset, body.length);
  }
}

/** The same records again. The bytes are authenticated, so anything amiss here is another program's doing or a fault of ours. */
export async function* unpackRecords(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BackupRecord> {
  let rest = Buffer.alloc(0);
  let isWhole = false;
  for await (const piece of pieces) {
    rest = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    let at = 0;
    while (rest.length - at >= 5) {
      const length = rest.readUInt32BE(at + 1);
      if (length > longest) throw strange();
      if (rest.length - at - 5 < length) break;
      const record = readRecord(rest[at], rest.subarray(at + 5, at + 5 + length));
      isWhole = record.is === 'end';
      yield record;
      at += 5 + length;
    }
    rest = rest.subarray(at);
  }
  if (!isWhole || rest.length > 0) throw strange();
}

function readRecord(mark: number | undefined, body: Buffer): BackupRecord {
  if (mark === rowsMark) return { is: 'rows', bytes: body };
  if (mark !== wordsMark) throw strange();
  const record = JSON.parse(body.toString('utf8')) as BackupRecord;
  if (record.is === 'head' && record.head.format !== 1) throw strange();
  return record;
}

const strange = (): StartFault =>
  new StartFault(
    'The backup was made by a program that this one does not know.',
    'Restore it with the program that made it.',
  );
