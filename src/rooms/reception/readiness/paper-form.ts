/** Numbered forms (nødskjema) for when the record is down: each number is accounted for, and keeps its original time. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';

export type FormKitId = Id<'FormKit'>;
/** A pile of forms, printed in the evening; both numbers are in it. */
export type FormKit = {
  readonly id: FormKitId;
  readonly firstNumber: number;
  readonly lastNumber: number;
  readonly printedAt: Moment;
};

type Known = { readonly kit: FormKitId; readonly number: number };
export type Blank = Known & { readonly state: 'blank' };
type IsWritten = { readonly writtenAt: Moment; readonly writtenBy: PersonId };
export type Written = Known & IsWritten & { readonly state: 'written' };
/** What was entered afterwards carries both times: when it happened, and when it came into the record. */
export type Entered = Known &
  IsWritten & {
    readonly state: 'entered';
    readonly enteredAt: Moment;
    readonly enteredBy: PersonId;
    readonly isAfterDowntime: true;
  };
export type Spoilt = Known & { readonly state: 'spoilt'; readonly because: string; readonly spoiltBy: PersonId };
export type PaperForm = Blank | Written | Entered | Spoilt;

/** What may follow what. */
export const paperFormNext = {
  blank: ['written', 'spoilt'],
  written: ['entered', 'spoilt'],
  entered: [],
  spoilt: [],
} as const satisfies Record<PaperForm['state'], readonly PaperForm['state'][]>;

/** The pile as blank forms. */
export function formsOf(kit: FormKit): Blank[] {
  const count = Math.max(0, kit.lastNumber - kit.firstNumber + 1);
  return Array.from({ length: count }, (_, place) => ({
    kit: kit.id,
    number: kit.firstNumber + place,
    state: 'blank',
  }));
}

/** Used for a patient; the time on the paper is the time that counts. */
export function write(
  form: PaperForm,
  writtenAt: Moment,
  by: PersonId,
  now: Moment,
): Result<Written, 'already used' | 'written in the future'> {
  if (form.state !== 'blank') return refuse('already used');
  if (writtenAt > now) return refuse('written in the future');
  return ok({ ...form, state: 'written', writtenAt, writtenBy: by });
}

/** Its content now stands in the record. */
export function enter(
  form: PaperForm,
  by: PersonId,
  now: Moment,
): Result<Entered, 'nothing is written' | 'already entered'> {
  if (form.state === 'entered') return refuse('already entered');
  if (form.state !== 'written') return refuse('nothing is written');
  return ok({ ...form, state: 'entered', enteredAt: now, enteredBy: by, isAfterDowntime: true });
}

/** Torn, spilled on or begun by mistake; a written one only with a reason, since something may be lost. */
export function spoil(
  form: PaperForm,
  because: string,
  by: PersonId,
): Result<Spoilt, 'already entered' | 'already spoilt' | 'reason missing'> {
  if (form.state === 'entered') return refuse('already entered');
  if (form.state === 'spoilt') return refuse('already spoilt');
  if (form.state === 'written' && because.trim().length < 3) return refuse('reason missing');
  return ok({ kit: form.kit, number: form.number, state: 'spoilt', because: because.trim(), spoiltBy: by });
}

/** The work list after a downtime: what is still on paper, oldest first. */
export function stillOnPaper(forms: readonly PaperForm[]): Written[] {
  return forms
    .filter((form): form is Written => form.state === 'written')
    .sort((one, other) => one.writtenAt.localeCompare(other.writtenAt) || one.number - other.number);
}

/** Numbers of the pile that are neither blank in hand, entered nor spoilt: a sheet that nobody has seen. */
export function missingNumbers(kit: FormKit, forms: readonly PaperForm[], blankInHand: readonly number[]): number[] {
  const seen = new Set(blankInHand);
  for (const form of forms) if (form.kit === kit.id && form.state !== 'blank') seen.add(form.number);
  return formsOf(kit)
    .map((form) => form.number)
    .filter((number) => !seen.has(number));
}
