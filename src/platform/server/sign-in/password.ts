/** Passwords and PINs: argon2id, a floor for their quality, and a lock after repeated failures. */

import { hash, verify } from '@node-rs/argon2';
import { ok, type Result, refuse } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import type { Db } from '../database.ts';
import { type AccountRow, clearFailures, countFailure } from './account.store.ts';

/** OWASP's first choice for argon2id (2023): 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const mostFailures = 5;
export const lockMinutes = 15;

export const hashSecret = (secret: string): Promise<string> => hash(secret, strength);

let decoy: Promise<string> | undefined;
/** Takes as long for an unknown user as for a known one. */
export async function wasteTime(secret: string): Promise<void> {
  decoy ??= hashSecret('decoy');
  await verify(await decoy, secret);
}

export type SecretRefusal = 'wrong name or password' | 'locked after failures';

/** Checks a password or PIN and keeps count; five failures lock the account for a quarter of an hour. */
export async function checkSecret(
  db: Db,
  account: AccountRow,
  secretHash: string | null,
  secret: string,
  now: Moment,
): Promise<Result<undefined, SecretRefusal>> {
  if (account.lockedUntil && account.lockedUntil > now)
    return refuse('locked after failures', { until: account.lockedUntil });
  const fits = secretHash !== null && (await verify(secretHash, secret));
  if (!fits) {
    await db.run(countFailure, {
      person: account.person,
      most: mostFailures,
      lockedUntil: addMinutes(now, lockMinutes),
    });
    return refuse('wrong name or password');
  }
  await db.run(clearFailures, { person: account.person });
  return ok();
}

export type PasswordRefusal = 'too short' | 'contains the user name' | 'too common';
const common = ['passord', 'password', '123456', 'qwerty', 'dagsverk', 'legekontor', 'sommer', 'vinter'];

/** Length before signs (NIST SP 800-63B, 2024): at least 12, not the user name, not a word everyone tries first. */
export function judgePassword(password: string, username: string): Result<string, PasswordRefusal> {
  const plain = password.toLowerCase();
  if (password.length < 12) return refuse('too short', { atLeast: 12 });
  if (username.length > 2 && plain.includes(username.toLowerCase())) return refuse('contains the user name');
  if (common.some((word) => plain.startsWith(word) && plain.length < word.length + 8)) return refuse('too common');
  return ok(password);
}
