/** Whether a patient pays egenandel today, and if not, by which reason Helfo pays instead. */

import { ok, type Result, refuse } from '#kernel/result';
import { ageOn, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { childAges, type ExemptionReason, type ExemptionRow, exemptionReasons } from './exemption.table.ts';

export type { ExemptionReason, ExemptionRow };

/**
 * What the frikort register has answered. `no data` is no "no": the patient may have opted out, so it is never shown as
 * "must pay" without those words.
 */
export type FrikortAnswer = 'yes' | 'no data' | 'not asked';

export type PatientStanding = {
  readonly birth: IsoDate;
  readonly frikort: FrikortAnswer;
  /** A reason that the doctor or the staff has stated for this visit. */
  readonly stated: ExemptionReason | null;
  /** The ground has been written where the regulation wants it. */
  readonly groundWritten: boolean;
};

export type Standing =
  | { readonly kind: 'exempt'; readonly row: ExemptionRow<ExemptionReason>; readonly groundMissing: boolean }
  | { readonly kind: 'pays'; readonly frikort: Exclude<FrikortAnswer, 'yes'> };

export type NoStanding =
  | 'no tariff for this date'
  | 'not a child any more'
  | 'frikort not confirmed'
  | 'not a reason in general practice';

/** The exemption reasons that one may choose between at the desk on a day. */
export function reasonsOn(day: IsoDate): readonly ExemptionRow<ExemptionReason>[] {
  return (validOn(exemptionReasons, day)?.value ?? []).filter((row) => row.inGeneralPractice);
}

export function isChildOn(birth: IsoDate, day: IsoDate): boolean {
  const age = validOn(childAges, day);
  return age !== undefined && ageOn(birth, day) < age.value.exemptUnderAge;
}

/** A stated reason first (it may cover more), then the child, then frikort; otherwise the patient pays. */
export function standingOn(patient: PatientStanding, day: IsoDate): Result<Standing, NoStanding> {
  const rows = validOn(exemptionReasons, day)?.value;
  if (!rows) return refuse('no tariff for this date', { day });
  const child = isChildOn(patient.birth, day);
  if (patient.stated === 'child' && !child) return refuse('not a child any more');
  if (patient.stated === 'frikort' && patient.frikort !== 'yes') return refuse('frikort not confirmed');
  const reason = patient.stated ?? (child ? 'child' : patient.frikort === 'yes' ? 'frikort' : null);
  const row = rows.find((candidate) => candidate.reason === reason);
  if (!row) return ok({ kind: 'pays', frikort: patient.frikort === 'yes' ? 'no data' : patient.frikort });
  if (!row.inGeneralPractice) return refuse('not a reason in general practice');
  return ok({ kind: 'exempt', row, groundMissing: row.ground !== 'none' && !patient.groundWritten });
}
