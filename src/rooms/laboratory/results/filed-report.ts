/** A laboratory's report as lines of the patient's results: its own words, values and intervals, flagged, and what is phoned. */

import { type Coded, wordsOf } from '#exchange';
import { newId } from '#kernel/ids';
import type { Sex } from '#kernel/sex';
import { dayOf, type IsoDate, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Analyte, analyteOfNlk } from '../analyses/analyte.table.ts';
import { phoneAnswerFor } from '../analyses/critical-value.ts';
import { deltaOf } from '../analyses/own-result.ts';
import {
  flagOf,
  flagOfCensored,
  type Limits,
  readPrintedLimits,
  referenceAgeYears,
  referenceIntervalFor,
} from '../analyses/reference-interval.ts';
import { sameUnit } from '../analyses/unit.ts';
import { analyses } from './investigation-name.ts';
import {
  everyItem,
  isWithdrawn,
  type LaboratoryReport,
  plainNumber,
  type ResultItem,
  specimensOf,
} from './laboratory-report.ts';
import type { ReportId, ResultId, ResultRow } from './result-row.ts';
import type { Finding, ReviewId } from './review.ts';

export type Filing = {
  readonly patient: { readonly id: PatientId; readonly birthDate: IsoDate | null; readonly sex: Sex };
  readonly report: ReportId;
  readonly review: ReviewId;
  readonly laboratory: string;
  readonly arrivedAt: Moment;
  /** The patient's last standing number of each analyte. */
  readonly previous: readonly ResultRow[];
};
export type FiledItem = { readonly row: ResultRow; readonly finding: Finding };

export function filedItems(report: LaboratoryReport, filing: Filing): readonly FiledItem[] {
  return everyItem(report).map((item, place) => filedItem(report, item, place, filing));
}

function filedItem(report: LaboratoryReport, item: ResultItem, place: number, filing: Filing): FiledItem {
  const { name, code, analyte } = analyses(item, analyteOfNlk);
  const value = valueOfItem(item);
  const sampledAt = sampledOf(report, item) ?? filing.arrivedAt;
  const limits = limitsOf(item, analyte, value.unit, sampledAt, filing);
  const withdrawn = isWithdrawn(report, item);
  const flag = flagFrom(item, value, limits.limits);
  const critical = withdrawn || !analyte ? undefined : criticalFrom(analyte, value, dayOf(sampledAt));
  const delta = analyte ? deltaFrom(analyte, value, dayOf(sampledAt), filing) : undefined;
  const row: ResultRow = {
    id: newId<ResultId>(),
    patient: filing.patient.id,
    review: filing.review,
    report: filing.report,
    place,
    analyte: analyte ?? null,
    code,
    name,
    valueNumber: value.number,
    comparator: value.comparator,
    valueText: value.text,
    unit: value.unit,
    low: limits.limits?.low ?? null,
    high: limits.limits?.high ?? null,
    limitsText: limits.printed,
    limitsSource: limits.source,
    flag,
    isCritical: critical !== undefined,
    comment: item.comment,
    sampledAt,
    arrivedAt: filing.arrivedAt,
    madeBy: 'outside laboratory',
    madeWhere: filing.laboratory,
    device: null,
    reagentLot: null,
    clinicalOrder: null,
    item: null,
    performer: null,
    state: withdrawn ? 'withdrawn' : 'stands',
  };
  return {
    row,
    finding: { analyte: analyte ?? name, flag, ...(critical ? { critical } : {}), ...(delta ? { delta } : {}) },
  };
}

type Value = { number: number | null; comparator: string | null; text: string | null; unit: string };
/** Kodeverk 8239: less than, greater than, and with equal. */
const comparators: Readonly<Record<string, string>> = {
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};

function valueOfItem(item: ResultItem): Value {
  const none: Value = { number: null, comparator: null, text: null, unit: '' };
  const [first, ...more] = item.values;
  if (!first) return none;
  const also = more.map(textOfValue).filter(Boolean).join('; ');
  if (first.kind === 'number') {
    const { quantity } = first;
    const sign = comparators[first.comparator?.code?.toUpperCase() ?? ''] ?? null;
    const number = plainNumber(quantity);
    const unit = quantity.unit ?? '';
    if (number === null) return { ...none, unit, text: `${wordsOf(first.comparator)}${quantity.text ?? ''}` };
    return { number, comparator: sign, text: also || null, unit };
  }
  const unit = first.kind === 'text' ? (first.unit ?? '') : '';
  return { ...none, unit, text: [textOfValue(first), also].filter(Boolean).join('; ') || null };
}

