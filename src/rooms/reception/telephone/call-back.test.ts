import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { close, type LoopId } from '#loops';
import type { PatientId } from '#patients';
import type { CallId, Ended } from './call.ts';
import { attemptRules } from './call-back.table.ts';
import { type Attempt, callBackLoop, judgeAttempts, missedCallLoop, promisesKept } from './call-back.ts';

const now = '2026-05-04T08:00:00.000Z' as Moment;
const secretary = 'secretary-1' as PersonId;
const loopId = 'loop-1' as LoopId;
const promise = {
  by: addMinutes(now, 90),
  owner: { kind: 'person', person: secretary },
  deputy: { kind: 'station', station: 'reception' },
  number: '+4791234567' as TelephoneNumber,
} as const;
const ended: Ended = {
  id: 'call-1' as CallId,
  direction: 'in',
  number: promise.number,
  rangAt: now,
  state: 'ended',
  answeredAt: now,
  answeredBy: secretary,
  patient: 'patient-1' as PatientId,
  caller: { kind: 'patient', name: null },
  reason: 'asks about a result',
  criterion: null,
  haste: 3,
  outcome: { kind: 'call back', promise },
  repeat: null,
  toldAboutPatient: false,
  endedAt: now,
  endedBy: secretary,
};
const rule = validOn(attemptRules, '2026-05-04' as IsoDate)?.value ?? { attempts: 0, days: 0 };
const attempt = (day: number, answer: Attempt['answer'] = 'no answer'): Attempt => ({
  at: `2026-05-0${day}T09:00:00.000Z` as Moment,
  by: secretary,
  answer,
});

test('a promise to ring back becomes a loop with an owner, a deputy and a clock', () => {
  expect(must(callBackLoop(loopId, ended, now))).toMatchObject({
    kind: 'promised call',
    state: 'open',
    patient: 'patient-1',
    subject: { thing: 'call', id: 'call-1' },
    haste: 3,
    owner: promise.owner,
    deputy: promise.deputy,
    expectedBy: promise.by,
    openedBy: secretary,
  });
});

test('the loop closes when the patient is reached, not when somebody has tried', () => {
  const loop = must(callBackLoop(loopId, ended, now));
  const reached = judgeAttempts([attempt(4, 'reached')], rule);
  if (reached.kind !== 'reached') throw new Error('reached was expected');
  const evidence = { ...reached.evidence, subject: loop.subject };
  expect(close(loop, evidence, addMinutes(now, 120)).ok).toBe(true);
  expect(close(loop, { ...evidence, what: 'delivered' }, addMinutes(now, 120)).ok).toBe(false);
});

test('a call without a promise opens nothing, and a promise in the past is refused', () => {
  const { outcome: _, ...rest } = ended;
  expect(callBackLoop(loopId, { ...rest, outcome: { kind: 'answered question' } }, now)).toMatchObject({
    why: 'nothing was promised',
  });
  expect(callBackLoop(loopId, ended, addMinutes(now, 91))).toMatchObject({ why: 'expected before it was opened' });
});

test('nobody is their own deputy', () => {
  const alone = { ...ended, outcome: { kind: 'call back', promise: { ...promise, deputy: promise.owner } } } as const;
  expect(callBackLoop(loopId, alone, now)).toMatchObject({ why: 'owner and deputy are the same' });
});

test('someone who gave up in the queue is rung back too, though nobody knows yet who it was', () => {
  const gone = {
    id: ended.id,
    direction: 'in',
    number: ended.number,
    rangAt: now,
    state: 'abandoned',
    abandonedAt: now,
  } as const;
  const loop = must(missedCallLoop(loopId, gone, promise, secretary, now));
  expect(loop).toMatchObject({ kind: 'promised call', haste: 2 });
  expect(loop).not.toHaveProperty('patient');
});

test('an unknown haste is taken as within three days', () => {
  expect(must(callBackLoop(loopId, { ...ended, haste: null, patient: null }, now)).haste).toBe(2);
});

test('three attempts on two days, then the doctor is told; three on one day are not enough', () => {
  expect(rule).toEqual({ attempts: 3, days: 2 });
  expect(judgeAttempts([], rule)).toEqual({ kind: 'try again', made: 0 });
  expect(judgeAttempts([attempt(4), attempt(4), attempt(4)], rule)).toEqual({ kind: 'try again', made: 3 });
  expect(judgeAttempts([attempt(4), attempt(4, 'voicemail'), attempt(5, 'busy')], rule)).toEqual({
    kind: 'tell the doctor',
    made: 3,
  });
  expect(judgeAttempts([attempt(4), attempt(5), attempt(6, 'reached')], rule)).toMatchObject({ kind: 'reached' });
});

test('a promise is kept when the patient is reached before its time; what still runs is not judged', () => {
  const at = (minutes: number) => addMinutes(now, minutes);
  const promises = [
    { by: at(-10), reachedAt: at(-20) },
    { by: at(-10), reachedAt: at(-5) },
    { by: at(-10), reachedAt: null },
    { by: at(10), reachedAt: null },
    { by: at(10), reachedAt: at(-1) },
  ];
  expect(promisesKept(promises, now)).toEqual({ ok: true, value: { kept: 2, of: 4 } });
  expect(promisesKept([{ by: at(10), reachedAt: null }], now)).toMatchObject({ why: 'nothing to judge yet' });
});
