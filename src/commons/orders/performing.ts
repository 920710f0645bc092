/** What happens to each item of an order: taken, done, answered, handed back, cancelled. */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import type { Subject } from '#loops';
import {
  type AcceptedItem,
  type HandBackGround,
  mayOrder,
  type NotADoctor,
  type Order,
  type OrderedItem,
  type Orderer,
  type OrderItem,
  type PlacedOrder,
} from './order.ts';

type NoItem = 'not placed' | 'no such item';
type NotOpen = 'already done' | 'handed back' | 'cancelled';

/** Finds the item, lets the decision change it, and puts it back. */
function change<Why extends string>(
  order: Order,
  number: number,
  decide: (item: OrderItem, placed: PlacedOrder) => Result<OrderItem, Why>,
): Result<PlacedOrder, Why | NoItem> {
  if (order.state !== 'placed') return refuse('not placed', { state: order.state });
  const item = order.items.find((one) => one.number === number);
  if (!item) return refuse('no such item');
  const decided = decide(item, order);
  if (!decided.ok) return decided;
  return ok({ ...order, items: order.items.map((one) => (one === item ? decided.value : one)) });
}

function stillOpen(item: OrderItem): Result<OrderedItem | AcceptedItem, NotOpen> {
  if (item.state === 'ordered' || item.state === 'accepted') return ok(item);
  if (item.state === 'handed back' || item.state === 'cancelled') return refuse(item.state);
  return refuse('already done', { at: item.performedAt });
}

/** «I take this one»: others see that it is taken. */
export function accept(
  order: Order,
  number: number,
  by: PersonId,
  now: Moment,
): Result<PlacedOrder, NoItem | NotOpen | 'taken by another' | 'order expired'> {
  return change(order, number, (item, placed) => {
    const open = stillOpen(item);
    if (!open.ok) return open;
    if (open.value.state === 'accepted' && open.value.acceptedBy !== by)
      return refuse('taken by another', { since: open.value.acceptedAt });
    if (dayOf(now) > placed.validUntil) return refuse('order expired', { validUntil: placed.validUntil });
    return ok({ ...asked(item), state: 'accepted', acceptedBy: by, acceptedAt: now });
  });
}

/** Not mine after all: it stands for whoever comes next. */
export function release(order: Order, number: number): Result<PlacedOrder, NoItem | 'not accepted'> {
  return change(order, number, (item) =>
    item.state === 'accepted' ? ok({ ...asked(item), state: 'ordered' }) : refuse('not accepted'),
  );
}

/** Done, by this person, and it became something that can be found again. */
export function perform(
  order: Order,
  number: number,
  done: { readonly by: PersonId; readonly became: Subject; readonly conditionsConfirmed: boolean },
  now: Moment,
): Result<PlacedOrder, NoItem | NotOpen | 'taken by another' | 'order expired' | 'conditions not confirmed'> {
  return change(order, number, (item, placed) => {
    const open = stillOpen(item);
    if (!open.ok) return open;
    if (open.value.state === 'accepted' && open.value.acceptedBy !== done.by)
      return refuse('taken by another', { since: open.value.acceptedAt });
    if (dayOf(now) > placed.validUntil) return refuse('order expired', { validUntil: placed.validUntil });
    if (item.conditions.length > 0 && !done.conditionsConfirmed) return refuse('conditions not confirmed');
    return ok({ ...asked(item), state: 'performed', performedBy: done.by, performedAt: now, became: done.became });
  });
}

/** The answer is here. */
export function answer(
  order: Order,
  number: number,
  answered: Subject,
  now: Moment,
): Result<PlacedOrder, NoItem | 'not performed'> {
  return change(order, number, (item) =>
    item.state === 'performed'
      ? ok({ ...item, state: 'answered', answer: answered, answeredAt: now })
      : refuse('not performed', { state: item.state }),
  );
}

/** Back to the doctor with a ground; saying no costs nothing. */
export function handBack(
  order: Order,
  number: number,
  back: { readonly by: PersonId; readonly ground: HandBackGround; readonly comment?: string },
  now: Moment,
): Result<PlacedOrder, NoItem | NotOpen> {
  return change(order, number, (item) => {
    const open = stillOpen(item);
    if (!open.ok) return open;
    const comment = back.comment?.trim();
    return ok({
      ...asked(item),
      state: 'handed back',
      ground: back.ground,
      ...(comment ? { comment } : {}),
      handedBackBy: back.by,
      handedBackAt: now,
    });
  });
}

/** The doctor orders it again after it came back, as it was or with a new instruction. */
export function orderAgain(
  order: Order,
  number: number,
  doctor: Orderer,
  instruction: string | undefined,
  now: Moment,
): Result<PlacedOrder, NoItem | NotADoctor | 'not handed back'> {
  const may = mayOrder(doctor, dayOf(now));
  if (!may.ok) return may;
  return change(order, number, (item) => {
    if (item.state !== 'handed back') return refuse('not handed back', { state: item.state });
    return ok({
      ...asked(item),
      ...(instruction?.trim() ? { instruction: instruction.trim() } : {}),
      state: 'ordered',
    });
  });
}

/** The doctor does not want it any more. */
export function cancel(
  order: Order,
  number: number,
  doctor: Orderer,
  reason: string,
  now: Moment,
): Result<PlacedOrder, NoItem | NotADoctor | 'already done' | 'cancelled' | 'reason missing'> {
  const may = mayOrder(doctor, dayOf(now));
  if (!may.ok) return may;
  return change(order, number, (item) => cancelled(item, 'doctor', doctor.person, reason, now));
}

/** The patient does not want it; whoever heard it writes it down. */
export function patientDeclined(
  order: Order,
  number: number,
  by: PersonId,
  reason: string,
  now: Moment,
): Result<PlacedOrder, NoItem | 'already done' | 'cancelled' | 'reason missing'> {
  return change(order, number, (item) => cancelled(item, 'patient declined', by, reason, now));
}

function cancelled(
  item: OrderItem,
  ground: 'doctor' | 'patient declined',
  by: PersonId,
  reason: string,
  now: Moment,
): Result<OrderItem, 'already done' | 'cancelled' | 'reason missing'> {
  if (item.state === 'cancelled') return refuse('cancelled');
  if (item.state === 'performed' || item.state === 'answered') return refuse('already done', { at: item.performedAt });
  if (reason.trim().length < 3) return refuse('reason missing');
  return ok({
    ...asked(item),
    state: 'cancelled',
    ground,
    reason: reason.trim(),
    cancelledBy: by,
    cancelledAt: now,
  });
}

/** What was asked for, without what has happened to it. */
function asked({ number, code, haste, conditions, instruction }: OrderItem) {
  return { number, code, haste, conditions, ...(instruction ? { instruction } : {}) };
}
