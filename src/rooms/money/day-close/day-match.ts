/** What does not meet at the end of the day: bills without payment, payments without a bill, and likely swaps between doctors. */

import { dayOf, type IsoDate } from '#kernel/time';
import { type Bill, type BillId, owedOn } from '../bills/bill.ts';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { type Payment, type PaymentId, refundable } from '../payments/payment.ts';
import type { Difference, Place } from './count.ts';
import type { CountedDay, LockedDay } from './day-close.ts';

export type UnpaidBill = { readonly bill: BillId; readonly owed: number };

/** Closed by the end of the day, not invoiced, and something still owed. */
export function billsWithoutPayment(bills: readonly Bill[], day: IsoDate): readonly UnpaidBill[] {
  return bills.flatMap((bill) =>
    bill.state === 'closed' && dayOf(bill.closedAt) <= day && owedOn(bill) > 0
      ? [{ bill: bill.id, owed: owedOn(bill) }]
      : [],
  );
}

export type StrayPayment = {
  readonly payment: PaymentId;
  readonly why: 'no such bill' | 'bill not closed' | 'bill credited' | "another doctor's bill" | 'not on the bill';
};

function strayWhy(payment: Payment, bills: readonly Bill[]): StrayPayment['why'] | null {
  const bill = bills.find(({ id }) => id === payment.bill);
  if (!bill) return 'no such bill';
  if (bill.state === 'proposed' || bill.state === 'dropped') return 'bill not closed';
  if (bill.entity !== payment.entity) return "another doctor's bill";
  if (bill.state === 'credited') return 'bill credited';
  return bill.received.some((one) => one.payment === payment.id) ? null : 'not on the bill';
}

/** Received, not given back, and no bill that it belongs to. */
export function paymentsWithoutBill(payments: readonly Payment[], bills: readonly Bill[]): readonly StrayPayment[] {
  return payments.flatMap((payment) => {
    const why = refundable(payment) > 0 ? strayWhy(payment, bills) : null;
    return why ? [{ payment: payment.id, why }] : [];
  });
}

/** A difference that another one cancels: paid on doctor A's terminal, booked on doctor B. */
export type LikelySwap = {
  readonly amount: number;
  readonly tooMuch: { readonly entity: DoctorEntityId; readonly place: Place };
  readonly tooLittle: { readonly entity: DoctorEntityId; readonly place: Place };
};

type Placed = { readonly entity: DoctorEntityId; readonly difference: Difference };

/** Equal differences of opposite sign on one day, within one settlement or between two; each is used once. */
export function likelySwaps(days: readonly (CountedDay | LockedDay)[]): readonly LikelySwap[] {
  const all: Placed[] = days.flatMap(({ entity, count }) =>
    count.differences
      .filter(({ place }) => place.kind !== 'report number')
      .map((difference) => ({ entity, difference })),
  );
  const used = new Set<Placed>();
  return all.flatMap((more) => {
    if (more.difference.difference <= 0) return [];
    const less = all.find((one) => !used.has(one) && one.difference.difference === -more.difference.difference);
    if (!less) return [];
    used.add(less);
    return [
      {
        amount: more.difference.difference,
        tooMuch: { entity: more.entity, place: more.difference.place },
        tooLittle: { entity: less.entity, place: less.difference.place },
      },
    ];
  });
}
