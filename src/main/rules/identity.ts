/** Vectors of numbers that identify people, organisations, accounts and bills. */

import { type KidMethod, makeKid, readBankAccount, readIban, readOrganisationNumber } from '#kernel/account-numbers';
import { readNationalNumber } from '#kernel/national-numbers';
import { type Inputs, type Outputs, type RuleSet, textAt } from './rule-set.ts';

function nationalNumber(inputs: Inputs): Outputs {
  const read = readNationalNumber(textAt(inputs, 'number') ?? '');
  if (!read.ok) return { valid: false, reason: read.why, validByPre2032Rule: false, type: null };
  const { type, validByPre2032Rule } = read.value;
  return { valid: true, validByPre2032Rule, type };
}

function kid(inputs: Inputs): Outputs {
  const method = textAt(inputs, 'method');
  if (method !== 'mod10' && method !== 'mod11') throw new TypeError('input method is no KID method');
  const made = makeKid(textAt(inputs, 'base') ?? '', { method: method satisfies KidMethod, minusAllowed: true });
  return made.ok ? { ...made.value } : { checkDigit: null, kid: null, error: made.why };
}

const isValid = (read: (text: string) => { readonly ok: boolean }, key: string) => (inputs: Inputs) => ({
  valid: read(textAt(inputs, key) ?? '').ok,
});

export const identityRules: RuleSet = {
  'id.fnr': nationalNumber,
  'id.orgnr': isValid(readOrganisationNumber, 'number'),
  'id.bankAccount': isValid(readBankAccount, 'number'),
  'id.iban': isValid(readIban, 'iban'),
  'id.kid': kid,
};
