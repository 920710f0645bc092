import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowDigest } from './row-digest.ts';

const digestOf = (rows: readonly string[]): string => {
  const digest = rowDigest();
  for (const row of rows) digest.add(Buffer.from(row));
  return `${digest.rows()} ${digest.text()}`;
};

test('rows in another order have the same digest', () => {
  void fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 40 }), (rows) => {
      expect(digestOf(rows.toReversed())).toBe(digestOf(rows));
    }),
  );
});

test('a row that is changed, missing or there twice changes it', () => {
  const rows = ['1\tHansen\n', '2\tOlsen\n', '3\tBerg\n'];
  const digest = digestOf(rows);
  expect(digestOf(['1\tHansen\n', '2\tOlsem\n', '3\tBerg\n'])).not.toBe(digest);
  expect(digestOf(rows.slice(1))).not.toBe(digest);
  expect(digestOf([...rows, '3\tBerg\n'])).not.toBe(digest);
  expect(digestOf([])).toBe('0 0000000000000000');
});
