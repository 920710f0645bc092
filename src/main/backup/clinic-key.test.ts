import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { clinicKey, keyFileIn, readClinicKey, wordsAboutKey } from './clinic-key.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsverk-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the key is made at its first need, for its owner alone, and the clinic is told loudly', () => {
  const file = keyFileIn(folder);
  const made = clinicKey(file);
  expect(made).toMatchObject({ isNew: true, file: join(folder, 'clinic.key') });
  expect(made.bytes).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(wordsAboutKey(made).join('\n')).toContain('THE BACKUPS CANNOT BE OPENED WITHOUT IT');
});

test('nothing but the key is left behind', () => {
  expect(readdirSync(folder)).toEqual(['clinic.key']);
});

test('the second time it is the same key, and nothing is said', () => {
  const first = readClinicKey(keyFileIn(folder));
  const again = clinicKey(keyFileIn(folder));
  expect(again.bytes.equals(first.bytes)).toBe(true);
  expect(wordsAboutKey(again)).toEqual([]);
});

test('a key that others may read is remarked on', () => {
  const file = keyFileIn(folder);
  chmodSync(file, 0o644);
  expect(wordsAboutKey(readClinicKey(file)).join()).toContain('chmod 600');
});

test('a key typed off from paper works, with other line ends', () => {
  const key = readClinicKey(keyFileIn(folder));
  const typed = join(folder, 'typed.key');
  const [, letters] = readFileSync(keyFileIn(folder), 'utf8').split('\n');
  writeFileSync(typed, `${letters}\r\n`);
  expect(readClinicKey(typed).bytes.equals(key.bytes)).toBe(true);
});

test('restoring never makes a key, and a file that is none is refused', () => {
  expect(() => readClinicKey(join(folder, 'none.key'))).toThrow('cannot be read');
  writeFileSync(join(folder, 'wrong.key'), 'dagsverk clinic key\ntoo short\n');
  expect(() => readClinicKey(join(folder, 'wrong.key'))).toThrow('is not a clinic');
  expect(() => clinicKey('/dev/null/clinic.key')).toThrow('could not be written');
});
