import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { addDays, ageOn, type IsoDate, type Moment } from '#kernel/time';
import { ageRights } from './age-right.table.ts';
import { rightsOn } from './age-right.ts';
import type { Consent, ConsentId } from './consent.ts';
import type { PatientId } from './patient.ts';
import {
  endRelation,
  type KnowAsk,
  type Matter,
  mayKnow,
  type RelationId,
  type RelationInput,
  type RelationRole,
  registerRelation,
  relationInput,
  relationNext,
  relationRoles,
  type Withholding,
} from './relation.ts';

const kari = newId<PersonId>();
const doctor = newId<PersonId>();
const patientId = newId<PatientId>();
const today = '2026-11-23' as IsoDate;
const now = '2026-11-23T09:00:00.000Z' as Moment;
const yesterday = '2026-11-22T09:00:00.000Z' as Moment;

/** Born so that the patient is so old on the day. */
const bornFor = (age: number): IsoDate => `${2026 - age}-11-23` as IsoDate;
const patientAged = (age: number | null) => ({ id: patientId, birthDate: age === null ? null : bornFor(age) });
const input = (...roles: readonly RelationRole[]): RelationInput => ({
  name: 'Liv Hansen',
  kinship: 'parent',
  roles: [...roles],
  source: 'paper shown',
});
const relation = (role: RelationRole, age = 8) =>
  must(registerRelation(newId<RelationId>(), patientAged(age), input(role), kari, today));
/** As it stands in the register: what was a parent of a child is still written there when the child has grown. */
const relationOf = (role: RelationRole) => ({ ...relation(role, 8), from: '2012-01-01' as IsoDate });
const ask = (age: number | null, change: Partial<KnowAsk> = {}): KnowAsk => ({
  patient: patientAged(age),
  matter: 'health',
  consents: [],
  withholdings: [],
  day: today,
  now,
  ...change,
});
const withheld = (ground: Withholding['ground'], change: Partial<Withholding> = {}): Withholding => ({
  patient: patientId,
  ground,
  reason: 'samtale med barnet',
  decidedBy: doctor,
  decidedAt: yesterday,
  ...change,
});
const consent: Consent = {
  id: newId<ConsentId>(),
  patient: patientId,
  purpose: 'inform next of kin',
  giver: 'patient',
  way: 'said',
  saidAt: yesterday,
  recordedBy: kari,
  state: 'given',
};

describe('registering someone around the patient', () => {
  test('a next of kin is whoever the patient names', () => {
    const friend = { ...input('next of kin'), kinship: 'friend', source: 'patient' } as const;
    expect(registerRelation(newId<RelationId>(), patientAged(40), friend, kari, today)).toMatchObject({
      ok: true,
      value: { state: 'current', from: today, registeredBy: kari },
    });
  });

  test('a guardian, a proxy and child welfare show a paper', () => {
    for (const role of ['guardian in personal matters', 'guardian in money matters', 'future proxy'] as const) {
      const said = { ...input(role), source: 'patient' } as const;
      expect(registerRelation(newId<RelationId>(), patientAged(40), said, kari, today)).toMatchObject({
        why: 'paper needed',
      });
    }
  });

  test('nobody has parental responsibility for someone of age', () => {
    const register = (age: number | null) =>
      registerRelation(newId<RelationId>(), patientAged(age), input('parental responsibility'), kari, today);
    expect(register(17)).toMatchObject({ ok: true });
    expect(register(18)).toMatchObject({ why: 'of age' });
    expect(register(null)).toMatchObject({ why: 'birth date not known' });
  });

  test('a relation ends on a day, once', () => {
    const ended = must(endRelation(relation('next of kin'), addDays(today, 5), kari));
    expect(relationNext.current).toContain(ended.state);
    expect(endRelation(ended, today, kari)).toMatchObject({ why: 'already ended' });
    expect(endRelation(relation('next of kin'), addDays(today, -1), kari)).toMatchObject({
      why: 'ends before it began',
    });
  });

  test('input from a screen has a name, a kinship and known roles', () => {
    expect(relationInput.safeParse(input('next of kin')).success).toBe(true);
    expect(relationInput.safeParse({ ...input(), roles: ['boss'] }).success).toBe(false);
    expect(relationInput.safeParse({ ...input(), name: ' ' }).success).toBe(false);
  });
});

