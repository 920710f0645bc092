import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, type Ore, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { BillId } from '../bills/bill.ts';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { paymentTexts } from './payment.texts.ts';
import {
  type Cashier,
  cashFor,
  changeOf,
  correctMeans,
  failPayment,
  type Means,
  meansSchema,
  type Payment,
  type PaymentId,
  paymentNext,
  receivePayment,
  refundable,
  startPayment,
  type TerminalId,
  takenIn,
} from './payment.ts';

const now: Moment = momentAt('2026-11-23' as IsoDate, '11:00' as TimeOfDay);
const day = '2026-11-23' as IsoDate;
const berit: Cashier = { person: 'berit' as PersonId, isPupil: false, beside: null };
const pupil: Cashier = { person: 'pupil' as PersonId, isPupil: true, beside: null };
const card: Means = { kind: 'card', terminal: 't1' as TerminalId };
const cash: Means = { kind: 'cash' };
const about = (means: Means, amount = kroner(420)) => ({
  id: 'payment' as PaymentId,
  bill: 'bill' as BillId,
  entity: 'entity' as DoctorEntityId,
  amount,
  means,
});
const requested = (means: Means, amount?: Ore) => must(startPayment(about(means, amount), berit, now));
const received = (means: Means, amount?: Ore) =>
  must(receivePayment(requested(means, amount), means.kind === 'cash' ? null : '000123', now));
const whyOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.why);

describe('taking a payment', () => {
  test('by card waits for the terminal and keeps its number', () => {
    expect(requested(card)).toMatchObject({ state: 'requested', startedBy: 'berit' });
    expect(received(card)).toMatchObject({ state: 'received', reference: '000123', rounding: 0, refunded: 0 });
  });

  test('by card or Vipps is not received without the number', () => {
    for (const means of [card, { kind: 'vipps' } as const])
      for (const reference of [null, ' '])
        expect(whyOf(receivePayment(requested(means), reference, now))).toBe('reference missing');
  });

  test('in cash needs no number', () => {
    expect(received(cash).reference).toBeNull();
  });

  test('is not started for nothing, nor with a due date that has passed', () => {
    for (const amount of [0, -1, 1.5])
      expect(whyOf(startPayment(about(cash, amount as Ore), berit, now))).toBe('not an amount');
    const invoice = { kind: 'invoice', dueOn: '2026-11-22' as IsoDate, kid: null } as const;
    expect(whyOf(startPayment(about(invoice), berit, now))).toBe('due before today');
    expect(startPayment(about({ ...invoice, dueOn: day }), berit, now).ok).toBe(true);
  });

  test('is not taken by a pupil alone', () => {
    expect(whyOf(startPayment(about(cash), pupil, now))).toBe('pupil alone');
    expect(startPayment(about(cash), { ...pupil, beside: berit.person }, now).ok).toBe(true);
  });

  test('can fail, and then nothing more comes of it', () => {
    const failed = must(failPayment(requested(card), 'declined', now));
    expect(failed).toMatchObject({ state: 'failed', why: 'declined' });
    expect(whyOf(receivePayment(failed, '1', now))).toBe('not waiting');
    expect(whyOf(failPayment(received(card), 'cancelled', now))).toBe('not waiting');
    expect(takenIn(failed)).toBe(0);
  });

  test('is typed in with a means that the desk has', () => {
    expect(meansSchema.safeParse({ kind: 'cheque' }).success).toBe(false);
    expect(meansSchema.safeParse({ kind: 'cash' }).success).toBe(true);
  });
});

describe('cash', () => {
  test('is rounded to whole kroner, half upwards', () => {
    expect(cashFor(ore(4250), day)).toBe(4300);
    expect(cashFor(ore(4249), day)).toBe(4200);
    expect(received(cash, ore(4250))).toMatchObject({ amount: 4250, rounding: 50 });
    expect(takenIn(received(cash, ore(4249)))).toBe(4200);
  });

  test('gives change of what is handed over', () => {
    expect(must(changeOf(kroner(420), kroner(500), day))).toBe(kroner(80));
    expect(must(changeOf(ore(41_950), kroner(500), day))).toBe(kroner(80));
    expect(changeOf(kroner(420), kroner(400), day)).toMatchObject({
      why: 'too little handed over',
      facts: { toPay: 42_000 },
    });
  });

  test('never moves a sum by more than half a krone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        (amount) => Math.abs(cashFor(ore(amount), day) - amount) <= 50,
      ),
    );
  });

  test('before the last small coin went it was not rounded', () => {
    expect(cashFor(ore(4249), '2012-04-30' as IsoDate)).toBe(4249);
  });
});

describe('the wrong means', () => {
  const right = { id: 'other' as PaymentId, means: cash, reference: null };
  const how = { cashier: berit, reason: 'Betalte kontant', now };

  test('is closed, and the right one stands instead at the same moment', () => {
    const { corrected, instead } = must(correctMeans(received(card), right, how));
    expect(corrected).toMatchObject({ state: 'corrected', instead: 'other', reason: 'Betalte kontant' });
    expect(instead).toMatchObject({ id: 'other', means: cash, amount: kroner(420), receivedAt: now, reference: null });
    expect([takenIn(corrected), takenIn(instead)]).toEqual([0, kroner(420)]);
  });

  test('moves no money: what came in is the same before and after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (amount) => {
        const vipps = { ...right, means: { kind: 'vipps' } as const, reference: '9' };
        const { corrected, instead } = must(correctMeans(received(card, ore(amount)), vipps, how));
        return takenIn(corrected) + takenIn(instead) === amount;
      }),
    );
  });

  test('needs a reason, another means and a received payment', () => {
    expect(whyOf(correctMeans(received(card), right, { ...how, reason: '' }))).toBe('reason missing');
    expect(whyOf(correctMeans(received(cash), right, how))).toBe('same means');
    expect(whyOf(correctMeans(requested(card), right, how))).toBe('not received');
    expect(whyOf(correctMeans({ ...received(card), refunded: kroner(1) }, right, how))).toBe('already refunded');
    expect(whyOf(correctMeans(received(card), right, { ...how, cashier: pupil }))).toBe('pupil alone');
  });
});

test('what can be paid back is what has not been', () => {
  expect(refundable({ ...received(card), refunded: kroner(20) })).toBe(kroner(400));
  expect(refundable(requested(card))).toBe(0);
});

test('states follow the table', () => {
  const moves: [Payment['state'], Payment['state']][] = [
    ['requested', received(card).state],
    ['requested', must(failPayment(requested(card), 'no answer', now)).state],
    [
      'received',
      must(
        correctMeans(
          received(card),
          { id: 'o' as PaymentId, means: cash, reference: null },
          { cashier: berit, reason: 'feil', now },
        ),
      ).corrected.state,
    ],
  ];
  for (const [from, to] of moves) expect(paymentNext[from]).toContain(to as never);
});

test('every refusal has words in both languages', () => {
  for (const said of [paymentTexts.nb.refusals, paymentTexts.en.refusals])
    for (const sentence of Object.values(said)) expect(sentence({ toPay: 100, most: 100, total: 100 })).not.toBe('');
});
