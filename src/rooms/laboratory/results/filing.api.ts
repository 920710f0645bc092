/** Files a laboratory's report with its patient, in the caller's transaction: results, review, what it corrects, and its order. */

import type { IncomingId } from '#exchange';
import { nameOf, numbersOf } from '#exchange';
import { type Id, idPattern, newId, type PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { closeLoopsOf } from '#loops/server';
import type { OrderId } from '#orders';
import { answerOrderItem, orderById } from '#orders/server';
import type { Patient } from '#patients';
import type { Db, Fact } from '#platform/server';
import { workingRolesAt } from '#staff';
import { allPersons } from '#staff/server';
import { analyteOfNlk } from '../analyses/analyte.table.ts';
import { answerArrived, criticalTold, reviewSubject } from './arrival.api.ts';
import { type FiledItem, filedItems } from './filed-report.ts';
import { analyses } from './investigation-name.ts';
import { everyItem, type LaboratoryReport, moreWillCome } from './laboratory-report.ts';
import { growth, isSameReport, type ReportGrowth } from './report-growth.ts';
import {
  addReportRow,
  addResults,
  type KnownReport,
  overtakeReport,
  previousResults,
  saveReview,
  setResultsOfReport,
  standingReports,
} from './result.store.ts';
import type { ReportId } from './result-row.ts';
import { arrive, type Received, type ReviewId, supersede } from './review.ts';

export type FilingDoing = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };
type Filed = { readonly order: ReportGrowth['order']; readonly review: ReviewId | null };

export async function fileReport(
  doing: FilingDoing,
  report: LaboratoryReport,
  patient: Patient,
  letter: { readonly id: IncomingId; readonly arrivedAt: Moment },
  /** A person has said that it is to be filed, although its number has been used before. */
  isByPerson = false,
): Promise<Filed> {
  const known = await knownReport(doing.db, report, patient);
  const grown = growth(known?.report ?? null, report);
  if (grown.order === 'repeated' && !isByPerson) return { order: 'repeated', review: null };
  const doctor = await doctorFor(doing, report, patient);
  const ids = { report: newId<ReportId>(), review: newId<ReviewId>() };
  const items = await itemsOf(doing, report, patient, ids);
  const isOvertaken = grown.order === 'overtaken';
  const answer = reviewOf(report, patient, doctor, items, ids, letter.arrivedAt, isOvertaken ? undefined : known);
  if (isOvertaken)
    await saveReview(doing.db, {
      ...answer,
      state: 'superseded',
      by: (known as KnownReport).review.id,
      supersededAt: doing.now,
    });
  else {
    if (known) await replace(doing, known, answer, ids.report);
    await answerArrived(
      doing,
      answer,
      items.map(({ row }) => row),
      doctor,
    );
  }
  await addReportRow(doing.db, {
    ...headOf(report),
    id: ids.report,
    patient: patient.id,
    letter: letter.id,
    arrivedAt: letter.arrivedAt,
    report,
  });
  if (isOvertaken) await overtakeReport(doing.db, ids.report, (known as KnownReport).id);
  await addResults(
    doing.db,
    items.map(({ row }) => (isOvertaken ? { ...row, state: 'replaced' as const } : row)),
  );
  await answerOrders(doing, report, patient, ids.review);
  return { order: grown.order, review: isOvertaken ? null : ids.review };
}

const headOf = (report: LaboratoryReport) => {
  const party = report.laboratory?.party;
  return {
    number: report.number,
    laboratory: party ? nameOf(party) : '',
    laboratoryId: party?.identifier?.id ?? null,
    messageId: report.message.id,
    status: report.status?.code ?? null,
  };
};

async function knownReport(db: Db, report: LaboratoryReport, patient: Patient): Promise<KnownReport | undefined> {
  if (report.number === null) return undefined;
  const standing = await standingReports(db, report.number);
  return standing.find((one) => one.patient === patient.id && isSameReport(one.report, report));
}

async function itemsOf(
  { db, now }: FilingDoing,
  report: LaboratoryReport,
  patient: Patient,
  ids: { report: ReportId; review: ReviewId },
): Promise<readonly FiledItem[]> {
  const known = everyItem(report).flatMap((item) => analyses(item, analyteOfNlk).analyte ?? []);
  const previous = known.length > 0 ? await previousResults(db, patient.id, [...new Set(known)], now) : [];
  const laboratory = headOf(report).laboratory;
  return filedItems(report, { ...ids, patient, laboratory, arrivedAt: now, previous });
}

function reviewOf(
  report: LaboratoryReport,
  patient: Patient,
  doctor: PersonId,
  items: readonly FiledItem[],
  ids: { report: ReportId; review: ReviewId },
  now: Moment,
  known: KnownReport | undefined,
): Received {
  return arrive(
    {
      id: ids.review,
      patient: patient.id,
      about: { thing: 'report', id: ids.report },
      from: 'outside laboratory',
      isPreliminary: moreWillCome(report),
      doctor,
      findings: items.filter(({ row }) => row.state === 'stands').map(({ finding }) => finding),
      ...(known ? { corrects: known.review.id } : {}),
    },
    now,
  );
}

/** A later message of the same report stands in the place of the earlier; what nobody has seen of that rests. */
async function replace(doing: FilingDoing, known: KnownReport, answer: Received, by: ReportId): Promise<void> {
  await overtakeReport(doing.db, known.id, by);
  await setResultsOfReport(doing.db, known.id, 'replaced');
  const rested = supersede(known.review, answer, doing.now);
  if (!rested.ok) return;
  await saveReview(doing.db, rested.value);
  await closeLoopsOf(doing, reviewSubject(known.review.id), 'result reviewed');
  await criticalTold(doing, known.review.id, answer.doctor);
}

/** The doctor who asked, by her number in the report; else the patient's own; else the head of the clinic. */
async function doctorFor({ db, now }: FilingDoing, report: LaboratoryReport, patient: Patient): Promise<PersonId> {
  const people = await allPersons(db);
  const doctors = people.filter((one) => workingRolesAt(one, now).includes('doctor'));
  const asked = report.requester?.party ? numbersOf(report.requester.party, 'HPR') : [];
  const requester = doctors.find(({ hpr }) => hpr !== undefined && asked.includes(hpr));
  const own = doctors.find(({ id }) => id === patient.fastlege);
  const head = people.find((one) => workingRolesAt(one, now).includes('head'));
  const found = requester ?? own ?? head ?? doctors[0] ?? people[0];
  if (!found) throw new Error('a clinic has someone who works there');
  return found.id;
}

/** Where the laboratory gives our own order's number back, its sampling items are answered. */
async function answerOrders(
  doing: FilingDoing,
  report: LaboratoryReport,
  patient: Patient,
  review: ReviewId,
): Promise<void> {
  for (const { number } of report.orders) {
    if (!number || !idPattern.test(number)) continue;
    const order = await orderById(doing.db, number as Id<'Order'> as OrderId);
    if (order?.state !== 'placed' || order.patient !== patient.id) continue;
    for (const item of order.items)
      if (item.state === 'performed')
        await answerOrderItem(doing, { order: order.id, number: item.number, answer: { thing: 'review', id: review } });
  }
}
