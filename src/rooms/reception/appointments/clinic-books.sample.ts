/** The books of the invented clinic, opened through the gate, for tests of this room only. */

import type { PersonId } from '#kernel/ids';
import type { TimeOfDay } from '#kernel/time';
import type { BookId } from './book.ts';

/** Monday to Friday; lab and treatment room beside the doctors. */
export const weekdays = [1, 2, 3, 4, 5] as const;
export const hours = (
  book: BookId,
  weekday: number,
  session: 'ordinary' | 'laboratory' | 'treatment' = 'ordinary',
) => ({
  book,
  weekday,
  from: '08:00' as TimeOfDay,
  until: '15:00' as TimeOfDay,
  session,
  slotMinutes: session === 'ordinary' ? 20 : 10,
  validFrom: '2026-01-01',
});
export const doctorBook = (name: string, owner: PersonId) => ({ name, serves: 'doctor' as const, owner });
