import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { type KnowingAges, knowingAges } from './right-to-know.table.ts';
import { callerKinds, type KnowingFacts, mayBeTold } from './right-to-know.ts';

const ages = validOn(knowingAges, '2026-05-04' as IsoDate)?.value as KnowingAges;
const facts = (change: Partial<KnowingFacts> = {}): KnowingFacts => ({
  caller: 'other relation',
  patientAge: 40,
  hasConsent: false,
  hasParentalResponsibility: null,
  childObjects: null,
  cannotDecide: false,
  addressIsBlocked: false,
  ...change,
});
const parentOf = (patientAge: number | null, change: Partial<KnowingFacts> = {}) =>
  mayBeTold(facts({ caller: 'parent', patientAge, hasParentalResponsibility: true, ...change }), ages);

test('the patient is told, whatever the age', () => {
  expect(mayBeTold(facts({ caller: 'patient', patientAge: 9 }), ages)).toMatchObject({ kind: 'may be told' });
});

test('a parent of a child under twelve is told', () => {
  expect(parentOf(11)).toEqual({ kind: 'may be told', because: 'parent of a child' });
  expect(parentOf(0, { childObjects: true }).kind).toBe('may be told');
});

test('from twelve to fifteen one asks whether the child objects, and follows it', () => {
  for (const age of [12, 15]) {
    expect(parentOf(age)).toEqual({ kind: 'ask first', what: 'whether the child objects' });
    expect(parentOf(age, { childObjects: true })).toEqual({ kind: 'may not be told', why: 'child objects' });
    expect(parentOf(age, { childObjects: false }).kind).toBe('may be told');
  }
});

test('at sixteen and seventeen the doctor weighs what parental responsibility needs', () => {
  for (const age of [16, 17]) expect(parentOf(age)).toEqual({ kind: 'ask first', what: 'the doctor decides' });
});

test('a parent of a grown child is told only with consent', () => {
  expect(parentOf(18)).toEqual({ kind: 'may not be told', why: 'no consent' });
  expect(parentOf(18, { hasConsent: true })).toEqual({ kind: 'may be told', because: 'consent' });
});

test('consent from a sixteen-year-old is enough', () => {
  expect(parentOf(16, { hasConsent: true })).toEqual({ kind: 'may be told', because: 'consent' });
});

test('parental responsibility is asked for, and without it the parent is as anyone else', () => {
  expect(parentOf(8, { hasParentalResponsibility: null })).toEqual({
    kind: 'ask first',
    what: 'parental responsibility',
  });
  expect(parentOf(8, { hasParentalResponsibility: false })).toEqual({ kind: 'may not be told', why: 'no consent' });
  expect(parentOf(null)).toEqual({ kind: 'ask first', what: 'how old the patient is' });
});

test('where the address is hidden nobody but the patient is told anything by telephone', () => {
  for (const caller of callerKinds) {
    const answer = mayBeTold(facts({ caller, hasConsent: true, patientAge: 8, addressIsBlocked: true }), ages);
    expect(answer.kind === 'may be told').toBe(caller === 'patient');
  }
});

test('a spouse is not told without consent, unless the patient cannot look after own interests', () => {
  expect(mayBeTold(facts({ caller: 'next of kin' }), ages)).toEqual({ kind: 'may not be told', why: 'no consent' });
  expect(mayBeTold(facts({ caller: 'next of kin', cannotDecide: true }), ages).kind).toBe('may be told');
  expect(mayBeTold(facts({ caller: 'other relation', cannotDecide: true }), ages).kind).toBe('may not be told');
});

test('a guardian’s mandate is the doctor’s to weigh', () => {
  expect(mayBeTold(facts({ caller: 'guardian' }), ages)).toEqual({ kind: 'ask first', what: 'the doctor decides' });
  expect(mayBeTold(facts({ caller: 'guardian', cannotDecide: true }), ages).kind).toBe('may be told');
});

test('someone who says they are a nurse is rung back, an insurer writes, a stranger says who they are', () => {
  expect(mayBeTold(facts({ caller: 'health personnel' }), ages)).toMatchObject({ what: 'ring back on a known number' });
  expect(mayBeTold(facts({ caller: 'authority or insurer', hasConsent: true }), ages)).toMatchObject({
    why: 'in writing to the doctor',
  });
  expect(mayBeTold(facts({ caller: 'unknown', hasConsent: true }), ages)).toMatchObject({ what: 'who is calling' });
});

test('without consent, child or incapacity nobody but the patient is told', () => {
  const anyFacts = fc.record({
    caller: fc.constantFrom(...callerKinds),
    patientAge: fc.option(fc.integer({ min: 16, max: 100 })),
    hasConsent: fc.constant(false),
    hasParentalResponsibility: fc.option(fc.boolean()),
    childObjects: fc.option(fc.boolean()),
    cannotDecide: fc.constant(false),
    addressIsBlocked: fc.boolean(),
  });
  fc.assert(
    fc.property(anyFacts, (one) => {
      expect(mayBeTold(one, ages).kind === 'may be told').toBe(one.caller === 'patient');
    }),
  );
});

test('the ages are the law’s', () => {
  expect(ages).toEqual({ objection: 12, health: 16, majority: 18 });
});
