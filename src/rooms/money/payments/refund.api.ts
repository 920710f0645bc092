/** Money back to a patient: one asks, another approves, and the patient signs; and a payment that was given the wrong means. */

import { z } from 'zod';
import { fact } from '#events';
import { ore } from '#kernel/amounts';
import { newId } from '#kernel/ids';
import { idInput, lineInput, optionalLine } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { command, type Db, type Doing } from '#platform/server';
import { billById, billToChange, saveBill } from '../bills/bill.store.ts';
import { isDayLocked } from '../day-close/day-close.store.ts';
import { allTerminals, nextInSeries } from '../entities/doctor-entity.store.ts';
import type { DoctorEntityId, TerminalId } from '../entities/doctor-entity.ts';
import { cashierOf } from './cashier.ts';
import * as store from './payment.store.ts';
import { correctMeans as correct, type Means, type Payment, type PaymentId } from './payment.ts';
import {
  issueChangedMeans,
  issueReturnReceipt,
  nextReceiptNumber,
  type Receipt,
  type ReceiptNumber,
  receiptSeries,
} from './receipt.ts';
import * as thing from './refund.ts';
import { keepReceipt } from './taking.api.ts';

const who = { duty: 'reception.payment-terminal', act: 'payment-correction' } as const;
const refund = idInput<thing.RefundId>();
type InTransaction = Pick<Doing<unknown>, 'db' | 'now' | 'me'>;

/** The next number of the entity's year; the row is held until the document is kept. */
export async function nextNumber({ db, now }: InTransaction, entity: DoctorEntityId): Promise<ReceiptNumber> {
  const { series, start } = receiptSeries(dayOf(now));
  return (await nextInSeries(db, entity, series, nextReceiptNumber(start))) as ReceiptNumber;
}
/** The sale that a correction refers to. */
export async function saleOf(db: Db, { bill }: Pick<Payment, 'bill'>): Promise<Receipt | undefined> {
  return (await store.receiptsOfBill(db, bill)).find(({ receipt }) => receipt.kind === 'sale')?.receipt;
}

/** Seen at the desk: too much was paid, or the wrong thing. */
export const askRefund = command({
  name: 'askRefund',
  who,
  takes: z.object({ payment: idInput<PaymentId>(), amountInOre: z.number().int().min(1), reason: lineInput(300) }),
  async does({ input, db, me, now, supervisor, tell, about }) {
    const payment = await store.paymentToChange(db, input.payment);
    const row = payment && (await billById(db, payment.bill));
    if (!payment || !row) return refuse('not found');
    await about(row.bill.patient);
    const id = newId<thing.RefundId>();
    const wanted = { id, amount: ore(input.amountInOre), reason: input.reason };
    const asked = thing.askRefund(payment, wanted, cashierOf(me, supervisor), now);
    if (!asked.ok) return asked;
    await store.addRefund(db, asked.value, payment);
    tell(fact('RefundChanged', { refund: id, bill: payment.bill, patient: row.bill.patient }));
    return ok({ refund: id });
  },
});

type OnRefund = Pick<Doing<{ refund: thing.RefundId }>, 'input' | 'db' | 'about'>;
async function held({ input, db, about }: OnRefund) {
  const known = await store.refundToChange(db, input.refund);
  const payment = known && (await store.paymentToChange(db, known.payment));
  const row = payment && (await billToChange(db, payment.bill));
  if (!row) return refuse('not found');
  await about(row.bill.patient);
  return ok({ refund: known, payment, row, told: { refund: known.id, bill: row.bill.id, patient: row.bill.patient } });
}

/** The second person; never the one who asked. */
export const approveRefund = command({
  name: 'approveRefund',
  who,
  takes: z.object({ refund }),
  async does(doing) {
    const { db, me, now, tell } = doing;
    const known = await held(doing);
    if (!known.ok) return known;
    const approved = thing.approveRefund(known.value.refund, me.person, now);
    if (!approved.ok) return approved;
    await store.saveRefund(db, approved.value);
    tell(fact('RefundChanged', known.value.told));
    return ok();
  },
});

export const turnDownRefund = command({
  name: 'turnDownRefund',
  who,
  takes: z.object({ refund, because: lineInput(300) }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const known = await held(doing);
    if (!known.ok) return known;
    const turned = thing.turnDownRefund(known.value.refund, me.person, input.because, now);
    if (!turned.ok) return turned;
    await store.saveRefund(db, turned.value);
    tell(fact('RefundChanged', known.value.told));
    return ok();
  },
});

