/** What changes a proposal that is there: work withdrawn, absence taken back, frikort recorded, another bill still open. */

import { type Facts, fact } from '#events';
import { dayOf } from '#kernel/time';
import { currentDelegation } from '#staff';
import { rightsOf } from '#staff/server';
import { billById, billsOfPatient, proposedBillsOf } from './bill.store.ts';
import { factBySource, withdrawFact } from './billable-fact.store.ts';
import { contactOfBill, type InTransaction, proposeContact } from './proposing.api.ts';
import { hears, noteWork, performerFrom } from './told-work.api.ts';

/** Not on any bill from now on, as long as the bill is not closed. */
async function withdraw(doing: InTransaction, source: string, by: Parameters<typeof proposeContact>[2]): Promise<void> {
  const known = await factBySource(doing.db, source);
  if (!known || (await withdrawFact(doing.db, source, doing.now)) === 0) return;
  if (known.doctor) await proposeContact(doing, { ...known, doctor: known.doctor }, by);
}

const kinds = ['analysis', 'specimen', 'recording', 'procedure', 'item', 'contact', 'vital signs'];
export const withdrawFromBill = hears('WorkWithdrawn', 'take withdrawn work off the bill', async (doing, { what }) => {
  for (const kind of kinds) await withdraw(doing, `${kind}:${what}`, doing.person);
});

/** The patient came after all, or the wrong line was marked. */
export const withdrawNoShow = hears('NoShowTakenBack', 'take the absence off the bill', (doing, { appointment }) =>
  withdraw(doing, `no-show:${appointment}`, doing.person),
);
export const withdrawNoShowOnArrival = hears(
  'PatientArrived',
  'take the absence off the bill of who came late',
  (doing, told) => withdraw(doing, `no-show:${told.appointment}`, doing.person),
);

/** Frikort, birth date or doctor was recorded: what was proposed is proposed again. */
export const billAgain = hears('PatientChanged', 'propose again for the patient', async (doing, { patient }) => {
  for (const bill of await proposedBillsOf(doing.db, patient)) {
    const row = await billById(doing.db, bill);
    if (row) await proposeContact(doing, contactOfBill(row, dayOf(row.bill.treatedAt)), doing.person);
  }
});

/** Advice on the telephone is billed where a doctor gave it, or delegated it (note A1). */
export const billCallAdvice = hears('CallAdviceGiven', 'bill the advice on the telephone', async (doing, told) => {
  const { db, now, person } = doing;
  const { call, patient, performer } = told;
  const wish = { person: performer, duty: 'reception.telephone', act: 'advice' } as const;
  const rights = await rightsOf(db, wish, now);
  const held = currentDelegation(rights.delegations, wish, rights.people, now);
  const by = { patient, performer, doctor: held.ok ? held.value.delegator : null };
  const authority = held.ok ? 'delegation' : 'none';
  const known = await performerFrom(db, { ...by, authority }, now);
  if (!known) return;
  const advice = { kind: 'simple contact', way: 'telephone', matter: 'advice' } as const;
  await noteWork(doing, { ...by, authority }, `contact:${call}`, advice, person);
});

/** One of several bills was paid: the day board is told again of what is still to be paid. */
async function tellOthers(doing: InTransaction, { bill, patient }: Facts['BillPaid']): Promise<void> {
  const today = dayOf(doing.now);
  const open = (await billsOfPatient(doing.db, patient, today)).find(
    (one) =>
      one.id !== bill && one.day === today && one.owed > 0 && (one.state === 'proposed' || one.state === 'closed'),
  );
  if (open) doing.tell(fact('BillProposed', { bill: open.id, patient }));
}
export const otherBillAfterPaid = hears('BillPaid', 'tell of the bill that is still open', tellOthers);
export const otherBillAfterDropped = hears(
  'BillDropped',
  'tell of the bill that is still open after one was dropped',
  tellOthers,
);
