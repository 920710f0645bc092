/** Books, hours and appointments of an invented clinic, for tests of this room only. */

import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment, TimeOfDay } from '#kernel/time';
import { addMinutes, momentAt } from '#kernel/time';
import type { PatientId } from '#patients';
import type { AppointmentId, Booked } from './appointment.ts';
import type { Book, BookId, OpeningRule, RuleId } from './book.ts';

export const secretary = 'secretary-1' as PersonId;
export const doctor = 'doctor-1' as PersonId;
export const patient = 'patient-1' as PatientId;

export const day = (text: string): IsoDate => text as IsoDate;
export const at = (date: string, time: string): Moment => momentAt(date as IsoDate, time as TimeOfDay);

export const doctorsBook: Book = { id: 'book-doctor' as BookId, name: 'Dr. Berg', serves: 'doctor', owner: doctor };
export const secondBook: Book = {
  id: 'book-locum' as BookId,
  name: 'Dr. Dal',
  serves: 'doctor',
  owner: 'doctor-2' as PersonId,
};
export const roomBook: Book = {
  id: 'book-room' as BookId,
  name: 'Skiftestue',
  serves: 'treatment room',
  owner: null,
};

/** Mondays 08:00–12:00 in twenty minutes, valid from 2026, when nothing else is said. */
export function rule(change: Partial<OpeningRule> = {}): OpeningRule {
  return {
    id: 'rule-1' as RuleId,
    book: doctorsBook.id,
    weekday: 1,
    from: '08:00' as TimeOfDay,
    until: '12:00' as TimeOfDay,
    session: 'ordinary',
    slotMinutes: 20,
    validFrom: day('2026-01-01'),
    validUntil: null,
    everyWeeks: 1,
    release: null,
    ...change,
  };
}

/** Monday 4 May 2026 at 09:00, booked a fortnight before. */
export function booked(change: Partial<Booked> = {}): Booked {
  const from = change.from ?? at('2026-05-04', '09:00');
  return {
    id: 'appointment-1' as AppointmentId,
    patient,
    type: 'consultation',
    books: [doctorsBook.id],
    from,
    until: addMinutes(from, 20),
    haste: 3,
    about: 'control',
    channel: 'telephone',
    bookedAt: at('2026-04-20', '10:00'),
    bookedBy: secretary,
    firstContactOn: day('2026-04-20'),
    squeezedInBecause: null,
    moves: [],
    state: 'booked',
    ...change,
  };
}
