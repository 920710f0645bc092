/** On the patient's screen: a new order, and how far each of the earlier ones has come. */

import { dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { dayWords } from '#patients/web';
import { type Column, Empty, Panel, Rows, State, type Tone, useAsk, useLanguage, useTexts } from '#platform/web';
import { useColleagues } from '#staff/web';
import { NewOrder } from './new-order.tsx';
import type { ordersOfPatient } from './order.api.ts';
import { orderTexts } from './order.texts.ts';
import type { Order, OrderItem } from './order.ts';
import { orderScreenTexts } from './order-screen.texts.ts';
import { orderableName } from './order-search.ts';

export const orderFacts = [
  'OrderPlaced',
  'OrderPrepared',
  'OrderPerformed',
  'OrderHandedBack',
  'OrderChanged',
  'PatientChanged',
] as const;
export const itemTones: Readonly<Record<OrderItem['state'], Tone>> = {
  ordered: 'waiting',
  accepted: 'active',
  performed: 'done',
  answered: 'done',
  'handed back': 'urgent',
  cancelled: 'gone',
};

type Line = { readonly order: Order; readonly item: OrderItem };
const linesOf = (orders: readonly Order[]): readonly Line[] =>
  orders.flatMap((order) => order.items.map((item) => ({ order, item })));
const askedAt = (order: Order) => (order.state === 'placed' ? order.orderedAt : order.preparedAt);
const askedBy = (order: Order) => (order.state === 'placed' ? order.orderedBy : order.preparedBy);

export function OrderPanel({ patient, colour }: { patient: PatientId; colour: string }) {
  const text = useTexts(orderScreenTexts);
  const orders = useTexts(orderTexts);
  const { language } = useLanguage();
  const { nameOf } = useColleagues();
  const asked = useAsk<typeof ordersOfPatient>('ordersOfPatient', { patient }, { hears: orderFacts });
  const lines = linesOf(asked.data ?? []).slice(0, 12);
  const columns: readonly Column<Line>[] = [
    {
      title: orders.title,
      show: ({ order, item }) => <strong>{orderableName(item.code, dayOf(askedAt(order)), language)}</strong>,
    },
    {
      title: orders.orderedBy,
      show: ({ order }) => text.by(nameOf(askedBy(order)), dayWords(dayOf(askedAt(order))).slice(0, 5)),
    },
    {
      title: text.standing,
      show: ({ order, item }) =>
        order.state === 'placed' ? (
          <State tone={itemTones[item.state]} words={orders.itemStates[item.state]} />
        ) : (
          <State
            tone={order.state === 'prepared' ? 'expected' : 'gone'}
            words={order.state === 'prepared' ? orders.standings.prepared : orders.standings.declined}
          />
        ),
    },
  ];
  return (
    <Panel title={text.title} count={lines.length} patientColour={colour}>
      <NewOrder patient={patient} />
      <Rows
        label={text.title}
        rows={lines}
        columns={columns}
        idOf={({ order, item }) => `${order.id}/${item.number}`}
        toneOf={({ item }) => (item.state === 'cancelled' ? 'faded' : undefined)}
        empty={<Empty>{text.none}</Empty>}
      />
    </Panel>
  );
}
