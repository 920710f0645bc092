import { describe, expect, test } from 'vitest';
import { kroner } from '#kernel/amounts';
import type { IsoDate } from '#kernel/time';
import type { Blocked } from './draft.ts';
import type { Performer, Work } from './visit-facts.ts';
import {
  analysis,
  child,
  codes,
  consultation,
  crp,
  doctorPerson,
  ecg,
  inKr,
  procedure,
  propose,
  sampling,
  secretary,
  staffVisit,
  visit,
  when,
  why,
} from './visit-sample.ts';

describe('what the consultation includes', () => {
  test('Hb, ESR, urine sticks, suture removal and an intramuscular injection are not billed on top', () => {
    const work = [
      analysis('haemoglobin'),
      analysis('ESR'),
      analysis('urine stick'),
      procedure('suture removal'),
      procedure('intramuscular injection'),
    ];
    const proposal = propose(visit(consultation(), work));
    expect(codes(proposal)).toEqual(['2ad', '2dd']);
    expect(proposal.blocked.map((one) => one.why)).toEqual(Array(5).fill('included in the consultation'));
  });

  test('Hb alone with the secretary is sample taking, and was 1e before 1 July 2026', () => {
    expect(codes(propose(visit(staffVisit(), [analysis('haemoglobin')])))).toEqual(['701a']);
    const spring = propose(visit(staffVisit(), [analysis('haemoglobin')], { at: when('2026-03-02') }));
    expect(codes(spring)).toEqual(['1e']);
    expect(inKr(spring)).toEqual([62, 10]);
  });

  test('blood pressure in a consultation is no line and no stop', () => {
    const proposal = propose(visit(consultation(), [procedure('vital signs')]));
    expect(codes(proposal)).toEqual(['2ad', '2dd']);
    expect(proposal.blocked).toEqual([]);
  });
});

