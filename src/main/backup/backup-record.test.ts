import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BackupHead, type BackupRecord, packRecords, unpackRecords } from './backup-record.ts';

const head: BackupHead = {
  format: 1,
  program: 'dagsverk 0.1.0',
  madeAt: '2026-11-23T08:00:00.000Z',
  scope: null,
  clinics: [{ clinic: 1, code: 'fjordglott', name: 'Fjordgløtt legesenter' }],
  steps: [{ name: '2026-11-22-010-platform', hash: 'a1' }],
  server: '18.4',
};
const records: BackupRecord[] = [
  { is: 'head', head },
  { is: 'table', table: 'patient', columns: ['clinic', 'id'] },
  { is: 'rows', bytes: Buffer.from('1\tåse\n'.repeat(300)) },
  { is: 'rows', bytes: Buffer.from('1\t\\N\n') },
  { is: 'table end', table: 'patient', rows: 301, digest: '00ff' },
  { is: 'numberings', numberings: [{ sequence: 'event_number_seq', last: '9007199254740993' }] },
  { is: 'end' },
];

async function* of<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
async function gathered<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}
const packed = async (some: readonly BackupRecord[]): Promise<Buffer> =>
  Buffer.concat(await gathered(packRecords(of(some))));
const plain = (some: readonly BackupRecord[]): unknown[] =>
  some.map((record) => (record.is === 'rows' ? Buffer.from(record.bytes).toString() : record));

test('the records come out as they went in, however the bytes are cut up on the way', async () => {
  const bytes = await packed(records);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(plain(await gathered(unpackRecords(of(pieces))))).toEqual(plain(records));
    }),
    { numRuns: 40 },
  );
});

test('a numbering beyond what a number can hold keeps every digit', async () => {
  const out = await gathered(unpackRecords(of([await packed(records)])));
  expect(out.find(({ is }) => is === 'numberings')).toEqual(records[5]);
});

test('a backup that does not end is not believed', async () => {
  const bytes = await packed(records.slice(0, -1));
  await expect(gathered(unpackRecords(of([bytes])))).rejects.toThrow('does not know');
  const cut = (await packed(records)).subarray(0, -3);
  await expect(gathered(unpackRecords(of([cut])))).rejects.toThrow('does not know');
});

test('a later kind of backup is refused in words, not guessed at', async () => {
  const later = { is: 'head', head: { ...head, format: 2 } } as unknown as BackupRecord;
  await expect(gathered(unpackRecords(of([await packed([later, { is: 'end' }])])))).rejects.toThrow('does not know');
  await expect(gathered(unpackRecords(of([Buffer.from([9, 0, 0, 0, 0])])))).rejects.toThrow('does not know');
});
