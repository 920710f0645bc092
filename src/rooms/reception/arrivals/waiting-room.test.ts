import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { PatientId } from '#patients';
import { at, booked, day, doctor, doctorsBook, secondBook, secretary } from '../appointments/appointment.sample.ts';
import { arrive, callIn, takeIn } from '../appointments/visit.ts';
import { type ArrivalRule, arrivalRules } from './arrival.table.ts';
import { lookAlikes, type Named } from './look-alike.ts';
import {
  delayOf,
  isWaiting,
  lookAtPatient,
  minutesPastTime,
  minutesSinceArrival,
  toldOfDelay,
} from './waiting-room.ts';

const rule = validOn(arrivalRules, day('2026-05-04'))?.value as ArrivalRule;
const came = at('2026-05-04', '08:30');
const waiting = (change = {}) => must(arrive(booked(change), 'waiting room', secretary, came));

test('someone who comes half an hour early has waited, but not past the time', () => {
  const now = at('2026-05-04', '09:10');
  expect(minutesSinceArrival(waiting(), now)).toBe(40);
  expect(minutesPastTime(waiting(), now)).toBe(10);
  expect(minutesPastTime(waiting(), at('2026-05-04', '08:45'))).toBe(0);
});

test('someone who comes late waits from when they came', () => {
  const late = waiting({ from: at('2026-05-04', '08:00') });
  expect(minutesPastTime(late, at('2026-05-04', '08:50'))).toBe(20);
});

test('a waiting patient is looked at after half an hour, one of haste grade 1 after ten minutes', () => {
  expect(lookAtPatient(waiting(), null, addMinutes(came, 29), rule)).toEqual({ isDue: false, overdueMinutes: -1 });
  expect(lookAtPatient(waiting(), null, addMinutes(came, 30), rule).isDue).toBe(true);
  expect(lookAtPatient(waiting({ haste: 1 }), null, addMinutes(came, 10), rule).isDue).toBe(true);
});

test('a look starts the clock again, but not one from before the patient came', () => {
  const looked = addMinutes(came, 30);
  expect(lookAtPatient(waiting(), looked, addMinutes(came, 59), rule).isDue).toBe(false);
  expect(lookAtPatient(waiting(), looked, addMinutes(came, 60), rule).isDue).toBe(true);
  expect(lookAtPatient(waiting(), addMinutes(came, -60), addMinutes(came, 29), rule).isDue).toBe(false);
});

test('a patient who is called but has not come in still waits, one who is inside does not', () => {
  const called = must(callIn(waiting(), doctor, came));
  expect(isWaiting(called)).toBe(true);
  expect(isWaiting(must(takeIn(called, { with: doctor, room: '2' }, came)))).toBe(false);
});

test('the doctor is as late as the one who has waited longest past the time', () => {
  const now = at('2026-05-04', '09:45');
  const list = [
    waiting(),
    waiting({ from: at('2026-05-04', '09:20') }),
    waiting({ books: [secondBook.id], from: came }),
  ];
  expect(delayOf(doctorsBook.id, list, now)).toBe(45);
  expect(delayOf(doctorsBook.id, [booked()], now)).toBe(0);
});

test('those who wait and those who come within the hour are told of a delay of twenty minutes', () => {
  const now = at('2026-05-04', '09:20');
  const soon = booked({ from: at('2026-05-04', '10:20') });
  const later = booked({ from: at('2026-05-04', '10:21') });
  const missed = booked({ from: at('2026-05-04', '09:00') });
  const other = booked({ from: at('2026-05-04', '10:00'), books: [secondBook.id] });
  const list = [waiting(), soon, later, missed, other];
  expect(toldOfDelay(doctorsBook.id, list, now, rule)).toEqual([list[0], soon]);
  expect(toldOfDelay(doctorsBook.id, list, addMinutes(now, -1), rule)).toEqual([]);
});

const named = (patient: string, familyName: string, givenName: string, birthDate: string | null = null): Named => ({
  patient: patient as PatientId,
  familyName,
  givenName,
  birthDate: birthDate as IsoDate | null,
});

test('two of the same name on one day warn each other', () => {
  const found = lookAlikes([named('a', 'Solberg', 'Tuva'), named('b', 'solberg', 'Tuva '), named('c', 'Berg', 'Tuva')]);
  expect(found.get('a' as PatientId)).toEqual([{ patient: 'b', why: 'same name' }]);
  expect(found.get('b' as PatientId)).toEqual([{ patient: 'a', why: 'same name' }]);
  expect(found.has('c' as PatientId)).toBe(false);
});

test('the same family name and initial, or the same birth date, is likeness enough', () => {
  const found = lookAlikes([
    named('a', 'Hansen', 'Odd', '1950-01-01'),
    named('b', 'Hansen', 'Oddvar', '1960-01-01'),
    named('c', 'Lund', 'Per', '1950-01-01'),
    named('d', 'Hansen', 'Per'),
  ]);
  expect(found.get('a' as PatientId)).toEqual([
    { patient: 'b', why: 'same family name and initial' },
    { patient: 'c', why: 'same birth date' },
  ]);
  expect(found.has('d' as PatientId)).toBe(false);
});

test('a patient with two appointments is not taken for themselves, and nameless ones not for each other', () => {
  expect(lookAlikes([named('a', 'Lie', 'Ida'), named('a', 'Lie', 'Ida')]).size).toBe(0);
  expect(lookAlikes([named('a', '', ''), named('b', '', '')]).size).toBe(0);
  expect(
    lookAlikes([named('a', 'Lie', 'Ida'), named('b', 'Lie', 'Ida'), named('b', 'Lie', 'Ida')]).get('a' as PatientId),
  ).toHaveLength(1);
});

test('likeness goes both ways', () => {
  const anyone = fc.record({
    patient: fc.integer({ min: 0, max: 30 }).map((one) => `p${one}` as PatientId),
    familyName: fc.constantFrom('Lie', 'Lund', 'Ali'),
    givenName: fc.constantFrom('Ida', 'Ivar', 'Per'),
    birthDate: fc.constantFrom(null, '1990-01-01' as IsoDate, '1991-01-01' as IsoDate),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyone, { selector: (one) => one.patient, maxLength: 15 }), (patients) => {
      const found = lookAlikes(patients);
      for (const [one, others] of found) {
        for (const other of others) {
          expect(found.get(other.patient)).toContainEqual({ patient: one, why: other.why });
        }
      }
    }),
  );
});
