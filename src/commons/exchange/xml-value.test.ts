import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapsed, isValueOf, type ValueType } from './xml-value.ts';

/** Cases by XML Schema part 2 (W3C 2004); each was held against an independent implementation of the standard. */
const holds: Partial<Record<ValueType, readonly string[]>> = {
  moment: [
    '2017-09-20T11:52:24',
    '2017-09-20',
    '2017',
    '20170920',
    '2017-09',
    '11:52:24',
    ' 2017 ',
    '2016-02-29',
    '24:00:00',
    '2017Z',
    '2017-09-20T24:00:00',
    '0001',
    '-0001',
    '12017',
    '2017+14:00',
    '2017-14:00',
    '2017-09-20T11:52:24.123456789',
    '\t2017-09-20',
    '99999-12-31',
    '-2017-09-20',
    '2017-09-20+02:00',
    '2000-02-29',
    '24:00:00.000',
  ],
  date: ['2026-02-28', '2024-02-29', '2026-02-28Z'],
  dateTime: ['2026-02-28T00:00:00', '2026-02-28T00:00:00.5+01:00'],
  double: ['1', '1.', '.1', '+1', '-1', '1e5', '1E+5', 'INF', '-INF', 'NaN', ' 1 ', '00012', '1.5e-3'],
  integer: ['1', '-1', '+1', '0000', '-0', '\n1\n', '123456789012345678901234567890'],
  count: ['0', '12', '+3', '-0'],
  boolean: ['true', 'false', '1', '0'],
  'true-or-false': ['true', 'false', ' true '],
  oid: ['2', '2.16', '1.2.3.4', ' 2.16 '],
  anyURI: [
    'tel:73112233',
    'tel:73 11 22 33',
    '',
    'a:b',
    'http://[::1]/',
    '%20',
    'æøå',
    '#a',
    '//a',
    '{a}',
    'C:\\a',
    '+47 99',
    'mailto:a@b.no',
    '?',
    'file:///c|/x',
  ],
  base64Binary: ['', 'QUJD', 'QUI=', 'QQ==', 'QUJD\nQUJD', 'Q U J D'],
  string: ['', 'anything at all'],
  token: ['', 'any  thing'],
};
const fails: Partial<Record<ValueType, readonly string[]>> = {
  moment: [
    '',
    '2017-02-29',
    '2100-02-29',
    '2017-09-20T24:00:01',
    '2017-13-01',
    '0000',
    '012017',
    '+2017',
    '2017+14:01',
    '2017-09-20T11:52:60',
    '2017-09-20T11:52',
    '2017-09-20T11:52:24.',
    '2017-09-20 11:52:24',
    '2017-9-20',
    '11:52',
    '19xx-xx-xx',
    '--09-20',
    '2017-09-20z',
    '2017-09-00',
    '2017-00',
    '2017-09-20T11:52:24+0100',
    '2017-09-31',
    '24:00:00.1',
    '1900-02-29',
    '25:00:00',
  ],
  date: ['2026-02-30', '2026-2-3', '2026-02-28T00:00:00', ''],
  dateTime: ['2026-02-28', '2026-02-28T25:00:00'],
  double: ['', '.', '1,5', '< 1', '1 2', '--1', '1e', 'nan', '0x1', 'Infinity'],
  integer: ['', '1.0', '1e1', '+', '1 1'],
  count: ['-1', '', '1.5'],
  boolean: ['', 'TRUE', 'yes'],
  'true-or-false': ['1', '0', ''],
  oid: ['', '2.', '.2', '2..1', '2.a', '2 .1'],
  anyURI: ['12:34', ':a', '%', '%zz', '#a#b', 'http://[x'],
  base64Binary: ['Q', 'QUJ', '=', '==', 'Q===', 'QU=J', 'Q$=='],
};

test.each(Object.entries(holds))('%s: values that hold', (type, values) => {
  for (const value of values) expect([value, isValueOf(type as ValueType, value)]).toEqual([value, true]);
});

test.each(Object.entries(fails))('%s: texts that are no values', (type, values) => {
  for (const value of values) expect([value, isValueOf(type as ValueType, value)]).toEqual([value, false]);
});

test('every moment that a computer writes is a value', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      const text = date.toISOString();
      expect(isValueOf('moment', text)).toBe(true);
      expect(isValueOf('dateTime', text)).toBe(true);
      expect(isValueOf('date', text.slice(0, 10))).toBe(true);
    }),
  );
});

test('every finite number that a computer writes is a value', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => isValueOf('double', String(value))),
  );
});

test('collapsing takes outer spaces and makes inner ones one', () => {
  expect(collapsed('\n  one \t two  ')).toBe('one two');
});

test('a long text of spaces or digits is judged at once', () => {
  const long = '1'.repeat(200_000);
  const started = performance.now();
  for (const type of Object.keys(holds)) isValueOf(type as ValueType, `${long}.`);
  isValueOf('anyURI', `http://${long}@${long}:`);
  isValueOf('oid', `${long}..`);
  expect(performance.now() - started).toBeLessThan(3_000);
});
