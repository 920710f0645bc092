/** An order (ordinasjon, rekvisisjon): what a doctor asks the laboratory or the treatment room to do for a patient. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { Haste, Subject } from '#loops';
import type { PatientId } from '#patients';
import { type Orderable, type OrderableCode, orderableCodes, orderables, orderValidDays } from './orderable.table.ts';

export type OrderId = Id<'Order'>;

/** One thing asked for; `number` tells the items of one order apart. */
type Asked = {
  readonly number: number;
  readonly code: OrderableCode;
  readonly haste: Haste;
  /** What must hold when it is done: fasting, before the morning dose, only with fever. */
  readonly conditions: readonly string[];
  /** For the one who performs: amount, site, side, medicine. */
  readonly instruction?: string;
};
export type OrderedItem = Asked & { readonly state: 'ordered' };
export type AcceptedItem = Asked & {
  readonly state: 'accepted';
  readonly acceptedBy: PersonId;
  readonly acceptedAt: Moment;
};
export type PerformedItem = Asked & {
  readonly state: 'performed';
  readonly performedBy: PersonId;
  readonly performedAt: Moment;
  /** The specimen, the measurement or the procedure that it became. */
  readonly became: Subject;
};
export type AnsweredItem = Omit<PerformedItem, 'state'> & {
  readonly state: 'answered';
  readonly answer: Subject;
  readonly answeredAt: Moment;
};
/** The performer could or would not, without blame (hpl §4): it is the doctor's again. */
export type HandedBackItem = Asked & {
  readonly state: 'handed back';
  readonly ground: HandBackGround;
  readonly comment?: string;
  readonly handedBackBy: PersonId;
  readonly handedBackAt: Moment;
};
export type CancelledItem = Asked & {
  readonly state: 'cancelled';
  readonly ground: 'doctor' | 'patient declined';
  readonly reason: string;
  readonly cancelledBy: PersonId;
  readonly cancelledAt: Moment;
};
export type OrderItem = OrderedItem | AcceptedItem | PerformedItem | AnsweredItem | HandedBackItem | CancelledItem;

/** What may follow what; a secretary in a hurry performs what nobody has accepted. */
export const orderItemNext = {
  ordered: ['accepted', 'performed', 'handed back', 'cancelled'],
  accepted: ['ordered', 'performed', 'handed back', 'cancelled'],
  performed: ['answered'],
  answered: [],
  'handed back': ['ordered', 'cancelled'],
  cancelled: [],
} as const satisfies Record<OrderItem['state'], readonly OrderItem['state'][]>;

export const handBackGrounds = [
  'not sure how',
  'no valid delegation',
  'unclear order',
  'equipment or material missing',
  'patient not fit today',
  'sample not possible',
] as const;
export type HandBackGround = (typeof handBackGrounds)[number];

type Head = { readonly id: OrderId; readonly patient: PatientId; readonly question?: string };
/** Made ready by the secretary; it is no order until a doctor has said so. */
export type PreparedOrder = Head & {
  readonly state: 'prepared';
  readonly preparedBy: PersonId;
  readonly preparedAt: Moment;
  readonly forDoctor: PersonId;
  readonly items: readonly OrderedItem[];
};
export type PlacedOrder = Head & {
  readonly state: 'placed';
  readonly orderedBy: PersonId;
  readonly orderedAt: Moment;
  readonly preparedBy?: PersonId;
  readonly validUntil: IsoDate;
  readonly items: readonly OrderItem[];
};
export type DeclinedOrder = Omit<PreparedOrder, 'state'> & {
  readonly state: 'declined';
  readonly declinedBy: PersonId;
  readonly declinedAt: Moment;
  readonly reason: string;
};
export type Order = PreparedOrder | PlacedOrder | DeclinedOrder;

export const orderNext = {
  prepared: ['placed', 'declined'],
  placed: ['placed'],
  declined: [],
} as const satisfies Record<Order['state'], readonly Order['state'][]>;

/** The one who orders, with the time that the authorisation as a doctor holds; absent for everyone else. */
export type Orderer = {
  readonly person: PersonId;
  readonly doctorAuthorisation?: { readonly from: IsoDate; readonly until?: IsoDate };
};

export const orderItemInput = z.object({
  code: z.enum(orderableCodes as [OrderableCode, ...OrderableCode[]]),
  haste: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  conditions: z.array(z.string().trim().min(1).max(120)).max(5).default([]),
  instruction: z.string().trim().min(1).max(500).optional(),
});
export const orderInput = z.object({
  question: z.string().trim().min(1).max(1000).optional(),
  items: z.array(orderItemInput).min(1).max(30),
});
export type OrderInput = z.output<typeof orderInput>;

