import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admit,
  birthDateHint,
  type DufNumber,
  groupedNationalNumber,
  identifierTypeOf,
  type NationalNumberRead,
  type NationalNumberType,
  readDufNumber,
  readHNumber,
  readNationalNumber,
  readPersonIdentifier,
  readSampleNumber,
  seriesOf,
  withoutPrintedGap,
} from './national-numbers.ts';
import { must } from './result.ts';
import type { IsoDate } from './time.ts';

const today = '2026-09-14' as IsoDate;
const read = (text: string): NationalNumberRead => must(readNationalNumber(text));
const why = (text: string): string => {
  const result = readNationalNumber(text);
  return result.ok ? 'read' : result.why;
};

/** Skatteetaten's published examples of both rules, and the test numbers of public validators. */
const published: readonly (readonly [string, NationalNumberType, boolean])[] = [
  ['02013299997', 'fnr', true],
  ['02013299903', 'fnr', false],
  ['02013299806', 'fnr', true],
  ['30108299920', 'fnr', true],
  ['30108299939', 'fnr', false],
  ['29020073150', 'fnr', true],
  ['30908299902', 'fnr-tenor', false],
  ['03851598730', 'fnr-tenor', true],
  ['55102499947', 'd', false],
  ['53097248016', 'd', true],
  ['41819077906', 'd-tenor', false],
  ['41819077302', 'd-tenor', true],
  ['50846202355', 'd-tenor', true],
  ['31739556891', 'fnr-dolly', true],
  ['41774061388', 'd-dolly', true],
  ['13527248013', 'fnr-nav_or_h', true],
  ['24417138435', 'fnr-nav_or_h', true],
  ['81212121223', 'fh', true],
  ['94545456561', 'fh', true],
];

test.each(published)('the published number %s is read as %s', (number, type, validByPre2032Rule) => {
  expect(readNationalNumber(number)).toEqual({ ok: true, value: { number, type, validByPre2032Rule } });
});

test.each([
  ['20036914712', 'checksum'],
  ['13097248032', 'checksum'],
  ['13097248023', 'checksum'],
  ['55076500565', 'checksum'],
  ['17454026641', 'checksum'],
  ['29020105729', 'date'],
  ['13137248022', 'date'],
  ['00000000000', 'date'],
  ['32019912345', 'date'],
  ['72019912345', 'date'],
  ['12345678901', 'date'],
  ['1309724802', 'format'],
  ['123456789101', 'format'],
  ['1309724802x', 'format'],
  ['', 'format'],
])('the number %s is refused because of its %s', (number, reason) => {
  expect(why(number)).toBe(reason);
});

test('a number is never repaired: spaces, dashes and letters are refused', () => {
  for (const typed of [' 13097248022', '130972 48022', '130972-48022', '1309724802Z', '13O97248022']) {
    expect(why(typed)).toBe('format');
  }
});

test('the gap of a printed number may be taken away at the desk, and nothing else', () => {
  expect(withoutPrintedGap('130972 48022')).toBe('13097248022');
  expect(withoutPrintedGap(' 130972\u00a048022 ')).toBe('13097248022');
  expect(withoutPrintedGap('13 09 72 48022')).toBe('13 09 72 48022');
  expect(withoutPrintedGap(groupedNationalNumber(read('13097248022').number))).toBe('13097248022');
});

test('29 February exists only when some century has it', () => {
  expect(why('29020073150')).toBe('read');
  expect(why('29020105729')).toBe('date');
});

test('sample messages may carry numbers that fail the check digits, but not impossible days', () => {
  expect(must(readSampleNumber('14057012345'))).toMatchObject({ type: 'fnr', validByPre2032Rule: false });
  expect(why('14057012345')).toBe('checksum');
  expect(readSampleNumber('14137012345')).toMatchObject({ why: 'date' });
  expect(readSampleNumber('1405701234')).toMatchObject({ why: 'format' });
});

const k1Weights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const k2Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const sum = (digits: string, weights: readonly number[]) =>
  weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);

