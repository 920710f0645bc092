import { expect, test } from 'vitest';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import {
  type Assessor,
  type CompetenceId,
  type DeviceKind,
  deviceSkillOf,
  expiringWithin,
  isFading,
  type SignOffInput,
  signOff,
  signOffInput,
  skillOf,
} from './competence.ts';
import { berge, eva, ida, liv, noon, now, per, signedOff, today } from './test-people.ts';

const day = (text: string) => text as IsoDate;
const id = 'c1' as CompetenceId;
const spirometer = 'spirometer-a' as DeviceKind;
const byBerge: Assessor = { person: berge, competences: [] };
const seen: SignOffInput = { duty: 'treatment.ecg', level: 4, observed: 5, words: 'fem gode opptak', from: today };
const skilled = (duty: 'treatment.ecg' | 'treatment.spirometry' = 'treatment.ecg') => ({ person: eva.id, duty, now });

test('a doctor signs off a secretary, with what was seen and until when', () => {
  expect(must(signOff(id, eva.id, seen, byBerge, now))).toEqual({
    id,
    person: 'eva',
    duty: 'treatment.ecg',
    level: 4,
    assessor: 'kari',
    assessedAt: now,
    evidence: { observed: 5, words: 'fem gode opptak' },
    from: '2026-05-04',
    until: '2028-05-03',
  });
});

test('a colleague signs off what she herself does alone', () => {
  const byIda: Assessor = { person: ida, competences: [signedOff(ida, 'treatment.ecg', 4)] };
  expect(signOff(id, eva.id, seen, byIda, now).ok).toBe(true);
});

test('a colleague does not sign off what she does with help, or has lost, or never learnt', () => {
  const helped: Assessor = { person: ida, competences: [signedOff(ida, 'treatment.ecg', 3)] };
  expect(signOff(id, eva.id, seen, helped, now)).toMatchObject({ why: 'assessor may not' });
  expect(signOff(id, eva.id, seen, { person: ida, competences: [] }, now)).toMatchObject({ why: 'assessor may not' });
  const lost: Assessor = { person: ida, competences: [signedOff(ida, 'treatment.ecg', 4)] };
  expect(signOff(id, eva.id, seen, lost, noon('2028-02-01'))).toMatchObject({ why: 'assessor may not' });
  const ofAnother: Assessor = { person: ida, competences: [signedOff(eva, 'treatment.ecg', 4)] };
  expect(signOff(id, per.id, seen, ofAnother, now)).toMatchObject({ why: 'assessor may not' });
});

test('a pupil signs off nobody, however skilled, and neither does a head without a health profession', () => {
  const pupil: Assessor = { person: per, competences: [signedOff(per, 'treatment.ecg', 4)] };
  expect(signOff(id, eva.id, seen, pupil, now)).toMatchObject({ why: 'assessor may not' });
  expect(signOff(id, eva.id, seen, { person: liv, competences: [] }, now)).toMatchObject({ why: 'assessor may not' });
});

test('nobody signs off themselves, not even a doctor', () => {
  expect(signOff(id, berge.id, seen, byBerge, now)).toMatchObject({ why: 'assesses oneself' });
});

test('a level takes as many observed times as the clinic has set', () => {
  expect(signOff(id, eva.id, { ...seen, observed: 4 }, byBerge, now)).toMatchObject({
    why: 'too few observed',
    facts: { observed: 4, needed: 5 },
  });
  expect(signOff(id, eva.id, { ...seen, level: 2, observed: 3 }, byBerge, now).ok).toBe(true);
  expect(signOff(id, eva.id, { ...seen, level: 1, observed: 0 }, byBerge, now).ok).toBe(true);
});

test('a level above watching says what it rests on', () => {
  expect(signOff(id, eva.id, { ...seen, words: ' ' }, byBerge, now)).toMatchObject({ why: 'no evidence' });
  expect(signOff(id, eva.id, { ...seen, level: 0, observed: 0, words: '' }, byBerge, now).ok).toBe(true);
});

test('a sign-off does not end before it begins', () => {
  const backwards = { ...seen, until: day('2026-05-03') };
  expect(signOff(id, eva.id, backwards, byBerge, now)).toMatchObject({ why: 'ends before it begins' });
});

test('the form reads a level from 0 to 4 and a whole number of times', () => {
  expect(signOffInput.safeParse(seen).success).toBe(true);
  expect(signOffInput.safeParse({ ...seen, level: 5 }).success).toBe(false);
  expect(signOffInput.safeParse({ ...seen, observed: 2.5 }).success).toBe(false);
  expect(signOffInput.safeParse({ ...seen, duty: 'treatment.magic' }).success).toBe(false);
});

