/** What a person changes in a proposal, kept so that it is done again when the facts change. */

import { z } from 'zod';
import { ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { lineInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import type { Standing } from '../tariffs/exemption.ts';
import { amountsOf, type NoPrice, priceOn, type Tariff } from '../tariffs/takst.ts';
import { type AddRefusal, addLine, type ProposedBill, removeLine } from './bill.ts';
import { type BillLine, itemLine, lineOf } from './bill-line.ts';

const reason = lineInput(300);
export const adjustmentInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add code'), code: lineInput(8), count: z.number().int().min(1).max(99), reason }),
  z.object({
    kind: z.literal('add item'),
    name: lineInput(80),
    costInOre: z.number().int().min(1).max(10_000_000),
    reason,
  }),
  /** `line` is the code, or the name of a line without one. */
  z.object({ kind: z.literal('remove'), line: lineInput(80), reason }),
]);
type Wanted = z.output<typeof adjustmentInput>;
export type Adjustment = Wanted & { readonly by: PersonId; readonly at: Moment };

export type AdjustRefusal =
  | AddRefusal
  | NoPrice
  | 'not on the bill'
  | 'repeated too often'
  | 'not a whole count'
  | 'hard stop';

function lineFor(
  wanted: Extract<Wanted, { kind: 'add code' | 'add item' }>,
  bill: ProposedBill,
  standing: Standing,
  tariff: Tariff,
): Result<BillLine, AdjustRefusal> {
  if (wanted.kind === 'add item')
    return ok(itemLine({ nb: wanted.name, en: wanted.name }, ore(wanted.costInOre), standing));
  const priced = priceOn(tariff, wanted.code, dayOf(bill.treatedAt));
  if (!priced.ok) return priced;
  const amounts = amountsOf(priced.value, wanted.count);
  if (!amounts.ok) return amounts;
  return ok(lineOf(priced.value, wanted.count, amounts.value, standing));
}

/** One change on the proposal as it stands now. */
export function adjust(
  bill: ProposedBill,
  { by, at, ...wanted }: Adjustment,
  standing: Standing,
  tariff: Tariff,
): Result<ProposedBill, AdjustRefusal> {
  const act = { by, reason: wanted.reason, now: at };
  if (wanted.kind === 'remove') {
    const place = bill.lines.findIndex(({ code, name }) => (code ?? name.nb) === wanted.line);
    return place < 0 ? refuse('not on the bill') : removeLine(bill, place, act);
  }
  const line = lineFor(wanted, bill, standing, tariff);
  return line.ok ? addLine(bill, line.value, act, tariff) : line;
}

/** The changes over again on a fresh proposal; one that no longer fits (the facts gave the line meanwhile) is left out. */
export function adjustAgain(
  bill: ProposedBill,
  adjustments: readonly Adjustment[],
  standing: Standing,
  tariff: Tariff,
): ProposedBill {
  return adjustments.reduce((before, adjustment) => {
    const after = adjust(before, adjustment, standing, tariff);
    return after.ok ? after.value : before;
  }, bill);
}
