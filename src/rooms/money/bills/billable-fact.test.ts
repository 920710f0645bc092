import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { nationalTariff } from '../tariffs/takst.table.ts';
import {
  authorityOf,
  type BillableFact,
  type BillableFactId,
  frikortOn,
  performerRoleOf,
  placeOf,
  usualCircumstances,
  visitFactsOf,
} from './billable-fact.ts';
import { proposeBill } from './proposal.ts';
import { doctor, doctorPerson, nurse, secretary, specialist, when } from './visit-sample.ts';

const patient = newId<PatientId>();
const day = '2026-11-23' as IsoDate;
const told = (fact: BillableFact['fact'], performer = secretary, time = '09:00'): BillableFact => ({
  ...{ id: newId<BillableFactId>(), patient, doctor: doctorPerson, day, fact, performer },
  doneAt: when(day, time),
  about: placeOf(fact),
  source: `test:${newId()}`,
});
const meeting = (minutes: number | null = null) => ({ kind: 'meeting', way: 'in person', minutes }) as const;
const crp = { kind: 'analysis', analyte: 'CRP', sample: 'taken here' } as const;
const adult = { birthDate: '1974-05-03' as IsoDate, frikortUntil: null, frikortAskedAt: null };
const visitOf = (facts: readonly BillableFact[], more = {}) =>
  visitFactsOf(facts, {
    ...{ doctor: specialist, patient: adult, circumstances: usualCircumstances, otherConsultations: [] },
    ...more,
  });

describe('the contact that the facts make together', () => {
  test('the meeting with the doctor is the contact, whatever came before it', () => {
    const visit = visitOf([told(crp), told(meeting(25), doctor, '09:20')]);
    expect(visit).toMatchObject({ at: when(day, '09:20'), contact: { kind: 'consultation', by: doctor, minutes: 25 } });
    expect(visit?.work).toEqual([{ ...crp, by: secretary }]);
  });
  test("the doctor's meeting counts before the nurse's", () => {
    const visit = visitOf([told(meeting(), nurse, '09:00'), told(meeting(), doctor, '09:30')]);
    expect(visit?.contact).toMatchObject({ by: doctor });
  });
  test('without a meeting the visit is the work itself, in the hands of who did the first of it', () => {
    expect(visitOf([told(crp)])?.contact).toEqual({
      ...{ kind: 'simple', way: 'in person', matter: 'only the work' },
      by: secretary,
    });
  });
  test('advice counts before a message that nobody bills', () => {
    const simple = (matter: 'appointment' | 'advice') =>
      ({ kind: 'simple contact', way: 'telephone', matter }) as const;
    expect(visitOf([told(simple('appointment')), told(simple('advice'))])?.contact).toMatchObject({ matter: 'advice' });
  });
  test('a home visit is no consultation at the office', () => {
    const home = { kind: 'meeting', way: 'home visit', minutes: 40 } as const;
    expect(visitOf([told(home, doctor)])?.contact).toEqual({ kind: 'home visit', by: doctor, minutes: 40 });
  });
  test('a time not used carries whether the patient was told of the fee', () => {
    const circumstances = { ...usualCircumstances, toldBeforehand: 'no' as const };
    expect(visitOf([told({ kind: 'not attended' })], { circumstances })?.contact).toEqual({
      kind: 'not attended',
      toldBeforehand: 'no',
    });
  });
  test('nothing told is no visit', () => {
    expect(visitOf([])).toBeNull();
  });
  test('work by somebody who treats nobody is left out', () => {
    expect(visitOf([{ ...told(crp), performer: null }])).toBeNull();
  });
  test('an interpreter and an item need no performer', () => {
    const interpreter = { kind: 'interpreter', isQualified: true } as const;
    expect(visitOf([told(meeting(), doctor), { ...told(interpreter), performer: null }])?.work).toEqual([interpreter]);
  });
  test('an unknown birth date makes no one a child', () => {
    const visit = visitOf([told(meeting(), doctor)], { patient: { ...adult, birthDate: null } });
    const proposal = visit && proposeBill(visit, nationalTariff);
    expect(proposal?.ok && proposal.value.standing.kind).toBe('pays');
  });
  test('the order in which the rooms tell makes no other bill', () => {
    const facts = [told(crp), told(meeting(31), doctor, '09:20'), told({ kind: 'ecg', isReadByDoctor: true })];
    const lines = (shuffled: readonly BillableFact[]) => {
      const visit = visitOf(shuffled);
      const proposal = visit && proposeBill(visit, nationalTariff);
      return proposal?.ok ? proposal.value.lines.map(({ code, count }) => `${code} ${count}`).sort() : [];
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 3 }), (shuffled) => {
        expect(lines(shuffled)).toEqual(lines(facts));
      }),
    );
  });
});

describe('which of the day’s bills a fact belongs to', () => {
  test.each([
    [meeting(), 'visit'],
    [{ kind: 'meeting', way: 'home visit', minutes: null }, 'visit'],
    [{ kind: 'meeting', way: 'video', minutes: null }, 'remote contact'],
    [{ kind: 'simple contact', way: 'telephone', matter: 'advice' }, 'remote contact'],
    [{ kind: 'simple contact', way: 'messenger', matter: 'prescription' }, 'visit'],
    [{ kind: 'not attended' }, 'not attended'],
    [crp, 'visit'],
  ] as const)('%o: %s', (fact, place) => {
    expect(placeOf(fact)).toBe(place);
  });
});

describe('who did it, on what', () => {
  test('the highest role held is the one in which the work counts', () => {
    expect(performerRoleOf(['head', 'doctor'])).toBe('doctor');
    expect(performerRoleOf(['pupil'])).toBe('pupil');
    expect(performerRoleOf(['it', 'head'])).toBeNull();
  });
  test('a doctor works on the own decision, whatever was told', () => {
    expect(authorityOf('doctor', 'none', null)).toEqual({ kind: 'own' });
  });
  test('an order without a named doctor is an order; a delegation without one is none', () => {
    expect(authorityOf('helsesekretaer', 'order', null)).toEqual({ kind: 'order', by: null });
    expect(authorityOf('helsesekretaer', 'delegation', null)).toEqual({ kind: 'none' });
    const by = 'lie' as PersonId;
    expect(authorityOf('helsesekretaer', 'delegation', by)).toEqual({ kind: 'delegation', by });
  });
});

describe('frikort on the day', () => {
  const asked = (at: string | null) => ({ frikortUntil: null, frikortAskedAt: at as Moment | null });
  test('holds to its last day', () => {
    expect(frikortOn({ frikortUntil: day, frikortAskedAt: null }, day)).toBe('yes');
  });
  test('asked today and none is no data; asked another day is not asked', () => {
    expect(frikortOn(asked('2026-11-23T08:00:00.000Z'), day)).toBe('no data');
    expect(frikortOn(asked('2026-11-20T08:00:00.000Z'), day)).toBe('not asked');
    expect(frikortOn(asked(null), day)).toBe('not asked');
  });
});
