/** Commands and queries of orders: a doctor asks, a room does, anyone may hand back. */

import { z } from 'zod';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { command, type Doing, type Me, query } from '#platform/server';
import { openOrderLoops, settleOrderLoops } from './door.server.ts';
import {
  addOrder,
  handedBackItems,
  orderById,
  ordersOf,
  preparedOrders,
  roomOf,
  saveItems,
  saveOrder,
  waitingInRoom,
} from './order.store.ts';
import {
  approveOrder as approve,
  declineOrder as decline,
  handBackGrounds,
  type Order,
  type Orderer,
  type OrderId,
  orderableOn,
  orderInput,
  type PlacedOrder,
  placeOrder as place,
  prepareOrder as prepare,
} from './order.ts';
import type { OrderRoom } from './orderable.table.ts';
import { accept, orderAgain as again, cancel, handBack, patientDeclined, release } from './performing.ts';

const orderId = idInput<OrderId>();
const patientId = idInput<PatientId>();
const item = z.object({ order: orderId, number: z.int().min(1).max(30) });
const orderRoom = z.enum(['laboratory', 'treatment-room']);
const reason = z.string().trim().min(3).max(500);

/** The gate gives the role of doctor only while the authorisation holds. */
function ordererOf(me: Me, now: string): Orderer {
  if (!me.roles.includes('doctor')) return { person: me.person };
  const today = now.slice(0, 10) as IsoDate;
  return { person: me.person, doctorAuthorisation: { from: today } };
}

/** The names of what is ordered in a room, as the board says it. */
function wordsOf(order: PlacedOrder): (room: OrderRoom) => string {
  return (wanted) =>
    order.items
      .filter((one) => roomOf(order, one) === wanted)
      .map(({ code }) => orderableOn(code, dayOf(order.orderedAt))?.name.nb ?? code)
      .join(', ');
}

async function stands(doing: Pick<Doing<unknown>, 'db' | 'now' | 'tell'>, order: PlacedOrder): Promise<void> {
  await openOrderLoops(doing, order, wordsOf(order));
  const rooms = [...new Set(order.items.map((one) => roomOf(order, one)))];
  for (const room of rooms)
    doing.tell(fact('OrderPlaced', { order: order.id, patient: order.patient, doctor: order.orderedBy, room }));
}

/** The doctor orders; the rooms see it at once. */
export const placeOrder = command({
  name: 'placeOrder',
  who: { roles: ['doctor'] },
  takes: orderInput.extend({ patient: patientId }),
  patient: (input) => input.patient,
  async does(doing) {
    const { patient, ...input } = doing.input;
    const placed = place({ id: newId<OrderId>(), patient, input }, ordererOf(doing.me, dayOf(doing.now)), doing.now);
    if (!placed.ok) return placed;
    await addOrder(doing.db, placed.value);
    await stands(doing, placed.value);
    return ok({ id: placed.value.id });
  },
});

/** The desk makes an order ready; it is no order until a doctor says so. */
export const prepareOrder = command({
  name: 'prepareOrder',
  who: { duty: 'reception.forms' },
  takes: orderInput.extend({ patient: patientId, forDoctor: idInput<PersonId>() }),
  patient: (input) => input.patient,
  async does({ input: { patient, forDoctor, ...input }, db, me, now, tell }) {
    const prepared = prepare({ id: newId<OrderId>(), patient, input }, forDoctor, me.person, now);
    if (!prepared.ok) return prepared;
    await addOrder(db, prepared.value);
    tell(fact('OrderPrepared', { order: prepared.value.id, patient, doctor: forDoctor }));
    return ok({ id: prepared.value.id });
  },
});

export const approveOrder = command({
  name: 'approveOrder',
  who: { roles: ['doctor'] },
  takes: z.object({ order: orderId }),
  async does(doing) {
    const order = await orderById(doing.db, doing.input.order);
    if (!order) return refuse('not found');
    await doing.about(order.patient);
    const approved = approve(order, ordererOf(doing.me, dayOf(doing.now)), doing.now);
    if (!approved.ok) return approved;
    await saveOrder(doing.db, approved.value);
    await stands(doing, approved.value);
    return ok();
  },
});

export const declineOrder = command({
  name: 'declineOrder',
  who: { roles: ['doctor'] },
  takes: z.object({ order: orderId, reason }),
  async does({ input, db, me, now, about }) {
    const order = await orderById(db, input.order);
    if (!order) return refuse('not found');
    await about(order.patient);
    const declined = decline(order, ordererOf(me, dayOf(now)), input.reason, now);
    if (!declined.ok) return declined;
    await saveOrder(db, declined.value);
    return ok();
  },
});

