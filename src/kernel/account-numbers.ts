/** The numbers of money: organisation number, bank account, IBAN and KID, made and checked. */

import type { Branded } from './ids.ts';
import { ok, type Result, refuse } from './result.ts';

export type OrganisationNumber = Branded<string, 'OrganisationNumber'>;
/** Eleven digits (kontonummer). */
export type BankAccount = Branded<string, 'BankAccount'>;
/** A Norwegian IBAN: NO, two check digits and the bank account. */
export type Iban = Branded<string, 'Iban'>;
/** Customer identification on a bill (KID), 2–25 characters with its check. */
export type Kid = Branded<string, 'Kid'>;

const organisationWeights = [3, 2, 7, 6, 5, 4, 3, 2];
const accountWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The check by modulus 11 that belongs after the digits: 0–10, where 10 cannot be written as a digit. */
function mod11Check(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return (11 - (sum % 11)) % 11;
}

/** The groups that people type and print are taken away: ordinary and hard spaces, and dots. */
function ungrouped(text: string): string {
  return text.replace(/[ .\u00a0]/g, '');
}

/** Nine digits with a check by modulus 11 (Brønnøysundregistrene); a check of 10 does not exist. */
export function readOrganisationNumber(text: string): Result<OrganisationNumber, 'format' | 'checksum'> {
  const digits = ungrouped(text);
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return refuse('format');
  if (mod11Check(digits, organisationWeights) !== Number(digits[8])) return refuse('checksum');
  return ok(digits as OrganisationNumber);
}

/** `974760673` → `974 760 673`. */
export function groupedOrganisationNumber(number: OrganisationNumber): string {
  return number.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}

/** The form that invoices want (EHF rule NO-R-001). */
export function vatNumberOf(number: OrganisationNumber): string {
  return `NO${number}MVA`;
}

/** Eleven digits with a check by modulus 11; all zeros is no account. */
export function readBankAccount(text: string): Result<BankAccount, 'format' | 'checksum'> {
  const digits = ungrouped(text);
  if (!/^\d{11}$/.test(digits) || /^0+$/.test(digits)) return refuse('format');
  if (mod11Check(digits, accountWeights) !== Number(digits[10])) return refuse('checksum');
  return ok(digits as BankAccount);
}

/** `86011117947` → `8601 11 17947`. */
export function groupedBankAccount(account: BankAccount): string {
  return `${account.slice(0, 4)}\u00a0${account.slice(4, 6)}\u00a0${account.slice(6)}`;
}

/** ISO 13616: letters count as 10–35, and the whole number is taken modulo 97. */
function mod97(text: string): number {
  let rest = 0;
  for (const sign of text)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}

/** A Norwegian IBAN; the account inside must hold by itself (ISO 13616). */
export function readIban(text: string): Result<Iban, 'format' | 'not Norwegian' | 'checksum' | 'account'> {
  const signs = ungrouped(text).toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(signs)) return refuse('format');
  if (!signs.startsWith('NO')) return refuse('not Norwegian');
  if (!/^NO\d{13}$/.test(signs)) return refuse('format');
  if (mod97(signs.slice(4) + signs.slice(0, 4)) !== 1) return refuse('checksum');
  return readBankAccount(signs.slice(4)).ok ? ok(signs as Iban) : refuse('account');
}

export function ibanOf(account: BankAccount): Iban {
  const check = 98 - mod97(`${account}NO00`);
  return `NO${String(check).padStart(2, '0')}${account}` as Iban;
}

export function accountOf(iban: Iban): BankAccount {
  return iban.slice(4) as BankAccount;
}

/** `NO9386011117947` → `NO93 8601 1117 947`. */
export function groupedIban(iban: Iban): string {
  return iban.replace(/(.{4})(?=.)/g, '$1\u00a0');
}

/** Which check a KID has stands in the clinic's agreement with the bank. */
export type KidMethod = 'mod10' | 'mod11';
export type KidAgreement = { readonly method: KidMethod; readonly minusAllowed: boolean };
export type MadeKid = { readonly kid: Kid; readonly checkDigit: string };

/** Weights 2, 1, 2 … from the right, digits of the products added, up to the next ten. */
function mod10Of(base: string): string {
  let sum = 0;
  for (const [fromRight, digit] of [...base].reverse().entries()) {
    const product = Number(digit) * (fromRight % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Weights 2–7, over again, from the right; a check of 10 is written as a minus. */
function mod11Of(base: string): string {
  const weights = [...base].map((_, place) => 2 + ((base.length - 1 - place) % 6));
  const check = mod11Check(base, weights);
  return check === 10 ? '-' : String(check);
}

/** Puts the check after 1–24 digits; where the agreement forbids the minus, that number is to be skipped. */
export function makeKid(base: string, agreement: KidAgreement): Result<MadeKid, 'format' | 'length' | 'minus'> {
  if (!/^\d+$/.test(base)) return refuse('format');
  if (base.length > 24) return refuse('length');
  const checkDigit = agreement.method === 'mod10' ? mod10Of(base) : mod11Of(base);
  if (checkDigit === '-' && !agreement.minusAllowed) return refuse('minus');
  return ok({ kid: (base + checkDigit) as Kid, checkDigit });
}

/** A KID as it came with a payment; leading zeros count. */
export function readKid(
  text: string,
  agreement: KidAgreement,
): Result<Kid, 'format' | 'length' | 'minus' | 'checksum'> {
  const signs = ungrouped(text);
  if (!/^\d+[\d-]$/.test(signs)) return refuse(signs.length < 2 ? 'length' : 'format');
  const made = makeKid(signs.slice(0, -1), agreement);
  if (!made.ok) return made;
  return made.value.kid === signs ? ok(made.value.kid) : refuse('checksum');
}
