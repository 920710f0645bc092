import { expect, test } from 'vitest';
import type { EntryId } from '#journal';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import type { AppointmentId } from '../appointments/appointment.ts';
import { callTexts } from './call.texts.ts';
import {
  answer,
  type Call,
  type CallFacts,
  type CallId,
  type CallRecord,
  callNext,
  criterion,
  end,
  giveUp,
  isBillable,
  type Outcome,
  passOn,
  type Ringing,
  ringOut,
} from './call.ts';

const rangAt = '2026-05-04T06:10:00.000Z' as Moment;
const now = addMinutes(rangAt, 3);
const secretary = 'secretary-1' as PersonId;
const doctor = 'doctor-1' as PersonId;
const number = '+4791234567' as TelephoneNumber;
const ringing: Ringing = { id: 'call-1' as CallId, direction: 'in', number, rangAt, state: 'ringing' };
const answered = must(answer(ringing, secretary, addMinutes(rangAt, 1)));
const advice: Outcome = {
  kind: 'advice',
  isHealthcare: true,
  note: 'entry-1' as EntryId,
  hasSafetyNet: true,
  isUnderstood: true,
};
const record = (change: Partial<CallRecord> = {}): CallRecord => ({
  patient: 'patient-1' as PatientId,
  caller: { kind: 'patient', name: null },
  reason: 'fever since yesterday',
  criterion: null,
  haste: 3,
  outcome: advice,
  repeat: null,
  toldAboutPatient: false,
  ...change,
});
const facts: CallFacts = { repeated: undefined, mayBeTold: null };
const finish = (change: Partial<CallRecord> = {}, with_: CallFacts = facts) =>
  end(answered, record(change), with_, secretary, now);

test('a call rings, is answered and ends, and keeps who and when', () => {
  expect(must(finish())).toMatchObject({
    state: 'ended',
    rangAt,
    answeredAt: addMinutes(rangAt, 1),
    answeredBy: secretary,
    endedAt: now,
    endedBy: secretary,
    outcome: advice,
  });
});

test('two desks cannot answer the same call, and nobody answers one who gave up', () => {
  expect(answer(answered, doctor, now)).toMatchObject({ why: 'already answered' });
  const gone = must(giveUp(ringing, now));
  expect(gone).toMatchObject({ state: 'abandoned', abandonedAt: now, number });
  expect(answer(gone, secretary, now)).toMatchObject({ why: 'caller gave up' });
  expect(giveUp(gone, now)).toMatchObject({ why: 'caller gave up' });
  expect(giveUp(answered, now)).toMatchObject({ why: 'already answered' });
  const over = must(finish());
  expect(answer(over, secretary, now)).toMatchObject({ why: 'already ended' });
  expect(giveUp(over, now)).toMatchObject({ why: 'already ended' });
});

test('a call that has not been answered, or is over, cannot be ended', () => {
  expect(end(ringing, record(), facts, secretary, now)).toMatchObject({ why: 'not answered yet' });
  expect(end(must(finish()), record(), facts, secretary, now)).toMatchObject({ why: 'already ended' });
  expect(end(must(giveUp(ringing, now)), record(), facts, secretary, now)).toMatchObject({ why: 'caller gave up' });
});

test('advice that is health care ends only with a note, a safety net, and a patient who has understood', () => {
  const without = (change: Partial<Extract<Outcome, { kind: 'advice' }>>) =>
    finish({ outcome: { ...advice, ...change } });
  expect(without({ note: null })).toMatchObject({ why: 'advice needs a note' });
  expect(without({ hasSafetyNet: false })).toMatchObject({ why: 'advice needs a safety net' });
  expect(without({ isUnderstood: false })).toMatchObject({ why: 'advice was not understood' });
  expect(without({ isHealthcare: false, note: null, hasSafetyNet: false }).ok).toBe(true);
});

test('a red criterion ends in 113 or with the doctor, never in advice or a time on Thursday', () => {
  const red = { tool: 'NIMN', code: 'A.01.02', colour: 'red' } as const;
  expect(finish({ criterion: red })).toMatchObject({ why: 'red needs 113 or the doctor' });
  const booked: Outcome = { kind: 'booked', appointment: 'appointment-1' as AppointmentId };
  expect(finish({ criterion: red, outcome: booked })).toMatchObject({ why: 'red needs 113 or the doctor' });
  expect(finish({ criterion: red, outcome: { kind: 'to doctor', doctor } }).ok).toBe(true);
  expect(finish({ criterion: { ...red, colour: 'yellow' }, outcome: booked }).ok).toBe(true);
});

test('a 113 call ends with nothing else filled in, because help comes first', () => {
  const outcome: Outcome = { kind: '113', calledAt: now, calledBy: 'clinic' };
  const repeated = { contacts: 3, earlier: [], highestHaste: null };
  const bare = { patient: null, reason: '', haste: null, outcome };
  expect(finish(bare, { repeated, mayBeTold: null }).ok).toBe(true);
});

