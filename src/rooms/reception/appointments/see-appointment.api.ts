/** One appointment, and those of one patient: what has been, what is to come. */

import { z } from 'zod';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf, momentAt, type TimeOfDay, timeOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { makePdf, paper, query } from '#platform/server';
import * as store from './appointment.store.ts';
import type { AppointmentId } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';
import { books } from './book.store.ts';
import { bookingTexts } from './booking.texts.ts';
import { dayInWords, reminderTexts } from './reminder.ts';
import { slipTemplate } from './slip.template.ts';

const duty = { duty: 'reception.calling-and-receiving' } as const;

export const seeAppointment = query({
  name: 'seeAppointment',
  who: duty,
  takes: z.object({ appointment: idInput<AppointmentId>() }),
  async does({ input, db, now, about }) {
    const appointment = await store.appointmentById(db, input.appointment);
    if (!appointment) return refuse('not found');
    await about(appointment.patient);
    const type = await typeOn(db, appointment.type, dayOf(now));
    return ok({ appointment, type: type ?? null });
  },
});

/** From the morning of today on, and the last ones before it. */
export const patientAppointments = query({
  name: 'patientAppointments',
  who: duty,
  takes: z.object({ patient: idInput<PatientId>() }),
  patient: ({ patient }) => patient,
  async does({ input, db, now }) {
    const morning = momentAt(dayOf(now), '00:00' as TimeOfDay);
    const coming = await store.appointmentsFrom(db, input.patient, morning);
    const earlier = await store.appointmentsBefore(db, input.patient, morning, 8);
    return ok({ coming, earlier });
  },
});

/** The slip that the patient takes home: when, where and what to do before; never why. */
export const printSlip = query({
  name: 'printSlip',
  who: duty,
  takes: z.object({ appointment: idInput<AppointmentId>(), language: z.enum(['nb', 'en']).default('nb') }),
  async does({ input, db, now, about }) {
    const appointment = await store.appointmentById(db, input.appointment);
    const clinic = await store.clinicOnSlip(db);
    if (!appointment || !clinic) return refuse('not found');
    await about(appointment.patient);
    const { language } = input;
    const type = await typeOn(db, appointment.type, dayOf(now));
    const all = await books(db);
    const text = bookingTexts[language];
    const { from } = appointment;
    const who = appointment.books.map((id) => all.find((book) => book.id === id)?.name ?? '').join(' + ');
    const slip = {
      clinic: [clinic.name, clinic.address].filter(Boolean).join(', '),
      when: reminderTexts[language].when(dayInWords(language, dayOf(from)), timeOf(from)),
      who: `${text.with}: ${who}`,
      tell: text.before,
      preparation: type?.preparation?.[language] ?? null,
      foot: text.slipFoot(clinic.phone ?? ''),
      language,
      issuedOn: dayOf(now).split('-').map(Number),
    };
    return ok(paper('application/pdf', 'time.pdf', makePdf(slipTemplate, slip)));
  },
});
