/** Taking a whole bill back: one person asks with a reason, another decides; the patient's money goes back, and a new bill may come. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { idInput, lineInput } from '#kernel/inputs';
import { must, ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { patientLines } from '#patients/server';
import { command, type Doing, isTaken, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { addReceipt, addRefund, paymentsOfBill, refundsWaiting } from '../payments/payment.store.ts';
import { refundable } from '../payments/payment.ts';
import { issueCreditNote, type ReceiptId } from '../payments/receipt.ts';
import { nextNumber, saleOf } from '../payments/refund.api.ts';
import { approveRefund, askRefund, type RefundId } from '../payments/refund.ts';
import * as store from './bill.store.ts';
import { type BillId, type CreditedBill, creditBill } from './bill.ts';
import { takeOffBill } from './billable-fact.store.ts';
import {
  addCreditRequest,
  type CreditRequest,
  type CreditRequestId,
  creditRequestOf,
  creditRequestsWaiting,
  decideCredit,
} from './credit-request.store.ts';
import { contactOfBill, proposeContact } from './proposing.api.ts';

const who = { duty: 'reception.patient-accounts', act: 'payment-correction' } as const;
const bill = idInput<BillId>();

/** `billAnew`: the work shall be billed after all, as a new proposal. */
export const askCredit = command({
  name: 'askCredit',
  who,
  takes: z.object({ bill, reason: lineInput(300), billAnew: z.boolean().default(true) }),
  async does({ input, db, me, now, tell, about }) {
    const row = await store.billToChange(db, input.bill);
    if (!row) return refuse('not found');
    await about(row.bill.patient);
    const { state } = row.bill;
    if (state === 'proposed' || state === 'dropped') return refuse('not closed');
    if (state === 'credited') return refuse('already credited');
    const request = { ...input, id: newId<CreditRequestId>(), askedBy: me.person, askedAt: now };
    try {
      await addCreditRequest(db, request);
    } catch (fault) {
      if (isTaken(fault, 'credit_request_once')) return refuse('already asked for');
      throw fault;
    }
    tell(fact('BillClosed', { bill: input.bill, patient: row.bill.patient }));
    return ok();
  },
});

type Crediting = Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'tell'>;

/** A credit note of its own, and the patient's money ready to be paid out: two people have stood for it already. */
async function giveBack(doing: Crediting, credited: CreditedBill, request: CreditRequest): Promise<void> {
  const { db, me, now } = doing;
  const sale = await saleOf(db, { bill: credited.id });
  if (sale) {
    const number = await nextNumber(doing, credited.entity);
    const note = must(issueCreditNote(sale, { number, reason: request.reason, now }));
    await addReceipt(db, newId<ReceiptId>(), note, me.person);
  }
  for (const payment of await paymentsOfBill(db, credited.id)) {
    if (refundable(payment) === 0) continue;
    const wanted = { id: newId<RefundId>(), amount: refundable(payment), reason: request.reason };
    const asker = { person: request.askedBy, isPupil: false, beside: null };
    const asked = must(askRefund(payment, wanted, asker, now));
    await addRefund(db, must(approveRefund(asked, me.person, now)), payment);
  }
}

/** The second person decides; never the one who asked. */
export const decideOnCredit = command({
  name: 'decideOnCredit',
  who,
  takes: z.object({ bill, isCredited: z.boolean(), because: lineInput(300).optional() }),
  async does(doing) {
    const { input, db, me, now, tell, about } = doing;
    const row = await store.billToChange(db, input.bill);
    const request = row && (await creditRequestOf(db, input.bill));
    if (!row || !request) return refuse('not asked for');
    await about(row.bill.patient);
    if (request.askedBy === me.person) return refuse('second person missing');
    if (!input.isCredited) {
      if (!input.because) return refuse('reason missing');
      await decideCredit(db, request, 'turned down', { by: me.person, now, because: input.because });
      tell(fact('BillClosed', { bill: input.bill, patient: row.bill.patient }));
      return ok();
    }
    const { reason, askedBy } = request;
    const credited = creditBill(row.bill, { by: askedBy, second: me.person, reason, now });
    if (!credited.ok) return credited;
    await decideCredit(db, request, 'credited', { by: me.person, now });
    await store.saveBill(db, { ...row, bill: credited.value }, now);
    await giveBack(doing, credited.value, request);
    tell(fact('BillCredited', { bill: input.bill, patient: row.bill.patient }));
    if (request.billAnew) {
      await takeOffBill(db, input.bill);
      await proposeContact(doing, contactOfBill(row, dayOf(row.bill.treatedAt)), me.person);
    }
    return ok();
  },
});

/** What waits for a second person, or for the patient to have the money: refunds and credits. */
export const seeRefunds = query({
  name: 'seeRefunds',
  who: { duty: 'reception.payment-terminal' },
  takes: z.object({}),
  async does({ db, shows }) {
    const credits = await creditRequestsWaiting(db);
    const waiting = [];
    for (const { refund, bill: id } of await refundsWaiting(db)) {
      const row = await store.billById(db, id);
      const payment = (await paymentsOfBill(db, id)).find((one) => one.id === refund.payment);
      if (row && payment) waiting.push({ refund, bill: id, patient: row.bill.patient, means: payment.means.kind });
    }
    const patients = await patientLines(
      db,
      [...credits, ...waiting].map(({ patient }) => patient),
    );
    shows(patients.map(({ id }) => id));
    const names = Object.fromEntries(
      (await allPersons(db)).map((one) => [one.id, `${one.givenName} ${one.familyName}`]),
    );
    return ok({ refunds: waiting, credits, patients, names });
  },
});
