import { expect, test } from 'vitest';
import { must, ok, refuse } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import { at, booked, day, doctorsBook, patient, secondBook, secretary } from './appointment.sample.ts';
import { appointmentTexts } from './appointment.texts.ts';
import { type AppointmentId, type Booking, book, cancel, hindrance, knownOf, move } from './appointment.ts';
import { appointmentNext, appointmentStates, holdsTime } from './appointment-state.ts';
import { reminderTexts } from './reminder.ts';

const now = at('2026-04-30', '12:00');
const rule = { hours: 24 };
const time = {
  books: [doctorsBook.id],
  from: at('2026-05-04', '09:00'),
  until: at('2026-05-04', '09:20'),
};
const booking: Booking = {
  id: 'appointment-1' as AppointmentId,
  patient,
  type: 'consultation',
  haste: 2,
  about: 'cough for three weeks',
  channel: 'telephone',
  firstContactOn: day('2026-04-30'),
  squeezedInBecause: null,
};

test('a caller gets a free time, and it says who booked it and when', () => {
  const made = must(book(booking, time, ok(time), secretary, now));
  expect(made).toMatchObject({ state: 'booked', ...time, bookedAt: now, bookedBy: secretary, moves: [] });
});

test('a taken time is refused without a reason, and a blank reason is no reason', () => {
  expect(book(booking, time, refuse('time is taken'), secretary, now)).toMatchObject({ why: 'time is taken' });
  const blank = { ...booking, squeezedInBecause: '  ' };
  expect(book(blank, time, refuse('time is taken'), secretary, now)).toMatchObject({ why: 'time is taken' });
});

test('a sick child is squeezed in between others with a reason that is kept', () => {
  const urgent = { ...booking, squeezedInBecause: 'feverish infant, agreed with the doctor' };
  const made = must(book(urgent, time, refuse('time is taken'), secretary, now));
  expect(made.squeezedInBecause).toContain('infant');
  expect(book(urgent, time, refuse('outside opening hours'), secretary, now).ok).toBe(true);
  expect(book(urgent, time, refuse('not released yet'), secretary, now).ok).toBe(true);
});

test('no reason turns the clock back', () => {
  const urgent = { ...booking, squeezedInBecause: 'please' };
  expect(book(urgent, time, refuse('time is past'), secretary, now)).toMatchObject({ why: 'time is past' });
});

test('a time that was free after all carries no squeeze reason', () => {
  const made = must(book({ ...booking, squeezedInBecause: 'in case' }, time, ok(time), secretary, now));
  expect(made.squeezedInBecause).toBeNull();
});

test('the first contact cannot be tomorrow', () => {
  const early = { ...booking, firstContactOn: day('2026-05-01') };
  expect(book(early, time, ok(time), secretary, now)).toMatchObject({ why: 'first contact is in the future' });
});

test('a moved appointment keeps its age, its first contact and the trail of where it stood', () => {
  const to = { ...time, from: at('2026-05-04', '10:00'), until: at('2026-05-04', '10:20') };
  const because = { wish: 'clinic', squeezedIn: null } as const;
  const moved = must(move(booked(), to, ok(to), because, secretary, now));
  expect(moved).toMatchObject({ from: to.from, bookedAt: booked().bookedAt, firstContactOn: booked().firstContactOn });
  expect(moved.moves).toEqual([{ from: booked().from, movedAt: now, movedBy: secretary, wish: 'clinic' }]);
  const back = must(move(moved, time, ok(time), { ...because, wish: 'patient' }, secretary, now));
  expect(back.moves.map((one) => one.wish)).toEqual(['clinic', 'patient']);
});

test('to the same time in the same book is no move, to another doctor at the same clock is', () => {
  const because = { wish: 'patient', squeezedIn: null } as const;
  expect(move(booked(), time, ok(time), because, secretary, now)).toMatchObject({ why: 'same time' });
  const other = { ...time, books: [secondBook.id] };
  expect(move(booked(), other, ok(other), because, secretary, now).ok).toBe(true);
});

test('a move onto a taken time needs a reason like a booking', () => {
  const to = { ...time, from: at('2026-05-04', '10:00'), until: at('2026-05-04', '10:20') };
  const taken = refuse('time is taken');
  expect(move(booked(), to, taken, { wish: 'clinic', squeezedIn: null }, secretary, now)).toMatchObject(taken);
  const squeezed = must(move(booked(), to, taken, { wish: 'clinic', squeezedIn: 'doctor agrees' }, secretary, now));
  expect(squeezed.squeezedInBecause).toBe('doctor agrees');
});

test('what has been cancelled is not moved', () => {
  const gone = must(cancel(booked(), { wish: 'patient', reason: 'well again' }, rule, secretary, now));
  const to = { ...time, from: at('2026-05-04', '10:00') };
  expect(move(gone, to, ok(to), { wish: 'clinic', squeezedIn: null }, secretary, now)).toMatchObject({
    why: 'cancelled',
  });
  expect(cancel(gone, { wish: 'patient', reason: 'again' }, rule, secretary, now)).toMatchObject({ why: 'cancelled' });
});

test('a patient who cancels within a day is late, the clinic never is', () => {
  const lately = addMinutes(booked().from, -60);
  const said = { reason: 'car trouble' };
  expect(must(cancel(booked(), { wish: 'patient', ...said }, rule, secretary, lately)).isLate).toBe(true);
  expect(must(cancel(booked(), { wish: 'clinic', ...said }, rule, secretary, lately)).isLate).toBe(false);
  expect(must(cancel(booked(), { wish: 'patient', ...said }, rule, secretary, now)).isLate).toBe(false);
});

test('a cancellation keeps the booking, who recorded it and why', () => {
  const gone = must(cancel(booked(), { wish: 'patient', reason: 'well again' }, rule, secretary, now));
  expect(knownOf(gone)).toEqual(knownOf(booked()));
  expect(gone).toMatchObject({ recordedBy: secretary, reason: 'well again', cancelledAt: now, wish: 'patient' });
});

test('someone who has arrived is not cancelled', () => {
  expect(hindrance({ ...booked(), state: 'no-show', noticedAt: now, noticedBy: secretary }, 'cancelled')).toMatchObject(
    {
      why: 'marked as no-show',
    },
  );
});

test('every state that may follow is a state, and a cancelled time never comes back', () => {
  for (const state of appointmentStates) {
    for (const next of appointmentNext[state]) expect(appointmentStates).toContain(next);
  }
  expect(appointmentNext.cancelled).toEqual([]);
  expect(appointmentStates.filter(holdsTime)).toEqual(['booked', 'arrived', 'called in', 'with']);
});

test('every sentence about appointments stands in both languages', () => {
  for (const words of [appointmentTexts, reminderTexts]) {
    expect(Object.keys(words.en)).toEqual(Object.keys(words.nb));
  }
  expect(new Set(Object.keys(appointmentTexts.en.refusals))).toEqual(
    new Set(Object.keys(appointmentTexts.nb.refusals)),
  );
});
