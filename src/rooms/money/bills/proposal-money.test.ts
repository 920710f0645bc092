import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, type Ore, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { clashesAmong } from '../tariffs/combination.ts';
import type { ExemptionReason } from '../tariffs/exemption.ts';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { type Takst, takstOf } from '../tariffs/takst.ts';
import { adaptTariff } from '../tariffs/tariff-adaptation.ts';
import { invoiceFeeLine, patientPartOf, sumsOf } from './bill-line.ts';
import { proposalTexts, workName } from './proposal.texts.ts';
import { type Proposal, proposeBill } from './proposal.ts';
import type { Contact, Performer, VisitFacts, Work } from './visit-facts.ts';
import { analyses, procedures } from './work.table.ts';

const person = 'someone' as PersonId;
const anyPerformer: fc.Arbitrary<Performer> = fc.record({
  role: fc.constantFrom('doctor', 'nurse', 'bioengineer', 'helsesekretaer', 'pupil'),
  authority: fc.constantFrom(
    { kind: 'own' },
    { kind: 'order', by: person },
    { kind: 'delegation', by: person },
    { kind: 'none' },
  ),
  supervisedBy: fc.constantFrom(null, person),
});
const anyMinutes = fc.option(fc.integer({ min: 1, max: 120 }), { nil: null });
const anyContact: fc.Arbitrary<Contact> = fc.oneof(
  fc.record({
    kind: fc.constant('consultation' as const),
    way: fc.constantFrom('in person', 'text', 'telephone', 'video'),
    by: anyPerformer,
    minutes: anyMinutes,
  }),
  fc.record({ kind: fc.constant('home visit' as const), by: anyPerformer, minutes: anyMinutes }),
  fc.record({
    kind: fc.constant('simple' as const),
    way: fc.constantFrom('in person', 'messenger', 'telephone', 'in writing'),
    by: anyPerformer,
    matter: fc.constantFrom('only the work', 'advice', 'prescription', 'sampling for another requester', 'appointment'),
  }),
  fc.record({ kind: fc.constant('not attended' as const), toldBeforehand: fc.constantFrom('yes', 'no', 'unknown') }),
);
const analytes = analyses.flatMap(({ value }) => value.map(({ analyte }) => analyte));
const procedureNames = procedures.flatMap(({ value }) => value.map(({ procedure }) => procedure));
const anyWork: fc.Arbitrary<Work> = fc.oneof(
  fc.record({
    kind: fc.constant('analysis' as const),
    analyte: fc.constantFrom(...analytes, 'unheard of'),
    sample: fc.constantFrom('taken here', 'brought'),
    by: anyPerformer,
  }),
  fc.record({
    kind: fc.constant('procedure' as const),
    procedure: fc.constantFrom(...procedureNames),
    times: fc.integer({ min: 1, max: 12 }),
    by: anyPerformer,
  }),
  fc.record({
    kind: fc.constant('sampling' as const),
    method: fc.constantFrom('venous', 'capillary tube', 'capillary', 'other'),
    consignments: fc.array(
      fc.record({ laboratory: fc.constantFrom('A', 'B', 'C'), material: fc.constantFrom('blood', 'urine') }),
      { maxLength: 4 },
    ),
    by: anyPerformer,
  }),
  fc.record({ kind: fc.constant('ecg' as const), isReadByDoctor: fc.boolean(), by: anyPerformer }),
  fc.record({ kind: fc.constant('interpreter' as const), isQualified: fc.boolean() }),
  fc.record({
    kind: fc.constant('item' as const),
    what: fc.constantFrom('vaccine', 'medicine', 'device', 'disposable'),
    name: fc.constant({ nb: 'Vare', en: 'Item' }),
    cost: fc.integer({ min: 0, max: 500_000 }).map(ore),
  }),
);
const anyDay = fc.constantFrom('2025-07-01', '2026-03-02', '2026-06-30', '2026-07-01', '2026-11-21', '2026-11-23');
const anyTime = fc.constantFrom('07:30', '10:00', '16:00', '22:00');
const reasons: readonly (ExemptionReason | null)[] = [
  null,
  'pregnancy',
  'infectious disease',
  'occupational injury',
  'condition hinders collection',
  'contraception in LAR',
];
const anyFacts: fc.Arbitrary<VisitFacts> = fc
  .record({
    day: anyDay,
    time: anyTime,
    birth: fc.constantFrom('1950-01-01', '2008-05-01', '2014-03-01', '2021-03-01'),
    frikort: fc.constantFrom('yes', 'no data', 'not asked'),
    stated: fc.constantFrom(...reasons),
    list: fc.constantFrom('ours', 'another clinic', 'outside the list system'),
    isEmergency: fc.boolean(),
    specialist: fc.boolean(),
    contact: anyContact,
    work: fc.array(anyWork, { maxLength: 8 }),
    eveningGround: fc.constantFrom('none', 'digital', 'unforeseen emergency'),
  })
  .map(({ day, time, birth, specialist, contact, work, eveningGround, ...patient }) => ({
    at: momentAt(day as IsoDate, time as TimeOfDay),
    doctor: {
      entity: 'entity' as DoctorEntityId,
      person,
      specialistUntil: specialist ? ('2030-01-01' as IsoDate) : null,
    },
    patient: { ...patient, birth: birth as IsoDate, groundWritten: true },
    contact,
    work,
    eveningGround,
    otherConsultations: [] as Moment[],
  }));

