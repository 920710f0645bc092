/** Orders as the tables hold them. */

import type { PersonId } from '#kernel/ids';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import { type Order, type OrderId, type OrderItem, orderableOn, type PlacedOrder } from './order.ts';
import type { OrderRoom } from './orderable.table.ts';

type Head = Omit<Order, 'items' | 'id' | 'patient' | 'state'>;
type Row = { id: OrderId; patient: PatientId; state: Order['state']; head: Head; items: OrderItem[] };

const columns = `o.id, o.patient, o.state, o.head,
  (select jsonb_agg(i.item order by i.number) from order_item i where i.clinic = o.clinic and i.clinical_order = o.id) as items`;

const byId = statement<{ id: OrderId }, Row>(
  'order: by id',
  `select ${columns} from clinical_order o where o.clinic = :clinic and o.id = :id for update of o`,
);
const ofPatient = statement<{ patient: PatientId; most: number }, Row>(
  'order: of patient',
  `select ${columns} from clinical_order o where o.clinic = :clinic and o.patient = :patient order by o.at desc limit :most`,
);
const add = statement<{
  id: OrderId;
  patient: PatientId;
  state: string;
  head: Head;
  doctor: PersonId;
  at: Moment;
  validUntil: IsoDate | null;
}>(
  'order: add',
  `insert into clinical_order (clinic, id, patient, state, head, doctor, at, valid_until)
   values (:clinic, :id, :patient, :state, :head::jsonb, :doctor, :at, :validUntil)`,
);
const setHead = statement<{ id: OrderId; state: string; head: Head; doctor: PersonId; validUntil: IsoDate | null }>(
  'order: set head',
  `update clinical_order set state = :state, head = :head::jsonb, doctor = :doctor, valid_until = :validUntil where clinic = :clinic and id = :id`,
);
const putItems = statement<{ id: OrderId; items: string }>(
  'order: put items',
  `insert into order_item (clinic, clinical_order, number, code, room, haste, state, item)
   select :clinic, :id, i.number, i.code, i.room, i.haste, i.state, i.item
   from jsonb_to_recordset(:items::jsonb) as i(number smallint, code text, room text, haste smallint, state text, item jsonb)
   on conflict (clinic, clinical_order, number) do update set haste = excluded.haste, state = excluded.state, item = excluded.item`,
);

/** A line of a work list: the item, who it is for, and who asked. */
export type WaitingLine = {
  readonly order: OrderId;
  readonly patient: PatientId;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: IsoDate | null;
  readonly addressBlock: number | null;
  readonly doctorName: string;
  readonly orderedAt: Moment;
  readonly question: string | null;
  readonly item: OrderItem;
};
const lineColumns = `o.id as "order", o.patient, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
  p.address_block as "addressBlock", d.given_name || ' ' || d.family_name as "doctorName", o.at as "orderedAt", o.head ->> 'question' as question, i.item`;
const lineTables = `order_item i
   join clinical_order o on o.clinic = i.clinic and o.id = i.clinical_order
   join patient p on p.clinic = o.clinic and p.id = o.patient
   join person d on d.clinic = o.clinic and d.id = o.doctor`;
const waitingIn = statement<{ room: string; today: IsoDate }, WaitingLine>(
  'order: waiting in room',
  `select ${lineColumns} from ${lineTables}
   where i.clinic = :clinic and i.room = :room and i.state in ('ordered', 'accepted') and o.state = 'placed' and o.valid_until >= :today
   order by i.haste, o.at, i.number limit 300`,
);
const handedBack = statement<object, WaitingLine>(
  'order: handed back',
  `select ${lineColumns} from ${lineTables} where i.clinic = :clinic and i.state = 'handed back' order by o.at limit 200`,
);
const prepared = statement<{ doctor: PersonId | null }, Row & { familyName: string; givenName: string }>(
  'order: prepared',
  `select ${columns}, p.family_name as "familyName", p.given_name as "givenName"
   from clinical_order o join patient p on p.clinic = o.clinic and p.id = o.patient
   where o.clinic = :clinic and o.state = 'prepared' and (:doctor::uuid is null or o.doctor = :doctor) order by o.at limit 100`,
);

const orderOf = ({ head, ...row }: Row): Order => ({ ...head, ...row, items: row.items ?? [] }) as unknown as Order;

function doctorOf(order: Order): PersonId {
  return order.state === 'placed' ? order.orderedBy : order.forDoctor;
}
const atOf = (order: Order): Moment => (order.state === 'placed' ? order.orderedAt : order.preparedAt);

function headRow(order: Order) {
  const { id, patient, state, items: _, ...head } = order;
  const validUntil = order.state === 'placed' ? order.validUntil : null;
  return { id, patient, state, head, doctor: doctorOf(order), at: atOf(order), validUntil };
}

/** The room by the table of the day on which it was ordered, so that an item never falls out of every list. */
export function roomOf(order: Order, item: OrderItem): OrderRoom {
  return orderableOn(item.code, dayOf(atOf(order)))?.room ?? 'laboratory';
}

const itemRows = (order: Order): string =>
  JSON.stringify(
    order.items.map((item) => ({
      number: item.number,
      code: item.code,
      room: roomOf(order, item),
      haste: item.haste,
      state: item.state,
      item,
    })),
  );

export async function addOrder(db: Db, order: Order): Promise<void> {
  await db.run(add, headRow(order));
  await db.run(putItems, { id: order.id, items: itemRows(order) });
}
export async function saveOrder(db: Db, order: Order): Promise<void> {
  await db.run(setHead, headRow(order));
  await db.run(putItems, { id: order.id, items: itemRows(order) });
}
/** Items alone, where the head is as it was. */
export const saveItems = (db: Db, order: PlacedOrder): Promise<number> =>
  db.run(putItems, { id: order.id, items: itemRows(order) });

export const orderById = async (db: Db, id: OrderId): Promise<Order | undefined> => {
  const row = await db.row(byId, { id });
  return row && orderOf(row);
};
export const ordersOf = async (db: Db, patient: PatientId, most = 50): Promise<Order[]> =>
  (await db.rows(ofPatient, { patient, most })).map(orderOf);
export const waitingInRoom = (db: Db, room: OrderRoom, today: IsoDate): Promise<WaitingLine[]> =>
  db.rows(waitingIn, { room, today });
export const handedBackItems = (db: Db): Promise<WaitingLine[]> => db.rows(handedBack, {});
export const preparedOrders = async (
  db: Db,
  doctor: PersonId | null,
): Promise<{ order: Order; patientName: string }[]> =>
  (await db.rows(prepared, { doctor })).map(({ familyName, givenName, ...row }) => ({
    order: orderOf(row),
    patientName: `${familyName}, ${givenName}`,
  }));
