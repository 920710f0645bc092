import { expect, test } from 'vitest';
import { blankCode, code, wholeCode, wordsOf } from './coded.ts';

test('a national code bears the number of its code system', () => {
  expect(code(8258, '1', 'OK')).toEqual({ system: '2.16.578.1.12.4.1.1.8258', code: '1', text: 'OK', otherText: null });
});

test('the words received are shown, else the sender’s own, else the code', () => {
  expect(wordsOf({ ...blankCode, code: 'P', text: 'Plasma', otherText: 'x' })).toBe('Plasma');
  expect(wordsOf({ ...blankCode, code: 'P', otherText: 'S-Kalium' })).toBe('S-Kalium');
  expect(wordsOf({ ...blankCode, code: 'P' })).toBe('P');
  expect(wordsOf(blankCode)).toBe('');
  expect(wordsOf(null)).toBe('');
});

test('only a code with a system can be compared with others', () => {
  expect(wholeCode(code(7280, 'NPU03230', 'P-Kalium'))).toEqual({
    system: '2.16.578.1.12.4.1.1.7280',
    value: 'NPU03230',
    text: 'P-Kalium',
  });
  expect(wholeCode({ ...blankCode, code: 'X' })).toBeNull();
  expect(wholeCode({ ...blankCode, system: '1.2.3' })).toBeNull();
  expect(wholeCode({ ...blankCode, system: 'not an oid', code: 'X' })).toBeNull();
});
