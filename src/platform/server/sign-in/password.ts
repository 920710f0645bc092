/** Passwords and PINs: argon2id, a floor for their quality, and a lock after repeated failures. */

import { hash, verify } from '@node-rs/argon2';
import { ok, type Result, refuse } from '#kernel/result';

/** OWASP's first choice for argon2id (2023): 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const mostFailures = 5;
export const lockMinutes = 15;
/** Days that a one-time password holds. */
export const oneTimeDays = 7;

export const hashSecret = (secret: string): Promise<string> => hash(secret, strength);

let decoy: Promise<string> | undefined;
/** Takes as long for an unknown user as for a known one. */
export async function fitsSecret(secretHash: string | null, secret: string): Promise<boolean> {
  decoy ??= hashSecret('decoy');
  const fits = await verify(secretHash ?? (await decoy), secret);
  return secretHash !== null && fits;
}

export type PasswordRefusal = 'too short' | 'contains the user name' | 'too common' | 'same as before';
const common = ['passord', 'password', '123456', 'qwerty', 'dagsverk', 'legekontor', 'sommer', 'vinter'];

/** Length before signs (NIST SP 800-63B, 2024): at least 12, not the user name, not a word everyone tries first. */
export function judgePassword(password: string, username: string): Result<string, PasswordRefusal> {
  const plain = password.toLowerCase();
  if (password.length < 12) return refuse('too short', { atLeast: 12 });
  if (username.length > 2 && plain.includes(username.toLowerCase())) return refuse('contains the user name');
  if (common.some((word) => plain.startsWith(word) && plain.length < word.length + 8)) return refuse('too common');
  return ok(password);
}

/** A PIN only opens a screen where one was signed in already; still not the ones everyone tries first. */
export function judgePin(pin: string): Result<string, 'pin is guessed first'> {
  const steps = new Set([...pin].slice(1).map((digit, place) => Number(digit) - Number(pin[place])));
  const isRun = steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9);
  const isRepeated = pin.length % 2 === 0 && pin.slice(0, pin.length / 2) === pin.slice(pin.length / 2);
  return isRun || isRepeated ? refuse('pin is guessed first') : ok(pin);
}
