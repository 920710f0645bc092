import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addMinutes } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { at, booked, day, secretary } from '../appointments/appointment.sample.ts';
import { appointmentTypes } from '../appointments/appointment-type.table.ts';
import { type AppointmentType, appointmentTypeOf } from '../appointments/appointment-type.ts';
import { type ArrivalRule, arrivalRules, type InfectionRule, infectionRules, infectionSigns } from './arrival.table.ts';
import { arrivalTexts } from './arrival.texts.ts';
import { askedAtDesk, careFor, type DeskFacts, deskQuestions, receive } from './arrival.ts';

const now = at('2026-05-04', '08:52');
const rule = validOn(arrivalRules, day('2026-05-04'))?.value as ArrivalRule;
const infection = validOn(infectionRules, day('2026-05-04'))?.value as readonly InfectionRule[];
const consultation = appointmentTypeOf(appointmentTypes, 'consultation', day('2026-05-04')) as AppointmentType;
const fasting = appointmentTypeOf(appointmentTypes, 'blood-sampling-fasting', day('2026-05-04')) as AppointmentType;

const upToDate: DeskFacts = {
  birthDate: day('1970-03-01'),
  phone: '+4791234567',
  address: 'Storgata 1',
  addressBlock: null,
  contactConfirmedAt: at('2026-02-01', '09:00'),
  nextOfKinConfirmedAt: at('2025-09-01', '09:00'),
  frikortUntil: null,
  frikortAskedAt: at('2026-04-20', '09:00'),
  needsInterpreter: false,
  language: null,
  identityShown: true,
};
const asks = (change: Partial<DeskFacts> = {}) => askedAtDesk({ ...upToDate, ...change }, rule, now);

test('nothing is asked of someone whose facts are whole and fresh', () => {
  expect(asks()).toEqual([]);
});

test('a missing telephone or address is asked for by itself', () => {
  expect(asks({ phone: null })).toEqual(['telephone']);
  expect(asks({ address: null, contactConfirmedAt: null })).toEqual(['address']);
  expect(asks({ phone: '', address: '' })).toEqual(['telephone', 'address']);
});

test('contact facts are confirmed again after twelve months, not a day before', () => {
  expect(asks({ contactConfirmedAt: at('2025-05-05', '09:00') })).toEqual([]);
  expect(asks({ contactConfirmedAt: at('2025-05-04', '23:00') })).toEqual(['are telephone and address right']);
  expect(asks({ contactConfirmedAt: null })).toEqual(['are telephone and address right']);
});

test('a blocked address is neither asked for nor confirmed aloud', () => {
  for (const addressBlock of [4, 6, 7] as const) {
    expect(asks({ addressBlock, address: null, contactConfirmedAt: null })).toEqual([]);
    expect(asks({ addressBlock, phone: null })).toEqual(['telephone']);
  }
});

test('an exemption card that holds is not asked for, one that has run out is', () => {
  expect(asks({ frikortUntil: day('2026-12-31'), frikortAskedAt: null })).toEqual([]);
  expect(asks({ frikortUntil: day('2026-05-04'), frikortAskedAt: null })).toEqual([]);
  expect(asks({ frikortUntil: day('2026-05-03'), frikortAskedAt: null })).toEqual(['exemption card']);
});

test('an answer of thirty days is old, and so is one from last year', () => {
  expect(asks({ frikortAskedAt: at('2026-04-05', '09:00') })).toEqual([]);
  expect(asks({ frikortAskedAt: at('2026-04-04', '09:00') })).toEqual(['exemption card']);
  const january = at('2026-01-02', '09:00');
  expect(askedAtDesk({ ...upToDate, frikortAskedAt: at('2025-12-30', '09:00') }, rule, january)).toContain(
    'exemption card',
  );
});

test('nobody asks a child for an exemption card', () => {
  expect(asks({ birthDate: day('2010-05-05'), frikortAskedAt: null })).toEqual([]);
  expect(asks({ birthDate: day('2010-05-04'), frikortAskedAt: null })).toEqual(['exemption card']);
  expect(asks({ birthDate: null, frikortAskedAt: null })).toEqual(['exemption card']);
});

