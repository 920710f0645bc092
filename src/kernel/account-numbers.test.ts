import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountOf,
  type BankAccount,
  groupedBankAccount,
  groupedIban,
  groupedOrganisationNumber,
  ibanOf,
  type KidAgreement,
  makeKid,
  readBankAccount,
  readIban,
  readKid,
  readOrganisationNumber,
  vatNumberOf,
} from './account-numbers.ts';
import { must, type Result } from './result.ts';

const answer = (result: Result<string>): string => (result.ok ? 'ok' : result.why);
const withDigit = (text: string, place: number, step: number): string =>
  text.slice(0, place) + String((Number(text[place]) + step) % 10) + text.slice(place + 1);
const step = fc.integer({ min: 1, max: 9 });

describe('organisation numbers', () => {
  test.each(['974760673', '995525828', '988077917', '974 760 673', '974\u00a0760\u00a0673'])('%s is read', (text) => {
    expect(answer(readOrganisationNumber(text))).toBe('ok');
  });

  test.each([
    ['123456789', 'checksum'],
    ['988077918', 'checksum'],
    ['98807791', 'format'],
    ['9747606731', 'format'],
    ['97476067A', 'format'],
    ['000000000', 'format'],
    ['', 'format'],
  ])('%s is refused because of its %s', (text, why) => {
    expect(answer(readOrganisationNumber(text))).toBe(why);
  });

  test('are shown in groups of three and stand in invoices with NO and MVA', () => {
    const number = must(readOrganisationNumber('974760673'));
    expect(groupedOrganisationNumber(number)).toBe('974\u00a0760\u00a0673');
    expect(vatNumberOf(number)).toBe('NO974760673MVA');
  });

  test('one digit changed is never valid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), step, (place, by) => {
        expect(readOrganisationNumber(withDigit('974760673', place, by)).ok).toBe(false);
      }),
    );
  });
});

/** An account made forwards from ten digits; nothing when its check would be 10. */
function madeAccount(ten: string): BankAccount | undefined {
  const found = [...'0123456789'].map((check) => readBankAccount(ten + check)).find((result) => result.ok);
  return found?.ok ? found.value : undefined;
}
const tenDigits = fc.integer({ min: 1, max: 9_999_999_999 }).map((number) => String(number).padStart(10, '0'));

describe('bank accounts', () => {
  test.each(['8601 11 17947', '86011117947', '8601.11.17947', '1234.56.78903', ' 86011117947 '])(
    '%s is read',
    (text) => {
      expect(answer(readBankAccount(text))).toBe('ok');
    },
  );

  test.each([
    ['99990000005', 'checksum'],
    ['86011117948', 'checksum'],
    ['8601111794A', 'format'],
    ['8601111794', 'format'],
    ['860111179477', 'format'],
    ['00000000000', 'format'],
    ['8601-11-17947', 'format'],
  ])('%s is refused because of its %s', (text, why) => {
    expect(answer(readBankAccount(text))).toBe(why);
  });

  test('are shown in groups and read back from them', () => {
    const account = must(readBankAccount('86011117947'));
    expect(groupedBankAccount(account)).toBe('8601\u00a011\u00a017947');
    expect(must(readBankAccount(groupedBankAccount(account)))).toBe(account);
  });

  test('one digit changed, or two neighbours swapped, is never valid', () => {
    fc.assert(
      fc.property(tenDigits, fc.integer({ min: 0, max: 10 }), step, (ten, place, by) => {
        const account = madeAccount(ten);
        if (!account) return;
        expect(readBankAccount(withDigit(account, place, by)).ok).toBe(false);
        if (place === 10 || account[place] === account[place + 1]) return;
        const swapped = account.slice(0, place) + account[place + 1] + account[place] + account.slice(place + 2);
        expect(readBankAccount(swapped).ok).toBe(false);
      }),
    );
  });
});

