/** A clinic with open books and registered patients, made through the gate, for tests of this room only. */

import { addMinutes, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { registerPatient } from '../../../commons/patients/patient.api.ts';
import type { TestHouse } from '../../../main/testing/test-house.ts';
import { bookAppointment } from './appointment.api.ts';
import type { AppointmentId } from './appointment.ts';
import { addBook, setOpeningRule } from './book.api.ts';
import type { BookId } from './book.ts';

export const monday = '2026-11-23' as IsoDate;
export const at = (time: string, day: string = monday): Moment => momentAt(day as IsoDate, time as TimeOfDay);
export const slot = (book: BookId, time: string, day: string = monday, minutes = 20) => ({
  books: [book],
  from: at(time, day),
  until: addMinutes(at(time, day), minutes),
});

/** A doctor's book, Monday to Friday 08–15 in twenty minutes. */
export async function openBook(clinic: TestHouse, doctor: string): Promise<BookId> {
  const owner = clinic.demo.as(doctor).person;
  const { id: book } = await clinic.yes('lie', addBook, { name: doctor, serves: 'doctor', owner });
  for (const weekday of [1, 2, 3, 4, 5]) {
    await clinic.yes('lie', setOpeningRule, {
      book,
      weekday,
      from: '08:00',
      until: '15:00',
      session: 'ordinary',
      slotMinutes: 20,
      validFrom: '2026-01-01',
    });
  }
  return book;
}

export async function register(clinic: TestHouse, familyName: string, birthDate = '1980-01-01'): Promise<PatientId> {
  const known = { familyName, givenName: 'Anne', birthDate, numberKind: 'none' as const };
  return (await clinic.yes('kari', registerPatient, known)).id;
}

export const wanting = (patient: PatientId, time: ReturnType<typeof slot>) => ({
  patient,
  type: 'consultation' as const,
  time,
  haste: 3 as const,
  about: 'Konsultasjon',
  channel: 'telephone' as const,
});

export async function booked(
  clinic: TestHouse,
  patient: PatientId,
  time: ReturnType<typeof slot>,
  more: { haste?: 1 | 2 | 3; lateReason?: 'patient wished later' } = {},
): Promise<AppointmentId> {
  return (await clinic.yes('kari', bookAppointment, { ...wanting(patient, time), ...more })).id;
}
