/** Results, reports and reviews as the tables hold them: a report is one insert, its results are another. */

import type { IncomingId } from '#exchange';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { LaboratoryReport } from './laboratory-report.ts';
import type { ReportId, ResultRow } from './result-row.ts';
import { isSettled, type Review, type ReviewId } from './review.ts';
import { type ReviewUrgency, urgencyOf, urgencyOrder } from './review-list.ts';

/** A text column cannot hold the character zero, and a damaged letter may. */
const asJson = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');

const columns = `r.id, r.patient, r.review, r.report, r.place, r.analyte, r.code, r.name, r.value_number as "valueNumber", r.comparator,
  r.value_text as "valueText", r.unit, r.low, r.high, r.limits_text as "limitsText", r.limits_source as "limitsSource", r.flag,
  r.is_critical as "isCritical", r.comment, r.sampled_at as "sampledAt", r.arrived_at as "arrivedAt", r.made_by as "madeBy",
  r.made_where as "madeWhere", r.device, r.reagent_lot as "reagentLot", r.clinical_order as "clinicalOrder", r.item, r.performer, r.state`;

const addRows = statement<{ rows: string }>(
  'result: add',
  `insert into laboratory_result (clinic, id, patient, review, report, place, analyte, code, name, value_number, comparator, value_text, unit,
     low, high, limits_text, limits_source, flag, is_critical, comment, sampled_at, arrived_at, made_by, made_where, device, reagent_lot,
     clinical_order, item, performer, state)
   select :clinic, x.id, x.patient, x.review, x.report, x.place, x.analyte, x.code, x.name, x."valueNumber", x.comparator, x."valueText", x.unit,
     x.low, x.high, x."limitsText", x."limitsSource", x.flag, x."isCritical", x.comment, x."sampledAt", x."arrivedAt", x."madeBy", x."madeWhere",
     x.device, x."reagentLot", x."clinicalOrder", x.item, x.performer, coalesce(x.state, 'stands')
   from jsonb_to_recordset(:rows::jsonb) as x(id uuid, patient uuid, review uuid, report uuid, place smallint, analyte text, code text, name text,
     "valueNumber" double precision, comparator text, "valueText" text, unit text, low double precision, high double precision,
     "limitsText" text, "limitsSource" text, flag text, "isCritical" boolean, comment text, "sampledAt" timestamptz, "arrivedAt" timestamptz,
     "madeBy" text, "madeWhere" text, device uuid, "reagentLot" text, "clinicalOrder" uuid, item smallint, performer uuid, state text)`,
);
const ofPatient = statement<{ patient: PatientId; most: number }, ResultRow>(
  'result: of patient',
  `select ${columns} from laboratory_result r where r.clinic = :clinic and r.patient = :patient
   order by r.sampled_at desc, r.place limit :most`,
);
const ofReviews = statement<{ reviews: readonly ReviewId[] }, ResultRow>(
  'result: of reviews',
  `select ${columns} from laboratory_result r where r.clinic = :clinic and r.review = any(:reviews::uuid[]) order by r.place`,
);
const previousOf = statement<{ patient: PatientId; analytes: readonly string[]; before: Moment }, ResultRow>(
  'result: previous',
  `select distinct on (r.analyte) ${columns} from laboratory_result r
   where r.clinic = :clinic and r.patient = :patient and r.analyte = any(:analytes::text[]) and r.state = 'stands' and r.sampled_at < :before
     and r.value_number is not null and r.comparator is null
   order by r.analyte, r.sampled_at desc`,
);
const setState = statement<{ report: ReportId; state: string }>(
  'result: set state of report',
  `update laboratory_result set state = :state where clinic = :clinic and report = :report and state = 'stands'`,
);

const putReview = statement<{
  id: ReviewId;
  patient: PatientId;
  doctor: PersonId;
  state: string;
  urgency: number;
  arrivedAt: Moment;
  isUntold: boolean;
  thing: string;
}>(
  'review: put',
  `insert into result_review (clinic, id, patient, doctor, state, urgency, arrived_at, is_untold, thing)
   values (:clinic, :id, :patient, :doctor, :state, :urgency, :arrivedAt, :isUntold, :thing::jsonb)
   on conflict (clinic, id) do update set doctor = excluded.doctor, state = excluded.state, urgency = excluded.urgency,
     is_untold = excluded.is_untold, thing = excluded.thing`,
);
type Thing = { thing: Review };
const reviewToChange = statement<{ id: ReviewId }, Thing>(
  'review: to change',
  'select thing from result_review where clinic = :clinic and id = :id for update',
);
/** A review with who it is about. */
export type ReviewLine = {
  readonly review: Review;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: IsoDate | null;
  readonly addressBlock: number | null;
  readonly doctorName: string;
};
const line = `v.thing as review, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
  p.address_block as "addressBlock", d.given_name || ' ' || d.family_name as "doctorName"
  from result_review v join patient p on p.clinic = v.clinic and p.id = v.patient join person d on d.clinic = v.clinic and d.id = v.doctor`;
const unseen = statement<{ doctor: PersonId | null; most: number }, ReviewLine>(
  'review: unseen',
  `select ${line} where v.clinic = :clinic and v.state in ('received', 'critical notified') and (:doctor::uuid is null or v.doctor = :doctor)
   order by v.urgency, v.arrived_at limit :most`,
);
const untold = statement<{ most: number }, ReviewLine>(
  'review: untold',
  `select ${line} where v.clinic = :clinic and v.is_untold order by v.arrived_at limit :most`,
);
const ofPatientReviews = statement<{ patient: PatientId }, ReviewLine>(
  'review: of patient',
  `select ${line} where v.clinic = :clinic and v.patient = :patient order by v.arrived_at desc limit 40`,
);
const countCritical = statement<object, { count: number }>(
  'review: critical untold',
  `select count(*)::int as count from result_review where clinic = :clinic and state = 'received' and urgency = 0`,
);

