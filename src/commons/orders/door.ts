/** What every room may know of orders: types and rules. */

export { orderTexts } from './order.texts.ts';
export * from './order.ts';
export {
  type Orderable,
  type OrderableCode,
  type OrderableKind,
  type OrderRoom,
  orderableCodes,
  orderables,
  orderValidDays,
} from './orderable.table.ts';
export * from './performing.ts';
export * from './work-list.ts';
