/** A refund (tilbakebetaling): money back to a patient; one person asks, another approves, and the patient signs. */

import { z } from 'zod';
import { type Ore, ore } from '#kernel/amounts';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import {
  type Cashier,
  type CashierRefusal,
  type Payment,
  type PaymentId,
  type ReceivedPayment,
  type RefundedPayment,
  refundable,
} from './payment.ts';

export type RefundId = Id<'Refund'>;

/** Card money goes back to the same card; by bank account only when the patient is not there. */
export type RefundWay = 'same card' | 'cash' | 'vipps' | 'bank account';

type Known = {
  readonly id: RefundId;
  readonly payment: PaymentId;
  readonly amount: Ore;
  readonly reason: string;
  readonly askedBy: PersonId;
  readonly askedAt: Moment;
};
type Approval = { readonly approvedBy: PersonId; readonly approvedAt: Moment };

export type AskedRefund = Known & { readonly state: 'asked' };
export type TurnedDownRefund = Known & {
  readonly state: 'turned down';
  readonly turnedDownBy: PersonId;
  readonly turnedDownAt: Moment;
  readonly because: string;
};
export type ApprovedRefund = Known & Approval & { readonly state: 'approved' };
/** Paid out with the patient's signature and telephone number (bokføringsforskriften § 5-3-7), or by a numbered bank transfer. */
export type PaidOutRefund = Known &
  Approval & {
    readonly state: 'paid out';
    readonly way: RefundWay;
    readonly paidOutBy: PersonId;
    readonly paidOutAt: Moment;
    readonly proof: RefundProof;
  };
export type Refund = AskedRefund | TurnedDownRefund | ApprovedRefund | PaidOutRefund;

export type RefundProof =
  | { readonly kind: 'signed'; readonly hasSigned: boolean; readonly telephone: string }
  | { readonly kind: 'bank transfer'; readonly reference: string };

export const refundProofSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed'), hasSigned: z.boolean(), telephone: z.string().trim().max(20) }),
  z.object({ kind: z.literal('bank transfer'), reference: z.string().trim().max(60) }),
]);

export const refundNext = {
  asked: ['approved', 'turned down'],
  'turned down': [],
  approved: ['paid out'],
  'paid out': [],
} as const satisfies Record<Refund['state'], readonly Refund['state'][]>;

export type AskRefusal = CashierRefusal | 'reason missing' | 'not received' | 'not an amount' | 'more than was paid';

/** Someone at the desk sees that money should go back; a pupil does not ask alone. */
export function askRefund(
  payment: Payment,
  wanted: { readonly id: RefundId; readonly amount: Ore; readonly reason: string },
  cashier: Cashier,
  now: Moment,
): Result<AskedRefund, AskRefusal> {
  if (cashier.isPupil && cashier.beside === null) return refuse('pupil alone');
  if (wanted.reason.trim() === '') return refuse('reason missing');
  if (payment.state !== 'received') return refuse('not received', { state: payment.state });
  if (!Number.isSafeInteger(wanted.amount) || wanted.amount < 1) return refuse('not an amount');
  const most = refundable(payment);
  if (wanted.amount > most) return refuse('more than was paid', { most });
  return ok({ ...wanted, payment: payment.id, askedBy: cashier.person, askedAt: now, state: 'asked' });
}

/** The second person; never the one who asked. */
export function approveRefund(
  refund: Refund,
  by: PersonId,
  now: Moment,
): Result<ApprovedRefund, 'not asked' | 'second person missing'> {
  if (refund.state !== 'asked') return refuse('not asked', { state: refund.state });
  if (by === refund.askedBy) return refuse('second person missing');
  return ok({ ...refund, state: 'approved', approvedBy: by, approvedAt: now });
}

export function turnDownRefund(
  refund: Refund,
  by: PersonId,
  because: string,
  now: Moment,
): Result<TurnedDownRefund, 'not asked' | 'reason missing'> {
  if (refund.state !== 'asked') return refuse('not asked', { state: refund.state });
  if (because.trim() === '') return refuse('reason missing');
  return ok({ ...refund, state: 'turned down', turnedDownBy: by, turnedDownAt: now, because });
}

export type PayOutRefusal =
  | 'not approved'
  | 'another payment'
  | 'more than was paid'
  | 'same card only'
  | 'signature and telephone missing'
  | 'reference missing';
export type PayOut = { readonly refund: PaidOutRefund; readonly payment: ReceivedPayment | RefundedPayment };

function checkProof(way: RefundWay, proof: RefundProof): Result<undefined, PayOutRefusal> {
  if (way === 'bank account')
    return proof.kind === 'bank transfer' && proof.reference.trim() !== '' ? ok() : refuse('reference missing');
  const isSigned = proof.kind === 'signed' && proof.hasSigned && /\d{5,}/.test(proof.telephone.replace(/[\s+]/g, ''));
  return isSigned ? ok() : refuse('signature and telephone missing');
}

/** The money goes back; the payment remembers how much, and is refunded when nothing is left of it. */
export function payOutRefund(
  refund: Refund,
  payment: Payment,
  how: { readonly way: RefundWay; readonly proof: RefundProof; readonly by: PersonId; readonly now: Moment },
): Result<PayOut, PayOutRefusal> {
  if (refund.state !== 'approved') return refuse('not approved', { state: refund.state });
  if (refund.payment !== payment.id) return refuse('another payment');
  const most = refundable(payment);
  if (payment.state !== 'received' || refund.amount > most) return refuse('more than was paid', { most });
  const { way, proof, by, now } = how;
  const isCard = payment.means.kind === 'card';
  if (way !== 'bank account' && isCard !== (way === 'same card')) return refuse('same card only');
  const checked = checkProof(way, proof);
  if (!checked.ok) return checked;
  const refunded = ore(payment.refunded + refund.amount);
  const after: ReceivedPayment = { ...payment, refunded };
  return ok({
    refund: { ...refund, state: 'paid out', way, proof, paidOutBy: by, paidOutAt: now },
    payment: refunded === payment.amount ? { ...after, state: 'refunded', refundedAt: now } : after,
  });
}
