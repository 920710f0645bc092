import { describe, expect, test } from 'vitest';
import { kroner } from '#kernel/amounts';
import type { IsoDate } from '#kernel/time';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { proposeBill } from './proposal.ts';
import type { Contact, Work } from './visit-facts.ts';
import {
  child,
  codes,
  consultation,
  crp,
  doctor,
  ecg,
  inKr,
  procedure,
  propose,
  sampling,
  secretary,
  specialist,
  staffVisit,
  visit,
  when,
  why,
} from './visit-sample.ts';

describe('the five visits of the job description', () => {
  test('a: adult, specialist, consultation with CRP and ECG: patient 420, Helfo 287', () => {
    const proposal = propose(visit(consultation(), [crp, ecg]));
    expect(codes(proposal)).toEqual(['2ad', '2dd', '701a', '705k', '707', '10b']);
    expect(inKr(proposal)).toEqual([420, 287]);
    expect(proposal.sums.egenandel).toBe(kroner(179 + 56 + 64));
    expect(proposal.sums.ownPayment).toBe(kroner(121));
  });

  test('b: the same with a child of twelve: patient 121, Helfo 586', () => {
    const proposal = propose(visit(consultation(), [crp, ecg], { patient: child }));
    expect(inKr(proposal)).toEqual([121, 586]);
    expect(proposal.sums.egenandel).toBe(0);
    expect(proposal.standing).toMatchObject({ kind: 'exempt', row: { helfoCode: 'B' } });
  });

  test('c: B12 given by the secretary on delegation: patient 64 and the drug at cost, Helfo 18, no syringe', () => {
    const proposal = propose(
      visit(staffVisit(), [
        procedure('intramuscular injection'),
        { kind: 'item', what: 'medicine', name: { nb: 'B12-injeksjon', en: 'B12 injection' }, cost: kroner(38) },
        { kind: 'item', what: 'disposable', name: { nb: 'Sprøyte', en: 'Syringe' }, cost: kroner(3) },
      ]),
    );
    expect(codes(proposal)).toEqual(['1ad', null]);
    expect(inKr(proposal)).toEqual([64 + 38, 18]);
    expect(proposal.sums.egenandel).toBe(kroner(64));
    expect(why(proposal, 'Sprøyte')).toBe('disposables are included');
  });

  test('d: blood drawn for two laboratories: patient 64, Helfo 10 and 24', () => {
    const proposal = propose(
      visit(staffVisit(), [sampling({ laboratory: 'A', material: 'blood' }, { laboratory: 'B', material: 'blood' })]),
    );
    expect(codes(proposal)).toEqual(['701a', '701c']);
    expect(inKr(proposal)).toEqual([64, 34]);
  });

  test('e: a specialist time not used: 314, no egenandel, also from a child and with frikort', () => {
    const missed = visit({ kind: 'not attended', toldBeforehand: 'yes' });
    for (const patient of [missed.patient, child, { ...missed.patient, frikort: 'yes' as const }]) {
      const proposal = propose({ ...missed, patient });
      expect(inKr(proposal)).toEqual([314, 0]);
      expect(proposal.sums.egenandel).toBe(0);
    }
  });
});

describe('supplements', () => {
  test('25 minutes is one started interval of five, 20 is none', () => {
    expect(propose(visit(consultation(doctor, 25))).lines.find(({ code }) => code === '2cd')).toMatchObject({
      count: 1,
      helfo: kroner(132),
    });
    expect(propose(visit(consultation(doctor, 26))).lines.find(({ code }) => code === '2cdd')).toMatchObject({
      count: 2,
    });
    expect(codes(propose(visit(consultation(doctor, 20))))).toEqual(['2ad', '2dd']);
  });

  test('before 1 July 2026 the interval was a quarter of an hour', () => {
    const proposal = propose(visit(consultation(doctor, 25), [], { at: when('2026-03-02') }));
    expect(proposal.lines.find(({ code }) => code === '2cd')).toMatchObject({ count: 1, helfo: kroner(255) });
  });

  test('a doctor without a running five-year period has no specialist code', () => {
    for (const until of [null, '2026-11-22' as IsoDate])
      expect(codes(propose(visit(consultation(), [], { doctor: { ...specialist, specialistUntil: until } })))).toEqual([
        '2ad',
      ]);
  });

  test('a text consultation has its own specialist code from 1 July 2026', () => {
    const text: Contact = { kind: 'consultation', way: 'text', by: doctor, minutes: null };
    expect(codes(propose(visit(text)))).toEqual(['2as', '2dds']);
    expect(codes(propose(visit(text, [], { at: when('2026-03-02') })))).toEqual(['2as', '2dd']);
  });

  test('someone outside the list system pays 131 of their own, not in an emergency', () => {
    const outsider = { ...visit(consultation()).patient, list: 'outside the list system' as const };
    const proposal = propose(visit(consultation(), [], { patient: outsider }));
    expect(proposal.sums.ownPayment).toBe(kroner(131));
    const urgent = propose(visit(consultation(), [], { patient: { ...outsider, isEmergency: true } }));
    expect(why(urgent, '2bd')).toBe('emergency');
  });

  test("another clinic's patient costs Helfo more, not the patient", () => {
    const guest = { ...visit(consultation()).patient, list: 'another clinic' as const };
    expect(codes(propose(visit(consultation(), [], { patient: guest })))).toEqual(['2ad', '2dd', '2hd']);
    const home: Contact = { kind: 'home visit', by: doctor, minutes: 40 };
    expect(codes(propose(visit(home, [], { patient: guest })))).toEqual(['11ad', '11cd', '11dd', '11hd']);
  });

  test('an interpreter counts when competent, and never beside a simple contact', () => {
    expect(codes(propose(visit(consultation(), [{ kind: 'interpreter', isQualified: true }])))).toContain('7');
    expect(why(propose(visit(consultation(), [{ kind: 'interpreter', isQualified: false }])), '7')).toBe(
      'interpreter not qualified',
    );
    expect(
      codes(propose(visit(staffVisit(secretary, 'advice'), [{ kind: 'interpreter', isQualified: true }]))),
    ).toEqual(['1ad']);
  });

  test('an unforeseen emergency in the evening has the evening codes', () => {
    const late = { at: when('2026-11-23', '18:00'), eveningGround: 'unforeseen emergency' } as const;
    expect(codes(propose(visit(consultation(doctor, 40), [], late)))).toEqual(['2ak', '2ck', '2dk']);
    expect(codes(propose(visit(consultation(), [], { ...late, eveningGround: 'none' })))).toEqual(['2ad', '2dd']);
    expect(codes(propose(visit({ kind: 'home visit', by: doctor, minutes: 31 }, [], late)))).toEqual([
      '11ak',
      '11ck',
      '11dk',
    ]);
  });

  test('a text answer in the evening has the day code since the evening one was abolished', () => {
    const text: Contact = { kind: 'consultation', way: 'text', by: doctor, minutes: null };
    expect(codes(propose(visit(text, [], { at: when('2026-11-23', '18:00'), eveningGround: 'digital' })))).toEqual([
      '2as',
      '2dds',
    ]);
  });
});

