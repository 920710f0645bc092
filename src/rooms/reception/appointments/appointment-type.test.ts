import { expect, test } from 'vitest';
import { validOn } from '#kernel/validity';
import { day } from './appointment.sample.ts';
import { appointmentTypes } from './appointment-type.table.ts';
import {
  appointmentTypeCodes,
  appointmentTypeOf,
  appointmentTypesOn,
  openQuestions,
  stoppingAnswers,
  withExtraTime,
} from './appointment-type.ts';
import { arrivalQuestions } from './arrival-question.table.ts';
import { bookTexts } from './book.texts.ts';
import { bookKinds, sessionKinds } from './book.ts';

const today = day('2026-05-04');
const types = appointmentTypesOn(appointmentTypes, today);

test('every kind of visit is there once, with a length and a name in both languages', () => {
  expect(types.map((type) => type.code)).toHaveLength(appointmentTypeCodes.length);
  expect(new Set(types.map((type) => type.code))).toEqual(new Set(appointmentTypeCodes));
  for (const type of types) {
    expect(type.minutes).toBeGreaterThan(0);
    expect(type.minutes % 5).toBe(0);
    expect(type.name.nb && type.name.en).toBeTruthy();
    if (type.preparation) expect(type.preparation.nb && type.preparation.en).toBeTruthy();
  }
});

test('an ordinary consultation is twenty minutes and a double one forty', () => {
  expect(appointmentTypeOf(appointmentTypes, 'consultation', today)?.minutes).toBe(20);
  expect(appointmentTypeOf(appointmentTypes, 'double-consultation', today)?.minutes).toBe(40);
});

test('before the table begins there are no kinds of visit rather than wrong ones', () => {
  expect(appointmentTypesOn(appointmentTypes, day('2025-12-31'))).toEqual([]);
  expect(appointmentTypeOf(appointmentTypes, 'ecg', day('2025-12-31'))).toBeUndefined();
});

test('a patient who has eaten before a fasting sample is noticed at arrival', () => {
  const fasting = appointmentTypeOf(appointmentTypes, 'blood-sampling-fasting', today);
  if (!fasting) throw new Error('missing');
  expect(stoppingAnswers(fasting, { 'has-fasted': 'no' })).toEqual([arrivalQuestions.hasFasted]);
  expect(stoppingAnswers(fasting, { 'has-fasted': 'yes', 'has-taken-morning-medicine': 'no' })).toEqual([]);
  expect(openQuestions(fasting, { 'has-fasted': 'yes' })).toEqual([arrivalQuestions.hasTakenMorningMedicine]);
});

test('an interpreter gives more time and never less', () => {
  const consultation = appointmentTypeOf(appointmentTypes, 'consultation', today);
  if (!consultation) throw new Error('missing');
  expect(withExtraTime(consultation, 20).minutes).toBe(40);
  expect(withExtraTime(consultation, 0)).toBe(consultation);
  expect(withExtraTime(consultation, -10)).toBe(consultation);
});

test('every question has its own code, and every book and session its words', () => {
  const codes = Object.values(arrivalQuestions).map((question) => question.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(Object.keys(bookTexts.nb.kinds))).toEqual(new Set(bookKinds));
  expect(new Set(Object.keys(bookTexts.en.sessions))).toEqual(new Set(sessionKinds));
  expect(bookTexts.nb.everyWeeks(2)).toBe('hver 2. uke');
  expect(bookTexts.nb.release(0, '07:45')).toBe('slippes samme dag kl. 07:45');
  expect(bookTexts.en.release(1, '12:00')).toBe('released 1 day before at 12:00');
});

test('the table says where it comes from', () => {
  expect(validOn(appointmentTypes, today)?.source).toContain('Clinic procedure');
});
