/** The clinic's key: what its backups are sealed with. Without it a backup is worthless, so it is kept in two places. */

import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, StartFault, sentenceOf } from '../../platform/server/failure.ts';

export type ClinicKey = { readonly file: string; readonly bytes: Buffer; readonly isNew: boolean };

const firstLine = 'dagsverk clinic key';
/** 32 bytes in base64url: short enough to be written on paper and put in a safe. */
const pattern = /^[A-Za-z0-9_-]{43}$/m;

/** Where the key lies when no other place is named. */
export const keyFileIn = (data: string): string => join(resolve(data), 'clinic.key');

/** The key, made at its first need; whole or not at all, and never over another's that was made at the same time. */
export function clinicKey(file: string): ClinicKey {
  if (existsSync(file)) return readClinicKey(file);
  const bytes = randomBytes(32);
  const growing = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(growing, `${firstLine}\n${bytes.toString('base64url')}\n`, { mode: 0o600, flush: true });
    linkSync(growing, file);
  } catch (cause) {
    if (existsSync(file)) return readClinicKey(file);
    if (codeOf(cause) === 'ENOSPC')
      throw new StartFault('The disk is full; the key of the clinic could not be written.', 'Free some space.', cause);
    throw new StartFault(
      `The clinic's key could not be written to ${file}: ${sentenceOf(cause)}`,
      'Choose another place with --key FILE.',
      cause,
    );
  } finally {
    if (existsSync(growing)) rmSync(growing);
  }
  return { file, bytes, isNew: true };
}

/** The key that is there; restoring never makes one. */
export function readClinicKey(file: string): ClinicKey {
  const found = pattern.exec(readKeyFile(file))?.[0];
  if (!found)
    throw new StartFault(`${file} is not a clinic's key.`, 'It has two lines: a title, and 43 letters and digits.');
  return { file, bytes: Buffer.from(found, 'base64url'), isNew: false };
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartFault(
      `The clinic's key ${file} cannot be read.`,
      'Fetch the copy of clinic.key that lies apart from the data folder, and name it with --key FILE.',
      cause,
    );
  }
}

/** Said loudly when a key is made, and shortly when others than its owner may read it. */
export function wordsAboutKey(key: ClinicKey): string[] {
  if (key.isNew)
    return [
      '*'.repeat(78),
      `* A key was made for this clinic: ${key.file}`,
      '* THE BACKUPS CANNOT BE OPENED WITHOUT IT. Copy it now to another place than the',
      '* backups and this machine (a safe, a password manager). Nobody can make it again.',
      '*'.repeat(78),
    ];
  const mode = statSync(key.file).mode & 0o077;
  return mode === 0 ? [] : [`others than its owner may read ${key.file}; run: chmod 600 ${key.file}`];
}
