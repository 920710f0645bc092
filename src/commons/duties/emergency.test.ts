import { expect, test } from 'vitest';
import type { Id, PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import { dutyTexts } from './duty.texts.ts';
import {
  type Emergency,
  type EmergencyId,
  emergencyNext,
  endEmergency,
  isRunning,
  passStop,
  prolongEmergency,
  reviewEmergency,
  startEmergency,
} from './emergency.ts';
import type { Role } from './role.ts';

const now = '2026-11-23T10:00:00.000Z' as Moment;
const id = 'e1' as EmergencyId;
const eva = 'eva' as PersonId;
const berge = { id: 'berge' as PersonId, roles: ['doctor'] as Role[] };
const stop = { by: eva, duty: 'treatment.injections', act: 'perform', why: 'order missing' } as const;
const right = { verdict: 'was right', words: 'Adrenalin etter prosedyren.' } as const;

test('anyone starts an emergency with one press; nothing is asked first', () => {
  expect(startEmergency(id, eva, now)).toEqual({
    id,
    state: 'running',
    startedBy: eva,
    startedAt: now,
    runsUntil: '2026-11-23T11:00:00.000Z',
    passed: [],
  });
  expect(startEmergency(id, eva, now, 'p1' as Id<'Patient'>).patient).toBe('p1');
});

test('it runs from its start until it is ended, and asks again after an hour', () => {
  const emergency = startEmergency(id, eva, now);
  expect(isRunning(emergency, now)).toBe(true);
  expect(isRunning(emergency, addMinutes(now, -1))).toBe(false);
  expect(isRunning(emergency, addMinutes(now, 60))).toBe(true);
  expect(isRunning(emergency, addMinutes(now, 61))).toBe(false);
  expect(isRunning(must(endEmergency(emergency, eva, now)), now)).toBe(false);
});

test('one press gives another hour, also when the first has run out', () => {
  const emergency = startEmergency(id, eva, now);
  const late = addMinutes(now, 70);
  expect(isRunning(must(prolongEmergency(emergency, late)), addMinutes(late, 60))).toBe(true);
  const ended = must(endEmergency(emergency, eva, now));
  expect(prolongEmergency(ended, now)).toMatchObject({ why: 'over' });
});

test('each passed stop is noted with who, what, why and when', () => {
  const emergency = must(passStop(startEmergency(id, eva, now), stop, addMinutes(now, 2)));
  expect(emergency.passed).toEqual([{ ...stop, at: '2026-11-23T10:02:00.000Z' }]);
});

test('no stop is passed once the emergency is over', () => {
  const emergency = startEmergency(id, eva, now);
  expect(passStop(emergency, stop, addMinutes(now, 61))).toMatchObject({ why: 'over' });
  expect(passStop(must(endEmergency(emergency, eva, now)), stop, now)).toMatchObject({ why: 'over' });
});

test('it ends when someone says so, or at the hour when nobody did', () => {
  const emergency = startEmergency(id, eva, now);
  expect(must(endEmergency(emergency, eva, addMinutes(now, 10)))).toMatchObject({ endedBy: eva, state: 'ended' });
  expect(must(endEmergency(emergency, eva, addMinutes(now, 300)))).toMatchObject({
    endedBy: 'clock',
    endedAt: '2026-11-23T11:00:00.000Z',
  });
  expect(endEmergency(must(endEmergency(emergency, eva, now)), eva, now)).toMatchObject({ why: 'over' });
});

const ended = must(endEmergency(must(passStop(startEmergency(id, eva, now), stop, now)), eva, now));

test('afterwards every passed stop is a question that a doctor or the head answers', () => {
  expect(must(reviewEmergency(ended, berge, [right], now))).toMatchObject({
    state: 'reviewed',
    reviewedBy: 'berge',
    answers: [right],
  });
  const head = { id: 'leder' as PersonId, roles: ['head'] as Role[] };
  expect(reviewEmergency(ended, head, [{ verdict: 'learning', words: 'Øv mer.' }], now).ok).toBe(true);
});

test('an emergency without a passed stop is reviewed without answers', () => {
  const calm = must(endEmergency(startEmergency(id, eva, now), eva, now));
  expect(reviewEmergency(calm, berge, [], now).ok).toBe(true);
});

test('an emergency is not reviewed while it runs, nor twice', () => {
  expect(reviewEmergency(startEmergency(id, eva, now), berge, [], now)).toMatchObject({ why: 'still running' });
  const reviewed = must(reviewEmergency(ended, berge, [right], now));
  expect(reviewEmergency(reviewed, berge, [right], now)).toMatchObject({ why: 'already reviewed' });
});

test('a secretary does not review, and nobody reviews their own act', () => {
  const secretary = { id: 'ida' as PersonId, roles: ['helsesekretaer'] as Role[] };
  expect(reviewEmergency(ended, secretary, [right], now)).toMatchObject({ why: 'not yours to review' });
  expect(reviewEmergency(ended, { ...berge, id: eva }, [right], now)).toMatchObject({ why: 'own act' });
});

test('a stop without an answer keeps the review open', () => {
  expect(reviewEmergency(ended, berge, [], now)).toMatchObject({
    why: 'a stop is unanswered',
    facts: { stops: 1, answers: 0 },
  });
  expect(reviewEmergency(ended, berge, [{ ...right, words: ' ' }], now)).toMatchObject({ why: 'a stop is unanswered' });
  expect(reviewEmergency(ended, berge, [right, right], now)).toMatchObject({ why: 'a stop is unanswered' });
  const sentence = dutyTexts.nb.refusals['a stop is unanswered'];
  expect(sentence({ stops: 3, answers: 1 })).toBe('Svar på alt som ble passert: 3 punkter, 1 svar.');
  expect(dutyTexts.en.refusals['a stop is unanswered']({ stops: 3, answers: 1 })).toContain('3 points');
});

test('every decision follows the table of what may follow what', () => {
  const running = startEmergency(id, eva, now);
  const reviewed = must(reviewEmergency(ended, berge, [right], now));
  const steps: [Emergency, Emergency][] = [
    [running, must(passStop(running, stop, now))],
    [running, must(prolongEmergency(running, now))],
    [running, must(endEmergency(running, eva, now))],
    [ended, reviewed],
  ];
  for (const [before, after] of steps) expect(emergencyNext[before.state]).toContain(after.state);
  expect(emergencyNext.reviewed).toEqual([]);
});
