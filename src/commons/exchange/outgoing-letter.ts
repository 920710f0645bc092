/** A letter that we have written: on its way, received, turned away, or without an answer until somebody must act. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, hourMs, type Moment, momentOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { HerId } from './address.ts';
import { answerDeadlines } from './apprec.table.ts';
import { type AppRec, type ReceiptOutcome, receiptOutcome } from './apprec.ts';
import type { Coded } from './coded.ts';

export type OutgoingId = Id<'OutgoingLetter'>;
type Sent = {
  readonly id: OutgoingId;
  /** The number in the letter (MsgId, or as the version table tells), which the receipt names. */
  readonly messageId: string;
  readonly type: string;
  readonly to: HerId;
  /** The clock of the receipt runs from the letter's own date (GenDate). */
  readonly generated: Moment;
};
type OnItsWay = Sent & { readonly handedOverAt: Moment; readonly answerBy: Moment };
/** What a person did about a letter that the receiver did not take. */
export type Settlement = {
  readonly by: PersonId;
  readonly at: Moment;
  readonly how: 'sent anew' | 'told by telephone' | 'sent by post' | 'not needed';
};
type Receipt = { readonly receiptId: string; readonly receivedAt: Moment; readonly errors: readonly Coded[] };

export type Written = Sent & { readonly state: 'written'; readonly failedAttempts: number };
export type HandedOver = OnItsWay & { readonly state: 'handed over' };
export type Overdue = OnItsWay & { readonly state: 'overdue' };
export type Received = OnItsWay & { readonly state: 'received'; readonly receipt: Receipt; readonly wasLate: boolean };
export type Rejected = OnItsWay & {
  readonly state: 'rejected';
  readonly receipt: Receipt;
  readonly outcome: Exclude<ReceiptOutcome, 'received'>;
};
export type Settled = OnItsWay & {
  readonly state: 'settled';
  readonly settlement: Settlement;
  readonly lateReceipt: Receipt | null;
};
export type OutgoingLetter = Written | HandedOver | Overdue | Received | Rejected | Settled;

/** What may follow what; an overdue letter may still be received, and a settled one keeps a receipt that comes late. */
export const outgoingNext = {
  written: ['written', 'handed over'],
  'handed over': ['received', 'rejected', 'overdue'],
  overdue: ['received', 'rejected', 'settled'],
  received: [],
  rejected: ['settled'],
  settled: ['settled'],
} as const satisfies Record<OutgoingLetter['state'], readonly OutgoingLetter['state'][]>;

/** The carrier has taken the letter. A day without a deadline in the table has none of its own: the newest row holds. */
export function handOver(letter: OutgoingLetter, at: Moment): Result<HandedOver, 'handed over already'> {
  if (letter.state !== 'written') return refuse('handed over already');
  const { failedAttempts: _, ...sent } = letter;
  return ok({ ...sent, state: 'handed over', handedOverAt: at, answerBy: answerBy(letter.generated) });
}

/** The carrier did not take it; it is tried again. */
export function failedToHandOver(letter: OutgoingLetter): Result<Written, 'handed over already'> {
  if (letter.state !== 'written') return refuse('handed over already');
  return ok({ ...letter, failedAttempts: letter.failedAttempts + 1 });
}

/** Ninety-six hours after the letter's date at the time of writing; hours of the clock, not of the office. */
export function answerBy(generated: Moment): Moment {
  const rule = validOn(answerDeadlines, dayOf(generated)) ?? answerDeadlines[0];
  if (!rule) throw new Error('the table of deadlines is empty');
  return momentOf(Date.parse(generated) + rule.value.hours * hourMs);
}

/** No receipt within the deadline counts as not delivered: a person must act. */
export function markOverdue(
  letter: OutgoingLetter,
  now: Moment,
): Result<Overdue, 'not handed over' | 'answered already' | 'not overdue'> {
  if (letter.state === 'written') return refuse('not handed over');
  if (letter.state !== 'handed over') return refuse('answered already');
  return now > letter.answerBy ? ok({ ...letter, state: 'overdue' }) : refuse('not overdue');
}

/** A receipt has come. A second receipt changes nothing that a first one said. */
export function takeReceipt(
  letter: OutgoingLetter,
  receipt: AppRec,
  now: Moment,
): Result<Received | Rejected | Settled, 'answers another message' | 'not handed over' | 'answered already'> {
  if (!sameNumber(receipt.original.id, letter.messageId)) return refuse('answers another message');
  if (letter.state === 'written') return refuse('not handed over');
  const kept: Receipt = { receiptId: receipt.id, receivedAt: now, errors: receipt.errors };
  if (letter.state === 'settled') {
    return letter.lateReceipt ? refuse('answered already') : ok({ ...letter, lateReceipt: kept });
  }
  if (letter.state !== 'handed over' && letter.state !== 'overdue') return refuse('answered already');
  const outcome = receiptOutcome(receipt);
  if (outcome === 'received')
    return ok({ ...letter, state: 'received', receipt: kept, wasLate: now > letter.answerBy });
  return ok({ ...letter, state: 'rejected', receipt: kept, outcome });
}

/** A person has seen to a letter that did not arrive or was turned away. */
export function settle(
  letter: OutgoingLetter,
  settlement: Settlement,
): Result<Settled, 'not overdue' | 'settled already'> {
  if (letter.state === 'settled') return refuse('settled already');
  if (letter.state !== 'overdue' && letter.state !== 'rejected') return refuse('not overdue');
  const { id, messageId, type, to, generated, handedOverAt, answerBy: deadline } = letter;
  const lateReceipt = letter.state === 'rejected' ? letter.receipt : null;
  return ok({
    id,
    messageId,
    type,
    to,
    generated,
    handedOverAt,
    answerBy: deadline,
    state: 'settled',
    settlement,
    lateReceipt,
  });
}

/** Letters that a person must look at now. */
export function needsPerson(letter: OutgoingLetter): boolean {
  return letter.state === 'overdue' || letter.state === 'rejected';
}

/** Numbers of letters are compared without regard to case and braces: systems write GUIDs in several ways. */
export function sameNumber(one: string, other: string): boolean {
  const bare = (id: string) =>
    id
      .trim()
      .replace(/^\{(.*)\}$/, '$1')
      .toLowerCase();
  return bare(one) === bare(other);
}