/** The money goes back, with a return receipt of its own that the patient signs (§ 5-3-7). */
export const payOutRefund = command({
  name: 'payOutRefund',
  who,
  takes: z.object({
    refund,
    way: z.enum(['same card', 'cash', 'vipps', 'bank account']),
    proof: thing.refundProofSchema,
  }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const known = await held(doing);
    if (!known.ok) return known;
    const { payment } = known.value;
    if (await isDayLocked(db, payment.entity, dayOf(now))) return refuse('the day is locked');
    const { way, proof } = input;
    const paid = thing.payOutRefund(known.value.refund, payment, { way, proof, by: me.person, now });
    if (!paid.ok) return paid;
    const sale = await saleOf(db, payment);
    if (!sale) return refuse('not a sale');
    const issued = issueReturnReceipt(sale, paid.value.refund, {
      number: await nextNumber(doing, payment.entity),
      now,
    });
    if (!issued.ok) return issued;
    await store.saveRefund(db, paid.value.refund);
    await store.savePayment(db, paid.value.payment);
    const receipt = await keepReceipt(doing, issued.value);
    tell(fact('RefundChanged', known.value.told));
    return ok({ receipt });
  },
});

async function rightMeans(db: Db, entity: DoctorEntityId, kind: 'card' | 'cash' | 'vipps', terminal?: TerminalId) {
  if (kind !== 'card') return ok<Means>({ kind });
  const ours = (await allTerminals(db)).filter((one) => one.entity === entity);
  const chosen = terminal ? ours.find(({ id }) => id === terminal) : ours.length === 1 ? ours[0] : undefined;
  return chosen ? ok<Means>({ kind: 'card', terminal: chosen.id }) : refuse('which terminal');
}

/** Card was pressed and cash was paid: the receipt that says so refers to the first one (§ 5-3-6). */
export const correctMeans = command({
  name: 'correctMeans',
  who,
  takes: z.object({
    payment: idInput<PaymentId>(),
    means: z.enum(['card', 'cash', 'vipps']),
    terminal: idInput<TerminalId>().optional(),
    reference: optionalLine(60),
    reason: lineInput(300),
  }),
  async does(doing) {
    const { input, db, me, now, supervisor, tell, about } = doing;
    const payment = await store.paymentToChange(db, input.payment);
    const row = payment && (await billToChange(db, payment.bill));
    if (!payment || !row) return refuse('not found');
    await about(row.bill.patient);
    const day = 'receivedAt' in payment ? dayOf(payment.receivedAt) : dayOf(now);
    if (await isDayLocked(db, payment.entity, day)) return refuse('the day is locked');
    const means = await rightMeans(db, payment.entity, input.means, input.terminal);
    if (!means.ok) return means;
    const reference = input.means === 'cash' ? null : (input.reference ?? 'rettet');
    const instead = { id: newId<PaymentId>(), means: means.value, reference };
    const how = { cashier: cashierOf(me, supervisor), reason: input.reason, now };
    const corrected = correct(payment, instead, how);
    if (!corrected.ok) return corrected;
    const sale = await saleOf(db, payment);
    if (!sale) return refuse('not a sale');
    const number = await nextNumber(doing, payment.entity);
    const issued = issueChangedMeans(sale, corrected.value.instead, { number, reason: input.reason, now });
    if (!issued.ok) return issued;
    await store.savePayment(db, corrected.value.corrected);
    await store.addPayment(db, corrected.value.instead);
    await saveBill(db, { ...row, bill: withPayment(row.bill, payment.id, instead.id) }, now);
    const receipt = await keepReceipt(doing, issued.value);
    tell(fact('BillPaid', { bill: payment.bill, patient: row.bill.patient }));
    return ok({ receipt });
  },
});

/** The bill stands on the payment that was really made. */
function withPayment<B extends object>(bill: B, before: PaymentId, after: PaymentId): B {
  if (!('received' in bill) || !Array.isArray(bill.received)) return bill;
  const received = bill.received.map((one: { payment: PaymentId }) =>
    one.payment === before ? { ...one, payment: after } : one,
  );
  return { ...bill, received };
}
