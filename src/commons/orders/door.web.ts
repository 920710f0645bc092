/** What screens of the rooms may ask and do with orders. */

export { HandBack } from './hand-back.tsx';
export type {
  acceptOrderItem,
  handBackOrderItem,
  ordersOfPatient,
  ordersWaiting,
  recordPatientDeclined,
  releaseOrderItem,
} from './order.api.ts';
export type { WaitingLine } from './order.store.ts';
