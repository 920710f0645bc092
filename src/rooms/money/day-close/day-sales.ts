/** What was taken in on a day for one doctor-entity, by means and terminal: the sum that drawer and terminals are held against. */

import { type Ore, ore, sumOre } from '#kernel/amounts';
import { dayOf, type IsoDate } from '#kernel/time';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { cashFor, type Payment, type TerminalId, takenIn } from '../payments/payment.ts';
import type { PaidOutRefund, Refund } from '../payments/refund.ts';

export type TerminalSales = { readonly terminal: TerminalId; readonly sales: Ore; readonly refunds: Ore };

/** Invoices are no cash sales and stand outside. */
export type DaySales = {
  readonly cashSales: Ore;
  readonly cashRefunds: Ore;
  readonly vippsSales: Ore;
  readonly vippsRefunds: Ore;
  readonly terminals: readonly TerminalSales[];
};

/** A refund with the payment that it takes back, which may be of an earlier day. */
export type RefundOf = { readonly refund: Refund; readonly payment: Payment };

type Taken = Extract<Payment, { state: 'received' | 'refunded' }>;
type GivenBack = { readonly refund: PaidOutRefund; readonly payment: Payment };

function takenOn(payments: readonly Payment[], entity: DoctorEntityId, day: IsoDate): readonly Taken[] {
  return payments.filter(
    (payment): payment is Taken =>
      (payment.state === 'received' || payment.state === 'refunded') &&
      payment.entity === entity &&
      dayOf(payment.receivedAt) === day,
  );
}

function givenBackOn(refunds: readonly RefundOf[], entity: DoctorEntityId, day: IsoDate): readonly GivenBack[] {
  return refunds.flatMap(({ refund, payment }) => {
    const isThen = refund.state === 'paid out' && dayOf(refund.paidOutAt) === day && payment.entity === entity;
    return isThen ? [{ refund, payment }] : [];
  });
}

function terminalsOf(taken: readonly Taken[], back: readonly GivenBack[]): readonly TerminalSales[] {
  const terminalOf = ({ means }: Payment): TerminalId | null => (means.kind === 'card' ? means.terminal : null);
  const cards = back.filter(({ refund }) => refund.way === 'same card');
  const used = [...taken.map(terminalOf), ...cards.map(({ payment }) => terminalOf(payment))];
  const terminals = [...new Set(used.filter((one): one is TerminalId => one !== null))].sort();
  return terminals.map((terminal) => ({
    terminal,
    sales: sumOre(taken.filter((payment) => terminalOf(payment) === terminal).map(takenIn)),
    refunds: sumOre(cards.filter(({ payment }) => terminalOf(payment) === terminal).map(({ refund }) => refund.amount)),
  }));
}

/** Sums in øre of what was received and what was given back on the day; a corrected payment counts with neither means. */
export function salesOf(
  { payments, refunds }: { readonly payments: readonly Payment[]; readonly refunds: readonly RefundOf[] },
  entity: DoctorEntityId,
  day: IsoDate,
): DaySales {
  const taken = takenOn(payments, entity, day);
  const back = givenBackOn(refunds, entity, day);
  const by = (kind: 'cash' | 'vipps'): Ore => sumOre(taken.filter(({ means }) => means.kind === kind).map(takenIn));
  const backIn = (way: 'cash' | 'vipps'): readonly Ore[] =>
    back.filter(({ refund }) => refund.way === way).map(({ refund }) => refund.amount);
  return {
    cashSales: by('cash'),
    cashRefunds: sumOre(backIn('cash').map((amount) => cashFor(amount, day))),
    vippsSales: by('vipps'),
    vippsRefunds: sumOre(backIn('vipps')),
    terminals: terminalsOf(taken, back),
  };
}

/** All that came in less all that went back, whatever the means; øre. */
export function netOf({ cashSales, cashRefunds, vippsSales, vippsRefunds, terminals }: DaySales): Ore {
  const cards = terminals.reduce((sum, { sales, refunds }) => sum + sales - refunds, 0);
  return ore(cashSales - cashRefunds + vippsSales - vippsRefunds + cards);
}
