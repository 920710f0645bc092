/** A sample visit, put together for tests: a specialist's adult patient on an ordinary Monday. */

import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import { type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { DoctorEntityId } from '../entities/doctor-entity.ts';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { type Proposal, proposeBill } from './proposal.ts';
import type { Contact, Performer, SimpleMatter, VisitFacts, Work } from './visit-facts.ts';

export const when = (day: string, time = '10:00'): Moment => momentAt(day as IsoDate, time as TimeOfDay);
export const doctorPerson = 'doctor' as PersonId;
export const doctor: Performer = { role: 'doctor', authority: { kind: 'own' }, supervisedBy: null };
export const secretary: Performer = {
  role: 'helsesekretaer',
  authority: { kind: 'delegation', by: doctorPerson },
  supervisedBy: null,
};
export const nurse: Performer = { ...secretary, role: 'nurse' };
export const specialist = {
  entity: 'entity' as DoctorEntityId,
  person: doctorPerson,
  specialistUntil: '2029-12-31' as IsoDate,
};

export const consultation = (by = doctor, minutes: number | null = null): Contact => ({
  kind: 'consultation',
  way: 'in person',
  by,
  minutes,
});
export const staffVisit = (by: Performer = secretary, matter: SimpleMatter = 'only the work'): Contact => ({
  kind: 'simple',
  way: 'in person',
  by,
  matter,
});
export const visit = (contact: Contact, work: readonly Work[] = [], more: Partial<VisitFacts> = {}): VisitFacts => ({
  at: when('2026-11-23'),
  doctor: specialist,
  patient: {
    birth: '1974-05-03' as IsoDate,
    frikort: 'no data',
    stated: null,
    groundWritten: false,
    list: 'ours',
    isEmergency: false,
  },
  contact,
  work,
  eveningGround: 'none',
  otherConsultations: [],
  ...more,
});
export const propose = (facts: VisitFacts): Proposal => must(proposeBill(facts, nationalTariff));
export const codes = ({ lines }: Proposal) => lines.map(({ code }) => code);
export const why = ({ blocked }: Proposal, code: string) => blocked.find((one) => one.code === code)?.why;
export const inKr = ({ sums }: Proposal) => [sums.patient / 100, sums.helfo / 100];

export const crp = { kind: 'analysis', analyte: 'CRP', sample: 'taken here', by: secretary } as const satisfies Work;
export const ecg = { kind: 'ecg', isReadByDoctor: true, by: secretary } as const satisfies Work;
export const analysis = (analyte: string, by = secretary): Work => ({
  kind: 'analysis',
  analyte,
  sample: 'taken here',
  by,
});
export const procedure = (
  name: Extract<Work, { kind: 'procedure' }>['procedure'],
  times = 1,
  by = secretary,
): Work => ({
  kind: 'procedure',
  procedure: name,
  times,
  by,
});
export const sampling = (...consignments: Extract<Work, { kind: 'sampling' }>['consignments']): Work => ({
  kind: 'sampling',
  method: 'venous',
  consignments,
  by: secretary,
});
export const child = { ...visit(consultation()).patient, birth: '2014-03-01' as IsoDate };
