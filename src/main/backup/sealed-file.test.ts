import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { seal, unseal } from './sealed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsverk-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'sealed');
const key = randomBytes(32);
const mebibyte = 1024 * 1024;
const headBytes = 58;

async function* inPieces(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
async function sealed(content: Buffer, size = 100_000): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of seal(inPieces(content, size), key)) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  writeFileSync(file, whole);
  return whole;
}
async function opened(withKey = key): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unseal(file, withKey)) pieces.push(piece);
  return Buffer.concat(pieces);
}
const opening = (withKey = key): Promise<string> =>
  opened(withKey).then(
    () => 'opened',
    (fault: Error) => fault.message,
  );

describe('what was sealed comes out as it went in', () => {
  test.each([
    ['nothing', 0],
    ['one byte', 1],
    ['one byte less than a part', mebibyte - 1],
    ['exactly a part', mebibyte],
    ['one byte more than a part', mebibyte + 1],
    ['several parts', 3 * mebibyte + 77],
  ])('%s', async (_, bytes) => {
    const content = randomBytes(bytes);
    await sealed(content);
    expect((await opened()).equals(content)).toBe(true);
  });
  test('in whatever pieces it came', async () => {
    const content = randomBytes(mebibyte + 5);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4_000, max: 2 * mebibyte }), async (size) => {
        await sealed(content, size);
        return (await opened()).equals(content);
      }),
      { numRuns: 12 },
    );
  });
  test('nothing of it can be read without the key', async () => {
    const whole = await sealed(Buffer.from('Hansen, Odd '.repeat(500)));
    expect(whole.includes('Hansen')).toBe(false);
    expect((await sealed(Buffer.from('the same'))).equals(await sealed(Buffer.from('the same')))).toBe(false);
  });
});

describe('what is wrong with the file is named', () => {
  test('another clinic’s key', async () => {
    await sealed(randomBytes(100));
    expect(await opening(randomBytes(32))).toContain('sealed with another key');
  });
  test('another kind of file, an empty one, and none at all', async () => {
    writeFileSync(file, 'PK\u0003\u0004 something else altogether that is long enough to be a head of a file');
    expect(await opening()).toContain('is not a backup');
    writeFileSync(file, '');
    expect(await opening()).toContain('is not a backup');
    rmSync(file);
    expect(await opening()).toContain('cannot be read');
  });
  test('any byte that was changed is found', async () => {
    const whole = await sealed(randomBytes(2_000));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const changed = Buffer.from(whole);
          changed[at] = (changed[at] as number) ^ change;
          writeFileSync(file, changed);
          return (await opening()) !== 'opened';
        },
      ),
      { numRuns: 150 },
    );
  });
  test('a file cut short is found wherever it was cut, also between two parts', async () => {
    const whole = await sealed(randomBytes(2 * mebibyte + 9));
    const between = headBytes + 4 + mebibyte + 16;
    for (const length of [headBytes, headBytes + 3, 5_000, between, between + 1, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(await opening()).toMatch(/cut short in part \d/);
    }
  });
  test('two parts that changed places, a part left out, and bytes after the end', async () => {
    const whole = await sealed(randomBytes(2 * mebibyte + 9));
    const part = 4 + mebibyte + 16;
    const [first, second] = [headBytes, headBytes + part].map((at) => whole.subarray(at, at + part));
    const [head, last] = [whole.subarray(0, headBytes), whole.subarray(headBytes + 2 * part)];
    const put = (...pieces: (Buffer | undefined)[]): Promise<string> => {
      writeFileSync(file, Buffer.concat(pieces.filter((piece) => piece !== undefined)));
      return opening();
    };
    expect(await put(head, second, first, last)).toContain('part 1 was changed');
    expect(await put(head, first, last)).toContain('part 2 was changed');
    expect(await put(head, first, first, second, last)).toContain('part 2 was changed');
    expect(await put(head, first, second, last, Buffer.from('x'))).toContain('part 4 was changed');
    expect(await put(head, first, second, last)).toBe('opened');
  });
  test('a part of another backup of the same clinic', async () => {
    const one = await sealed(randomBytes(500));
    const other = await sealed(randomBytes(500));
    writeFileSync(file, Buffer.concat([one.subarray(0, headBytes), other.subarray(headBytes)]));
    expect(await opening()).toContain('part 1 was changed');
  });
});

test('a sealed file is hardly larger than what is in it', async () => {
  await sealed(randomBytes(mebibyte));
  expect(statSync(file).size - mebibyte).toBeLessThan(200);
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('dagsverk backup');
});
