import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from './result.ts';
import { groupedTelephone, isMobile, isNorwegian, readTelephone, type TelephoneNumber } from './telephone.ts';

const read = (typed: string): TelephoneNumber => must(readTelephone(typed));
const shown = (typed: string): string => groupedTelephone(read(typed)).replaceAll('\u00a0', ' ');

test.each([
  '22334455',
  '22 33 44 55',
  '+47 22 33 44 55',
  '+4722334455',
  '0047 22334455',
  '4722334455',
  '22-33-44-55',
  '(22) 33.44.55',
  ' 22\u00a033\u00a044\u00a055 ',
])('«%s» is the same Norwegian number', (typed) => {
  expect(read(typed)).toBe('+4722334455');
});

test.each([
  ['113', '113'],
  ['116117', '116117'],
  ['116 117', '116117'],
  ['05515', '05515'],
  ['02800', '02800'],
  ['1881', '1881'],
])('the short number %s is kept as digits', (typed, kept) => {
  expect(read(typed)).toBe(kept);
});

test.each([
  ['+46 8 123 456 78', '+46812345678'],
  ['0046 (0)8 12 34 56 78', '+46812345678'],
  ['+44 20 7946 0000', '+442079460000'],
  ['+358 9 123 4567', '+35891234567'],
])('the foreign number %s keeps its country', (typed, kept) => {
  expect(read(typed)).toBe(kept);
  expect(isNorwegian(read(typed))).toBe(false);
});

test.each([
  ['', 'empty'],
  [' - ', 'empty'],
  ['mor 22334455', 'format'],
  ['22+334455', 'format'],
  ['2233445', 'too short'],
  ['223344556', 'too long'],
  ['02233445', 'not in use in Norway'],
  ['12233445', 'not in use in Norway'],
  ['+47 223344', 'too short'],
  ['+46 812', 'too short'],
  ['+46 8123456789012345', 'too long'],
  ['+046812345678', 'format'],
])('«%s» is no telephone number: %s', (typed, why) => {
  expect(readTelephone(typed)).toMatchObject({ ok: false, why });
});

test('numbers are shown as people read them aloud', () => {
  expect(shown('91234567')).toBe('912 34 567');
  expect(shown('41234567')).toBe('412 34 567');
  expect(shown('80012345')).toBe('800 12 345');
  expect(shown('22334455')).toBe('22 33 44 55');
  expect(shown('116117')).toBe('116 117');
  expect(shown('05515')).toBe('05515');
  expect(shown('+46812345678')).toBe('+46 812 345 678');
  expect(shown('+3589123456')).toBe('+358 912 34 56');
  expect(shown('+12025550123')).toBe('+1 202 555 01 23');
});

test('only Norwegian mobile numbers are mobile', () => {
  expect(isMobile(read('91234567'))).toBe(true);
  expect(isMobile(read('+47 41234567'))).toBe(true);
  expect(isMobile(read('22334455'))).toBe(false);
  expect(isMobile(read('+46912345678'))).toBe(false);
  expect(isNorwegian(read('91234567'))).toBe(true);
  expect(isNorwegian(read('116117'))).toBe(true);
});

const norwegian = fc.integer({ min: 20_000_000, max: 99_999_999 }).map(String);
const foreign = fc.stringMatching(/^[1235-9]\d{7,13}$/).map((digits) => `+${digits}`);

test('reading is settled after once, and what is shown reads back to the same number', () => {
  fc.assert(
    fc.property(fc.oneof(norwegian, foreign), (typed) => {
      const number = read(typed);
      expect(read(number)).toBe(number);
      expect(read(groupedTelephone(number))).toBe(number);
    }),
  );
});

test('a Norwegian number is the same with and without its country code', () => {
  fc.assert(
    fc.property(norwegian, fc.constantFrom('+47', '0047', '+47 ', '47'), (digits, prefix) => {
      expect(read(prefix + digits)).toBe(read(digits));
    }),
  );
});

test('no group of a shown number is a single digit', () => {
  fc.assert(
    fc.property(foreign, (typed) => {
      const groups = groupedTelephone(read(typed)).split('\u00a0').slice(1);
      expect(groups.every((group) => group.length >= 2)).toBe(true);
    }),
  );
});
