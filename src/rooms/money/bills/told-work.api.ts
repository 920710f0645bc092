/** What other rooms tell becomes billable facts, and the facts become a proposal; money asks no room anything. */

import type { Facts } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { dayOf, type Moment } from '#kernel/time';
import { patientById } from '#patients/server';
import type { Db, Fact, Reacting, Reaction } from '#platform/server';
import { rolesAt } from '#staff';
import { personById } from '#staff/server';
import { factBySource, likelyDoctorOf, tellFact } from './billable-fact.store.ts';
import {
  authorityOf,
  type BillableFact,
  type BillableFactId,
  type ContactFact,
  performerRoleOf,
  placeOf,
  type WorkFact,
} from './billable-fact.ts';
import { proposeContact } from './proposing.api.ts';
import type { Performer } from './visit-facts.ts';
import { procedures } from './work.table.ts';

type Told = Pick<Facts['AnalysisDone'], 'patient' | 'performer' | 'doctor' | 'authority' | 'supervisor' | 'at'>;
type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };

/** The performer as the tariff sees her; nothing for someone who treats nobody. */
export async function performerFrom(db: Db, told: Told, at: Moment): Promise<Performer | null> {
  const person = await personById(db, told.performer);
  const role = person ? performerRoleOf(rolesAt(person, at)) : null;
  if (!role) return null;
  return { role, authority: authorityOf(role, told.authority, told.doctor), supervisedBy: told.supervisor ?? null };
}

/** Whose bill it is: whom the room names, the doctor at work, whom the day's other facts name, the patient's own doctor. */
async function doctorFor(db: Db, told: Told, performer: Performer | null, at: Moment): Promise<PersonId | null> {
  if (told.doctor) return told.doctor;
  if (performer?.role === 'doctor') return told.performer;
  const likely = await likelyDoctorOf(db, told.patient, dayOf(at));
  return likely ?? (await patientById(db, told.patient))?.fastlege ?? null;
}

/** Writes down a piece of work and proposes the bill of its contact again. */
export async function noteWork(
  doing: InTransaction,
  told: Told,
  source: string,
  worked: ContactFact | WorkFact,
  by: PersonId | null,
): Promise<void> {
  const { db, now } = doing;
  const at = told.at ?? now;
  const performer = await performerFrom(db, told, at);
  const doctor = await doctorFor(db, told, performer, at);
  const noted: BillableFact = {
    id: newId<BillableFactId>(),
    patient: told.patient,
    doctor,
    day: dayOf(at),
    doneAt: at,
    about: placeOf(worked),
    source,
    performer,
    fact: worked,
  };
  await tellFact(db, noted);
  if (doctor) await proposeContact(doing, { patient: told.patient, doctor, day: noted.day, about: noted.about }, by);
}

type Name = keyof Facts;
/** A reaction with its facts typed. */
export function hears<N extends Name>(
  on: N,
  name: string,
  does: (doing: Omit<Reacting<Facts[N]>, 'facts'>, told: Facts[N]) => Promise<void>,
): Reaction {
  return { name, on, does: ({ facts, ...doing }: Reacting<Facts[N]>) => does(doing, facts) };
}

/** Only a doctor or a nurse holds a consultation; a visit to the others is billed by the work that they tell of. */
export const billContact = hears('ContactClosed', 'bill the contact', async (doing, told) => {
  const { appointment, doctor, patient, way = 'in person', minutes = null } = told;
  const by: Told = { patient, performer: doctor, doctor: null, authority: 'none' };
  const performer = await performerFrom(doing.db, by, doing.now);
  if (performer?.role !== 'doctor' && performer?.role !== 'nurse') return;
  await noteWork(doing, by, `appointment:${appointment}`, { kind: 'meeting', way, minutes }, doing.person);
});

type Doing = Omit<Reacting<unknown>, 'facts'>;
async function notAttended(doing: Doing, { appointment, patient, doctor }: Facts['NoShowRecorded']): Promise<void> {
  const performer = doctor ?? doing.person;
  if (!performer) return;
  const by: Told = { patient, performer, doctor: doctor ?? null, authority: 'own' };
  await noteWork(doing, by, `no-show:${appointment}`, { kind: 'not attended' }, doing.person);
}
export const billNoShow = hears('NoShowRecorded', 'bill the time not used', notAttended);
/** Later than the day before is as not coming (note B2); whoever takes the payment may drop it with a reason. */
export const billLateCancellation = hears('AppointmentCancelled', 'bill the late cancellation', async (doing, told) => {
  if (told.isLate) await notAttended(doing, told);
});

export const billSample = hears('SampleTaken', 'bill the sample', (doing, told) => {
  const { specimen, method, consignments } = told;
  return noteWork(doing, told, `specimen:${specimen}`, { kind: 'sampling', method, consignments }, doing.person);
});

export const billAnalysis = hears('AnalysisDone', 'bill the analysis', (doing, told) => {
  const { analysis, analyte, sample = 'taken here' } = told;
  return noteWork(doing, told, `analysis:${analysis}`, { kind: 'analysis', analyte, sample }, doing.person);
});

export const billVitalSigns = hears('VitalSignsFiled', 'bill the vital signs', (doing, told) => {
  const signs = { kind: 'procedure', procedure: 'vital signs', times: 1 } as const;
  return noteWork(doing, told, `vital signs:${told.filing}`, signs, doing.person);
});

export const billEcg = hears('EcgTaken', 'bill the ECG', (doing, told) =>
  noteWork(doing, told, `recording:${told.recording}`, { kind: 'ecg', isReadByDoctor: false }, doing.person),
);

/** 707 is taking and reading: the bill waits for the doctor's eye. */
export const billReadEcg = hears('EcgRead', 'bill the reading of the ECG', async (doing, { recording }) => {
  const known = await factBySource(doing.db, `recording:${recording}`);
  if (!known) return;
  await tellFact(doing.db, { ...known, fact: { kind: 'ecg', isReadByDoctor: true } });
  if (known.doctor) await proposeContact(doing, { ...known, doctor: known.doctor }, doing.person);
});

type ProcedureFact = Extract<WorkFact, { kind: 'procedure' }>;
const isProcedure = (name: string): name is ProcedureFact['procedure'] =>
  procedures.some(({ value }) => value.some(({ procedure }) => procedure === name));

export const billProcedure = hears('ProcedureDone', 'bill the procedure', async (doing, told) => {
  const { done, procedure, times = 1 } = told;
  if (!isProcedure(procedure)) return;
  await noteWork(doing, told, `procedure:${done}`, { kind: 'procedure', procedure, times }, doing.person);
});

export const billItem = hears('ItemGiven', 'bill the item', (doing, told) => {
  const { given, what, item, costInOre } = told;
  const given_ = { kind: 'item', what, name: { nb: item, en: item }, cost: costInOre } as WorkFact;
  return noteWork(doing, told, `item:${given}`, given_, doing.person);
});

export const billAdvice = hears('AdviceGiven', 'bill the advice', (doing, told) => {
  const { contact, way, matter } = told;
  return noteWork(doing, told, `contact:${contact}`, { kind: 'simple contact', way, matter }, doing.person);
});

export const billInterpreter = hears('InterpreterUsed', 'bill the interpreter', (doing, told) => {
  const { booking, patient, doctor, isQualified } = told;
  const by: Told = { patient, performer: doctor, doctor, authority: 'own' };
  return noteWork(doing, by, `interpreter:${booking}`, { kind: 'interpreter', isQualified }, doing.person);
});