export type ReportRow = {
  readonly id: ReportId;
  readonly patient: PatientId;
  readonly letter: IncomingId;
  readonly number: string | null;
  readonly laboratory: string;
  readonly laboratoryId: string | null;
  readonly messageId: string | null;
  readonly status: string | null;
  readonly arrivedAt: Moment;
  readonly report: LaboratoryReport;
};
const addReport = statement<Omit<ReportRow, 'report'> & { report: string }>(
  'report: add',
  `insert into laboratory_report (clinic, id, patient, letter, number, laboratory, laboratory_id, message_id, status, arrived_at, report)
   values (:clinic, :id, :patient, :letter, :number, :laboratory, :laboratoryId, :messageId, :status, :arrivedAt, :report::jsonb)`,
);
export type KnownReport = {
  readonly id: ReportId;
  readonly patient: PatientId;
  readonly report: LaboratoryReport;
  readonly review: Review;
};
const standingOf = statement<{ number: string }, KnownReport>(
  'report: standing by number',
  `select l.id, l.patient, l.report, v.thing as review from laboratory_report l
   join lateral (select r.review from laboratory_result r where r.clinic = l.clinic and r.report = l.id limit 1) r on true
   join result_review v on v.clinic = l.clinic and v.id = r.review
   where l.clinic = :clinic and l.number = :number and l.overtaken_by is null`,
);
const overtake = statement<{ id: ReportId; by: ReportId }>(
  'report: overtake',
  'update laboratory_report set overtaken_by = :by where clinic = :clinic and id = :id',
);
const reportById = statement<
  { id: ReportId },
  { id: ReportId; patient: PatientId; report: LaboratoryReport; letter: IncomingId }
>('report: by id', 'select id, patient, report, letter from laboratory_report where clinic = :clinic and id = :id');

/** Stands unless said otherwise. */
export type NewResult = Omit<ResultRow, 'state'> & Partial<Pick<ResultRow, 'state'>>;
export const addResults = (db: Db, rows: readonly NewResult[]): Promise<number> =>
  db.run(addRows, { rows: asJson(rows) });
export const resultsOf = (db: Db, patient: PatientId, most = 600): Promise<ResultRow[]> =>
  db.rows(ofPatient, { patient, most });
export const resultsOfReviews = (db: Db, reviews: readonly ReviewId[]): Promise<ResultRow[]> =>
  reviews.length === 0 ? Promise.resolve([]) : db.rows(ofReviews, { reviews });
/** The patient's last standing number of each analysis. */
export const previousResults = (
  db: Db,
  patient: PatientId,
  analytes: readonly string[],
  before: Moment,
): Promise<ResultRow[]> => db.rows(previousOf, { patient, analytes, before });
export const setResultsOfReport = (db: Db, report: ReportId, state: 'replaced' | 'withdrawn'): Promise<number> =>
  db.run(setState, { report, state });

function urgencyNumber(review: Review): number {
  const urgency: ReviewUrgency =
    review.state === 'received' || review.state === 'critical notified' ? urgencyOf(review) : 'ordinary';
  return urgencyOrder.indexOf(urgency);
}
export const saveReview = (db: Db, review: Review): Promise<number> => {
  const { id, patient, doctor, state, arrivedAt } = review;
  const isUntold = review.state === 'reviewed' && !isSettled(review);
  const urgency = urgencyNumber(review);
  return db.run(putReview, { id, patient, doctor, state, urgency, arrivedAt, isUntold, thing: JSON.stringify(review) });
};
export const reviewById = async (db: Db, id: ReviewId): Promise<Review | undefined> =>
  (await db.row(reviewToChange, { id }))?.thing;
/** What no doctor has signed, the most urgent first; of one doctor, or of all. */
export const unseenReviews = (db: Db, doctor: PersonId | null, most = 200): Promise<ReviewLine[]> =>
  db.rows(unseen, { doctor, most });
export const untoldReviews = (db: Db): Promise<ReviewLine[]> => db.rows(untold, { most: 200 });
export const reviewsOfPatient = (db: Db, patient: PatientId): Promise<ReviewLine[]> =>
  db.rows(ofPatientReviews, { patient });
/** Critical values that no doctor has been told. */
export const criticalUntold = async (db: Db): Promise<number> => (await db.row(countCritical, {}))?.count ?? 0;

export const addReportRow = (db: Db, row: ReportRow): Promise<number> =>
  db.run(addReport, { ...row, report: asJson(row.report) });
export const standingReports = (db: Db, number: string): Promise<KnownReport[]> => db.rows(standingOf, { number });
export const overtakeReport = (db: Db, id: ReportId, by: ReportId): Promise<number> => db.run(overtake, { id, by });
export const reportRow = (db: Db, id: ReportId) => db.row(reportById, { id });

const practice = statement<object, { isDemo: boolean }>(
  'laboratory: setting of the clinic',
  'select is_demo as "isDemo" from clinic where clinic = :clinic',
);
export const isPracticeClinic = async (db: Db): Promise<boolean> => (await db.row(practice, {}))?.isDemo ?? false;
