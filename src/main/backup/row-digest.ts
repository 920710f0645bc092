/** A digest of rows that does not hang on their order: a database gives them back in another. */

import { hash } from 'node:crypto';

export type RowDigest = {
  readonly add: (row: Uint8Array) => void;
  readonly rows: () => number;
  readonly text: () => string;
};

export function rowDigest(): RowDigest {
  let rows = 0;
  let high = 0;
  let low = 0;
  return {
    add(row) {
      const hashed = hash('sha256', row, 'buffer');
      rows++;
      low = (low + hashed.readUInt32LE(0)) % 0x1_0000_0000;
      high = (high + hashed.readUInt32LE(4)) % 0x1_0000_0000;
    },
    rows: () => rows,
    text: () => [high, low].map((half) => half.toString(16).padStart(8, '0')).join(''),
  };
}
