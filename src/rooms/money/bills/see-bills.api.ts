/** Looking at bills: the day's, and one patient's with everything that paying it needs. */

import { z } from 'zod';
import { sumOre } from '#kernel/amounts';
import type { PersonId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate } from '#kernel/time';
import type { PatientId, PatientLine } from '#patients';
import { patientById, patientLines } from '#patients/server';
import { type Db, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { daysOn } from '../day-close/day-close.store.ts';
import { allEntities, allTerminals, billingDoctors } from '../entities/doctor-entity.store.ts';
import type { DoctorEntity, Terminal } from '../entities/doctor-entity.ts';
import { paymentsOfBill, receiptsOfBill, refundsOfBill, refundsWaiting } from '../payments/payment.store.ts';
import { reasonsOn } from '../tariffs/exemption.ts';
import * as store from './bill.store.ts';
import { type BillId, billSums, owedOn } from './bill.ts';
import { checkBill } from './bill-check.ts';
import { lapsesAfter, reportBy } from './bill-clock.ts';
import { waitingFacts } from './billable-fact.store.ts';
import { frikortOn, usualCircumstances } from './billable-fact.ts';
import { creditRequestsWaiting } from './credit-request.store.ts';
import { contactOfBill, proposalFor } from './proposing.api.ts';

async function namesOf(db: Db): Promise<ReadonlyMap<PersonId, string>> {
  return new Map((await allPersons(db)).map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
}
async function linesById(db: Db, ids: readonly PatientId[]): Promise<ReadonlyMap<PatientId, PatientLine>> {
  return new Map((await patientLines(db, ids)).map((line) => [line.id, line]));
}

/** What somebody has to do something with first: to be paid, then the rest; within each the oldest first. */
const rank = { proposed: 0, closed: 1, invoiced: 2, paid: 3, credited: 4, dropped: 5 } as const;

/** The day's bills and the open ones of earlier days; work that is on no bill, with why. */
export const seeBills = query({
  name: 'seeBills',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ day: dayInput.optional() }),
  async does({ input, db, now, shows }) {
    const day = input.day ?? dayOf(now);
    const rows = await store.billsOfDay(db, day);
    const waiting = await waitingFacts(db, day);
    const patients = await linesById(
      db,
      [...rows, ...waiting].map(({ patient }) => patient),
    );
    const names = await namesOf(db);
    const doctors = new Set((await billingDoctors(db, day)).map(({ person }) => person));
    const second = (await refundsWaiting(db)).length + (await creditRequestsWaiting(db)).length;
    shows([...patients.keys()]);
    const bills = rows
      .map((row) => ({ ...row, who: patients.get(row.patient), doctorName: names.get(row.doctor) ?? '' }))
      .sort((a, b) => open(a) - open(b) || a.treatedAt.localeCompare(b.treatedAt));
    return ok({
      day,
      bills,
      waiting: waiting.map(({ id, patient, doctor, doneAt, about, fact }) => ({
        id,
        patient,
        doneAt,
        about,
        what: fact,
        who: patients.get(patient),
        doctorName: doctor ? (names.get(doctor) ?? '') : '',
        why:
          doctor === null
            ? ('no doctor' as const)
            : doctors.has(doctor)
              ? ('no tariff' as const)
              : ('no entity' as const),
      })),
      doctors: [...doctors].map((person) => ({ person, name: names.get(person) ?? '' })),
      refundsWaiting: second,
      openDays: (await daysOn(db, day)).map(({ entity, state }) => ({ entity, state })),
      entities: (await allEntities(db)).map(({ id, name }) => ({ id, name })),
    });
  },
});
function open({ state, owed, lines }: store.BillListRow): number {
  if (state === 'proposed' && owed === 0) return lines === 0 ? 5 : 1.5;
  return state === 'closed' && owed === 0 ? 3 : rank[state];
}

/** How many have something to pay now, and how much in all: the figure at the head of the day. */
export const unpaidFigure = query({
  name: 'unpaidFigure',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({}),
  async does({ db, now }) {
    const rows = await store.billsOfDay(db, dayOf(now));
    const unpaid = rows.filter(({ state, owed }) => (state === 'proposed' || state === 'closed') && owed > 0);
    return ok({ count: unpaid.length, owedInOre: sumOre(unpaid.map(({ owed }) => owed)) });
  },
});

const recentDays = 30;

/** Everything that can be done with a patient's bills, the one to be paid first. */
export const billForPatient = query({
  name: 'billForPatient',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({ patient: idInput<PatientId>() }),
  patient: ({ patient }) => patient,
  async does({ input, db, now }) {
    const patient = await patientById(db, input.patient);
    if (!patient) return refuse('not found');
    const today = dayOf(now);
    const rows = await store.billsOfPatient(db, input.patient, addDays(today, -recentDays));
    const names = await namesOf(db);
    const places = { entities: await allEntities(db), terminals: await allTerminals(db), names };
    const bills = [];
    for (const { id, day } of rows.sort((a, b) => open(a) - open(b))) bills.push(await wholeBill(db, id, day, places));
    const doctors = (await billingDoctors(db, today)).map(({ person }) => ({ person, name: names.get(person) ?? '' }));
    return ok({
      bills: bills.filter((bill) => bill !== null),
      frikort: frikortOn(patient, today),
      frikortUntil: patient.frikortUntil,
      exemptions: reasonsOn(today),
      closedDays: (await daysOn(db, today)).filter(({ state }) => state === 'locked').map(({ entity }) => entity),
      doctors,
    });
  },
});

type Places = {
  readonly entities: readonly DoctorEntity[];
  readonly terminals: readonly Terminal[];
  readonly names: ReadonlyMap<PersonId, string>;
};

async function wholeBill(db: Db, id: BillId, day: IsoDate, { entities, terminals, names }: Places) {
  const row = await store.billById(db, id);
  if (!row) return null;
  const { bill, about, version } = row;
  const receipts = (await receiptsOfBill(db, id)).map(
    ({ id: receipt, receipt: { number, kind, issuedAt, total } }) => ({
      receipt,
      number,
      kind,
      issuedAt,
      total,
    }),
  );
  return {
    bill,
    about,
    version,
    day,
    circumstances: { ...usualCircumstances, ...row.circumstances },
    sums: billSums(bill),
    owed: bill.state === 'proposed' ? billSums(bill).patient : owedOn(bill),
    doctorName: names.get(bill.doctor) ?? '',
    entityName: entities.find((one) => one.id === bill.entity)?.name ?? '',
    terminals: terminals.filter((one) => one.entity === bill.entity),
    findings: bill.state === 'proposed' && row.adjustments.length > 0 ? await findingsOf(db, row, day) : [],
    payments: await paymentsOfBill(db, id),
    refunds: await refundsOfBill(db, id),
    receipts,
    changedBy: bill.changes.map(({ by }) => names.get(by) ?? ''),
    reportBy: 'closedAt' in bill ? reportBy(bill.closedAt) : null,
    lapsesAfter: lapsesAfter(bill.treatedAt),
  };
}

/** The second look, where a person has changed what the facts gave. */
async function findingsOf(db: Db, row: store.BillRow, day: IsoDate) {
  const circumstances = { ...usualCircumstances, ...row.circumstances };
  const proposed = await proposalFor(db, contactOfBill(row, day), row.bill.id, circumstances);
  if (!proposed.ok) return [];
  const found = checkBill(proposed.value.facts, row.bill.lines, proposed.value.tariff);
  return found.ok ? found.value : [];
}
