import { describe, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { at, booked, doctor, secretary } from './appointment.sample.ts';
import { type Appointment, cancel } from './appointment.ts';
import { appointmentOf, rowOf } from './appointment-row.ts';
import { arrive, callIn, finish, leave, markNoShow, takeIn } from './visit.ts';

const now = at('2026-05-04', '09:05');
const arrived = must(arrive(booked(), 'waiting room', secretary, now));
const called = must(callIn(arrived, doctor, now));
const inside = must(takeIn(called, { with: doctor, room: 'doctor' }, now));
const states: readonly Appointment[] = [
  booked({ squeezedInBecause: 'smerter' }),
  arrived,
  called,
  inside,
  must(finish(inside, at('2026-05-04', '09:30'))),
  must(leave(arrived, secretary, now)),
  must(markNoShow(booked(), secretary, now)),
  must(cancel(booked(), { wish: 'patient', reason: 'frisk' }, { hours: 24 }, secretary, now)),
];

describe('an appointment goes into the tables and comes back the same', () => {
  test.each(states.map((one) => [one.state, one] as const))('when it is %s', (_, one) => {
    expect(appointmentOf(rowOf(one))).toEqual(one);
  });
});

test('what has not come yet is empty in the tables', () => {
  expect(rowOf(booked())).toMatchObject({ arrivedAt: null, endedAt: null, stays: [], calls: [], isLate: null });
});

test('a line that lacks what its state needs is not taken for an appointment', () => {
  const broken = { ...rowOf(arrived), arrivedAt: null };
  expect(() => appointmentOf(broken)).toThrow('lacks what that needs');
});