export type NotADoctor = 'not a doctor' | 'authorisation not valid';
export type Unorderable = 'nothing ordered' | 'asked for twice' | 'not offered on the day';
export type OrderRefusal =
  | NotADoctor
  | Unorderable
  | 'not prepared'
  | 'not placed'
  | 'no such item'
  | 'taken by another'
  | 'not accepted'
  | 'already done'
  | 'not performed'
  | 'handed back'
  | 'not handed back'
  | 'cancelled'
  | 'order expired'
  | 'conditions not confirmed'
  | 'reason missing';

/** Only a doctor with an authorisation that holds on the day orders (hpl §11 and the job description). */
export function mayOrder(orderer: Orderer, day: IsoDate): Result<undefined, NotADoctor> {
  const period = orderer.doctorAuthorisation;
  if (!period) return refuse('not a doctor');
  if (day < period.from || (period.until !== undefined && day > period.until))
    return refuse('authorisation not valid', { from: period.from, until: period.until ?? null });
  return ok();
}

/** What is offered on the day, or nothing. */
export function orderableOn(code: OrderableCode, day: IsoDate): Orderable | undefined {
  return validOn(orderables, day)?.value[code];
}

function itemsOf(input: OrderInput, day: IsoDate): Result<readonly OrderedItem[], Unorderable> {
  if (input.items.length === 0) return refuse('nothing ordered');
  // The same code twice is fine only with another instruction (two injections); the same thing twice is a slip.
  const distinct = new Set(input.items.map(({ code, instruction }) => `${code}|${instruction ?? ''}`));
  if (distinct.size < input.items.length) return refuse('asked for twice');
  if (input.items.some(({ code }) => !orderableOn(code, day))) return refuse('not offered on the day');
  return ok(input.items.map((item, index) => ({ ...item, number: index + 1, state: 'ordered' })));
}

type NewOrder = { readonly id: OrderId; readonly patient: PatientId; readonly input: OrderInput };

/** A doctor orders. */
export function placeOrder(
  { id, patient, input }: NewOrder,
  orderer: Orderer,
  now: Moment,
): Result<PlacedOrder, NotADoctor | Unorderable> {
  const may = mayOrder(orderer, dayOf(now));
  if (!may.ok) return may;
  const items = itemsOf(input, dayOf(now));
  if (!items.ok) return items;
  return ok({
    id,
    patient,
    ...(input.question ? { question: input.question } : {}),
    state: 'placed',
    orderedBy: orderer.person,
    orderedAt: now,
    validUntil: validUntil(dayOf(now)),
    items: items.value,
  });
}

function validUntil(day: IsoDate): IsoDate {
  return addDays(day, validOn(orderValidDays, day)?.value ?? 0);
}

/** A secretary makes an order ready for a named doctor. */
export function prepareOrder(
  { id, patient, input }: NewOrder,
  forDoctor: PersonId,
  by: PersonId,
  now: Moment,
): Result<PreparedOrder, Unorderable> {
  const items = itemsOf(input, dayOf(now));
  if (!items.ok) return items;
  return ok({
    id,
    patient,
    ...(input.question ? { question: input.question } : {}),
    state: 'prepared',
    preparedBy: by,
    preparedAt: now,
    forDoctor,
    items: items.value,
  });
}

/** The doctor makes what was prepared her own order; any doctor of the clinic may, and is the one who ordered. */
export function approveOrder(
  order: Order,
  doctor: Orderer,
  now: Moment,
): Result<PlacedOrder, NotADoctor | 'not prepared'> {
  if (order.state !== 'prepared') return refuse('not prepared', { state: order.state });
  const may = mayOrder(doctor, dayOf(now));
  if (!may.ok) return may;
  const { preparedAt: _p, forDoctor: _f, ...rest } = order;
  return ok({
    ...rest,
    state: 'placed',
    orderedBy: doctor.person,
    orderedAt: now,
    validUntil: validUntil(dayOf(now)),
  });
}

/** The doctor does not want what was prepared. */
export function declineOrder(
  order: Order,
  doctor: Orderer,
  reason: string,
  now: Moment,
): Result<DeclinedOrder, NotADoctor | 'not prepared' | 'reason missing'> {
  if (order.state !== 'prepared') return refuse('not prepared', { state: order.state });
  const may = mayOrder(doctor, dayOf(now));
  if (!may.ok) return may;
  if (reason.trim().length < 3) return refuse('reason missing');
  return ok({ ...order, state: 'declined', declinedBy: doctor.person, declinedAt: now, reason: reason.trim() });
}
