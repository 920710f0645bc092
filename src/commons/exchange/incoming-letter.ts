/** A letter that has come in: kept as it came, read, answered, and dealt with once however often it comes. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { MessageKind } from './message-version.table.ts';
import { sameNumber } from './outgoing-letter.ts';

export type IncomingId = Id<'IncomingLetter'>;
type Kept = {
  readonly id: IncomingId;
  readonly arrivedAt: Moment;
  /** The bytes as they came are kept under this number, whatever becomes of the letter. */
  readonly fileId: string;
};
type Known = Kept & {
  readonly kind: MessageKind | null;
  readonly messageId: string | null;
  readonly outcome: 'accepted' | 'rejected';
};
export type Arrived = Kept & { readonly state: 'arrived' };
export type Read = Known & { readonly state: 'read'; readonly readAt: Moment };
/** The same letter has come before; it is answered again but not filed again. */
export type Repeated = Known & { readonly state: 'repeated'; readonly of: IncomingId };
export type Answered = Known & { readonly state: 'answered'; readonly receiptId: string; readonly answeredAt: Moment };
export type Closed = Known & {
  readonly state: 'closed';
  readonly closedAt: Moment;
  readonly by: PersonId | 'automatic';
};
export type IncomingLetter = Arrived | Read | Repeated | Answered | Closed;

export const incomingNext = {
  arrived: ['read', 'repeated'],
  read: ['answered', 'closed'],
  repeated: ['closed'],
  answered: ['closed'],
  closed: [],
} as const satisfies Record<IncomingLetter['state'], readonly IncomingLetter['state'][]>;

export type ReadAs = Pick<Known, 'kind' | 'messageId' | 'outcome'>;

/**
 * `earlier` are the letters of the same sender; the same number means the same letter. One that was rejected before
 * does not count: a letter damaged on the way comes whole the second time, under the same number.
 */
export function takeIn(
  letter: IncomingLetter,
  as: ReadAs,
  earlier: readonly IncomingLetter[],
  now: Moment,
): Result<Read | Repeated, 'read already'> {
  if (letter.state !== 'arrived') return refuse('read already');
  const first = earlier.find(
    (known) =>
      known.state !== 'arrived' &&
      known.outcome === 'accepted' &&
      known.messageId !== null &&
      as.messageId !== null &&
      sameNumber(known.messageId, as.messageId),
  );
  const known = { id: letter.id, arrivedAt: letter.arrivedAt, fileId: letter.fileId, ...as };
  return ok(first ? { ...known, state: 'repeated', of: first.id } : { ...known, state: 'read', readAt: now });
}

/** The receipt is written and given to the carrier. Receipts themselves are never answered. */
export function markAnswered(
  letter: IncomingLetter,
  receiptId: string,
  now: Moment,
): Result<Answered, 'not read yet' | 'answered already' | 'never answered'> {
  if (letter.state === 'arrived') return refuse('not read yet');
  if (letter.state !== 'read') return refuse('answered already');
  if (letter.kind === 'APPREC') return refuse('never answered');
  const { readAt: _, ...known } = letter;
  return ok({ ...known, state: 'answered', receiptId, answeredAt: now });
}

/** Filed with its patient, or seen by a person; a rejected letter is closed by a person, never by itself. */
export function close(
  letter: IncomingLetter,
  by: PersonId | 'automatic',
  now: Moment,
): Result<Closed, 'not read yet' | 'settled already' | 'needs person'> {
  if (letter.state === 'arrived') return refuse('not read yet');
  if (letter.state === 'closed') return refuse('settled already');
  if (letter.outcome === 'rejected' && letter.state !== 'repeated' && by === 'automatic') return refuse('needs person');
  const { id, arrivedAt, fileId, kind, messageId, outcome } = letter;
  return ok({ id, arrivedAt, fileId, kind, messageId, outcome, state: 'closed', closedAt: now, by });
}
