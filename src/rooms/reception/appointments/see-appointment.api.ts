/** One appointment, and those of one patient: what has been, what is to come. */

import { z } from 'zod';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { query } from '#platform/server';
import * as store from './appointment.store.ts';
import type { AppointmentId } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';

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