/** A number made forwards from the rule: date, series digits and the remainder that is wanted in the first check. */
function made(nine: string, firstRemainder: number): string | undefined {
  const k1 = (((firstRemainder - sum(nine, k1Weights)) % 11) + 11) % 11;
  if (k1 === 10) return undefined;
  const ten = `${nine}${k1}`;
  const k2 = (11 - (sum(ten, k2Weights) % 11)) % 11;
  return k2 === 10 ? undefined : `${ten}${k2}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const nineDigits = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    individual: fc.integer({ min: 0, max: 999 }),
    dOffset: fc.constantFrom(0, 40),
    monthOffset: fc.constantFrom(0, 40, 65, 80),
  })
  .map((part) => ({
    ...part,
    digits: `${two(part.day + part.dOffset)}${two(part.month + part.monthOffset)}${two(part.year)}${String(part.individual).padStart(3, '0')}`,
  }));

describe('for any number made by the rule', () => {
  test('remainders 0 to 3 are read, the others refused, and only 0 is valid by the old rule', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 0, max: 10 }), ({ digits }, remainder) => {
        const number = made(digits, remainder);
        if (!number) return;
        const result = readNationalNumber(number);
        expect(result.ok).toBe(remainder <= 3);
        if (result.ok) expect(result.value.validByPre2032Rule).toBe(remainder === 0);
      }),
    );
  });

  test('the type tells D-number and series', () => {
    fc.assert(
      fc.property(nineDigits, ({ digits, dOffset, monthOffset }) => {
        const number = made(digits, 0);
        if (!number) return;
        const series = { 0: undefined, 40: 'nav_or_h', 65: 'dolly', 80: 'tenor' }[monthOffset];
        const { type } = read(number);
        expect(type.startsWith('d')).toBe(dOffset === 40);
        expect(seriesOf(type)).toBe(series);
      }),
    );
  });

  test('one digit changed is never valid by the old rule', () => {
    fc.assert(
      fc.property(
        nineDigits,
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        ({ digits }, place, step) => {
          const number = made(digits, 0);
          if (!number) return;
          const other = String((Number(number[place]) + step) % 10);
          const result = readNationalNumber(number.slice(0, place) + other + number.slice(place + 1));
          expect(result.ok && result.value.validByPre2032Rule).toBe(false);
        },
      ),
    );
  });

  test('the day it was made from is among the hints, and no hint lies after today', () => {
    fc.assert(
      fc.property(nineDigits, ({ digits, day, month, year }) => {
        const number = made(digits, 0);
        if (!number) return;
        const hints = birthDateHint(read(number), today);
        expect(hints.every((hint) => hint <= today && hint.endsWith(`${two(year)}-${two(month)}-${two(day)}`))).toBe(
          true,
        );
        expect(hints.length).toBeGreaterThan(0);
      }),
    );
  });
});

test('the birth date is a hint with every century that is possible, the youngest first', () => {
  expect(birthDateHint(read('13097248022'), today)).toEqual(['1972-09-13']);
  expect(birthDateHint(read('03851598730'), today)).toEqual(['2015-05-03', '1915-05-03']);
  expect(birthDateHint(read('53097248016'), today)).toEqual(['1972-09-13']);
  expect(birthDateHint(read('29020073150'), today)).toEqual(['2000-02-29']);
  expect(birthDateHint(read('81212121223'), today)).toEqual([]);
});

test('someone born today has today as a hint, someone of tomorrow only the century before', () => {
  const number = read('03851598730');
  expect(birthDateHint(number, '2015-05-03' as IsoDate)).toContain('2015-05-03');
  expect(birthDateHint(number, '2015-05-02' as IsoDate)).toEqual(['1915-05-03']);
});

test('production takes no synthetic number, and practice takes no other', () => {
  expect(admit(read('13097248022'), 'production').ok).toBe(true);
  expect(admit(read('81212121223'), 'production').ok).toBe(true);
  expect(admit(read('03851598730'), 'production')).toMatchObject({ why: 'synthetic number' });
  expect(admit(read('31739556891'), 'production')).toMatchObject({ why: 'synthetic number' });
  expect(admit(read('13527248013'), 'production')).toMatchObject({ why: 'issuer needed' });
  expect(admit(read('03851598730'), 'practice').ok).toBe(true);
  expect(admit(read('13527248013'), 'practice').ok).toBe(true);
  expect(admit(read('13097248022'), 'practice')).toMatchObject({ why: 'number of a real person' });
});

test('an H-number means nothing without its issuer, and its check digits are not relied on', () => {
  expect(must(readHNumber('17454026641', ' Fjordbyen sykehus '))).toEqual({
    number: '17454026641',
    issuer: 'Fjordbyen sykehus',
  });
  expect(readHNumber('17454026641', ' ')).toMatchObject({ why: 'issuer needed' });
  expect(readHNumber('1745402664', 'Fjordbyen sykehus')).toMatchObject({ why: 'format' });
});

test.each(['201017238203', '200816832910', '200112345609', '200205705502', '200900595509'])(
  'the DUF-number %s is read',
  (number) => {
    expect(readDufNumber(number)).toEqual({ ok: true, value: number });
  },
);

test.each([
  ['201012345678', 'checksum'],
  ['241012192200', 'year'],
  ['010000000400', 'year'],
  ['ABCDEFGHIJKL', 'format'],
  ['20081683291', 'format'],
])('the DUF-number %s is refused because of its %s', (number, reason) => {
  expect(readDufNumber(number)).toMatchObject({ ok: false, why: reason });
});

test('one digit of a DUF-number changed is never valid', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 11 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const number = '201017238203';
      const other = String((Number(number[place]) + step) % 10);
      expect(readDufNumber(number.slice(0, place) + other + number.slice(place + 1)).ok).toBe(false);
    }),
  );
});

test('the desk types either kind of number into the same field', () => {
  expect(must(readPersonIdentifier('130972 48022'))).toMatchObject({ kind: 'national', number: '13097248022' });
  expect(must(readPersonIdentifier('201017238203'))).toEqual({ kind: 'duf', number: '201017238203' });
  expect(readPersonIdentifier('201012345678')).toMatchObject({ why: 'checksum' });
  expect(readPersonIdentifier('Testesen')).toMatchObject({ why: 'format' });
});

test('messages get the identifier type of code system 8116', () => {
  const typeOf = (text: string) => identifierTypeOf(must(readPersonIdentifier(text)));
  expect(typeOf('13097248022')).toBe('FNR');
  expect(typeOf('03851598730')).toBe('FNR');
  expect(typeOf('53097248016')).toBe('DNR');
  expect(typeOf('41774061388')).toBe('DNR');
  expect(typeOf('81212121223')).toBe('FHN');
  expect(identifierTypeOf({ kind: 'duf', number: '201017238203' as DufNumber })).toBe('DUF');
});

const collection = join(
  import.meta.dirname,
  '../../../shared/standards/identifiers/person-identifier-test-vectors.json',
);

describe.skipIf(!existsSync(collection))('the collected numbers of national sources', () => {
  type Collected = {
    readonly number: string;
    readonly validChecksum1964: boolean;
    readonly validChecksum2032: boolean;
    readonly datePlausibleInSomeCentury?: boolean;
  };

  test('are read exactly when the day exists and the checks hold', () => {
    const { vectors } = JSON.parse(readFileSync(collection, 'utf8')) as { readonly vectors: readonly Collected[] };
    expect(vectors.length).toBeGreaterThan(40);
    for (const { number, validChecksum1964, validChecksum2032, datePlausibleInSomeCentury: isDay } of vectors) {
      const result = readNationalNumber(number);
      expect([number, result.ok]).toEqual([number, validChecksum2032 && isDay !== false]);
      if (result.ok) expect([number, result.value.validByPre2032Rule]).toEqual([number, validChecksum1964]);
    }
  });
});
