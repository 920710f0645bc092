import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copyIn, copyOut } from './copy-stream.ts';

let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  await client.query('create temporary table line (number integer, words text)');
});
afterAll(() => client.end());

async function* of(...pieces: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece as string);
}
async function gathered(sql: string, onRow?: (row: Uint8Array) => void): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of copyOut(client, sql, onRow)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('rows go out as text, and each is seen once', async () => {
  let rows = 0;
  const all = await gathered(`copy (select n, 'å ' || n from generate_series(1, 50000) n) to stdout`, () => rows++);
  const lines = all.toString().split('\n');
  expect(lines).toHaveLength(50_001);
  expect(lines[49_999]).toBe('50000\tå 50000');
  expect(rows).toBe(50_000);
});

test('nothing is nothing', async () => {
  expect(await gathered('copy (select 1 where false) to stdout')).toHaveLength(0);
  expect(await copyIn(client, 'copy line from stdin', of())).toBe(0);
});

test('rows come in, in whatever pieces', async () => {
  const text = Array.from({ length: 20_000 }, (_, n) => `${n}\tlinje ${n} «ø»\n`).join('');
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, at) =>
    bytes.subarray(at * 777, (at + 1) * 777),
  );
  expect(await copyIn(client, 'copy line from stdin', of(...pieces))).toBe(20_000);
  const { rows } = await client.query<{ sum: string; words: string }>(
    'select sum(number), max(words) as words from line',
  );
  expect(rows[0]).toEqual({ sum: '199990000', words: 'linje 9999 «ø»' });
});

test('a reader that is slow makes the database wait, so that memory does not grow', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let pieces = 0;
  for await (const _ of copyOut(
    client,
    `copy (select n, repeat('x', 1000) from generate_series(1, 120000) n) to stdout`,
  )) {
    if (pieces++ < 40) await new Promise((done) => setTimeout(done, 5));
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }
  expect(pieces).toBeGreaterThan(300);
  expect(most).toBeLessThan(100 * 1024 * 1024);
});

test('a wrong row is a fault, and the connection can go on', async () => {
  await expect(copyIn(client, 'copy line from stdin', of('one\tnot a number\n'))).rejects.toThrow(
    'invalid input syntax',
  );
  await expect(gathered('copy (select 1/0) to stdout')).rejects.toThrow('division by zero');
  await expect(gathered('copy no_such_table to stdout')).rejects.toThrow('does not exist');
  expect(await gathered('copy (select 7) to stdout')).toEqual(Buffer.from('7\n'));
});

test('a fault in the source stops the copying, writes nothing, and is the one that is told', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('1\tfirst\n');
    throw new Error('the file was changed');
  }
  await client.query('truncate line');
  await expect(copyIn(client, 'copy line from stdin', broken())).rejects.toThrow('the file was changed');
  expect((await client.query('select 1 from line')).rowCount).toBe(0);
});

test('who stops reading in the middle lets go of the connection', async () => {
  const other = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  other.on('error', () => {});
  await other.connect();
  for await (const _ of copyOut(other, 'copy (select n from generate_series(1, 10000000) n) to stdout')) break;
  await expect(other.query('select 1')).rejects.toThrow();
});
