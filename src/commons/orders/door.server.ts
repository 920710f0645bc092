/** How a room finds what is ordered, and says that it is done, in its own transaction. */

import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type Moment, momentAt } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { Haste, Subject } from '#loops';
import { closeLoopsOf, openLoop } from '#loops/server';
import type { Db, Fact } from '#platform/server';
import { orderById, roomOf, saveItems } from './order.store.ts';
import type { Order, OrderId, PlacedOrder } from './order.ts';
import { orderClocks } from './order-clock.table.ts';
import type { OrderRoom } from './orderable.table.ts';
import { answer, perform } from './performing.ts';

export { handedBackItems, orderById, ordersOf, type WaitingLine, waitingInRoom } from './order.store.ts';

type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };

/** Evidence is asked for room by room: the laboratory's part of an order may be done before the treatment room's. */
const subjectOf = (order: Order, room: OrderRoom): Subject => ({ thing: `order in ${room}`, id: order.id });
const isOpen = ({ state }: { state: string }): boolean => state === 'ordered' || state === 'accepted';

/** By when the item is expected done, by its haste. */
export function expectedBy(haste: Haste, orderedAt: Moment): Moment {
  const clock = validOn(orderClocks, dayOf(orderedAt))?.value[haste] ?? { days: 14, at: '15:30' as never };
  const due = momentAt(addDays(dayOf(orderedAt), clock.days), clock.at);
  return due > orderedAt ? due : orderedAt;
}

/** An order that now stands opens a loop in each room that has work in it. */
export async function openOrderLoops(
  doing: InTransaction,
  order: PlacedOrder,
  wordsOf: (room: OrderRoom) => string,
): Promise<void> {
  const rooms = [...new Set(order.items.filter(isOpen).map((item) => roomOf(order, item)))];
  for (const room of rooms) {
    const haste = Math.min(
      ...order.items.filter((item) => roomOf(order, item) === room).map((item) => item.haste),
    ) as Haste;
    await openLoop(doing, {
      kind: 'order to perform',
      patient: order.patient,
      subject: subjectOf(order, room),
      what: wordsOf(room),
      haste,
      owner: { kind: 'station', station: room },
      deputy: { kind: 'person', person: order.orderedBy },
      openedBy: order.orderedBy,
      expectedBy: expectedBy(haste, order.orderedAt),
    });
  }
}

/** What is left of the rooms' loops after a change to the order's items; a room with nothing open is done. */
export async function settleOrderLoops(
  doing: InTransaction,
  order: PlacedOrder,
  by: PersonId,
  how: 'performed' | 'declined by patient',
): Promise<void> {
  const rooms = [...new Set(order.items.map((item) => roomOf(order, item)))];
  for (const room of rooms) {
    const isRoomDone = !order.items.some((item) => roomOf(order, item) === room && isOpen(item));
    if (isRoomDone) await closeLoopsOf(doing, subjectOf(order, room), how, by);
  }
}

export type Performed = {
  readonly order: OrderId;
  readonly number: number;
  readonly by: PersonId;
  readonly became: Subject;
  readonly conditionsConfirmed?: boolean;
};

/** Why an item cannot be performed now. */
export type NotPerformed = Extract<ReturnType<typeof perform>, { ok: false }>['why'] | 'not found';

/** The room's own command did the work: the item is performed, others hear of it, and the loop closes when nothing is left. */
export async function performOrderItem(
  doing: InTransaction,
  done: Performed,
): Promise<Result<PlacedOrder, NotPerformed>> {
  const order = await orderById(doing.db, done.order);
  if (!order) return refuse('not found');
  const performed = perform(
    order,
    done.number,
    { by: done.by, became: done.became, conditionsConfirmed: done.conditionsConfirmed ?? false },
    doing.now,
  );
  if (!performed.ok) return performed;
  await saveItems(doing.db, performed.value);
  const item = performed.value.items.find(({ number }) => number === done.number);
  doing.tell(
    fact('OrderPerformed', {
      order: order.id,
      patient: order.patient,
      code: item?.code ?? '',
      performer: done.by,
      doctor: performed.value.orderedBy,
      room: item ? roomOf(order, item) : '',
    }),
  );
  await settleOrderLoops(doing, performed.value, done.by, 'performed');
  return performed;
}

/** The answer of a performed item is here. */
export async function answerOrderItem(
  doing: InTransaction,
  answered: { order: OrderId; number: number; answer: Subject },
): Promise<Result<PlacedOrder, string>> {
  const order = await orderById(doing.db, answered.order);
  if (!order) return refuse('not found');
  const done = answer(order, answered.number, answered.answer, doing.now);
  if (done.ok) await saveItems(doing.db, done.value);
  return done;
}
