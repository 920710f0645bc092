import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kroner, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { type BillId, closeBill, creditBill, proposedBill, receive } from '../bills/bill.ts';
import { consultation, propose, visit } from '../bills/visit-sample.ts';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import {
  correctMeans,
  type Means,
  type Payment,
  type PaymentId,
  type ReceivedPayment,
  receivePayment,
  startPayment,
  type TerminalId,
} from '../payments/payment.ts';
import { approveRefund, askRefund, payOutRefund, type RefundId, type RefundWay } from '../payments/refund.ts';
import type { Count, Difference } from './count.ts';
import type { CountedDay } from './day-close.ts';
import { billsWithoutPayment, likelySwaps, paymentsWithoutBill } from './day-match.ts';
import { netOf, type RefundOf, salesOf } from './day-sales.ts';

const day = '2026-11-23' as IsoDate;
const entity = 'entity' as DoctorEntityId;
const berit = { person: 'berit' as PersonId, isPupil: false, beside: null };
const at = (time = '11:00', on = day): Moment => momentAt(on, time as TimeOfDay);
const card = (terminal = 't1'): Means => ({ kind: 'card', terminal: terminal as TerminalId });
const cash: Means = { kind: 'cash' };
let serial = 0;
const paid = (means: Means, amount: number, when = at(), owner = entity, bill = 'bill'): ReceivedPayment => {
  serial += 1;
  const about = { id: `p${serial}` as PaymentId, bill: bill as BillId, entity: owner, amount: ore(amount), means };
  return must(receivePayment(must(startPayment(about, berit, when)), 'ref', when));
};
const refundOf = (payment: ReceivedPayment, amount: number, way: RefundWay, when = at('12:00')): RefundOf => {
  const asked = must(askRefund(payment, { id: 'r' as RefundId, amount: ore(amount), reason: 'feil' }, berit, when));
  const approved = must(approveRefund(asked, 'anna' as PersonId, when));
  const proof = { kind: 'signed', hasSigned: true, telephone: '90000000' } as const;
  return must(payOutRefund(approved, payment, { way, proof, by: berit.person, now: when }));
};

test('a day is cash, Vipps and each terminal, less what went back', () => {
  const payments = [
    paid(cash, 143_200),
    paid({ kind: 'vipps' }, 50_000),
    paid(card('t1'), 42_000),
    paid(card('t2'), 6_400),
  ];
  const earlier = paid(card('t1'), 17_900, at('11:00', '2026-11-20' as IsoDate));
  const refunds = [refundOf(payments[0] as ReceivedPayment, 6_400, 'cash'), refundOf(earlier, 17_900, 'same card')];
  expect(salesOf({ payments, refunds }, entity, day)).toEqual({
    cashSales: kroner(1432),
    cashRefunds: kroner(64),
    vippsSales: kroner(500),
    vippsRefunds: 0,
    terminals: [
      { terminal: 't1', sales: kroner(420), refunds: kroner(179) },
      { terminal: 't2', sales: kroner(64), refunds: 0 },
    ],
  });
});

test("another doctor's money, another day's and an invoice are not in it", () => {
  const payments = [
    paid(cash, 1_000, at(), 'other' as DoctorEntityId),
    paid(cash, 2_000, at('11:00', '2026-11-22' as IsoDate)),
    paid({ kind: 'invoice', dueOn: '2026-12-10' as IsoDate, kid: null }, 3_000),
  ];
  expect(netOf(salesOf({ payments, refunds: [] }, entity, day))).toBe(0);
});

test('a corrected means counts once, where the money is', () => {
  const wrong = paid(card(), 42_000);
  const right = { id: 'right' as PaymentId, means: cash, reference: null };
  const { corrected, instead } = must(correctMeans(wrong, right, { cashier: berit, reason: 'kontant', now: at() }));
  const sales = salesOf({ payments: [corrected, instead], refunds: [] }, entity, day);
  expect(sales).toMatchObject({ cashSales: kroner(420), terminals: [] });
});

test('a refund that nobody has paid out is not missing from the drawer', () => {
  const payment = paid(cash, 6_400);
  const asked = must(askRefund(payment, { id: 'r' as RefundId, amount: ore(6_400), reason: 'feil' }, berit, at()));
  expect(salesOf({ payments: [payment], refunds: [{ refund: asked, payment }] }, entity, day).cashRefunds).toBe(0);
});

