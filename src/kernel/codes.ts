/** A code from a code system: the system's OID, the value, and the text exactly as it was received. */

import type { Branded } from './ids.ts';
import { ok, type Result, refuse } from './result.ts';

/** An object identifier, such as `2.16.578.1.12.4.1.1.8116`. */
export type Oid = Branded<string, 'Oid'>;
/** `text` is what the sender wrote; it is shown, never compared. */
export type Code = { readonly system: Oid; readonly value: string; readonly text?: string };

const oidPattern = /^[0-2](\.(0|[1-9]\d*))+$/;
const nationalRoot = '2.16.578.1.12.4.1.1';

/** The national code system of a number (Volven): 8116 → `2.16.578.1.12.4.1.1.8116`. */
export function nationalSystem(number: number): Oid {
  return `${nationalRoot}.${number}` as Oid;
}

/** The number of a national code system, or nothing when the OID is of another register. */
export function nationalNumberOf(system: Oid): number | undefined {
  const match = /^2\.16\.578\.1\.12\.4\.1\.1\.(\d+)$/.exec(system);
  return match ? Number(match[1]) : undefined;
}

const register = (branch: string): Oid => `2.16.578.1.12.4.1.${branch}` as Oid;

/** Registers of identifiers, as messages name them (Volven). */
export const identifierSystems = {
  fnr: register('4.1'),
  dnr: register('4.2'),
  fhn: register('4.3'),
  hpr: register('4.4'),
  duf: register('4.5'),
  organisation: register('4.101'),
  resh: register('4.102'),
  pharmacy: register('4.107'),
  her: register('2'),
} as const;

/** One system goes by several names: OID, `urn:oid:`, its number, or an address that ends in `no-kodeverk-<number>`. */
export function readSystem(name: string): Result<Oid, 'unknown system'> {
  const plain = name.trim().replace(/^urn:oid:/i, '');
  if (oidPattern.test(plain)) return ok(plain as Oid);
  const number = /^(\d{4})$/.exec(plain) ?? /\/no-kodeverk-(\d{4})(?:\.codesystem)?$/.exec(plain);
  return number ? ok(nationalSystem(Number(number[1]))) : refuse('unknown system');
}

/** A code as it stands in a message: value and text are kept to the letter. */
export function codeAsReceived(system: string, value: string, text?: string): Result<Code, 'unknown system' | 'empty'> {
  const known = readSystem(system);
  if (!known.ok) return known;
  if (!value.trim()) return refuse('empty');
  return ok(text === undefined ? { system: known.value, value } : { system: known.value, value, text });
}

export function nationalCode(number: number, value: string, text?: string): Code {
  return { system: nationalSystem(number), value, ...(text === undefined ? {} : { text }) };
}

/** The same thing is meant, whatever text came with it. */
export function sameCode(one: Code, other: Code): boolean {
  return one.system === other.system && one.value === other.value;
}

/** For systems that senders write in both cases, such as specimen material (8351). */
export function sameCodeInAnyCase(one: Code, other: Code): boolean {
  return one.system === other.system && one.value.toLowerCase() === other.value.toLowerCase();
}

/** One key for a map or a database column. */
export function codeKey(code: Code): string {
  return `${code.system}|${code.value}`;
}
