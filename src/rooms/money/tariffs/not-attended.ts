/** The fee for a booked time that was not used (ikke møtt): the consultation's honorar, outside frikort and also from those exempt. */

import { type Ore, ore } from '#kernel/amounts';
import { ok, type Result } from '#kernel/result';
import { dayOf, hourMs, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type Certainty, type NoPrice, priceOn, type Tariff } from './takst.ts';
import { cancellationNotice } from './tariff-rule.table.ts';

export type NotAttendedFee = { readonly amount: Ore; readonly source: string; readonly certainty: Certainty };

/** Consultation by day, and the specialist supplement where the doctor has it; øre. Note B2. */
export function notAttendedFee(tariff: Tariff, isSpecialist: boolean, day: IsoDate): Result<NotAttendedFee, NoPrice> {
  const consultation = priceOn(tariff, '2ad', day);
  if (!consultation.ok) return consultation;
  const supplement = priceOn(tariff, '2dd', day);
  if (!supplement.ok) return supplement;
  const amount = consultation.value.price.honorar + (isSpecialist ? supplement.value.price.honorar : 0);
  const { source, price } = consultation.value;
  return ok({ amount: ore(amount), source: `${source}; note B2`, certainty: price.certainty });
}

/** Whether the patient cancelled in time; exactly the limit before is in time. */
export function isLateCancellation(appointmentAt: Moment, cancelledAt: Moment): boolean {
  const notice = validOn(cancellationNotice, dayOf(appointmentAt));
  if (!notice) return false;
  return Date.parse(appointmentAt) - Date.parse(cancelledAt) < notice.value.hours * hourMs;
}
