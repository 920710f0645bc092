import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must, type Result } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { reviewTexts } from './review.texts.ts';
import {
  arrive,
  decisionInput,
  type Finding,
  type Informed,
  inform,
  isCritical,
  isDeviating,
  isSettled,
  notifyCritical,
  notReached,
  type Reader,
  type Review,
  type ReviewId,
  review,
  reviewNext,
  supersede,
} from './review.ts';

const doctor: Reader = { person: newId<PersonId>(), isDoctor: true };
const kari: Reader = { person: newId<PersonId>(), isDoctor: false };
const patient = newId<PatientId>();
const now = '2026-11-23T09:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(now, minutes);

const ordinary: Finding = { analyte: 'crp', flag: 'normal' };
const high: Finding = { analyte: 'crp', flag: 'high' };
const critical: Finding = {
  analyte: 'potassium',
  flag: 'high',
  critical: { crossed: 'above', limit: 6.2, source: 'klinikkens liste' },
};
const changed: Finding = {
  analyte: 'hemoglobin',
  flag: 'normal',
  delta: { changePercent: -38.8, allowedPercent: 8, exceeds: true },
};
const received = (findings: readonly Finding[] = [ordinary]) =>
  arrive(
    {
      id: newId<ReviewId>(),
      patient,
      about: { thing: 'result', id: 'r-1' },
      from: 'own instrument',
      isPreliminary: false,
      doctor: doctor.person,
      findings,
    },
    now,
  );
const told = { to: doctor, by: kari.person, readBack: 'Hansen, kalium 6,4' };
const notified = () => must(notifyCritical(received([critical]), told, at(3)));
const tellAll = { tell: 'letter', words: 'Prøven var fin.' } as const;
const reviewed = (findings?: readonly Finding[]) => must(review(received(findings), doctor, tellAll, at(20)));
const letter = { by: kari.person, how: 'letter', told: 'patient' } as const;

test('an answer that came waits for its doctor', () => {
  expect(received()).toMatchObject({ state: 'received', doctor: doctor.person, arrivedAt: now, attempts: [] });
});

test('a value beyond the phone limit is critical; one outside the interval or much changed deviates', () => {
  expect(isCritical(received([ordinary, critical]))).toBe(true);
  expect(isCritical(received([high]))).toBe(false);
  expect(isDeviating(received([high]))).toBe(true);
  expect(isDeviating(received([ordinary, changed]))).toBe(true);
  expect(isDeviating(received([ordinary]))).toBe(false);
  expect(isDeviating(received([{ analyte: 'crp', flag: 'none' }]))).toBe(false);
});

test('a critical value is told to a named doctor who says it back', () => {
  expect(notified()).toMatchObject({
    state: 'critical notified',
    notice: { kind: 'told', to: doctor.person, by: kari.person, at: at(3), readBack: 'Hansen, kalium 6,4' },
  });
});

test('what the doctor answered is kept, an empty answer is not', () => {
  const answered = must(notifyCritical(received([critical]), { ...told, answer: ' EKG nå ' }, at(3)));
  expect(answered.notice).toMatchObject({ answer: 'EKG nå' });
  expect(must(notifyCritical(received([critical]), { ...told, answer: ' ' }, at(3))).notice).not.toHaveProperty(
    'answer',
  );
});

test('telling asks for a doctor, another person and the words said back', () => {
  const result = received([critical]);
  expect(notifyCritical(result, { ...told, to: kari }, at(3))).toMatchObject({ why: 'receiver is no doctor' });
  expect(notifyCritical(result, { ...told, by: doctor.person }, at(3))).toMatchObject({ why: 'told oneself' });
  expect(notifyCritical(result, { ...told, readBack: ' ' }, at(3))).toMatchObject({ why: 'read-back missing' });
  expect(notifyCritical(received(), told, at(3))).toMatchObject({ why: 'not critical' });
});

test('a critical value is told once', () => {
  expect(notifyCritical(notified(), told, at(5))).toMatchObject({ why: 'already notified', facts: { at: at(3) } });
});

test('a doctor who did not answer is written down, and the first attempts stay', () => {
  const other = newId<PersonId>();
  const once = must(notReached(received([critical]), doctor.person, kari.person, at(1)));
  const twice = must(notReached(once, other, kari.person, at(4)));
  expect(twice.attempts).toEqual([
    { to: doctor.person, by: kari.person, at: at(1) },
    { to: other, by: kari.person, at: at(4) },
  ]);
  expect(must(notifyCritical(twice, told, at(6))).attempts).toHaveLength(2);
  expect(notReached(received(), doctor.person, kari.person, at(1))).toMatchObject({ why: 'not critical' });
  expect(notReached(notified(), doctor.person, kari.person, at(9))).toMatchObject({ why: 'already notified' });
});

test('only a doctor signs a result, and once', () => {
  expect(review(received(), kari, tellAll, at(20))).toMatchObject({ why: 'not a doctor' });
  expect(reviewed()).toMatchObject({ state: 'reviewed', reviewedBy: doctor.person, reviewedAt: at(20) });
  expect(review(reviewed(), doctor, tellAll, at(30))).toMatchObject({ why: 'already reviewed', facts: { at: at(20) } });
});

