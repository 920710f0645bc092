/** Making a proposal of what was told, and making it again when more is told or something is said of the visit. */

import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { patientById } from '#patients/server';
import type { Db, Fact } from '#platform/server';
import { billingDoctorOn } from '../entities/doctor-entity.store.ts';
import type { BillingDoctor } from '../entities/doctor-entity.ts';
import type { Tariff } from '../tariffs/takst.ts';
import { tariffOf } from '../tariffs/tariff-adaptation.store.ts';
import * as store from './bill.store.ts';
import { type BillId, dropBill, type ProposedBill, proposedBill } from './bill.ts';
import { adjustAgain } from './bill-adjustment.ts';
import { type ContactKey, factsOfContact, putOnBill } from './billable-fact.store.ts';
import { type BillableFact, type Circumstances, usualCircumstances, visitFactsOf } from './billable-fact.ts';
import { type NoProposal, type Proposal, proposeBill } from './proposal.ts';
import type { VisitFacts } from './visit-facts.ts';

export type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };
export type Proposed = {
  readonly facts: VisitFacts;
  readonly proposal: Proposal;
  readonly tariff: Tariff;
  readonly from: readonly BillableFact[];
};
export type NoProposed = NoProposal | 'doctor does not bill here' | 'no such patient' | 'nothing was done';

/** What the facts of one contact give today, without storing anything. */
export async function proposalFor(
  db: Db,
  key: ContactKey,
  bill: BillId,
  circumstances: Circumstances,
): Promise<Result<Proposed & { readonly doctor: BillingDoctor }, NoProposed>> {
  const doctor = await billingDoctorOn(db, key.doctor, key.day);
  if (!doctor) return refuse('doctor does not bill here');
  const patient = await patientById(db, key.patient);
  if (!patient) return refuse('no such patient');
  const from = await factsOfContact(db, key, bill);
  const ours = patient.fastlege === null || (await billingDoctorOn(db, patient.fastlege, key.day)) !== undefined;
  const facts = visitFactsOf(from, {
    doctor,
    patient,
    circumstances: { ...circumstances, list: circumstances.list ?? (ours ? 'ours' : 'another clinic') },
    otherConsultations: await store.consultationsOf(db, key.patient, key.day, bill),
  });
  if (!facts) return refuse('nothing was done');
  const tariff = await tariffOf(db);
  const proposal = proposeBill(facts, tariff);
  return proposal.ok ? ok({ facts, proposal: proposal.value, tariff, from, doctor }) : proposal;
}

const keyOf = ({ bill, about }: Pick<store.BillRow, 'bill' | 'about'>, day: ContactKey['day']): ContactKey => ({
  patient: bill.patient,
  doctor: bill.doctor,
  day,
  about,
});

export { keyOf as contactOfBill };

/** The proposal of a contact made or made again; nothing while nobody knows whose bill it is, or nothing was done. */
export async function proposeContact(
  doing: InTransaction,
  key: ContactKey,
  by: PersonId | null,
): Promise<BillId | null> {
  const { db, now, tell } = doing;
  const known = await store.proposedBillOf(db, key);
  const id = known?.bill.id ?? newId<BillId>();
  const circumstances = { ...usualCircumstances, ...known?.circumstances };
  const proposed = await proposalFor(db, key, id, circumstances);
  if (!proposed.ok) {
    if (known && proposed.why === 'nothing was done') await dropEmpty(doing, known, by ?? key.doctor);
    return null;
  }
  const bill = billFrom(id, key, proposed.value, known);
  const row = { bill, about: key.about, circumstances, adjustments: known?.adjustments ?? [] };
  const added = known ? await store.saveBill(db, row, now) : await store.addBill(db, row, now);
  if (added === 0) return proposeContact(doing, key, by);
  await putOnBill(db, proposed.value.from, id);
  tell(fact('BillProposed', { bill: id, patient: key.patient }));
  return id;
}

function billFrom(
  id: BillId,
  key: ContactKey,
  { facts, proposal, tariff }: Proposed,
  known: store.BillRow | undefined,
): ProposedBill {
  const fresh = proposedBill(id, key.patient, facts, proposal);
  return adjustAgain(fresh, known?.adjustments ?? [], proposal.standing, tariff);
}

/** Everything on it was withdrawn. */
async function dropEmpty({ db, now, tell }: InTransaction, row: store.BillRow, by: PersonId): Promise<void> {
  if (row.bill.state !== 'proposed') return;
  const dropped = dropBill(row.bill, { by, reason: 'Trukket tilbake', now });
  if (!dropped.ok) return;
  await store.saveBill(db, { ...row, bill: dropped.value }, now);
  tell(fact('BillDropped', { bill: row.bill.id, patient: row.bill.patient }));
}
