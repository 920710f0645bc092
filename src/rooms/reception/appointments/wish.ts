/** What a caller asks for, as it grows by single keys: kind, haste, practitioner, how long, and from when. */

import type { IsoDate } from '#kernel/time';
import type { AppointmentType, AppointmentTypeCode } from './appointment-type.ts';
import type { Book, BookId } from './book.ts';
import type { HasteGrade } from './haste.table.ts';
import type { LateReason } from './offer-clock.ts';

export type CallersWish = {
  readonly type: AppointmentTypeCode;
  readonly haste: HasteGrade;
  /** Nothing is the first free of anyone who serves. */
  readonly wanted: BookId | undefined;
  readonly extraMinutes: number;
  readonly notBefore: IsoDate | undefined;
};

/** The kinds that have a number key, the most frequent at the telephone first. */
export const frequentTypes = [
  'consultation',
  'urgent-consultation',
  'double-consultation',
  'telephone-consultation',
  'blood-sampling',
  'blood-sampling-fasting',
  'blood-pressure',
  'vaccine',
  'wound-care',
] as const satisfies readonly AppointmentTypeCode[];

/** The books that serve what the kind needs first: those one may ask for. */
export function booksFor(type: AppointmentType | undefined, books: readonly Book[]): readonly Book[] {
  return type ? books.filter(({ serves }) => serves === type.needs[0]) : [];
}

/** Another kind: haste 1 for what must be the same day, and no wish for a book that does not serve it. */
export function withType(
  wish: CallersWish,
  type: AppointmentType,
  books: readonly Book[],
  usual: BookId | undefined,
): CallersWish {
  const able = booksFor(type, books).map(({ id }) => id);
  const wanted = [wish.wanted, usual].find((id) => id !== undefined && able.includes(id));
  return { ...wish, type: type.code, haste: type.code === 'urgent-consultation' ? 1 : 3, wanted };
}

/** The next practitioner in turn, and after the last one anyone. */
export function withNextBook(
  wish: CallersWish,
  type: AppointmentType | undefined,
  books: readonly Book[],
): CallersWish {
  const turn = [undefined, ...booksFor(type, books).map(({ id }) => id)];
  return { ...wish, wanted: turn[(turn.indexOf(wish.wanted) + 1) % turn.length] };
}

export function withNextHaste(wish: CallersWish): CallersWish {
  return { ...wish, haste: wish.haste === 3 ? 1 : wish.haste === 1 ? 2 : 3 };
}

/**
 * Why the first offer is late, said without asking: who has looked past the first free times wished it so;
 * else there was none. It can be changed before booking.
 */
export function likelyLateReason(
  day: IsoDate,
  offerBy: IsoDate | null,
  wish: Pick<CallersWish, 'notBefore'>,
): LateReason | null {
  if (offerBy === null || day <= offerBy) return null;
  return wish.notBefore === undefined ? 'no free time' : 'patient wished later';
}
