/** Amounts that carry their unit, so that øre cannot be added to millilitres. */

import type { Branded } from './ids.ts';

/** Money in øre, whole numbers only; a credit is negative. */
export type Ore = Branded<number, 'Ore'>;

export function ore(amount: number): Ore {
  if (!Number.isSafeInteger(amount)) throw new RangeError('money is counted in whole øre');
  return amount as Ore;
}

export function kroner(amount: number): Ore {
  return ore(Math.round(amount * 100));
}

export function sumOre(amounts: readonly Ore[]): Ore {
  return ore(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

/** `42000` → `420,00`, with a hard space between thousands, as receipts write it. */
export function inKroner(amount: Ore): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${amount < 0 ? '−' : ''}${grouped},${rest}`;
}
