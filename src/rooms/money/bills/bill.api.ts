/** Commands on a bill: what a person adds, takes off or says of it, closing it, invoicing it, and not billing after all. */

import { z } from 'zod';
import { fact } from '#events';
import { kroner, ore } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { newId } from '#kernel/ids';
import { dayInput, idInput, lineInput, momentInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, dayOf } from '#kernel/time';
import type { PatientId } from '#patients';
import { command, type Doing } from '#platform/server';
import { billingDoctorOn } from '../entities/doctor-entity.store.ts';
import { closedFor } from '../payments/taking.api.ts';
import { type ExemptionReason, reasonsOn } from '../tariffs/exemption.ts';
import * as store from './bill.store.ts';
import { type BillId, dropBill as drop, invoiceBill as invoice, owedOn } from './bill.ts';
import { adjust, adjustmentInput } from './bill-adjustment.ts';
import { assignDoctorTo, factById } from './billable-fact.store.ts';
import { type BillableFactId, type Circumstances, usualCircumstances } from './billable-fact.ts';
import { contactOfBill, proposalFor, proposeContact } from './proposing.api.ts';
import { noteWork } from './told-work.api.ts';

const bill = idInput<BillId>();
type OnBill = Pick<Doing<{ bill: BillId }>, 'input' | 'db' | 'about'>;

/** The bill held for this act, with its patient told to the gate. */
async function held({ input, db, about }: OnBill) {
  const row = await store.billToChange(db, input.bill);
  if (!row) return refuse('not found');
  await about(row.bill.patient);
  return ok(row);
}

export const adjustBill = command({
  name: 'adjustBill',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ bill, change: adjustmentInput }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const row = await held(doing);
    if (!row.ok) return row;
    if (row.value.bill.state !== 'proposed') return refuse('already closed');
    const circumstances = { ...usualCircumstances, ...row.value.circumstances };
    const key = contactOfBill(row.value, dayOf(row.value.bill.treatedAt));
    const proposed = await proposalFor(db, key, input.bill, circumstances);
    if (!proposed.ok) return proposed;
    const adjustment = { ...input.change, by: me.person, at: now };
    const { proposal, tariff } = proposed.value;
    const adjusted = adjust(row.value.bill, adjustment, proposal.standing, tariff);
    if (!adjusted.ok) return adjusted;
    const adjustments = [...row.value.adjustments, adjustment];
    await store.saveBill(db, { ...row.value, bill: adjusted.value, adjustments }, now);
    tell(fact('BillProposed', { bill: input.bill, patient: adjusted.value.patient }));
    return ok();
  },
});

const circumstances = z.object({
  stated: z
    .custom<ExemptionReason>((reason) => typeof reason === 'string')
    .nullable()
    .optional(),
  groundWritten: z.boolean().optional(),
  list: z.enum(['ours', 'another clinic', 'outside the list system']).nullable().optional(),
  isEmergency: z.boolean().optional(),
  eveningGround: z.enum(['none', 'digital', 'unforeseen emergency', 'organised out-of-hours service']).optional(),
  toldBeforehand: z.enum(['yes', 'no', 'unknown']).optional(),
});

/** Exemption with its reason, list membership, evening and the like: the proposal is made again with it. */
export const sayOfVisit = command({
  name: 'sayOfVisit',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ bill, ...circumstances.shape }),
  async does(doing) {
    const { db, now, me } = doing;
    const { bill: id, ...said } = doing.input;
    const row = await held(doing);
    if (!row.ok) return row;
    const known = row.value;
    if (known.bill.state !== 'proposed') return refuse('already closed');
    const day = dayOf(known.bill.treatedAt);
    if (said.stated && !reasonsOn(day).some(({ reason }) => reason === said.stated)) return refuse('no such reason');
    const after: Circumstances = { ...usualCircumstances, ...known.circumstances, ...given(said) };
    const proposed = await proposalFor(db, contactOfBill(known, day), id, after);
    if (!proposed.ok) return proposed;
    await store.saveBill(db, { ...known, circumstances: after }, now);
    await proposeContact(doing, contactOfBill(known, day), me.person);
    return ok();
  },
});
/** What was said; what was left out stays as it was. */
function given(said: z.output<typeof circumstances>): Partial<Circumstances> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Nothing for the patient to pay, or payment comes later: the bill gets its number and is as it shall be. */
export const closeBill = command({
  name: 'closeBill',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ bill }),
  async does(doing) {
    const { input, db, now, tell } = doing;
    const row = await held(doing);
    if (!row.ok) return row;
    if (row.value.bill.state !== 'proposed') return refuse('already closed');
    const closed = await closedFor(doing, row.value);
    if (!closed.ok) return closed;
    await store.saveBill(db, { ...row.value, bill: closed.value }, now);
    const about = { bill: input.bill, patient: closed.value.patient };
    tell(fact(owedOn(closed.value) === 0 ? 'BillPaid' : 'BillClosed', about));
    return ok({ owedInOre: owedOn(closed.value) });
  },
});

