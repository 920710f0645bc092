import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ok } from '#kernel/result';
import { command } from '#platform/server';
import { type TestHouse, testHouse } from '../../main/testing/test-house.ts';
import {
  competenceMatrix,
  competencesOfPerson,
  learningNeeds,
  meetLearningNeed,
  myLearning,
  recordCompetence,
  sayNotCompetent,
} from './competence.api.ts';

let clinic: TestHouse;
const idOf = (name: string) => clinic.demo.as(name).person;
const seen = (person: string, more: object = {}) => ({
  person: idOf(person),
  duty: 'treatment.audiometry' as const,
  level: 4 as const,
  observed: 5,
  words: 'sett fem ganger',
  from: '2026-11-23' as never,
  ...more,
});
const audiogram = command({
  name: 'audiogramForTest',
  who: { duty: 'treatment.audiometry' },
  takes: z.object({}),
  does: async () => ok(),
});
const record = async (person: string) =>
  (await clinic.yes('kari', competenceMatrix, {})).records.filter(
    (one) => one.person === idOf(person) && one.duty === 'treatment.audiometry' && !one.device,
  );

beforeAll(async () => {
  clinic = await testHouse();
});

describe('a sign-off', () => {
  test('opens the act for the person at once', async () => {
    expect(await clinic.outcome('kari', audiogram, {})).toMatchObject({ why: 'supervisor needed' });
    await clinic.yes('eva', recordCompetence, seen('kari'));
    await clinic.yes('kari', audiogram, {});
    expect(await record('kari')).toMatchObject([{ level: 4, assessor: idOf('eva'), until: '2028-11-22' }]);
  });
  test('is given by another, who can do it alone', async () => {
    expect(await clinic.answer('eva', recordCompetence, seen('eva'))).toMatchObject({ why: 'assesses oneself' });
    const surgery = seen('nora', { duty: 'treatment.minor-surgery' });
    expect(await clinic.answer('kari', recordCompetence, surgery)).toMatchObject({ why: 'assessor may not' });
    await clinic.yes('berge', recordCompetence, surgery);
    expect(await clinic.outcome('elev', recordCompetence, seen('kari'))).toMatchObject({ kind: 'not allowed' });
  });
  test('rests on what was seen', async () => {
    expect(await clinic.answer('eva', recordCompetence, seen('kari', { observed: 4 }))).toMatchObject({
      why: 'too few observed',
      facts: { observed: 4, needed: 5 },
    });
    expect(await clinic.answer('eva', recordCompetence, seen('kari', { words: ' ' }))).toMatchObject({
      why: 'no evidence',
    });
  });
  test('may be lower than the last, which stays on record', async () => {
    clinic.clock.set('2026-11-23T08:00:00.000Z');
    await clinic.yes('lie', recordCompetence, seen('kari', { level: 2 }));
    expect(await record('kari')).toMatchObject([{ level: 2 }]);
    const all = await clinic.yes('lie', competencesOfPerson, { person: idOf('kari') });
    expect(
      all.filter(({ duty, device }) => duty === 'treatment.audiometry' && !device).map(({ level }) => level),
    ).toEqual([2, 4, 2]);
    expect(await clinic.outcome('kari', audiogram, {})).toMatchObject({ why: 'supervisor needed' });
  });
  test('ends by itself, and is shown two months before', async () => {
    await clinic.yes('lie', recordCompetence, seen('nora', { until: '2027-01-10' }));
    const { endingSoon, records } = await clinic.yes('kari', competenceMatrix, {});
    expect(records.filter(({ id }) => endingSoon.includes(id))).toMatchObject([{ person: idOf('nora') }]);
    clinic.clock.set('2027-01-11T08:00:00.000Z');
    expect(await clinic.outcome('nora', audiogram, {})).toMatchObject({ why: 'competence expired' });
    clinic.clock.set('2026-11-23T08:00:00.000Z');
  });
  test('on one kind of device is asked for where the act says which', async () => {
    const onDevice = command({
      name: 'audiogramOnDeviceForTest',
      who: { duty: 'treatment.audiometry' },
      takes: z.object({ kind: z.string() }),
      given: ({ kind }) => ({ deviceKind: kind }),
      does: async () => ok(),
    });
    await clinic.yes('eva', onDevice, { kind: 'audiometer' });
    expect(await clinic.outcome('eva', onDevice, { kind: 'new audiometer' })).toMatchObject({
      why: 'device not learned',
    });
  });
});

describe('«I am not competent for this»', () => {
  test('is always taken, and seen by oneself; the leader sees how many and not who', async () => {
    const { need } = await clinic.yes('kari', sayNotCompetent, { duty: 'treatment.spirometry', words: null });
    await clinic.yes('elev', sayNotCompetent, { duty: 'treatment.spirometry' });
    expect(await clinic.yes('lie', learningNeeds, {})).toEqual([{ duty: 'treatment.spirometry', open: 2 }]);
    expect((await clinic.yes('kari', myLearning, {})).needs).toMatchObject([{ id: need, state: 'open' }]);
    expect(await clinic.answer('eva', meetLearningNeed, { need, how: 'kurs' })).toMatchObject({ why: 'not yours' });
    expect(await clinic.answer('kari', meetLearningNeed, { need, how: '' })).toMatchObject({ why: 'how is missing' });
    await clinic.yes('kari', meetLearningNeed, { need, how: 'gikk gjennom med Eva' });
    expect(await clinic.answer('kari', meetLearningNeed, { need, how: 'igjen' })).toMatchObject({ why: 'met already' });
  });
});

test('the matrix has everyone who works here now and every duty that has a level', async () => {
  const { people, duties } = await clinic.yes('lie', competenceMatrix, {});
  expect(people.map(({ name }) => name)).toContain('Jonas Dal');
  expect(duties.map(({ id }) => id)).toContain('reception.telephone');
  expect(duties.map(({ id }) => id)).not.toContain('reception.post');
});
