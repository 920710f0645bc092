import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { abstain, type LearningNeedId, learningNeedNext, meet, needsByDuty } from './learning-need.ts';
import { eva, ida, now } from './test-people.ts';

const id = 'n1' as LearningNeedId;

test('anyone may say that they are not competent for something, with or without words', () => {
  expect(abstain(id, eva.id, 'treatment.spirometry', now)).toEqual({
    id,
    person: 'eva',
    duty: 'treatment.spirometry',
    saidAt: now,
    state: 'open',
  });
  expect(abstain(id, eva.id, 'treatment.spirometry', now, ' ny maskin ').words).toBe('ny maskin');
  expect(abstain(id, eva.id, 'treatment.spirometry', now, '  ')).not.toHaveProperty('words');
});

test('a need is met once, by something that is told', () => {
  const need = abstain(id, eva.id, 'treatment.spirometry', now);
  const met = must(meet(need, 'kurs 12. mai', now));
  expect(met).toMatchObject({ state: 'met', metAt: now, how: 'kurs 12. mai' });
  expect(meet(met, 'igjen', now)).toMatchObject({ why: 'met already' });
  expect(meet(need, ' ', now)).toMatchObject({ why: 'how is missing' });
  expect(learningNeedNext[need.state]).toContain(met.state);
  expect(learningNeedNext.met).toEqual([]);
});

test('the leader sees how many need what, and not who', () => {
  const needs = [
    abstain(id, eva.id, 'treatment.ecg', now),
    abstain(id, eva.id, 'treatment.spirometry', now),
    abstain(id, ida.id, 'treatment.spirometry', now),
    must(meet(abstain(id, ida.id, 'treatment.injections', now), 'vist', now)),
  ];
  expect(needsByDuty(needs)).toEqual([
    { duty: 'treatment.spirometry', open: 2 },
    { duty: 'treatment.ecg', open: 1 },
  ]);
});