/** At the end of the day: every proposal that costs the patient nothing gets its number; what needs a look is left. */
export const closeFreeBills = command({
  name: 'closeFreeBills',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({}),
  async does(doing) {
    const { db, now, tell, about, shows } = doing;
    let count = 0;
    for (const id of await store.billsOnlyHelfoPays(db, dayOf(now))) {
      const row = await store.billToChange(db, id);
      if (row?.bill.state !== 'proposed') continue;
      const closed = await closedFor(doing, row);
      if (!closed.ok || owedOn(closed.value) > 0) continue;
      await about(row.bill.patient);
      shows([row.bill.patient]);
      await store.saveBill(db, { ...row, bill: closed.value }, now);
      tell(fact('BillPaid', { bill: id, patient: row.bill.patient }));
      count++;
    }
    return ok({ closed: count });
  },
});

/** Nothing shall be billed for this contact; the proposal is kept with the reason. */
export const dropBill = command({
  name: 'dropBill',
  who: { duty: 'reception.patient-accounts', act: 'payment-correction' },
  takes: z.object({ bill, reason: lineInput(300) }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const row = await held(doing);
    if (!row.ok) return row;
    if (row.value.bill.state !== 'proposed') return refuse('already closed');
    const dropped = drop(row.value.bill, { by: me.person, reason: input.reason, now });
    if (!dropped.ok) return dropped;
    await store.saveBill(db, { ...row.value, bill: dropped.value }, now);
    tell(fact('BillDropped', { bill: input.bill, patient: dropped.value.patient }));
    return ok();
  },
});

const invoiceDays = 14;

/** The patient wishes to pay later; a fee only where the patient asked for the invoice. */
export const invoiceBill = command({
  name: 'invoiceBill',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({
    bill,
    dueOn: dayInput.optional(),
    wishedByPatient: z.boolean().default(true),
    feeInOre: z.number().int().min(0).max(kroner(500)).default(0),
  }),
  async does(doing) {
    const { input, db, now, tell } = doing;
    const row = await held(doing);
    if (!row.ok) return row;
    const closed = await closedFor(doing, row.value);
    if (!closed.ok) return closed;
    const { wishedByPatient, dueOn = addDays(dayOf(now), invoiceDays) } = input;
    const invoiced = invoice(closed.value, { dueOn, wishedByPatient, fee: ore(input.feeInOre), now });
    if (!invoiced.ok) return invoiced;
    await store.saveBill(db, { ...row.value, bill: invoiced.value }, now);
    tell(fact('BillInvoiced', { bill: input.bill, patient: invoiced.value.patient }));
    return ok({ dueOn });
  },
});

/** Whose bill work on no bill is. */
export const sayWhoseBill = command({
  name: 'sayWhoseBill',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ fact: idInput<BillableFactId>(), doctor: idInput<PersonId>() }),
  async does(doing) {
    const { input, db, now, me, about } = doing;
    const known = await factById(db, input.fact);
    if (!known || known.bill !== null) return refuse('already on a bill');
    await about(known.patient);
    if (!(await billingDoctorOn(db, input.doctor, dayOf(now)))) return refuse('doctor does not bill here');
    const { patient, day, about: place } = known;
    await assignDoctorTo(db, { patient, day, about: place, doctor: input.doctor });
    const made = await proposeContact(doing, { patient, day, about: place, doctor: input.doctor }, me.person);
    return made ? ok({ bill: made }) : refuse('nothing was done');
  },
});

/** A contact that no room has told of (a paper day, a visit outside): the proposal comes of it as of any other. */
export const writeContact = command({
  name: 'writeContact',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({
    patient: idInput<PatientId>(),
    doctor: idInput<PersonId>(),
    kind: z.enum(['in person', 'text', 'telephone', 'video', 'home visit', 'only work']),
    minutes: z.number().int().min(1).max(600).nullable().default(null),
    at: momentInput.optional(),
  }),
  patient: ({ patient }) => patient,
  async does(doing) {
    const { input, db, now, me } = doing;
    const { patient, doctor, kind, minutes, at = now } = input;
    if (at > now) return refuse('not yet');
    if (!(await billingDoctorOn(db, doctor, dayOf(at)))) return refuse('doctor does not bill here');
    const source = `hand:${newId()}`;
    if (kind === 'only work') {
      const told = { patient, performer: me.person, doctor, authority: 'delegation', at } as const;
      const contact = { kind: 'simple contact', way: 'in person', matter: 'only the work' } as const;
      await noteWork(doing, told, source, contact, me.person);
    } else {
      const told = { patient, performer: doctor, doctor, authority: 'own', at } as const;
      await noteWork(doing, told, source, { kind: 'meeting', way: kind, minutes }, me.person);
    }
    return ok();
  },
});
