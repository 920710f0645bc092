/** A payment: money from a patient for a bill, by card, cash, Vipps or on an invoice, until it is received, failed or given back. */

import { z } from 'zod';
import type { Kid } from '#kernel/account-numbers';
import { type Ore, ore } from '#kernel/amounts';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { BillId } from '../bills/bill.ts';
import type { DoctorEntityId, TerminalId } from '../entities/doctor-entity.ts';
import { smallestCoins } from './cash-rounding.table.ts';

export type PaymentId = Id<'Payment'>;
export type { TerminalId };

/** Card and Vipps are cash sales to the books (bokføringsforskriften § 5-3-1); an invoice is not. */
export type Means =
  | { readonly kind: 'card'; readonly terminal: TerminalId }
  | { readonly kind: 'cash' }
  | { readonly kind: 'vipps' }
  | { readonly kind: 'invoice'; readonly dueOn: IsoDate; readonly kid: Kid | null };

export const meansSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), terminal: z.uuid() }),
  z.object({ kind: z.literal('cash') }),
  z.object({ kind: z.literal('vipps') }),
  z.object({ kind: z.literal('invoice'), dueOn: z.iso.date(), kid: z.string().min(2).max(25).nullable() }),
]);

/** Who stands at the desk; a pupil takes payment only beside someone of the staff. */
export type Cashier = { readonly person: PersonId; readonly isPupil: boolean; readonly beside: PersonId | null };

type Known = {
  readonly id: PaymentId;
  readonly bill: BillId;
  readonly entity: DoctorEntityId;
  readonly amount: Ore;
  readonly means: Means;
  readonly startedAt: Moment;
  readonly startedBy: PersonId;
};
type Receiving = {
  readonly receivedAt: Moment;
  /** The slip of the terminal, the number of Vipps or the bank line; nothing for cash. */
  readonly reference: string | null;
  /** What cash was rounded by; what lies in the drawer is the amount plus this. */
  readonly rounding: Ore;
  /** What has been paid back of it so far. */
  readonly refunded: Ore;
};

/** The amount stands on the terminal, the phone or the invoice, and no money has come. */
export type RequestedPayment = Known & { readonly state: 'requested' };
export type FailedPayment = Known & { readonly state: 'failed'; readonly failedAt: Moment; readonly why: FailedWhy };
export type ReceivedPayment = Known & Receiving & { readonly state: 'received' };
export type RefundedPayment = Known & Receiving & { readonly state: 'refunded'; readonly refundedAt: Moment };
/** Registered with the wrong means; another payment stands instead (bokføringsforskriften § 5-3-6). */
export type CorrectedPayment = Known &
  Receiving & {
    readonly state: 'corrected';
    readonly correctedAt: Moment;
    readonly correctedBy: PersonId;
    readonly reason: string;
    readonly instead: PaymentId;
  };
export type Payment = RequestedPayment | FailedPayment | ReceivedPayment | RefundedPayment | CorrectedPayment;

export type FailedWhy = 'declined' | 'cancelled' | 'no answer';

export const paymentNext = {
  requested: ['received', 'failed'],
  failed: [],
  received: ['refunded', 'corrected'],
  refunded: [],
  corrected: [],
} as const satisfies Record<Payment['state'], readonly Payment['state'][]>;

export type CashierRefusal = 'pupil alone';
export type StartRefusal = CashierRefusal | 'not an amount' | 'due before today';

function checkCashier({ isPupil, beside }: Cashier): Result<undefined, CashierRefusal> {
  return isPupil && beside === null ? refuse('pupil alone') : ok();
}

