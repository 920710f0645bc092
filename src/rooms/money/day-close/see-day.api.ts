/** Looking at the day settlement: what is expected, what was counted, what does not meet, and what waits. */

import { z } from 'zod';
import { dayInput } from '#kernel/inputs';
import { ok } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import { patientLines } from '#patients/server';
import { type Db, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { billsForClose } from '../bills/bill.store.ts';
import type { Bill } from '../bills/bill.ts';
import { allEntities, allTerminals } from '../entities/doctor-entity.store.ts';
import type { DoctorEntity, Terminal } from '../entities/doctor-entity.ts';
import { paymentsOfDay, refundsOfDay } from '../payments/payment.store.ts';
import { expectedDrawer } from './count.ts';
import * as store from './day-close.store.ts';
import { type DayClose, unexplained } from './day-close.ts';
import { billsWithoutPayment, likelySwaps, paymentsWithoutBill } from './day-match.ts';
import { netOf, salesOf } from './day-sales.ts';

/** One settlement a doctor-entity: they are never mixed (§ 5-3-9). */
export const seeDayClose = query({
  name: 'seeDayClose',
  who: { duty: 'reception.payment-terminal' },
  takes: z.object({ day: dayInput.optional() }),
  async does({ input, db, now, shows }) {
    const day = input.day ?? dayOf(now);
    const closes = await store.daysOn(db, day);
    const terminals = await allTerminals(db);
    const numbers = await store.lastReportNumbers(db, day);
    const settlements = [];
    for (const entity of await allEntities(db)) {
      const ours = terminals.filter((one) => one.entity === entity.id);
      const close = closes.find((one) => one.entity === entity.id) ?? null;
      settlements.push(await settlementOf(db, day, { entity, terminals: ours, close, numbers }));
    }
    const unpaid = settlements.flatMap((one) => one.unpaid.map(({ patient }) => patient));
    const patients = await patientLines(db, unpaid);
    shows(unpaid);
    const counted = closes.filter((close) => close.state !== 'open');
    const names = Object.fromEntries(
      (await allPersons(db)).map((one) => [one.id, `${one.givenName} ${one.familyName}`]),
    );
    return ok({ day, today: dayOf(now), settlements, patients, swaps: likelySwaps(counted), names });
  },
});

type Parts = {
  readonly entity: DoctorEntity;
  readonly terminals: readonly Terminal[];
  readonly close: DayClose | null;
  readonly numbers: ReadonlyMap<string, number>;
};

async function settlementOf(db: Db, day: IsoDate, { entity, terminals, close, numbers }: Parts) {
  const payments = await paymentsOfDay(db, entity.id, day);
  const refunds = await refundsOfDay(db, entity.id, day);
  const sales = salesOf({ payments, refunds }, entity.id, day);
  const bills = await billsForClose(db, entity.id, day);
  const before = await store.lastDayBefore(db, entity.id, day);
  const ofBill = new Map<string, Bill>(bills.map((bill) => [bill.id, bill]));
  return {
    entity: { id: entity.id, name: entity.name },
    terminals: terminals.map(({ id, name }) => ({ id, name, lastNumber: numbers.get(id) ?? null })),
    close,
    sales,
    net: netOf(sales),
    expectedInDrawer: close ? expectedDrawer(close, sales) : null,
    unexplained: close && close.state !== 'open' ? unexplained(close) : [],
    leftBefore: before?.state === 'locked' ? before.count.cash : null,
    unpaid: billsWithoutPayment(bills, day).flatMap(({ bill, owed }) => {
      const known = ofBill.get(bill);
      return known ? [{ bill, owed, patient: known.patient, treatedAt: known.treatedAt }] : [];
    }),
    proposed: bills.filter(({ state }) => state === 'proposed').length,
    stray: paymentsWithoutBill(payments, bills),
  };
}