describe('what a parent may know', () => {
  const parent = relationOf('parental responsibility');

  test.each([0, 7, 11, 12, 15])('of a child of %i: everything', (age) => {
    expect(mayKnow(parent, ask(age))).toEqual({ may: true, ground: 'parent of a child under 16', scope: 'all' });
  });

  test.each([16, 17])('of a child of %i: only what parental responsibility needs', (age) => {
    expect(mayKnow(parent, ask(age))).toEqual({ may: false, why: 'patient decides from 16' });
    expect(mayKnow(parent, ask(age, { matter: 'needed for parental responsibility' }))).toMatchObject({
      may: true,
      scope: 'what is needed',
    });
  });

  test('of a child of 18: nothing by being a parent', () => {
    for (const matter of ['health', 'needed for parental responsibility'] as const)
      expect(mayKnow(parent, ask(18, { matter }))).toEqual({ may: false, why: 'of age' });
  });

  test('the ages turn on the birthday', () => {
    const onDay = (birthDate: string) =>
      mayKnow(parent, ask(0, { patient: { id: patientId, birthDate: birthDate as IsoDate } })).may;
    expect(onDay('2010-11-24')).toBe(true);
    expect(onDay('2010-11-23')).toBe(false);
  });

  test('from twelve the child may ask that the parents are not told', () => {
    const withholdings = [withheld('the child asks for it')];
    expect(mayKnow(parent, ask(12, { withholdings }))).toEqual({ may: false, why: 'withheld from parents' });
    expect(mayKnow(parent, ask(11, { withholdings }))).toMatchObject({ may: true });
  });

  test('weighty reasons hold at any age under sixteen', () => {
    expect(mayKnow(parent, ask(5, { withholdings: [withheld('weighty reasons')] }))).toEqual({
      may: false,
      why: 'withheld from parents',
    });
  });

  test('what parental responsibility needs is told in spite of it', () => {
    const withholdings = [withheld('weighty reasons')];
    expect(mayKnow(parent, ask(13, { withholdings, matter: 'needed for parental responsibility' }))).toMatchObject({
      may: true,
      ground: 'needed for parental responsibility',
    });
  });

  test('a withholding of another patient, an ended one and a later one do not hold', () => {
    const others: readonly Withholding[] = [
      withheld('weighty reasons', { patient: newId<PatientId>() }),
      withheld('weighty reasons', { endedAt: now }),
      withheld('weighty reasons', { decidedAt: '2026-11-24T09:00:00.000Z' as Moment }),
    ];
    for (const one of others) expect(mayKnow(parent, ask(13, { withholdings: [one] }))).toMatchObject({ may: true });
  });

  test('without a birth date nothing is told', () => {
    expect(mayKnow(parent, ask(null))).toEqual({ may: false, why: 'birth date not known' });
  });
});

describe('what others may know', () => {
  test('a next of kin knows what the patient has consented to, and nothing before', () => {
    const kin = relationOf('next of kin');
    expect(mayKnow(kin, ask(60))).toEqual({ may: false, why: 'patient has not consented' });
    expect(mayKnow(kin, ask(60, { consents: [consent] }))).toEqual({
      may: true,
      ground: 'patient has consented',
      scope: 'what the patient allows',
    });
  });

  test('a guardian in personal matters knows what the task needs, one in money matters nothing', () => {
    expect(mayKnow(relationOf('guardian in personal matters'), ask(60))).toMatchObject({
      may: true,
      scope: 'what is needed',
    });
    expect(mayKnow(relationOf('guardian in money matters'), ask(60))).toEqual({ may: false, why: 'no right by law' });
    expect(mayKnow(relationOf('future proxy'), ask(60))).toMatchObject({ may: true });
  });

  test('child welfare knows what is needed until the child is of age', () => {
    const welfare = relationOf('child welfare in the place of parents');
    expect(mayKnow(welfare, ask(9))).toMatchObject({ may: true, ground: 'child welfare' });
    expect(mayKnow(welfare, ask(18))).toEqual({ may: false, why: 'of age' });
    expect(mayKnow(welfare, ask(null))).toEqual({ may: false, why: 'birth date not known' });
  });

  test('kinship alone gives no right', () => {
    const mother = { ...relationOf('next of kin'), roles: [] };
    expect(mayKnow(mother, ask(8))).toEqual({ may: false, why: 'no right by law' });
  });

  test('two roles: the one that allows counts', () => {
    const both = { ...relationOf('next of kin'), roles: ['guardian in money matters', 'next of kin'] as const };
    expect(mayKnow(both, ask(60, { consents: [consent] }))).toMatchObject({ may: true });
  });

  test('an ended relation, one not begun and one of another patient know nothing', () => {
    const parent = relationOf('parental responsibility');
    const ended = must(endRelation(parent, addDays(today, -1), kari));
    expect(mayKnow(ended, ask(8))).toEqual({ may: false, why: 'relation has ended' });
    expect(mayKnow(must(endRelation(parent, today, kari)), ask(8))).toMatchObject({ may: true });
    expect(mayKnow({ ...parent, from: addDays(today, 1) }, ask(8))).toMatchObject({ may: false });
    expect(mayKnow({ ...parent, patient: newId<PatientId>() }, ask(8))).toMatchObject({ may: false });
  });
});

test('nobody but a guardian, a proxy or the one the patient chose is told anything of an adult', () => {
  const matters: readonly Matter[] = ['health', 'needed for parental responsibility'];
  fc.assert(
    fc.property(
      fc.constantFrom(...relationRoles),
      fc.integer({ min: 18, max: 100 }),
      fc.constantFrom(...matters),
      (role, age, matter) => {
        const answer = mayKnow(relationOf(role), ask(age, { matter }));
        expect(answer.may).toBe(role === 'guardian in personal matters' || role === 'future proxy');
      },
    ),
  );
});

test('the older a child grows, the less its parents are told', () => {
  const parent = relationOf('parental responsibility');
  const ages = fc.integer({ min: 0, max: 30 });
  fc.assert(
    fc.property(ages, ages, fc.boolean(), (a, b, asks) => {
      const [young, old] = a <= b ? [a, b] : [b, a];
      const withholdings = asks ? [withheld('the child asks for it')] : [];
      if (mayKnow(parent, ask(old, { withholdings })).may)
        expect(mayKnow(parent, ask(young, { withholdings })).may).toBe(true);
    }),
  );
});

test('the ages of the law are dated, sourced, and say that they want confirming', () => {
  expect(rightsOn(today)).toEqual({ heardFrom: 7, mayObjectFrom: 12, consentsFrom: 16, ofAgeFrom: 18 });
  expect(rightsOn('2001-01-01' as IsoDate)).toEqual(rightsOn(today));
  for (const { source, isConfirmed } of ageRights) {
    expect(source).toContain('pasient- og brukerrettighetsloven');
    expect(isConfirmed).toBe(false);
  }
  expect(ageOn(bornFor(16), today)).toBe(16);
});