test('identification, language and next of kin are asked for when they are missing or old', () => {
  expect(asks({ identityShown: false })).toEqual(['show identification']);
  expect(asks({ needsInterpreter: true })).toEqual(['language']);
  expect(asks({ needsInterpreter: true, language: 'vi' })).toEqual([]);
  expect(asks({ nextOfKinConfirmedAt: at('2024-05-04', '09:00') })).toEqual(['next of kin']);
});

test('everything at once comes in one list, in the order one asks', () => {
  const nothing: DeskFacts = {
    ...upToDate,
    phone: null,
    address: null,
    nextOfKinConfirmedAt: null,
    frikortAskedAt: null,
    needsInterpreter: true,
    identityShown: false,
  };
  const all = askedAtDesk(nothing, rule, now);
  expect(all).toEqual(deskQuestions.filter((question) => question !== 'are telephone and address right'));
});

test('fever with rash waits apart, is given a mask, and the doctor is told', () => {
  expect(careFor(['fever with rash'], infection)).toEqual({ waitsIn: 'separate room', mask: true, tellDoctor: true });
  expect(careFor(['cough with fever'], infection)).toEqual({ waitsIn: 'waiting room', mask: true, tellDoctor: false });
  expect(careFor([], infection)).toEqual({ waitsIn: 'waiting room', mask: false, tellDoctor: false });
});

test('several signs add up, and a sign without a rule is taken as the worst', () => {
  expect(careFor(['cough with fever', 'vomiting or diarrhoea'], infection)).toEqual({
    waitsIn: 'separate room',
    mask: true,
    tellDoctor: false,
  });
  expect(careFor(['itching scabies'], [])).toEqual({ waitsIn: 'separate room', mask: true, tellDoctor: true });
});

test('every sign of infection has its rule', () => {
  expect(infection.map((one) => one.sign)).toEqual([...infectionSigns]);
});

const facts = { desk: upToDate, type: consultation, answers: {}, signs: [] };
const rules = { arrival: rule, infection };

test('one key marks the patient as arrived, and says what is left to ask', () => {
  const reception = must(receive(booked(), { ...facts, desk: { ...upToDate, phone: null } }, rules, secretary, now));
  expect(reception.arrived).toMatchObject({ state: 'arrived', arrivedAt: now, waitsIn: 'waiting room' });
  expect(reception).toMatchObject({ asks: ['telephone'], questions: [], doubts: [], minutesLate: -8 });
});

test('an infectious patient is placed apart by the same key', () => {
  const reception = must(receive(booked(), { ...facts, signs: ['contact with measles'] }, rules, secretary, now));
  expect(reception.arrived.waitsIn).toBe('separate room');
  expect(reception.care.tellDoctor).toBe(true);
});

test('a patient who has eaten before a fasting sample still arrives, and the doubt follows', () => {
  const eaten = { ...facts, type: fasting, answers: { 'has-fasted': 'no' } } as const;
  const reception = must(receive(booked(), eaten, rules, secretary, addMinutes(booked().from, 12)));
  expect(reception.doubts.map((one) => one.code)).toEqual(['has-fasted']);
  expect(reception.questions.map((one) => one.code)).toEqual(['has-taken-morning-medicine']);
  expect(reception.minutesLate).toBe(12);
});

test('one cannot arrive to yesterday, or twice', () => {
  expect(receive(booked(), facts, rules, secretary, at('2026-05-05', '08:00'))).toMatchObject({ why: 'not today' });
  const { arrived } = must(receive(booked(), facts, rules, secretary, now));
  expect(receive(arrived, facts, rules, secretary, now)).toMatchObject({ why: 'already arrived' });
});

test('every question at the desk has words in both languages', () => {
  for (const question of deskQuestions) {
    expect(arrivalTexts.nb.asks[question] && arrivalTexts.en.asks[question]).toBeTruthy();
  }
  expect(arrivalTexts.nb.minutesLate(-8)).toBe('8 min før tiden');
  expect(arrivalTexts.en.minutesLate(12)).toBe('12 min late');
});