const holds = (name: string, property: (facts: VisitFacts, proposal: Proposal) => boolean | undefined): void => {
  test(name, () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const proposed = proposeBill(facts, nationalTariff);
        return !proposed.ok || property(facts, proposed.value) !== false;
      }),
      { numRuns: 400 },
    );
  });
};
const takstsOf = ({ lines }: Proposal): Takst[] =>
  lines.flatMap(({ code }) => takstOf(nationalTariff, code ?? '') ?? []);

describe('whatever happened at the visit', () => {
  holds(
    'every line is egenandel, own payment and Helfo to the last øre, and none of them is negative',
    (_, { lines }) =>
      lines.every(
        ({ honorar, egenandel, ownPayment, helfo }) =>
          egenandel + ownPayment + helfo === honorar && Math.min(egenandel, ownPayment, helfo) >= 0,
      ),
  );

  holds('the sums are the lines, and the patient and Helfo together pay the honorar', (_, { lines, sums }) => {
    const total = (pick: (line: (typeof lines)[number]) => Ore): number =>
      lines.reduce((sum, line) => sum + pick(line), 0);
    return (
      sums.honorar === total((line) => line.honorar) &&
      sums.patient === total(patientPartOf) &&
      sums.patient + sums.helfo === sums.honorar &&
      sums.egenandel + sums.ownPayment === sums.patient
    );
  });

  holds('no code stands on two lines, and no two codes exclude each other', (_, proposal) => {
    const taksts = takstsOf(proposal);
    return new Set(taksts.map(({ code }) => code)).size === taksts.length && clashesAmong(taksts).length === 0;
  });

  holds('staff alone trigger no consultation, home visit or nurse code', ({ contact }, proposal) => {
    if (contact.kind === 'not attended' || contact.by.role === 'doctor' || contact.by.role === 'nurse') return true;
    return takstsOf(proposal).every(({ code, by }) => by.includes('staff') && !code.startsWith('S'));
  });

  holds('a nurse triggers no code of the doctor once she has her own', ({ contact, at }, proposal) => {
    if (contact.kind === 'not attended' || contact.by.role !== 'nurse' || at < '2026-07-01') return true;
    return takstsOf(proposal).every(({ code }) => code.startsWith('S'));
  });

  holds(
    'an exempt patient pays no egenandel',
    (_, { standing, sums }) => standing.kind === 'pays' || sums.egenandel === 0,
  );

  holds('every line says why it is there', (_, { lines }) => lines.every((line) => line.reasons.length > 0));

  holds('every line has its source and where the amount was read', (_, { lines }) =>
    lines.every(({ source, certainty }) => source.length > 10 && certainty.length > 5),
  );

  holds('frikort never raises what the patient pays', (facts, { sums }) => {
    const withCard = proposeBill({ ...facts, patient: { ...facts.patient, frikort: 'yes' } }, nationalTariff);
    return withCard.ok && withCard.value.sums.patient <= sums.patient;
  });

  holds('an exemption never raises what the patient pays, and never changes the honorar', (facts, { sums }) => {
    const plain = proposeBill(
      { ...facts, patient: { ...facts.patient, stated: null, frikort: 'no data' } },
      nationalTariff,
    );
    return plain.ok && sums.patient <= plain.value.sums.patient && sums.honorar === plain.value.sums.honorar;
  });

  holds('a discount on consumables never raises what the patient pays', (facts, { sums }) => {
    const change = { kind: 'patient pays less', patientInOre: kroner(50) } as const;
    const discounts = ['10a', '10b', '10c', '10d'].map((code) => ({
      code,
      from: '2025-07-01' as IsoDate,
      change,
      decidedBy: person,
      reason: 'Avtale',
      source: 'Klinikken',
    }));
    const cheaper = proposeBill(facts, adaptTariff(nationalTariff, discounts));
    return cheaper.ok && cheaper.value.sums.patient <= sums.patient;
  });

  holds('everything on it can be said in both languages', (_, { lines, blocked, notes }) =>
    [proposalTexts.nb, proposalTexts.en].every(
      (texts) =>
        lines.every((line) => line.reasons.every(({ why, facts }) => texts.reasons[why](facts ?? {}).length > 5)) &&
        blocked.every(({ why, facts }) => texts.blocked[why](facts ?? {}).length > 5) &&
        notes.every(({ why, facts }) => texts.notes[why](facts ?? {}).length > 5),
    ),
  );

  holds('the same facts give the same bill', (facts, proposal) => {
    expect(proposeBill(facts, nationalTariff)).toEqual({ ok: true, value: proposal });
    return true;
  });
});

describe('words', () => {
  test('a stop names the role and the work in the language of the reader', () => {
    const facts = { role: 'helsesekretaer' };
    expect(proposalTexts.nb.blocked['consultation by staff alone'](facts)).toContain('Bare helsesekretær');
    expect(proposalTexts.en.blocked['consultation by staff alone'](facts)).toContain('a medical secretary');
    expect(proposalTexts.nb.reasons['analysed here']({ what: 'ESR' })).toBe('Analysert på kontoret: senkning (SR).');
  });

  test('work that the tables do not know is said as it was told', () => {
    expect(workName('troponin', 'nb')).toBe('troponin');
    expect(workName(undefined, 'en')).toBe('');
    expect(workName('ecg', 'nb')).toBe('EKG');
  });
});

test('an invoice fee is the patient’s own and counts for nothing', () => {
  expect(sumsOf([invoiceFeeLine(kroner(45))])).toEqual({
    honorar: kroner(45),
    patient: kroner(45),
    egenandel: 0,
    ownPayment: kroner(45),
    helfo: 0,
  });
});
