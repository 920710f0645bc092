/** What waits in each room of all that is ordered, how far an order has come, and what is ordered twice. */

import { dayOf, type IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { type AcceptedItem, type Order, type OrderedItem, orderableOn, type PlacedOrder } from './order.ts';
import type { OrderableCode, OrderRoom } from './orderable.table.ts';

/** How far the whole order has come: `open` has work left here, `awaiting answer` has none. */
export type OrderStanding = 'prepared' | 'declined' | 'open' | 'with the doctor' | 'awaiting answer' | 'settled';

/** A handed-back item is the doctor's, whatever else is left. */
export function standingOf(order: Order): OrderStanding {
  if (order.state !== 'placed') return order.state;
  const states = new Set(order.items.map(({ state }) => state));
  if (states.has('handed back')) return 'with the doctor';
  if (states.has('ordered') || states.has('accepted')) return 'open';
  return states.has('performed') ? 'awaiting answer' : 'settled';
}

export type WorkItem = { readonly order: PlacedOrder; readonly item: OrderedItem | AcceptedItem };

/** The work list of a room: haste first, then the one that has waited longest; expired orders are left out. */
export function workList(orders: readonly Order[], room: OrderRoom, day: IsoDate): readonly WorkItem[] {
  return orders
    .flatMap((order): WorkItem[] => {
      if (order.state !== 'placed' || day > order.validUntil) return [];
      const open = order.items.flatMap((item) => (item.state === 'ordered' || item.state === 'accepted' ? [item] : []));
      return open.filter(({ code }) => roomOf(code, order) === room).map((item) => ({ order, item }));
    })
    .sort(
      (a, b) =>
        a.item.haste - b.item.haste ||
        (a.order.orderedAt < b.order.orderedAt ? -1 : a.order.orderedAt > b.order.orderedAt ? 1 : 0) ||
        a.item.number - b.item.number,
    );
}

/** By the table of the day it was ordered on, so that an order never falls out of every list. */
function roomOf(code: OrderableCode, order: PlacedOrder): OrderRoom | undefined {
  return orderableOn(code, dayOf(order.orderedAt))?.room;
}

/** Codes that stand open for the patient already: a warning before the same is ordered twice. */
export function alreadyOrdered(
  orders: readonly Order[],
  patient: PatientId,
  codes: readonly OrderableCode[],
  day: IsoDate,
): readonly OrderableCode[] {
  const open = new Set(
    orders
      .filter((order) => order.patient === patient && order.state === 'placed' && day <= order.validUntil)
      .flatMap(({ items }) => items.filter(({ state }) => state === 'ordered' || state === 'accepted'))
      .map(({ code }) => code),
  );
  return codes.filter((code) => open.has(code));
}
