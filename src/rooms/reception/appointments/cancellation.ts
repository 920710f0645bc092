/** When a patient does not come (ikke møtt) or cancels late: whether a fee may be raised, and who is rung before anyone speaks of it. */

import { ok, type Result, refuse } from '#kernel/result';
import type { Appointment } from './appointment.ts';

/** What a doctor's office must have told beforehand; a specialist's fee falls away if it was not. */
export type FeeFacts = { readonly toldBeforehand: boolean; readonly doctorIsSpecialist: boolean };

export type NoFee =
  | 'not missed'
  | 'cancelled in time'
  | 'cancelled by the clinic'
  | 'patient was not told beforehand'
  | 'moved by the clinic';

/** Whether a fee for absence may be raised at all, whoever the patient is; source: merknad B2. */
export function absenceFee(appointment: Appointment, facts: FeeFacts): Result<'no-show' | 'late cancellation', NoFee> {
  if (appointment.state !== 'no-show' && appointment.state !== 'cancelled') return refuse('not missed');
  if (appointment.state === 'cancelled' && appointment.wish === 'clinic') return refuse('cancelled by the clinic');
  if (appointment.state === 'cancelled' && !appointment.isLate) return refuse('cancelled in time');
  if (appointment.moves.at(-1)?.wish === 'clinic') return refuse('moved by the clinic');
  if (facts.doctorIsSpecialist && !facts.toldBeforehand) return refuse('patient was not told beforehand');
  return ok(appointment.state === 'no-show' ? 'no-show' : 'late cancellation');
}

export type FragileSign =
  | 'frail'
  | 'mental health'
  | 'dementia'
  | 'pregnant'
  | 'child'
  | 'anticoagulated'
  | 'urgent haste';

/** Illness keeps people away: whoever carries one of the signs is rung first, and the fee waits for that call. */
export type AbsenceFollowUp =
  | { readonly kind: 'ring and ask'; readonly because: readonly FragileSign[]; readonly today: boolean }
  | { readonly kind: 'offer a new time' };

export function absenceFollowUp(
  appointment: Appointment,
  signs: readonly FragileSign[],
  asked: readonly FragileSign[],
): AbsenceFollowUp {
  const own: readonly FragileSign[] = appointment.haste === 1 ? [...signs, 'urgent haste'] : signs;
  const because = [...new Set(own)].filter((sign) => asked.includes(sign));
  if (because.length === 0) return { kind: 'offer a new time' };
  return { kind: 'ring and ask', because, today: true };
}
