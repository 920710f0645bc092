import { describe, expect, test } from 'vitest';
import { isHardStop } from './draft.ts';
import type { Contact, Performer, SimpleMatter } from './visit-facts.ts';
import {
  analysis,
  codes,
  consultation,
  doctor,
  doctorPerson,
  inKr,
  nurse,
  procedure,
  propose,
  sampling,
  secretary,
  staffVisit,
  visit,
  when,
  why,
} from './visit-sample.ts';

describe('hard stop 4: work by staff alone is no consultation', () => {
  const proposal = propose(visit(consultation(secretary), [procedure('ear cleaning')]));

  test('neither 2ad nor S2ad, and both say why', () => {
    expect(codes(proposal)).toEqual(['1ad']);
    expect(why(proposal, '2ad')).toBe('consultation by staff alone');
    expect(why(proposal, 'S2ad')).toBe("nurse's code for other staff");
    expect(proposal.blocked.filter(isHardStop).map(({ code }) => code)).toEqual(['2ad', 'S2ad']);
  });

  test('ear cleaning needs a consultation, so it is a simple contact by delegation', () => {
    expect(why(proposal, '100')).toBe('needs a consultation or home visit');
    expect(proposal.lines[0]?.reasons).toEqual([{ why: 'simple procedure by staff', facts: { what: 'ear cleaning' } }]);
  });

  test('the same for bioengineers, pupils and home visits', () => {
    for (const role of ['bioengineer', 'pupil'] as const) {
      const by: Performer = { ...secretary, role, supervisedBy: doctorPerson };
      expect(why(propose(visit(consultation(by))), '2ad')).toBe('consultation by staff alone');
    }
    expect(why(propose(visit({ kind: 'home visit', by: secretary, minutes: null })), '11ad')).toBe(
      'consultation by staff alone',
    );
  });

  test('a telephone "consultation" with the secretary is none either', () => {
    const call = { kind: 'consultation', way: 'telephone', by: secretary, minutes: 10 } as const;
    expect(codes(propose(visit(call)))).toEqual([]);
    expect(why(propose(visit(call)), '2at')).toBe('consultation by staff alone');
  });
});

describe('the nurse', () => {
  test('consults on delegation by her own table', () => {
    const proposal = propose(
      visit(consultation(nurse, 30), [analysis('CRP', nurse), procedure('ear cleaning', 1, nurse)]),
    );
    expect(codes(proposal)).toEqual(['S2ad', 'S2cd', 'S701a', 'S705k', 'S100']);
    expect(inKr(proposal)).toEqual([179 + 64, 2 * 108 + 10 + 53 + 131]);
  });

  test('visits at home, in the evening too, with the supplements of her table', () => {
    const home = { kind: 'home visit', by: nurse, minutes: 40 } as const;
    const { patient } = visit(home);
    const guest = { ...patient, list: 'another clinic' as const };
    expect(codes(propose(visit(home, [], { patient: guest })))).toEqual(['S11ad', 'S11cd', 'S11hd']);
    const late = { at: when('2026-11-23', '18:00'), eveningGround: 'unforeseen emergency' } as const;
    expect(codes(propose(visit(home, [], late)))).toEqual(['S11ak', 'S11ck']);
    const outsider = { ...patient, list: 'outside the list system' as const };
    expect(codes(propose(visit(home, [], { patient: outsider })))).toContain('S11bd');
  });

  test('has what was done without an order stopped under her own codes', () => {
    const alone: Performer = { ...nurse, authority: { kind: 'none' } };
    expect(why(propose(visit(consultation(nurse), [analysis('CRP', alone)])), 'S705k')).toBe('no order or delegation');
  });

  test('does not consult on an order alone', () => {
    const ordered: Performer = { ...nurse, authority: { kind: 'order', by: doctorPerson } };
    expect(why(propose(visit(consultation(ordered))), 'S2ad')).toBe('no order or delegation');
  });

  test('counts as other staff before her table', () => {
    const proposal = propose(visit(consultation(nurse), [], { at: when('2026-03-02') }));
    expect(why(proposal, '2ad')).toBe('consultation by staff alone');
    expect(codes(propose(visit(staffVisit(nurse, 'advice'), [], { at: when('2026-03-02') })))).toEqual(['1ad']);
  });

  test('gives advice by telephone as S1bd', () => {
    expect(codes(propose(visit({ kind: 'simple', way: 'telephone', by: nurse, matter: 'advice' })))).toEqual(['S1bd']);
  });
});

describe('simple contacts', () => {
  const simple = (matter: SimpleMatter, by = secretary, way: 'in person' | 'telephone' = 'telephone') =>
    propose(visit({ kind: 'simple', way, by, matter }));

  test('advice worth the journal is 1bd by telephone and 1ad at the desk', () => {
    expect(codes(simple('advice'))).toEqual(['1bd']);
    expect(codes(simple('advice', secretary, 'in person'))).toEqual(['1ad']);
    expect(inKr(simple('advice'))).toEqual([0, 74]);
  });

  test('appointments, messages, results without advice, colleagues and phoned prescriptions are never billed', () => {
    const never = [
      'appointment',
      'simple message',
      'result without advice',
      'talk with a colleague',
      'prescription phoned in',
    ] as const;
    for (const matter of never) {
      expect(codes(simple(matter))).toEqual([]);
      expect(why(simple(matter), '1bd')).toBe(matter);
    }
  });

  test('a prescription alone is 1i, with advice 1bd even at the desk, and never the secretary’s', () => {
    expect(codes(simple('prescription', doctor))).toEqual(['1i']);
    expect(codes(simple('prescription with advice', doctor, 'in person'))).toEqual(['1bd']);
    expect(why(simple('prescription'), '1i')).toBe('only the doctor');
  });

  test('sick notes, referrals and transport need are decided by the doctor', () => {
    expect(codes(simple('sick note or referral', doctor))).toEqual(['1bd']);
    expect(why(simple('transport need'), '1bd')).toBe('only the doctor');
  });

  test('advice without a delegation is not billed', () => {
    const alone: Performer = { ...secretary, authority: { kind: 'none' } };
    expect(why(simple('advice', alone), '1bd')).toBe('no order or delegation');
  });

  test('within an hour of a consultation it is rejected, 61 minutes away it is not', () => {
    const call: Contact = { kind: 'simple', way: 'telephone', by: doctor, matter: 'advice' };
    const near = (time: string) => propose(visit(call, [], { otherConsultations: [when('2026-11-23', time)] }));
    expect(why(near('11:00'), '1bd')).toBe('near a consultation');
    expect(why(near('09:00'), '1bd')).toBe('near a consultation');
    expect(codes(near('11:01'))).toEqual(['1bd']);
    expect(codes(near('08:59'))).toEqual(['1bd']);
  });

  test('a blood sample for an external requester may be a simple contact, and the doctor is asked to look', () => {
    const proposal = propose(
      visit(staffVisit(secretary, 'sampling for another requester'), [
        sampling({ laboratory: 'A', material: 'blood' }),
      ]),
    );
    expect(codes(proposal)).toEqual(['1ad', '701a']);
    expect(proposal.notes.map((note) => note.why)).toContain('simple contact beside sampling');
  });

  test('a call about an appointment does not hide the procedure that was done', () => {
    const proposal = propose(visit(staffVisit(secretary, 'appointment'), [procedure('suture removal')]));
    expect(codes(proposal)).toEqual(['1ad']);
    expect(why(proposal, '1ad')).toBe('appointment');
  });
});
