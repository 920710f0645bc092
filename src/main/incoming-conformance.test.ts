/** Every published answer, receipt and test case goes through the door of the clinic, and none is lost. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { receiveMessage } from '../commons/exchange/letter.api.ts';
import { readMessageFile } from './read-message.ts';
import { type TestHouse, testHouse } from './testing/test-house.ts';

const standards = fileURLToPath(new URL('../../../shared/standards/', import.meta.url));
const isHere = existsSync(standards);
const largest = 2_000_000;
const files = isHere
  ? ['kith-sarepta', 'navikt', 'fiks-nhn-client'].flatMap((folder) =>
      readdirSync(join(standards, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(standards, folder, name)),
    )
  : [];

describe.skipIf(!isHere)('published letters', () => {
  let clinic: TestHouse;
  beforeAll(async () => {
    clinic = await testHouse();
  });

  test('every one is kept byte for byte and ends with a person or with its patient, answered as it should be', async () => {
    const read = files
      .map((file) => ({ file, bytes: readFileSync(file) }))
      .filter(({ bytes }) => bytes.length < largest);
    for (const { file, bytes } of read)
      await clinic.yes('eva', receiveMessage, { bytes: bytes.toString('base64'), reference: file.slice(-200) });
    await clinic.house.settle();
    const kept = await clinic.rows('select reference, bytes, standing, kind, faults, encoding from incoming_letter');
    expect(kept).toHaveLength(read.length);
    const byReference = new Map(kept.map((row) => [row.reference as string, row]));
    const lost = read.filter(({ file, bytes }) => !bytes.equals(byReference.get(file.slice(-200))?.bytes as Buffer));
    expect(lost.map(({ file }) => file)).toEqual([]);
    expect(kept.filter(({ standing }) => standing === 'unread').map(({ reference }) => reference)).toEqual([]);
    const wrong = read.filter(({ file }) => {
      const row = byReference.get(file.slice(-200));
      if (row?.kind !== 'svarrapport') return false;
      const { outcome } = readMessageFile(file);
      return outcome === 'rejected' ? row.standing !== 'broken' : row.standing === 'broken';
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
    expect(await clinic.rows('select 1 from job where attempts > 0')).toEqual([]);
  }, 120_000);
});