test('the doctor says in which words the patient is told, unless it is not needed', () => {
  expect(review(received(), doctor, { tell: 'call' }, at(20))).toMatchObject({ why: 'words missing' });
  expect(review(received(), doctor, { tell: 'call', words: '  ' }, at(20))).toMatchObject({ why: 'words missing' });
  expect(review(received(), doctor, { tell: 'not needed' }, at(20))).toMatchObject({ ok: true });
});

test('a doctor who opens a critical result herself has seen it', () => {
  expect(reviewed([critical]).notice).toEqual({ kind: 'seen', to: doctor.person, at: at(20) });
  expect(reviewed()).not.toHaveProperty('notice');
});

test('the notice stays through the review', () => {
  const after = must(review(notified(), doctor, tellAll, at(20)));
  expect(after.notice).toMatchObject({ kind: 'told', at: at(3) });
});

test('the patient is told after the doctor has seen it, with who, how and whom', () => {
  expect(inform(received(), letter, at(30))).toMatchObject({ why: 'not reviewed' });
  expect(inform(notified(), letter, at(30))).toMatchObject({ why: 'not reviewed' });
  const informed = must(inform(reviewed(), letter, at(30)));
  expect(informed).toMatchObject({ state: 'informed', informedBy: kari.person, how: 'letter', told: 'patient' });
  expect(inform(informed, letter, at(40))).toMatchObject({ why: 'already informed', facts: { at: at(30) } });
});

test('without words from the doctor nobody tells the patient anything', () => {
  const silent = must(review(received(), doctor, { tell: 'not needed' }, at(20)));
  expect(inform(silent, letter, at(30))).toMatchObject({ why: 'no words from the doctor' });
  const withWords = must(review(received(), doctor, { tell: 'not needed', words: 'Alt fint' }, at(20)));
  expect(inform(withWords, { ...letter, how: 'call' }, at(30))).toMatchObject({ ok: true });
});

test('it is settled when the patient knows or need not', () => {
  expect(isSettled(received())).toBe(false);
  expect(isSettled(notified())).toBe(false);
  expect(isSettled(reviewed())).toBe(false);
  expect(isSettled(must(inform(reviewed(), letter, at(30))))).toBe(true);
  expect(isSettled(must(review(received(), doctor, { tell: 'not needed' }, at(20))))).toBe(true);
});

test('a corrected answer takes the place of one nobody has reviewed', () => {
  const corrected = { ...received(), id: newId<ReviewId>() };
  const old = must(supersede(notified(), corrected, at(10)));
  expect(old).toMatchObject({ state: 'superseded', by: corrected.id, supersededAt: at(10) });
  expect(old).not.toHaveProperty('notice');
  expect(isSettled(old)).toBe(true);
  expect(review(old, doctor, tellAll, at(20))).toMatchObject({ why: 'superseded' });
  expect(inform(old, letter, at(20))).toMatchObject({ why: 'superseded' });
});

test('what a doctor has reviewed stands, and the corrected answer is reviewed on its own', () => {
  expect(supersede(reviewed(), received(), at(30))).toMatchObject({ why: 'already reviewed' });
});

test('a corrected answer of another patient corrects nothing', () => {
  const elsewhere = { ...received(), patient: newId<PatientId>() };
  expect(supersede(received(), elsewhere, at(10))).toMatchObject({ why: 'another patient' });
});

test('a superseded answer keeps its order and what it corrected', () => {
  const order = { thing: 'order', id: 'o-1' };
  const corrects = newId<ReviewId>();
  expect(must(supersede({ ...received(), order, corrects }, received(), at(10)))).toMatchObject({ order, corrects });
});

test('no sequence of steps tells a patient what no doctor has seen', () => {
  const steps = ['not reached', 'notify', 'review', 'inform', 'supersede'] as const;
  const take = (step: (typeof steps)[number], from: Review): Result<Review> => {
    if (step === 'not reached') return notReached(from, doctor.person, kari.person, at(1));
    if (step === 'notify') return notifyCritical(from, told, at(2));
    if (step === 'review') return review(from, doctor, tellAll, at(3));
    if (step === 'inform') return inform(from, letter, at(4));
    return supersede(from, received(), at(5));
  };
  const findings = fc.constantFrom(ordinary, high, critical, changed);
  fc.assert(
    fc.property(findings, fc.array(fc.constantFrom(...steps), { maxLength: 8 }), (finding, sequence) => {
      let current: Review = received([finding]);
      for (const step of sequence) {
        const next = take(step, current);
        if (!next.ok) continue;
        if (next.value.state !== current.state) expect(reviewNext[current.state]).toContain(next.value.state);
        current = next.value;
      }
      if (current.state === 'informed') expect(current.reviewedBy).toBe(doctor.person);
      if (current.state === 'reviewed' && isCritical(current)) expect(current.notice).toBeDefined();
    }),
  );
});

test('a decision from a screen has a way of telling and tidy words', () => {
  expect(decisionInput.parse({ tell: 'call', words: ' fint ' })).toEqual({ tell: 'call', words: 'fint' });
  expect(decisionInput.safeParse({ tell: 'shout' }).success).toBe(false);
  expect(decisionInput.safeParse({ tell: 'call', words: '' }).success).toBe(false);
});

test('every state and way of telling has its words', () => {
  const how: readonly Informed['how'][] = ['call', 'letter', 'digital message', 'next visit'];
  for (const language of ['nb', 'en'] as const)
    for (const way of how) expect(reviewTexts[language].tell[way]).not.toBe('');
  expect(reviewTexts.nb.unreviewed(1)).toBe('1 svar ikke sett');
});
