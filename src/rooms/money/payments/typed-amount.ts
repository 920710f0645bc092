/** A sum as it is typed at a desk: `2358`, `2 358,50`, `2358.5`. */

import { type Ore, ore } from '#kernel/amounts';

/** Kroner with at most two decimals; nothing for what is no sum. */
export function readAmount(typed: string): Ore | null {
  const text = typed.replace(/[\s\u00a0]/g, '').replace('.', ',');
  const found = /^(-?)(\d{1,9})(?:,(\d{1,2}))?$/.exec(text);
  if (!found) return null;
  const [, minus = '', whole = '', rest = ''] = found;
  const amount = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return ore(minus && amount > 0 ? -amount : amount);
}