test('cash is what lies in the drawer after rounding, both ways', () => {
  const payment = paid(cash, 4_250);
  const sales = salesOf({ payments: [payment], refunds: [refundOf(payment, 1_249, 'cash')] }, entity, day);
  expect([sales.cashSales, sales.cashRefunds]).toEqual([4_300, 1_200]);
});

test('no øre goes missing between payments and the day', () => {
  const means = fc.constantFrom<Means>(cash, { kind: 'vipps' }, card('t1'), card('t2'));
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          means,
          fc.integer({ min: 1, max: 2_000 }).map((kr) => kr * 100),
        ),
        { maxLength: 12 },
      ),
      (all) => {
        const payments = all.map(([one, amount]) => paid(one, amount));
        return (
          netOf(salesOf({ payments, refunds: [] }, entity, day)) === all.reduce((sum, [, amount]) => sum + amount, 0)
        );
      },
    ),
  );
});

const proposal = proposedBill(
  'bill' as BillId,
  'patient' as never,
  visit(consultation()),
  propose(visit(consultation())),
);
const closed = must(closeBill(proposal, { by: berit.person, number: 1, now: at('10:30') }));

test('a bill that is closed and not paid is on the list at 15:45, a proposal and a later one are not', () => {
  expect(billsWithoutPayment([closed, proposal], day)).toEqual([{ bill: 'bill', owed: 23_500 }]);
  expect(billsWithoutPayment([closed], '2026-11-22' as IsoDate)).toEqual([]);
  const paidBill = must(receive(closed, { payment: 'p' as PaymentId, amount: ore(23_500), at: at() }));
  expect(billsWithoutPayment([paidBill], day)).toEqual([]);
});

test('a payment without a bill of its own is named with the reason', () => {
  const payment = paid(card(), 23_500);
  const why = (bills: Parameters<typeof paymentsWithoutBill>[1], one: Payment = payment) =>
    paymentsWithoutBill([one], bills)[0]?.why;
  expect(why([])).toBe('no such bill');
  expect(why([proposal])).toBe('bill not closed');
  expect(why([closed])).toBe('not on the bill');
  expect(why([{ ...closed, entity: 'other' as DoctorEntityId }])).toBe("another doctor's bill");
  const booked = must(receive(closed, { payment: payment.id, amount: ore(23_500), at: at() }));
  expect(why([booked])).toBeUndefined();
  const credited = must(
    creditBill(booked, { by: berit.person, second: 'anna' as PersonId, reason: 'feil', now: at() }),
  );
  expect(why([credited])).toBe('bill credited');
  expect(
    why([credited], { ...payment, state: 'refunded', refundedAt: at(), refunded: payment.amount }),
  ).toBeUndefined();
});

const dayWith = (owner: string, ...differences: Difference[]): CountedDay =>
  ({ entity: owner as DoctorEntityId, state: 'counted', count: { differences } as unknown as Count }) as CountedDay;
const off = (terminal: string, difference: number): Difference => ({
  place: { kind: 'terminal', terminal: terminal as TerminalId },
  expected: 0,
  found: difference,
  difference,
});

test('paid on doctor A’s terminal and booked on doctor B is seen as one mistake', () => {
  expect(likelySwaps([dayWith('a', off('t1', 17_900)), dayWith('b', off('t2', -17_900), off('t3', -500))])).toEqual([
    {
      amount: 17_900,
      tooMuch: { entity: 'a', place: { kind: 'terminal', terminal: 't1' } },
      tooLittle: { entity: 'b', place: { kind: 'terminal', terminal: 't2' } },
    },
  ]);
});

test('one shortage explains one surplus, and report numbers are no money', () => {
  const swaps = likelySwaps([dayWith('a', off('t1', 100), off('t2', 100)), dayWith('b', off('t3', -100))]);
  expect(swaps).toHaveLength(1);
  const number: Difference = { ...off('t4', -100), place: { kind: 'report number', terminal: 't4' as TerminalId } };
  expect(likelySwaps([dayWith('a', off('t1', 100), number)])).toEqual([]);
});