test('a time, a message and advice belong to a patient; a question about opening hours does not', () => {
  const patient = null;
  expect(finish({ patient })).toMatchObject({ why: 'patient not known' });
  const message: Outcome = { kind: 'message', to: doctor, text: 'rings from work' };
  expect(finish({ patient, outcome: message })).toMatchObject({ why: 'patient not known' });
  expect(finish({ patient, outcome: { kind: 'answered question' } }).ok).toBe(true);
  expect(finish({ patient, outcome: { kind: 'referred elsewhere', where: 'dentist' } }).ok).toBe(true);
  expect(finish({ patient, outcome: { ...advice, isHealthcare: false, note: null } }).ok).toBe(true);
});

test('what it was about is always written, and a message says something', () => {
  expect(finish({ reason: ' ' })).toMatchObject({ why: 'reason missing' });
  expect(finish({ outcome: { kind: 'message', to: doctor, text: ' ' } })).toMatchObject({ why: 'message is empty' });
});

test('a promise to ring back lies ahead', () => {
  const promise = {
    by: now,
    owner: { kind: 'person', person: secretary },
    deputy: { kind: 'station', station: 'reception' },
    number,
  } as const;
  expect(finish({ outcome: { kind: 'call back', promise } })).toMatchObject({ why: 'call-back is past' });
  const later = { ...promise, by: addMinutes(now, 30) };
  expect(finish({ outcome: { kind: 'call back', promise: later } }).ok).toBe(true);
});

test('nothing is told to a caller who has no right to it, or before it has been asked', () => {
  const mother = { caller: { kind: 'parent', name: 'Kari' }, toldAboutPatient: true } as const;
  const judged = (mayBeTold: CallFacts['mayBeTold']) => finish(mother, { repeated: undefined, mayBeTold });
  expect(judged({ kind: 'may not be told', why: 'child objects' })).toMatchObject({ why: 'caller may not be told' });
  expect(judged({ kind: 'ask first', what: 'the doctor decides' })).toMatchObject({ why: 'ask before telling' });
  expect(judged(null)).toMatchObject({ why: 'ask before telling' });
  expect(judged({ kind: 'may be told', because: 'parent of a child' }).ok).toBe(true);
  expect(finish({ ...mother, toldAboutPatient: false }, { repeated: undefined, mayBeTold: null }).ok).toBe(true);
  expect(finish({ toldAboutPatient: true }).ok).toBe(true);
});

test('the third call about the same child is not closed as if it were the first', () => {
  const repeated = { contacts: 3, earlier: [], highestHaste: 3 } as const;
  const with_ = { repeated, mayBeTold: null };
  expect(finish({}, with_)).toMatchObject({ why: 'repeated call needs an answer' });
  expect(finish({ repeat: { kind: 'raised' } }, with_)).toMatchObject({ why: 'haste is not raised' });
  expect(finish({ repeat: { kind: 'raised' }, haste: 2 }, with_).ok).toBe(true);
  expect(must(finish({ repeat: { kind: 'another matter' } })).repeat).toBeNull();
});

test('a call is passed on to a colleague and stays one call', () => {
  expect(must(passOn(answered, doctor))).toMatchObject({ answeredBy: doctor, answeredAt: answered.answeredAt });
  expect(passOn(ringing, doctor)).toMatchObject({ why: 'not answered yet' });
  expect(passOn(must(finish()), doctor)).toMatchObject({ why: 'already ended' });
  expect(passOn(must(giveUp(ringing, now)), doctor)).toMatchObject({ why: 'caller gave up' });
});

test('when the clinic rings out nobody has waited', () => {
  expect(ringOut('call-2' as CallId, number, secretary, now)).toMatchObject({
    direction: 'out',
    rangAt: now,
    answeredAt: now,
    state: 'answered',
  });
});

test('journal-worthy advice may be billed, a booking or a bare answer may not', () => {
  expect(isBillable(must(finish()))).toBe(true);
  expect(isBillable(must(finish({ outcome: { ...advice, isHealthcare: false } })))).toBe(false);
  expect(isBillable(must(finish({ outcome: { kind: 'answered question' } })))).toBe(false);
});

test('of the decision tool only code and colour are kept; a sentence does not fit', () => {
  expect(criterion.safeParse({ tool: 'NIMN', code: 'H.07.08', colour: 'yellow' }).success).toBe(true);
  expect(criterion.safeParse({ tool: 'NIMN', code: 'Chest pain and breathless', colour: 'red' }).success).toBe(false);
  expect(criterion.safeParse({ tool: 'NIMN', code: 'H.07.08', colour: 'blue' }).success).toBe(false);
});

test('an ended or abandoned call goes nowhere', () => {
  const states: readonly Call['state'][] = ['ended', 'abandoned'];
  for (const state of states) expect(callNext[state]).toEqual([]);
});

test('every refusal has a sentence in both languages', () => {
  expect(new Set(Object.keys(callTexts.en.refusals))).toEqual(new Set(Object.keys(callTexts.nb.refusals)));
  expect(callTexts.nb.answering.staffHere('08', 7)).toContain('7');
  expect(callTexts.en.repeat.title(3, 72)).toBe('Contact number 3 in 72 hours');
});