function textOfValue(value: ResultItem['values'][number]): string {
  if (value.kind === 'number')
    return `${wordsOf(value.comparator)}${value.quantity.text ?? ''} ${value.quantity.unit ?? ''}`.trim();
  if (value.kind === 'interval')
    return `${value.low?.text ?? ''}–${value.high?.text ?? ''} ${value.low?.unit ?? value.high?.unit ?? ''}`.trim();
  if (value.kind === 'date') return value.date?.text ?? '';
  return [wordsOf(value.heading), value.text ?? '', ...value.codes.map((one: Coded) => wordsOf(one))]
    .filter(Boolean)
    .join(' ');
}

function sampledOf(report: LaboratoryReport, item: ResultItem): Moment | undefined {
  const collected = specimensOf(report, item).map(({ collected: at }) => at);
  const others = [item.investigated, ...report.orders.map(({ receivedAt }) => receivedAt), report.issued];
  for (const time of [...collected, ...others]) {
    if (time?.moment) return time.moment;
    if (time?.day) return momentAt(time.day, '12:00' as TimeOfDay);
  }
  return undefined;
}

type FoundLimits = {
  readonly limits: Limits | undefined;
  readonly printed: string | null;
  readonly source: string | null;
};
/** The laboratory's own interval wins; our table only where it printed none and the unit is ours. */
function limitsOf(
  item: ResultItem,
  analyte: Analyte | undefined,
  unit: string,
  sampledAt: Moment,
  { patient, laboratory }: Filing,
): FoundLimits {
  const printed = item.references
    .map((text) => text.trim())
    .filter(Boolean)
    .join('; ');
  if (printed) return { limits: readPrintedLimits(printed), printed, source: laboratory };
  if (!analyte || patient.birthDate === null) return { limits: undefined, printed: null, source: null };
  const on = dayOf(sampledAt);
  const ageYears = referenceAgeYears(patient.birthDate, on);
  const interval = referenceIntervalFor({ analyte, sex: patient.sex, ageYears, on });
  if (!interval.ok || !sameUnit(interval.value.unit, unit)) return { limits: undefined, printed: null, source: null };
  return { limits: interval.value, printed: null, source: interval.value.source };
}

/** The laboratory's mark first (kodeverk 8244); outside without a direction is told by the interval, else as high. */
function flagFrom(item: ResultItem, value: Value, limits: Limits | undefined): Finding['flag'] {
  const mark = item.deviation?.code;
  if (mark === '1') return 'high';
  if (mark === '2') return 'low';
  const sign = value.comparator as '<' | '<=' | '>' | '>=' | null;
  const own =
    value.number === null || !limits
      ? undefined
      : sign
        ? flagOfCensored({ comparator: sign, value: value.number }, limits)
        : flagOf(value.number, limits);
  if (mark === '3') return own === 'low' ? 'low' : 'high';
  return own ?? 'none';
}

function criticalFrom(analyte: Analyte, { number, unit, comparator }: Value, on: IsoDate): Finding['critical'] {
  if (number === null) return undefined;
  const phone = phoneAnswerFor({ analyte, value: number, unit, on, isKnown: false });
  if (!phone.ok || !phone.value.phone) return undefined;
  const { crossed, limit, source } = phone.value;
  if (comparator?.startsWith('<') && crossed === 'above') return undefined;
  if (comparator?.startsWith('>') && crossed === 'below') return undefined;
  return { crossed, limit, source };
}

function deltaFrom(
  analyte: Analyte,
  { number, unit, comparator }: Value,
  on: IsoDate,
  { previous, laboratory }: Filing,
): Finding['delta'] {
  const last = previous.find((row) => row.analyte === analyte);
  if (number === null || comparator || last?.valueNumber == null) return undefined;
  const before = { value: last.valueNumber, unit: last.unit, method: last.madeWhere, sampledOn: dayOf(last.sampledAt) };
  return deltaOf(analyte, before, { value: number, unit, method: laboratory, sampledOn: on });
}
