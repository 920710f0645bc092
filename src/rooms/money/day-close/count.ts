/** A count (opptelling): what lay in the drawer and what the terminals reported, held against what was sold. */

import { z } from 'zod';
import { type Ore, ore, sumOre } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Cashier, TerminalId } from '../payments/payment.ts';
import type { DaySales } from './day-sales.ts';

/** Cash taken out of the drawer or put into it during the day: time, amount and who (bokføringsforskriften § 5-3-8). */
export type DrawerMove = {
  readonly direction: 'out' | 'in';
  readonly amount: Ore;
  readonly at: Moment;
  readonly by: PersonId;
  readonly reason: string;
};

/** The end-of-day report that the terminal itself numbers (bokføringsforskriften § 5-3-14). */
export type TerminalReport = {
  readonly terminal: TerminalId;
  readonly number: number;
  readonly sales: Ore;
  readonly refunds: Ore;
  readonly byCard: readonly { readonly card: string; readonly amount: Ore }[];
};

const typedAmount = z.number().int().min(0).max(100_000_000);
export const terminalReportSchema = z.object({
  terminal: z.uuid(),
  number: z.number().int().min(1),
  sales: typedAmount,
  refunds: typedAmount,
  byCard: z.array(z.object({ card: z.string().trim().min(1).max(40), amount: typedAmount })).max(20),
});

/** Where a difference lies. */
export type Place =
  | { readonly kind: 'cash' }
  | { readonly kind: 'vipps' }
  | { readonly kind: 'terminal'; readonly terminal: TerminalId }
  | { readonly kind: 'report number'; readonly terminal: TerminalId };

/** Found less expected: below zero is missing. Øre, or report numbers where that is the place. */
export type Difference = {
  readonly place: Place;
  readonly expected: number;
  readonly found: number;
  readonly difference: number;
};

/** A count is never written over: a second one stands beside the first. */
export type Count = {
  readonly cash: Ore;
  readonly vipps: Ore;
  readonly reports: readonly TerminalReport[];
  readonly expected: DaySales;
  readonly expectedDrawer: Ore;
  readonly differences: readonly Difference[];
  readonly by: PersonId;
  readonly second: PersonId | null;
  readonly at: Moment;
};

/** Whole øre, none or more. */
export function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0;
}

type Drawer = { readonly float: Ore; readonly moves: readonly DrawerMove[] };

/** Float + cash sales − cash refunds − taken out + put in; øre. */
export function expectedDrawer({ float, moves }: Drawer, { cashSales, cashRefunds }: DaySales): Ore {
  const moved = moves.reduce((sum, { direction, amount }) => sum + (direction === 'in' ? amount : -amount), 0);
  return ore(float + cashSales - cashRefunds + moved);
}

function difference(place: Place, expected: number, found: number): readonly Difference[] {
  return expected === found ? [] : [{ place, expected, found, difference: found - expected }];
}

/** A terminal's sales and refunds against ours, and its number against the one before. */
function terminalDifferences(
  reports: readonly TerminalReport[],
  { terminals }: DaySales,
  lastNumbers: ReadonlyMap<TerminalId, number>,
): readonly Difference[] {
  return reports.flatMap((report) => {
    const { terminal, sales, refunds, number } = report;
    const ours = terminals.find((one) => one.terminal === terminal);
    const last = lastNumbers.get(terminal);
    return [
      ...difference({ kind: 'terminal', terminal }, (ours?.sales ?? 0) - (ours?.refunds ?? 0), sales - refunds),
      ...(last === undefined ? [] : difference({ kind: 'report number', terminal }, last + 1, number)),
    ];
  });
}

export type CountRefusal =
  | 'pupil alone'
  | 'not an amount'
  | 'terminal report missing'
  | 'two reports from one terminal'
  | 'card types do not add up'
  | 'report number used before';

export type Counting = {
  readonly cash: Ore;
  readonly vipps: Ore;
  readonly reports: readonly TerminalReport[];
  readonly expected: DaySales;
  /** Every terminal that stands on this doctor-entity; each has a report every day. */
  readonly terminals: readonly TerminalId[];
  /** The number of each terminal's report before this one. */
  readonly lastNumbers: ReadonlyMap<TerminalId, number>;
  readonly cashier: Cashier;
  readonly now: Moment;
};

/** One report from every terminal, each with a number of its own and card types that add up. */
function checkReports({ reports, terminals, expected, lastNumbers }: Counting): Result<undefined, CountRefusal> {
  const due = new Set([...terminals, ...expected.terminals.map(({ terminal }) => terminal)]);
  const missing = [...due].find((terminal) => !reports.some((report) => report.terminal === terminal));
  if (missing !== undefined) return refuse('terminal report missing', { terminal: missing });
  if (new Set(reports.map(({ terminal }) => terminal)).size !== reports.length)
    return refuse('two reports from one terminal');
  for (const { terminal, number, sales, refunds, byCard } of reports) {
    if (!isAmount(sales) || !isAmount(refunds)) return refuse('not an amount');
    const sum = sumOre(byCard.map(({ amount }) => amount));
    if (byCard.length > 0 && sum !== sales) return refuse('card types do not add up', { terminal, sum, sales });
    if (number <= (lastNumbers.get(terminal) ?? 0)) return refuse('report number used before', { terminal, number });
  }
  return ok();
}

/** Compares drawer, Vipps and terminals with the sales of the day; Vipps is what came in less what went back. */
export function countDrawer(drawer: Drawer, counting: Counting): Result<Count, CountRefusal> {
  const { cash, vipps, reports, expected, lastNumbers, cashier, now } = counting;
  if (cashier.isPupil && cashier.beside === null) return refuse('pupil alone');
  if (!isAmount(cash) || !Number.isSafeInteger(vipps)) return refuse('not an amount');
  const checked = checkReports(counting);
  if (!checked.ok) return checked;
  const inDrawer = expectedDrawer(drawer, expected);
  const differences = [
    ...difference({ kind: 'cash' }, inDrawer, cash),
    ...difference({ kind: 'vipps' }, expected.vippsSales - expected.vippsRefunds, vipps),
    ...terminalDifferences(reports, expected, lastNumbers),
  ];
  const who = { by: cashier.person, second: cashier.beside, at: now };
  return ok({ cash, vipps, reports, expected, expectedDrawer: inDrawer, differences, ...who });
}

export function isSamePlace(one: Place, other: Place): boolean {
  const terminal = (place: Place): TerminalId | null => ('terminal' in place ? place.terminal : null);
  return one.kind === other.kind && terminal(one) === terminal(other);
}