describe('IBAN', () => {
  test.each(['NO93 8601 1117 947', 'NO9386011117947', 'no93 8601 1117 947'])('%s is read', (text) => {
    expect(must(readIban(text))).toBe('NO9386011117947');
  });

  test.each([
    ['NO9386011117948', 'checksum'],
    ['NO93 8601 1117 9470', 'format'],
    ['NO938601111794', 'format'],
    ['GB82 WEST 1234 5698 7654 32', 'not Norwegian'],
    ['9386011117947', 'format'],
    ['', 'format'],
  ])('%s is refused because of its %s', (text, why) => {
    expect(answer(readIban(text))).toBe(why);
  });

  test('the account inside must hold by itself even when the IBAN adds up', () => {
    const wrong = '86011117948' as BankAccount;
    expect(answer(readIban(ibanOf(wrong)))).toBe('account');
  });

  test('is made from an account, shown in fours and taken apart again', () => {
    const account = must(readBankAccount('86011117947'));
    expect(groupedIban(ibanOf(account))).toBe('NO93\u00a08601\u00a01117\u00a0947');
    expect(accountOf(ibanOf(account))).toBe(account);
  });

  test('every account gives an IBAN that is read, and no digit of it can be changed', () => {
    fc.assert(
      fc.property(tenDigits, fc.integer({ min: 2, max: 14 }), step, (ten, place, by) => {
        const account = madeAccount(ten);
        if (!account) return;
        const iban = ibanOf(account);
        expect(must(readIban(iban))).toBe(iban);
        expect(readIban(withDigit(iban, place, by)).ok).toBe(false);
      }),
    );
  });
});

const mod10: KidAgreement = { method: 'mod10', minusAllowed: false };
const mod11: KidAgreement = { method: 'mod11', minusAllowed: true };

describe('KID', () => {
  test.each([
    ['234567', mod10, '2345676'],
    ['000001234', mod10, '0000012344'],
    ['999', mod10, '9993'],
    ['1000005', mod11, '1000005-'],
    ['100200300', mod11, '1002003003'],
    ['314159265358979', mod11, '3141592653589791'],
  ])('%s gets its check', (base, agreement, kid) => {
    expect(must(makeKid(base, agreement))).toEqual({ kid, checkDigit: kid.at(-1) });
    expect(must(readKid(kid, agreement))).toBe(kid);
  });

  test('a number whose check is a minus is skipped when the agreement forbids it', () => {
    const strict: KidAgreement = { method: 'mod11', minusAllowed: false };
    expect(makeKid('1000005', strict)).toMatchObject({ why: 'minus' });
    expect(readKid('1000005-', strict)).toMatchObject({ why: 'minus' });
    expect(makeKid('100200300', strict).ok).toBe(true);
  });

  test('has 2 to 25 characters with its check', () => {
    expect(makeKid('1'.repeat(24), mod10).ok).toBe(true);
    expect(makeKid('1'.repeat(25), mod10)).toMatchObject({ why: 'length' });
    expect(makeKid('', mod10)).toMatchObject({ why: 'format' });
    expect(makeKid('12a', mod10)).toMatchObject({ why: 'format' });
    expect(readKid('5', mod10)).toMatchObject({ why: 'length' });
    expect(readKid('1'.repeat(26), mod10)).toMatchObject({ why: 'length' });
  });

  test('a minus inside it, or another check, is refused', () => {
    expect(readKid('23-5676', mod10)).toMatchObject({ why: 'format' });
    expect(readKid('2345677', mod10)).toMatchObject({ why: 'checksum' });
    expect(readKid('234567-', mod10)).toMatchObject({ why: 'checksum' });
    expect(must(readKid('234 5676', mod10))).toBe('2345676');
  });

  test('one digit changed is never valid, whatever the method', () => {
    const base = fc.stringMatching(/^\d{1,24}$/);
    fc.assert(
      fc.property(base, fc.constantFrom(mod10, mod11), fc.nat(23), step, (digits, agreement, at, by) => {
        const { kid } = must(makeKid(digits, agreement));
        expect(readKid(kid, agreement).ok).toBe(true);
        expect(readKid(withDigit(kid, at % digits.length, by), agreement).ok).toBe(false);
      }),
    );
  });
});
