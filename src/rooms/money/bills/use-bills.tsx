/** The bills of a patient or of the day, asked again whenever another desk does something with them. */

import type { PatientId } from '#patients';
import { useAsk } from '#platform/web';
import type { billForPatient, seeBills } from './see-bills.api.ts';

/** Every fact that a bill shows. */
export const billFacts = [
  'BillProposed',
  'BillClosed',
  'BillPaid',
  'BillInvoiced',
  'BillDropped',
  'BillCredited',
  'RefundChanged',
  'PatientChanged',
  'DayCloseChanged',
  'DayClosed',
  'TariffAdapted',
] as const;

export const usePatientBills = (patient: PatientId) =>
  useAsk<typeof billForPatient>('billForPatient', { patient }, { hears: billFacts });
export const useDayBills = () => useAsk<typeof seeBills>('seeBills', {}, { hears: billFacts, keeps: true });

export type PatientBills = NonNullable<ReturnType<typeof usePatientBills>['data']>;
export type SeenBill = PatientBills['bills'][number];
export type DayBills = NonNullable<ReturnType<typeof useDayBills>['data']>;
