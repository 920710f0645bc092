/** The demo's coming weeks: some have a time ahead, and some wait for a sooner one. */

import { addDays, dayOf, type IsoDate } from '#kernel/time';
import type { PatientId } from '#patients';
import { findPatients } from '../../commons/patients/patient.api.ts';
import { bookAppointment } from '../../rooms/reception/appointments/appointment.api.ts';
import type { AppointmentId } from '../../rooms/reception/appointments/appointment.ts';
import type { AppointmentTypeCode } from '../../rooms/reception/appointments/appointment-type.ts';
import { nextFree } from '../../rooms/reception/appointments/free-time.api.ts';
import { joinWaitingList } from '../../rooms/reception/appointments/waiting-list.api.ts';
import type { House } from '../house.ts';
import { type Demo, press } from './clinic.ts';

const coming: readonly (readonly [who: string, days: number, type: AppointmentTypeCode, about: string])[] = [
  ['Hansen Odd', 3, 'wound-care', 'Sårskift legg'],
  ['Johansen Liv', 14, 'inr', 'INR-kontroll'],
  ['Berg Astrid', 90, 'consultation', 'Diabeteskontroll'],
  ['Nguyen Minh', 1, 'consultation', 'Svar på prøver, tolk bestilt'],
  ['Christensen Cathrine', 18, 'consultation', 'Oppfølging'],
  ['Amundsen Rolf', 7, 'spirometry', 'Spirometri'],
];
const waiting: readonly (readonly [who: string, haste: 2 | 3, noticeMinutes: number])[] = [
  ['Christensen Cathrine', 3, 60],
  ['Bjørnsen Kåre', 2, 30],
  ['Moe Anders', 3, 120],
];

async function patientCalled(house: House, demo: Demo, words: string): Promise<PatientId> {
  const found = await press(house, demo.as('kari'), findPatients, { text: words });
  const [first] = found;
  if (!first) throw new Error('the demo names someone who is not registered');
  return first.id;
}

/** After the day itself has been made; the books are open by then. */
export async function makeDemoWaiting(house: House, demo: Demo): Promise<void> {
  const today = dayOf(house.clock());
  const kari = demo.as('kari');
  const later = new Map<string, AppointmentId>();
  for (const [who, days, type, about] of coming) {
    const patient = await patientCalled(house, demo, who);
    const notBefore: IsoDate = addDays(today, days);
    const { times } = await press(house, kari, nextFree, { patient, type, notBefore, most: 4 });
    const time = times[who.length % 4] ?? times[0];
    if (!time) continue;
    const booking = { patient, type, time: { ...time, books: [...time.books] }, haste: 3 as const, about };
    const how = { channel: 'desk' as const, lateReason: 'patient wished later' as const };
    later.set(who, (await press(house, kari, bookAppointment, { ...booking, ...how })).id);
  }
  for (const [who, haste, noticeMinutes] of waiting) {
    await press(house, kari, joinWaitingList, {
      patient: await patientCalled(house, demo, who),
      type: 'consultation',
      haste,
      canCome: { from: '08:00', until: '16:00', noticeMinutes },
      instead: later.get(who) ?? null,
    });
  }
}