test('the skill is the one on record, of this person and this duty', () => {
  const records = [
    signedOff(eva, 'treatment.ecg', 3),
    signedOff(ida, 'treatment.ecg', 4),
    signedOff(eva, 'treatment.injections', 4),
  ];
  expect(must(skillOf(records, skilled())).level).toBe(3);
  expect(skillOf(records, { ...skilled(), person: 'per' as PersonId })).toMatchObject({ why: 'no competence record' });
});

test('a newer assessment takes the place of the older, also when it is lower', () => {
  const high = signedOff(eva, 'treatment.ecg', 4);
  const low = must(signOff(id, eva.id, { ...seen, level: 2 }, byBerge, now));
  expect(must(skillOf([low, high], skilled())).level).toBe(2);
});

test('an assessment that begins later does not hold yet', () => {
  const high = signedOff(eva, 'treatment.ecg', 4);
  const coming = must(signOff(id, eva.id, { ...seen, level: 2, from: day('2026-06-01') }, byBerge, now));
  expect(must(skillOf([high, coming], skilled())).level).toBe(4);
  expect(must(skillOf([high, coming], { ...skilled(), now: noon('2026-06-01') })).level).toBe(2);
});

test('a sign-off ends by itself, and says when', () => {
  const record = signedOff(eva, 'treatment.ecg', 4);
  expect(skillOf([record], { ...skilled(), now: noon('2027-12-31') }).ok).toBe(true);
  expect(skillOf([record], { ...skilled(), now: noon('2028-01-01') })).toMatchObject({
    why: 'competence expired',
    facts: { until: '2027-12-31' },
  });
});

test('a record on the very device counts for the duty on that device, and on no other', () => {
  const record = signedOff(eva, 'treatment.spirometry', 4, spirometer);
  expect(skillOf([record], { ...skilled('treatment.spirometry'), device: spirometer }).ok).toBe(true);
  expect(skillOf([record], { ...skilled('treatment.spirometry'), device: 'b' as DeviceKind }).ok).toBe(false);
  expect(skillOf([record], skilled('treatment.spirometry'))).toMatchObject({ why: 'no competence record' });
});

test('training on a device learnt at one duty holds at another that uses it, unless that duty has its own record', () => {
  const elsewhere = signedOff(eva, 'laboratory.local-analyses', 4, spirometer);
  const wish = { ...skilled('treatment.spirometry'), device: spirometer };
  expect(must(deviceSkillOf([elsewhere], wish)).level).toBe(4);
  const own = signedOff(eva, 'treatment.spirometry', 1, spirometer);
  expect(must(deviceSkillOf([own, elsewhere], wish)).level).toBe(1);
});

test('a device that was never learnt, or learnt too long ago, is told apart', () => {
  const wish = { ...skilled('treatment.spirometry'), device: spirometer };
  expect(deviceSkillOf([signedOff(ida, 'treatment.spirometry', 4, spirometer)], wish)).toMatchObject({
    why: 'device not learned',
  });
  const record = signedOff(eva, 'treatment.spirometry', 4, spirometer);
  expect(deviceSkillOf([record], { ...wish, now: noon('2028-03-01') })).toMatchObject({
    why: 'device training expired',
    facts: { until: '2027-12-31' },
  });
});

test('a skill not used for six months gets a hint, not a stop', () => {
  const record = signedOff(eva, 'treatment.ecg', 4);
  expect(isFading(record, day('2026-01-10'), day('2026-07-09'))).toBe(false);
  expect(isFading(record, day('2026-01-10'), day('2026-07-10'))).toBe(true);
  expect(isFading(record, undefined, day('2026-07-01'))).toBe(true);
  expect(isFading(record, undefined, day('2026-05-04'))).toBe(false);
});

test('one who is only beginning gets no hint, and neither does a day without a setting', () => {
  expect(isFading(signedOff(per, 'treatment.ecg', 1), undefined, day('2026-12-01'))).toBe(false);
  expect(isFading(signedOff(eva, 'treatment.ecg', 4), undefined, day('2025-12-01'))).toBe(false);
});

test('sign-offs about to end are listed, soonest first, and those ended already are not', () => {
  const soon = must(signOff(id, eva.id, { ...seen, until: day('2026-06-01') }, byBerge, now));
  const later = must(signOff(id, eva.id, { ...seen, until: day('2026-07-01') }, byBerge, now));
  const gone = { ...soon, from: day('2026-01-01'), until: day('2026-05-03') };
  expect(expiringWithin([later, gone, soon], 2, today)).toEqual([soon, later]);
  expect(expiringWithin([later, soon], 1, today)).toEqual([soon]);
});

test('before any setting was made, nobody is signed off', () => {
  expect(signOff(id, eva.id, seen, byBerge, '2025-06-01T10:00:00.000Z' as Moment).ok).toBe(false);
});