describe('samples and analyses', () => {
  test('sample taking stands once however many analyses there are', () => {
    const proposal = propose(visit(staffVisit(), [crp, analysis('INR'), analysis('HbA1c')]));
    expect(codes(proposal)).toEqual(['701a', '705k', '710', '709']);
    expect(inKr(proposal)).toEqual([64, 10 + 53 + 87 + 161]);
  });

  test('two tubes of blood to one laboratory are one consignment', () => {
    const same = { laboratory: 'A', material: 'blood' } as const;
    const proposal = propose(visit(staffVisit(), [sampling(same, same)]));
    expect(codes(proposal)).toEqual(['701a']);
    expect(why(proposal, '701c')).toBe('same material to the same laboratory');
  });

  test('ALT and GGT are 708b twice, CRP twice is CRP once', () => {
    const proposal = propose(visit(staffVisit(), [analysis('ALT'), analysis('GGT'), crp, crp]));
    expect(proposal.lines.find(({ code }) => code === '708b')).toMatchObject({ count: 2, honorar: kroner(64) });
    expect(proposal.lines.find(({ code }) => code === '705k')).toMatchObject({ count: 1 });
    expect(why(proposal, '705k')).toBe('repeated too often');
  });

  test('glucose falls away beside a glucose load, and the ECG beside an ambulatory ECG', () => {
    const load = propose(visit(consultation(), [analysis('glucose'), procedure('glucose load')]));
    expect(codes(load)).toContain('121a');
    expect(load.blocked).toContainEqual({ code: '708a', why: 'may not stand beside', facts: { other: '121a' } });
    expect(why(propose(visit(consultation(), [ecg, procedure('ambulatory ECG')])), '707')).toBe('may not stand beside');
  });

  test('an ECG that nobody has read is not billed, its electrodes are', () => {
    const proposal = propose(visit(staffVisit(), [{ ...ecg, isReadByDoctor: false }]));
    expect(codes(proposal)).toEqual(['10b']);
    expect(why(proposal, '707')).toBe('not read by the doctor');
  });

  test('an ECG by order without a consultation is billed when the doctor has read it', () => {
    expect(codes(propose(visit(staffVisit(), [ecg])))).toEqual(['707', '10b']);
  });

  test('a sample brought from home is analysed without sample taking, and the doctor decides', () => {
    const proposal = propose(
      visit(staffVisit(), [{ ...crp, analyte: 'faecal blood, home cards', sample: 'brought' } as Work]),
    );
    expect(codes(proposal)).toEqual(['705a']);
    expect(proposal.notes.map((note) => note.why)).toEqual(['sample brought']);
  });

  test('an analysis that the tariff does not know is named', () => {
    const proposal = propose(visit(staffVisit(), [analysis('troponin')]));
    expect(proposal.notes).toEqual([{ why: 'no code for the analysis', facts: { what: 'troponin' } }]);
  });

  test('nothing is billed for work without an order', () => {
    const alone: Performer = { ...secretary, authority: { kind: 'none' } };
    const work: Work[] = [
      analysis('CRP', alone),
      { ...ecg, by: alone },
      { ...sampling({ laboratory: 'A', material: 'blood' }), by: alone } as Work,
      procedure('ear cleaning', 1, alone),
    ];
    const proposal = propose(visit(staffVisit(), work));
    expect(codes(proposal)).toEqual([]);
    expect(proposal.blocked.every((one: Blocked) => one.why === 'no order or delegation')).toBe(true);
    expect(proposal.blocked.map(({ code }) => code)).toEqual(['701a', '705k', '707', '100']);
  });

  test("a pupil's work is billed with a supervisor only", () => {
    const pupil: Performer = { ...secretary, role: 'pupil' };
    expect(why(propose(visit(staffVisit(), [analysis('CRP', pupil)])), '705k')).toBe('pupil without a supervisor');
    expect(codes(propose(visit(staffVisit(), [analysis('CRP', { ...pupil, supervisedBy: doctorPerson })])))).toEqual([
      '701a',
      '705k',
    ]);
  });

  test('drawing blood from a child under seven is a minor procedure in a consultation', () => {
    const small = { ...child, birth: '2020-12-01' as IsoDate };
    const draw = sampling({ laboratory: 'A', material: 'blood' });
    expect(codes(propose(visit(consultation(), [draw], { patient: small })))).toContain('100');
    expect(codes(propose(visit(consultation(), [draw], { patient: child })))).not.toContain('100');
  });
});

describe('procedures and consumables', () => {
  test('cryotherapy three times has 10c once', () => {
    const once = propose(visit(consultation(), [procedure('cryotherapy', 3)]));
    const apart = propose(visit(consultation(), [procedure('cryotherapy'), procedure('cryotherapy', 2)]));
    for (const proposal of [once, apart]) {
      expect(proposal.lines.find(({ code }) => code === '111')).toMatchObject({ count: 3, honorar: kroner(309) });
      expect(proposal.lines.find(({ code }) => code === '10c')).toMatchObject({ count: 1 });
    }
  });

  test('what was really used goes before what the table says', () => {
    const dressing = { ...procedure('dressing of a larger wound'), material: '10b' } as Work;
    expect(codes(propose(visit(consultation(), [dressing])))).toContain('10b');
    const bare = { ...procedure('dressing of a larger wound'), material: 'none' } as Work;
    expect(codes(propose(visit(consultation(), [bare])))).toEqual(['2ad', '2dd', '100']);
  });

  test('several minor procedures are one code several times', () => {
    const proposal = propose(visit(consultation(), [procedure('ear cleaning', 2), procedure('ankle-arm index')]));
    expect(proposal.lines.find(({ code }) => code === '100')).toMatchObject({ count: 3 });
    expect(proposal.lines.find(({ code }) => code === '100')?.reasons).toHaveLength(2);
  });

  test('a wound dressed by the secretary is a simple contact with consumables', () => {
    const proposal = propose(visit(staffVisit(), [procedure('dressing of a small wound')]));
    expect(codes(proposal)).toEqual(['1ad', '10b']);
    expect(inKr(proposal)).toEqual([64 + 121, 18]);
  });
});
