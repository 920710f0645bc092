/** Payments, refunds and receipts as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import { dayOf, type IsoDate } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { BillId } from '../bills/bill.ts';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import type { Payment, PaymentId } from './payment.ts';
import type { Receipt, ReceiptId } from './receipt.ts';
import type { Refund, RefundId } from './refund.ts';

type PaymentRow = {
  id: PaymentId;
  bill: BillId;
  entity: DoctorEntityId;
  state: Payment['state'];
  means: string;
  terminal: string | null;
  amount: number;
  receivedOn: IsoDate | null;
  content: string;
};
const addRow = statement<PaymentRow>(
  'payment: add',
  `insert into payment (clinic, id, bill, entity, state, means, terminal, amount, received_on, content)
   values (:clinic, :id, :bill, :entity, :state, :means, :terminal, :amount, :receivedOn, :content::jsonb)`,
);
const saveRow = statement<Pick<PaymentRow, 'id' | 'state' | 'receivedOn' | 'content'>>(
  'payment: save',
  'update payment set state = :state, received_on = :receivedOn, content = :content::jsonb where clinic = :clinic and id = :id',
);
const byId = statement<{ id: PaymentId }, { payment: Payment }>(
  'payment: by id',
  'select content as "payment" from payment where clinic = :clinic and id = :id',
);
const toChange = statement<{ id: PaymentId }, { payment: Payment }>(
  'payment: to change',
  'select content as "payment" from payment where clinic = :clinic and id = :id for update',
);
const ofBill = statement<{ bill: BillId }, { payment: Payment }>(
  'payment: of bill',
  'select content as "payment" from payment where clinic = :clinic and bill = :bill order by id',
);
const ofDay = statement<{ entity: DoctorEntityId; day: IsoDate }, { payment: Payment }>(
  'payment: of day',
  'select content as "payment" from payment where clinic = :clinic and entity = :entity and received_on = :day order by id',
);

type RefundRow = {
  id: RefundId;
  payment: PaymentId;
  bill: BillId;
  entity: DoctorEntityId;
  state: Refund['state'];
  amount: number;
  paidOn: IsoDate | null;
  content: string;
};
const addRefundRow = statement<RefundRow>(
  'refund: add',
  `insert into refund (clinic, id, payment, bill, entity, state, amount, paid_on, content)
   values (:clinic, :id, :payment, :bill, :entity, :state, :amount, :paidOn, :content::jsonb)`,
);
const saveRefundRow = statement<Pick<RefundRow, 'id' | 'state' | 'paidOn' | 'content'>>(
  'refund: save',
  'update refund set state = :state, paid_on = :paidOn, content = :content::jsonb where clinic = :clinic and id = :id',
);
const refundRow = statement<{ id: RefundId }, { refund: Refund }>(
  'refund: to change',
  'select content as "refund" from refund where clinic = :clinic and id = :id for update',
);
const refundsOf = statement<{ bill: BillId }, { refund: Refund }>(
  'refund: of bill',
  'select content as "refund" from refund where clinic = :clinic and bill = :bill order by id',
);
const refundsOn = statement<{ entity: DoctorEntityId; day: IsoDate }, { refund: Refund; payment: Payment }>(
  'refund: of day',
  `select r.content as "refund", p.content as "payment" from refund r join payment p on p.clinic = r.clinic and p.id = r.payment
   where r.clinic = :clinic and r.entity = :entity and r.paid_on = :day order by r.id`,
);
const waitingRefunds = statement<object, { refund: Refund; bill: BillId }>(
  'refund: waiting',
  `select r.content as "refund", r.bill from refund r where r.clinic = :clinic and r.state in ('asked', 'approved') order by r.id`,
);

const addReceiptRow = statement<{
  id: ReceiptId;
  entity: DoctorEntityId;
  number: number;
  kind: Receipt['kind'];
  bill: BillId;
  issuedAt: string;
  by: PersonId;
  content: string;
}>(
  'receipt: add',
  `insert into receipt (clinic, id, entity, number, kind, bill, issued_at, issued_by, content)
   values (:clinic, :id, :entity, :number, :kind, :bill, :issuedAt, :by, :content::jsonb)`,
);
export type KeptReceipt = { readonly id: ReceiptId; readonly receipt: Receipt };
const receiptRow = statement<{ id: ReceiptId }, KeptReceipt>(
  'receipt: by id',
  'select id, content as "receipt" from receipt where clinic = :clinic and id = :id',
);
const receiptsOf = statement<{ bill: BillId }, KeptReceipt>(
  'receipt: of bill',
  'select id, content as "receipt" from receipt where clinic = :clinic and bill = :bill order by number',
);

const receivedOn = (payment: Payment): IsoDate | null => ('receivedAt' in payment ? dayOf(payment.receivedAt) : null);

export const addPayment = (db: Db, payment: Payment): Promise<number> => {
  const { id, bill, entity, state, means, amount } = payment;
  const terminal = means.kind === 'card' ? means.terminal : null;
  const content = JSON.stringify(payment);
  return db.run(addRow, {
    ...{ id, bill, entity, state, amount, terminal, content },
    means: means.kind,
    receivedOn: receivedOn(payment),
  });
};
export const savePayment = (db: Db, payment: Payment): Promise<number> =>
  db.run(saveRow, {
    id: payment.id,
    state: payment.state,
    receivedOn: receivedOn(payment),
    content: JSON.stringify(payment),
  });
export const paymentById = async (db: Db, id: PaymentId): Promise<Payment | undefined> =>
  (await db.row(byId, { id }))?.payment;
export const paymentToChange = async (db: Db, id: PaymentId): Promise<Payment | undefined> =>
  (await db.row(toChange, { id }))?.payment;
export const paymentsOfBill = async (db: Db, bill: BillId): Promise<Payment[]> =>
  (await db.rows(ofBill, { bill })).map(({ payment }) => payment);
export const paymentsOfDay = async (db: Db, entity: DoctorEntityId, day: IsoDate): Promise<Payment[]> =>
  (await db.rows(ofDay, { entity, day })).map(({ payment }) => payment);

const paidOn = (refund: Refund): IsoDate | null => (refund.state === 'paid out' ? dayOf(refund.paidOutAt) : null);
export const addRefund = (db: Db, refund: Refund, { bill, entity }: Payment): Promise<number> => {
  const { id, payment, state, amount } = refund;
  const content = JSON.stringify(refund);
  return db.run(addRefundRow, { id, payment, bill, entity, state, amount, paidOn: paidOn(refund), content });
};
export const saveRefund = (db: Db, refund: Refund): Promise<number> =>
  db.run(saveRefundRow, {
    id: refund.id,
    state: refund.state,
    paidOn: paidOn(refund),
    content: JSON.stringify(refund),
  });
export const refundToChange = async (db: Db, id: RefundId): Promise<Refund | undefined> =>
  (await db.row(refundRow, { id }))?.refund;
export const refundsOfBill = async (db: Db, bill: BillId): Promise<Refund[]> =>
  (await db.rows(refundsOf, { bill })).map(({ refund }) => refund);
export const refundsOfDay = (db: Db, entity: DoctorEntityId, day: IsoDate) => db.rows(refundsOn, { entity, day });
export const refundsWaiting = (db: Db) => db.rows(waitingRefunds, {});

export const addReceipt = (db: Db, id: ReceiptId, receipt: Receipt, by: PersonId): Promise<number> => {
  const { entity, number, kind, bill, issuedAt } = receipt;
  return db.run(addReceiptRow, { id, entity, number, kind, bill, issuedAt, by, content: JSON.stringify(receipt) });
};
export const receiptById = (db: Db, id: ReceiptId): Promise<KeptReceipt | undefined> => db.row(receiptRow, { id });
export const receiptsOfBill = (db: Db, bill: BillId): Promise<KeptReceipt[]> => db.rows(receiptsOf, { bill });