describe('who pays', () => {
  test('frikort leaves only the consumables', () => {
    const patient = { ...visit(consultation()).patient, frikort: 'yes' as const };
    expect(inKr(propose(visit(consultation(), [crp, ecg], { patient })))).toEqual([121, 586]);
  });

  test('an approved occupational injury covers the consumables too', () => {
    const patient = { ...visit(consultation()).patient, stated: 'occupational injury' as const };
    expect(inKr(propose(visit(consultation(), [crp, ecg], { patient })))).toEqual([0, 586 + 121]);
  });

  test('a condition that hinders collection covers medicines as well, and wants its ground and a specified bill', () => {
    const patient = { ...visit(consultation()).patient, stated: 'condition hinders collection' as const };
    const vaccine: Work = { kind: 'item', what: 'medicine', name: { nb: 'Ringer', en: 'Ringer' }, cost: kroner(90) };
    const proposal = propose(visit(consultation(), [vaccine], { patient }));
    expect(proposal.sums.patient).toBe(0);
    expect(proposal.notes.map((note) => note.why)).toEqual(['ground missing', 'specified bill to Helfo']);
  });

  test('that nobody has asked about frikort, or that Helfo has no data, is said', () => {
    const noted = (frikort: 'no data' | 'not asked') =>
      propose(visit(consultation(), [], { patient: { ...visit(consultation()).patient, frikort } })).notes;
    expect(noted('no data')).toEqual([{ why: 'frikort has no data' }]);
    expect(noted('not asked')).toEqual([{ why: 'frikort not asked' }]);
  });

  test('where the patient pays no egenandel, frikort is not asked about', () => {
    expect(propose(visit({ kind: 'simple', way: 'telephone', by: doctor, matter: 'advice' })).notes).toEqual([]);
  });

  test('a specialist’s patient must have been told of the fee', () => {
    const missed = (toldBeforehand: 'no' | 'unknown', until = specialist.specialistUntil as IsoDate | null) =>
      propose(
        visit({ kind: 'not attended', toldBeforehand }, [], { doctor: { ...specialist, specialistUntil: until } }),
      );
    expect(missed('no').lines).toEqual([]);
    expect(why(missed('no'), '2ad')).toBe('not told beforehand');
    expect(missed('unknown').notes.map((note) => note.why)).toEqual(['tell the patient beforehand']);
    expect(inKr(missed('no', null))).toEqual([194, 0]);
  });
});

describe('what is refused', () => {
  test('a day without a tariff table', () => {
    for (const at of [when('2025-06-30'), when('2027-07-01')])
      expect(proposeBill(visit(consultation(), [], { at }), nationalTariff)).toMatchObject({
        why: 'no tariff for this date',
      });
    const missed = visit({ kind: 'not attended', toldBeforehand: 'yes' }, [], { at: when('2027-07-01') });
    expect(proposeBill(missed, nationalTariff)).toMatchObject({ why: 'no tariff for this date' });
  });

  test('an exemption that does not fit the patient', () => {
    const patient = { ...visit(consultation()).patient, stated: 'child' as const };
    expect(proposeBill(visit(consultation(), [], { patient }), nationalTariff)).toMatchObject({
      why: 'not a child any more',
    });
  });
});
