import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addMinutes, type IsoDate, type Moment } from '#kernel/time';
import {
  type Consent,
  type ConsentId,
  type ConsentInput,
  consentInput,
  consentNext,
  consentPurposes,
  consentStanding,
  consentStands,
  recordConsent,
  whoConsents,
  withdrawConsent,
} from './consent.ts';
import type { PatientId } from './patient.ts';
import { patientRightsTexts } from './patient-rights.texts.ts';

const kari = newId<PersonId>();
const patientId = newId<PatientId>();
const today = '2026-11-23' as IsoDate;
const now = '2026-11-23T09:00:00.000Z' as Moment;
const at = (minutes: number) => addMinutes(now, minutes);
const bornFor = (age: number): IsoDate => `${2026 - age}-11-23` as IsoDate;

const input = (change: Partial<ConsentInput> = {}): ConsentInput => ({
  purpose: 'text message',
  answer: 'yes',
  giver: 'patient',
  way: 'said',
  ...change,
});
const record = (change: Partial<ConsentInput> = {}, age: number | null = 40, minutes = 0) =>
  recordConsent(
    newId<ConsentId>(),
    { id: patientId, birthDate: age === null ? null : bornFor(age) },
    input(change),
    kari,
    { at: at(minutes), day: today },
  );
const yes = (change: Partial<ConsentInput> = {}, minutes = 0) => must(record(change, 40, minutes));
const no = (minutes = 0, purpose: ConsentInput['purpose'] = 'text message') => yes({ answer: 'no', purpose }, minutes);
const standing = (consents: readonly Consent[], minutes = 60, purpose: ConsentInput['purpose'] = 'text message') =>
  consentStanding(consents, patientId, purpose, at(minutes));

describe('who decides', () => {
  test.each([
    [0, 'parents'],
    [6, 'parents'],
    [7, 'parents, the child is heard'],
    [11, 'parents, the child is heard'],
    [12, 'parents, the child’s opinion weighs heavily'],
    [15, 'parents, the child’s opinion weighs heavily'],
    [16, 'patient'],
    [70, 'patient'],
  ] as const)('for a patient of %i: %s', (age, who) => {
    expect(whoConsents(bornFor(age), today)).toBe(who);
  });

  test('parents answer until sixteen, then no more', () => {
    expect(record({ giver: 'parent' }, 15)).toMatchObject({ ok: true });
    expect(record({ giver: 'parent' }, 16)).toMatchObject({ why: 'parents no longer decide' });
  });

  test('the patient says yes alone from sixteen, and no from twelve', () => {
    expect(record({}, 15)).toMatchObject({ why: 'too young to decide alone', facts: { from: 16 } });
    expect(record({}, 16)).toMatchObject({ ok: true });
    expect(record({ answer: 'no' }, 11)).toMatchObject({ why: 'too young to decide alone', facts: { from: 12 } });
    expect(record({ answer: 'no' }, 12)).toMatchObject({ ok: true });
  });

  test('a guardian answers at any age', () => {
    for (const age of [3, 40, null]) expect(record({ giver: 'guardian' }, age)).toMatchObject({ ok: true });
  });

  test('without a birth date an adult answers, a parent does not', () => {
    expect(record({}, null)).toMatchObject({ ok: true });
    expect(record({ giver: 'parent' }, null)).toMatchObject({ why: 'birth date not known' });
  });
});

describe('a yes and a no', () => {
  test('tell who said it, how, when and who wrote it down', () => {
    expect(yes({ limits: 'bare at jeg er her' })).toMatchObject({
      state: 'given',
      giver: 'patient',
      way: 'said',
      saidAt: now,
      recordedBy: kari,
      limits: 'bare at jeg er her',
    });
    expect(no()).toMatchObject({ state: 'refused' });
    expect(no()).not.toHaveProperty('until');
  });

  test('research and teaching want more than words, a no does not', () => {
    expect(record({ purpose: 'research' })).toMatchObject({ why: 'written consent needed' });
    expect(record({ purpose: 'research', way: 'written' })).toMatchObject({ ok: true });
    expect(record({ purpose: 'research', answer: 'no' })).toMatchObject({ ok: true });
  });

  test('it is taken back at any time, once', () => {
    const given = yes({ until: '2027-01-01' as IsoDate });
    const back = must(withdrawConsent(given, { giver: 'patient', recordedBy: kari }, at(10)));
    expect(back).toMatchObject({ state: 'withdrawn', withdrawnAt: at(10), saidAt: now });
    expect(back).not.toHaveProperty('until');
    expect(consentNext.given).toContain(back.state);
    expect(withdrawConsent(back, { giver: 'patient', recordedBy: kari }, at(20))).toMatchObject({ why: 'not given' });
    expect(withdrawConsent(no(), { giver: 'patient', recordedBy: kari }, at(20))).toMatchObject({ why: 'not given' });
  });
});

describe('what counts now', () => {
  test('silence is a no', () => {
    expect(standing([])).toBe('never asked');
    expect(consentStands([], patientId, 'text message', now)).toBe(false);
  });

  test('sharing with those who treat is lawful until the patient says no', () => {
    const purpose = 'share with co-operating personnel';
    expect(consentStands([], patientId, purpose, now)).toBe(true);
    expect(consentStands([no(0, purpose)], patientId, purpose, at(1))).toBe(false);
  });

  test('the last word counts', () => {
    expect(standing([yes({}, 0), no(10)])).toBe('refused');
    expect(standing([no(10), yes({}, 0)])).toBe('refused');
    expect(standing([no(0), yes({}, 10)])).toBe('given');
    expect(standing([no(0), yes({}, 10)], 5)).toBe('refused');
  });

  test('a consent taken back is a word said on the day it was taken back', () => {
    const back = must(withdrawConsent(yes({}, 0), { giver: 'patient', recordedBy: kari }, at(30)));
    expect(standing([back], 20)).toBe('given');
    expect(standing([back], 30)).toBe('withdrawn');
    expect(standing([back, yes({}, 40)], 50)).toBe('given');
    expect(standing([yes({}, 10), back], 50)).toBe('withdrawn');
  });

  test('a yes for a time runs out after its last day', () => {
    const timed = yes({ until: '2026-11-24' as IsoDate });
    expect(standing([timed], 60 * 24)).toBe('given');
    expect(standing([timed], 60 * 48)).toBe('run out');
    expect(consentStands([timed], patientId, 'text message', at(60 * 48))).toBe(false);
  });

  test('a word on one purpose or of one patient says nothing of another', () => {
    expect(standing([yes()], 60, 'email')).toBe('never asked');
    expect(consentStanding([yes()], newId<PatientId>(), 'text message', at(60))).toBe('never asked');
  });

  test('whatever was said before, a no said last stands', () => {
    const word = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const said = words.map(([isYes, minutes]) => (isYes ? yes({}, minutes) : no(minutes)));
        expect(consentStands([...said, no(501)], patientId, 'text message', at(600))).toBe(false);
        expect(consentStands([no(501), ...said], patientId, 'text message', at(600))).toBe(false);
      }),
    );
  });
});

test('input from a screen and words for every purpose', () => {
  expect(consentInput.safeParse(input()).success).toBe(true);
  expect(consentInput.safeParse({ ...input(), purpose: 'gossip' }).success).toBe(false);
  expect(consentInput.safeParse({ ...input(), until: '2026-02-30' }).success).toBe(false);
  for (const purpose of consentPurposes) expect(patientRightsTexts.nb.purposes[purpose]).not.toBe('');
});
