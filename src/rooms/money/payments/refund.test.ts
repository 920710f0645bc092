import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, type Ore, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { BillId } from '../bills/bill.ts';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import {
  type Cashier,
  type Payment,
  type PaymentId,
  type ReceivedPayment,
  receivePayment,
  startPayment,
  type TerminalId,
} from './payment.ts';
import {
  type AskedRefund,
  approveRefund,
  askRefund,
  payOutRefund,
  type Refund,
  type RefundId,
  type RefundProof,
  type RefundWay,
  refundNext,
  refundProofSchema,
  turnDownRefund,
} from './refund.ts';

const now: Moment = momentAt('2026-11-23' as IsoDate, '11:00' as TimeOfDay);
const berit: Cashier = { person: 'berit' as PersonId, isPupil: false, beside: null };
const anna = 'anna' as PersonId;
const paid = (means: Payment['means'], amount = kroner(420)): ReceivedPayment => {
  const about = {
    id: 'payment' as PaymentId,
    bill: 'bill' as BillId,
    entity: 'entity' as DoctorEntityId,
    amount,
    means,
  };
  return must(receivePayment(must(startPayment(about, berit, now)), 'ref', now));
};
const card = paid({ kind: 'card', terminal: 't1' as TerminalId });
const cash = paid({ kind: 'cash' });
const wanted = (amount = kroner(64)) => ({ id: 'refund' as RefundId, amount, reason: 'Hadde frikort' });
const asked = (payment: Payment = cash, amount?: Ore): AskedRefund =>
  must(askRefund(payment, wanted(amount), berit, now));
const approved = (payment: Payment = cash, amount?: Ore) => must(approveRefund(asked(payment, amount), anna, now));
const signed: RefundProof = { kind: 'signed', hasSigned: true, telephone: '900 00 000' };
const out = (way: RefundWay, proof: RefundProof = signed) => ({ way, proof, by: berit.person, now });
const whyOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.why);

describe('asking', () => {
  test('takes a reason, a received payment and no more than was paid', () => {
    expect(asked()).toMatchObject({ state: 'asked', askedBy: 'berit', amount: kroner(64) });
    expect(whyOf(askRefund(cash, { ...wanted(), reason: ' ' }, berit, now))).toBe('reason missing');
    expect(askRefund(cash, wanted(kroner(421)), berit, now)).toMatchObject({
      why: 'more than was paid',
      facts: { most: 42_000 },
    });
    for (const amount of [0, -1, 0.5])
      expect(whyOf(askRefund(cash, wanted(amount as Ore), berit, now))).toBe('not an amount');
  });

  test('is not for a pupil alone', () => {
    const pupil = { person: 'pupil' as PersonId, isPupil: true, beside: null };
    expect(whyOf(askRefund(cash, wanted(), pupil, now))).toBe('pupil alone');
    expect(askRefund(cash, wanted(), { ...pupil, beside: anna }, now).ok).toBe(true);
  });
});

describe('approving', () => {
  test('is for someone else than the one who asked', () => {
    expect(approved()).toMatchObject({ state: 'approved', approvedBy: anna });
    expect(whyOf(approveRefund(asked(), berit.person, now))).toBe('second person missing');
    expect(whyOf(approveRefund(approved(), anna, now))).toBe('not asked');
  });

  test('or it is turned down with a reason', () => {
    expect(must(turnDownRefund(asked(), anna, 'Allerede refundert av Helfo', now))).toMatchObject({
      state: 'turned down',
    });
    expect(whyOf(turnDownRefund(asked(), anna, '', now))).toBe('reason missing');
    expect(whyOf(turnDownRefund(approved(), anna, 'nei', now))).toBe('not asked');
  });
});

describe('paying out', () => {
  test('in cash with signature and telephone number', () => {
    const { refund, payment } = must(payOutRefund(approved(), cash, out('cash')));
    expect(refund).toMatchObject({ state: 'paid out', way: 'cash', proof: signed });
    expect(payment).toMatchObject({ state: 'received', refunded: kroner(64) });
  });

  test('the whole sum makes the payment refunded', () => {
    expect(must(payOutRefund(approved(card, kroner(420)), card, out('same card'))).payment).toMatchObject({
      state: 'refunded',
      refundedAt: now,
    });
  });

  test('is refused without signature or telephone number', () => {
    for (const proof of [
      { ...signed, hasSigned: false },
      { ...signed, telephone: '' },
      { kind: 'bank transfer', reference: '1' },
    ] as const)
      expect(whyOf(payOutRefund(approved(), cash, out('cash', proof)))).toBe('signature and telephone missing');
    expect(refundProofSchema.safeParse(signed).success).toBe(true);
  });

  test('to a bank account with the number of the transfer', () => {
    expect(payOutRefund(approved(), cash, out('bank account', { kind: 'bank transfer', reference: '77' })).ok).toBe(
      true,
    );
    expect(whyOf(payOutRefund(approved(), cash, out('bank account', { kind: 'bank transfer', reference: ' ' })))).toBe(
      'reference missing',
    );
    expect(whyOf(payOutRefund(approved(), cash, out('bank account')))).toBe('reference missing');
  });

  test('card goes back to the same card, and nothing else does', () => {
    expect(whyOf(payOutRefund(approved(card), card, out('cash')))).toBe('same card only');
    expect(whyOf(payOutRefund(approved(cash), cash, out('same card')))).toBe('same card only');
  });

  test('is refused before approval, for another payment, and twice over', () => {
    expect(whyOf(payOutRefund(asked(), cash, out('cash')))).toBe('not approved');
    expect(whyOf(payOutRefund(approved(), { ...cash, id: 'x' as PaymentId }, out('cash')))).toBe('another payment');
    const all = must(payOutRefund(approved(cash, kroner(420)), cash, out('cash'))).payment;
    expect(whyOf(payOutRefund(approved(), all, out('cash')))).toBe('more than was paid');
  });

  test('never more in all than was paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 8 }), (amounts) => {
        let payment: Payment = cash;
        let back = 0;
        for (const amount of amounts) {
          const asking = askRefund(payment, wanted(ore(amount)), berit, now);
          if (!asking.ok) continue;
          const paying = payOutRefund(must(approveRefund(asking.value, anna, now)), payment, out('cash'));
          if (!paying.ok) return false;
          payment = paying.value.payment;
          back += amount;
        }
        return back <= kroner(420) && 'refunded' in payment && payment.refunded === back;
      }),
    );
  });
});

test('states follow the table', () => {
  const moves: [Refund['state'], Refund['state']][] = [
    ['asked', approved().state],
    ['asked', must(turnDownRefund(asked(), anna, 'nei', now)).state],
    ['approved', must(payOutRefund(approved(), cash, out('cash'))).refund.state],
  ];
  for (const [from, to] of moves) expect(refundNext[from]).toContain(to as never);
});
