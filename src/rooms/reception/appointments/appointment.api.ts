/** Booking, moving and cancelling, as the desk and the telephone do it. */

import { z } from 'zod';
import { ok, refuse } from '#kernel/result';
import { command } from '#platform/server';
import * as store from './appointment.store.ts';
import { bookingInput, cancelInput, moveInput } from './booking-input.ts';
import { giveUp, placeBooking, placeMove } from './placing.api.ts';

const duty = { duty: 'reception.calling-and-receiving' } as const;
const marksInput = z.array(z.string().trim().min(1).max(30)).max(4).default([]);

export const bookAppointment = command({
  name: 'bookAppointment',
  who: duty,
  takes: bookingInput.extend({ marks: marksInput }),
  patient: ({ patient }) => patient,
  does: (doing) => placeBooking(doing, doing.input),
});

export const moveAppointment = command({
  name: 'moveAppointment',
  who: duty,
  takes: moveInput,
  async does(doing) {
    const { input, db, about } = doing;
    const appointment = await store.appointmentForChange(db, input.appointment);
    if (!appointment) return refuse('not found');
    await about(appointment.patient);
    const because = { wish: input.wish, squeezedIn: input.squeezedInBecause };
    const moved = await placeMove(doing, appointment, input.to, because);
    return moved.ok ? ok() : moved;
  },
});

export const cancelAppointment = command({
  name: 'cancelAppointment',
  who: duty,
  takes: cancelInput,
  async does(doing) {
    const { input, db, about } = doing;
    const appointment = await store.appointmentForChange(db, input.appointment);
    if (!appointment) return refuse('not found');
    await about(appointment.patient);
    return giveUp(doing, appointment, input);
  },
});