/** Changes one item of a placed order by a decision, and lets the rooms' loops follow. */
async function change<Why extends string>(
  doing: Pick<Doing<{ order: OrderId; number: number }>, 'input' | 'db' | 'me' | 'now' | 'tell' | 'about'>,
  decide: (order: Order) => Result<PlacedOrder, Why>,
) {
  const { order: id, number } = doing.input;
  const order = await orderById(doing.db, id);
  if (!order) return refuse('not found');
  await doing.about(order.patient);
  const changed = decide(order);
  if (!changed.ok) return changed;
  await saveItems(doing.db, changed.value);
  const state = changed.value.items.find((one) => one.number === number)?.state ?? 'ordered';
  doing.tell(fact('OrderChanged', { order: id, patient: order.patient, state }));
  await settleOrderLoops(
    doing,
    changed.value,
    doing.me.person,
    state === 'cancelled' ? 'declined by patient' : 'performed',
  );
  return ok();
}

export const acceptOrderItem = command({
  name: 'acceptOrderItem',
  who: { duty: 'general.know-own-competence' },
  takes: item,
  does: (doing) => change(doing, (order) => accept(order, doing.input.number, doing.me.person, doing.now)),
});

export const releaseOrderItem = command({
  name: 'releaseOrderItem',
  who: { duty: 'general.know-own-competence' },
  takes: item,
  does: (doing) => change(doing, (order) => release(order, doing.input.number)),
});

/** "I am not competent for this" and its neighbours: it is the doctor's again, without blame. */
export const handBackOrderItem = command({
  name: 'handBackOrderItem',
  who: 'signed in',
  takes: item.extend({ ground: z.enum(handBackGrounds), comment: z.string().trim().max(500).optional() }),
  async does(doing) {
    const { number, ground, comment, order } = doing.input;
    const back = await change(doing, (known) =>
      handBack(known, number, { by: doing.me.person, ground, ...(comment ? { comment } : {}) }, doing.now),
    );
    if (back.ok) doing.tell(fact('OrderHandedBack', { order, by: doing.me.person, ground }));
    return back;
  },
});

export const orderItemAgain = command({
  name: 'orderItemAgain',
  who: { roles: ['doctor'] },
  takes: item.extend({ instruction: z.string().trim().max(500).optional() }),
  async does(doing) {
    const reordered = await change(doing, (order) =>
      again(order, doing.input.number, ordererOf(doing.me, dayOf(doing.now)), doing.input.instruction, doing.now),
    );
    const order = reordered.ok ? await orderById(doing.db, doing.input.order) : undefined;
    if (order?.state === 'placed') await openOrderLoops(doing, order, wordsOf(order));
    return reordered;
  },
});

export const cancelOrderItem = command({
  name: 'cancelOrderItem',
  who: { roles: ['doctor'] },
  takes: item.extend({ reason }),
  does: (doing) =>
    change(doing, (order) =>
      cancel(order, doing.input.number, ordererOf(doing.me, dayOf(doing.now)), doing.input.reason, doing.now),
    ),
});

export const recordPatientDeclined = command({
  name: 'recordPatientDeclined',
  who: { duty: 'reception.documentation' },
  takes: item.extend({ reason }),
  does: (doing) =>
    change(doing, (order) =>
      patientDeclined(order, doing.input.number, doing.me.person, doing.input.reason, doing.now),
    ),
});

/** The work list of a room, haste first. */
export const ordersWaiting = query({
  name: 'ordersWaiting',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ room: orderRoom }),
  async does({ input, db, now, shows }) {
    const lines = await waitingInRoom(db, input.room, dayOf(now));
    shows(lines.map(({ patient }) => patient));
    return ok(lines);
  },
});

export const ordersOfPatient = query({
  name: 'ordersOfPatient',
  who: { duty: 'reception.documentation' },
  takes: z.object({ patient: patientId }),
  patient: (input) => input.patient,
  does: async ({ input, db }) => ok(await ordersOf(db, input.patient)),
});

/** What is the doctors' again: handed back by a room, or made ready by the desk. */
export const ordersForDoctors = query({
  name: 'ordersForDoctors',
  who: { roles: ['doctor'] },
  takes: z.object({ mine: z.boolean().default(false) }),
  async does({ input, db, me, shows }) {
    const [handedBack, prepared] = [await handedBackItems(db), await preparedOrders(db, input.mine ? me.person : null)];
    shows([...handedBack.map(({ patient }) => patient), ...prepared.map(({ order }) => order.patient)]);
    return ok({ handedBack, prepared });
  },
});