/** The amount of the bill goes to the terminal, the phone, the drawer or the invoice. */
export function startPayment(
  about: Pick<Known, 'id' | 'bill' | 'entity' | 'amount' | 'means'>,
  cashier: Cashier,
  now: Moment,
): Result<RequestedPayment, StartRefusal> {
  const checked = checkCashier(cashier);
  if (!checked.ok) return checked;
  if (!Number.isSafeInteger(about.amount) || about.amount < 1) return refuse('not an amount');
  if (about.means.kind === 'invoice' && about.means.dueOn < dayOf(now)) return refuse('due before today');
  return ok({ ...about, startedAt: now, startedBy: cashier.person, state: 'requested' });
}

/** What lies in the hand for a sum: rounded to the smallest coin of the day, half a coin upwards. */
export function cashFor(amount: Ore, day: IsoDate): Ore {
  const coin = validOn(smallestCoins, day)?.value ?? 1;
  return ore(Math.round(amount / coin) * coin);
}

/** What is given back of what was handed over; øre. */
export function changeOf(amount: Ore, handedOver: Ore, day: IsoDate): Result<Ore, 'too little handed over'> {
  const toPay = cashFor(amount, day);
  return handedOver < toPay ? refuse('too little handed over', { toPay }) : ok(ore(handedOver - toPay));
}

/** The money has come: the terminal approved, the drawer closed, or the bank line arrived. */
export function receivePayment(
  payment: Payment,
  reference: string | null,
  now: Moment,
): Result<ReceivedPayment, 'not waiting' | 'reference missing'> {
  if (payment.state !== 'requested') return refuse('not waiting', { state: payment.state });
  const isCash = payment.means.kind === 'cash';
  if (!isCash && (reference ?? '').trim() === '') return refuse('reference missing');
  const rounding = isCash ? ore(cashFor(payment.amount, dayOf(now)) - payment.amount) : ore(0);
  return ok({ ...payment, state: 'received', receivedAt: now, reference, rounding, refunded: ore(0) });
}

/** The card was declined, the patient changed their mind, or nothing came back. */
export function failPayment(payment: Payment, why: FailedWhy, now: Moment): Result<FailedPayment, 'not waiting'> {
  if (payment.state !== 'requested') return refuse('not waiting', { state: payment.state });
  return ok({ ...payment, state: 'failed', failedAt: now, why });
}

export type CorrectRefusal = CashierRefusal | 'not received' | 'reason missing' | 'same means' | 'already refunded';
export type CorrectedMeans = { readonly corrected: CorrectedPayment; readonly instead: ReceivedPayment };

/** Card was pressed and cash was paid: the wrong one is closed and the right one stands instead, at the same moment. */
export function correctMeans(
  payment: Payment,
  instead: { readonly id: PaymentId; readonly means: Means; readonly reference: string | null },
  { cashier, reason, now }: { readonly cashier: Cashier; readonly reason: string; readonly now: Moment },
): Result<CorrectedMeans, CorrectRefusal> {
  if (payment.state !== 'received') return refuse('not received', { state: payment.state });
  const checked = checkCashier(cashier);
  if (!checked.ok) return checked;
  if (reason.trim() === '') return refuse('reason missing');
  if (payment.refunded > 0) return refuse('already refunded');
  if (JSON.stringify(instead.means) === JSON.stringify(payment.means)) return refuse('same means');
  const isCash = instead.means.kind === 'cash';
  const rounding = isCash ? ore(cashFor(payment.amount, dayOf(payment.receivedAt)) - payment.amount) : ore(0);
  const { person } = cashier;
  return ok({
    corrected: { ...payment, state: 'corrected', correctedAt: now, correctedBy: person, reason, instead: instead.id },
    instead: { ...payment, ...instead, rounding, startedBy: person },
  });
}

/** What the drawer, the terminal or Vipps has of a payment; a corrected one has nothing. */
export function takenIn(payment: Payment): Ore {
  if (payment.state !== 'received' && payment.state !== 'refunded') return ore(0);
  return ore(payment.amount + payment.rounding);
}

/** What can still be paid back. */
export function refundable(payment: Payment): Ore {
  return payment.state === 'received' ? ore(payment.amount - payment.refunded) : ore(0);
}
