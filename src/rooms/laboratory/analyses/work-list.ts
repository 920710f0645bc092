/** The laboratory's work list as it is shown: one line for each order, and which instrument each analysis is run on. */

import type { DeviceId } from '#equipment';
import type { InstrumentGate } from '../quality-control/instrument-gate.ts';

type Item = { readonly order: string; readonly item: { readonly haste: 1 | 2 | 3 } };
export type WorkOrder<L extends Item> = { readonly id: string; readonly first: L; readonly lines: readonly L[] };

/** Lines of the same order together, in the order of the list; the haste is that of the most pressing. */
export function byOrder<L extends Item>(lines: readonly L[]): readonly WorkOrder<L>[] {
  const orders = new Map<string, L[]>();
  for (const line of lines) orders.set(line.order, [...(orders.get(line.order) ?? []), line]);
  return [...orders].map(([id, own]) => ({ id, first: own[0] as L, lines: own }));
}

type Choice = {
  readonly device: { readonly id: DeviceId; readonly name: string };
  readonly analyte: string;
  readonly gate: InstrumentGate;
};

/** The instruments that measure the analyte, open ones first. */
export function instrumentsFor<C extends Choice>(all: readonly C[], analyte: string): readonly C[] {
  return all.filter((one) => one.analyte === analyte).sort((a, b) => Number(b.gate.open) - Number(a.gate.open));
}

/** `6,4`, `<5`, `> 200`: what is typed at the instrument; nothing while it is not a number. */
export function typedValue(typed: string): { value: number; comparator?: '<' | '<=' | '>' | '>=' } | undefined {
  const found = /^\s*(<=|>=|<|>|≤|≥)?\s*(\d+(?:[.,]\d+)?)\s*$/.exec(typed);
  if (!found) return undefined;
  const value = Number((found[2] ?? '').replace(',', '.'));
  const sign = found[1]?.replace('≤', '<=').replace('≥', '>=') as '<' | '<=' | '>' | '>=' | undefined;
  return { value, ...(sign ? { comparator: sign } : {}) };
}
