/** Commands and queries of analyses run in the house: a value read off an instrument for what a doctor has ordered. */

import { z } from 'zod';
import type { DeviceId } from '#equipment';
import { fact } from '#events';
import { addNote, recordCareAct } from '#journal/server';
import { type Id, newId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { type OrderId, orderableOn, type PlacedOrder } from '#orders';
import { answerOrderItem, orderById, performOrderItem, waitingInRoom } from '#orders/server';
import type { PatientId } from '#patients';
import { patientById } from '#patients/server';
import { command, type Doing, query } from '#platform/server';
import { controlRunsOf } from '../quality-control/control.store.ts';
import { instrumentOf } from '../quality-control/instrument.api.ts';
import { type Instrument, instrumentGate } from '../quality-control/instrument-gate.ts';
import { answerArrived } from '../results/arrival.api.ts';
import { addResults, previousResults } from '../results/result.store.ts';
import type { ResultId, ResultRow } from '../results/result-row.ts';
import { arrive, type Received, type ReviewId } from '../results/review.ts';
import { shownLimits } from './analysis.texts.ts';
import { type Analyte, analytes } from './analyte.table.ts';
import { billedNames } from './billed-name.table.ts';
import { asTyped, judgeOwnResult, type OwnResult, type Reading, readingInput } from './own-result.ts';
import { type ResultNote, resultNote } from './result-note.ts';

const device = idInput<DeviceId>();
const patient = idInput<PatientId>();
const reading = z.intersection(
  readingInput,
  z.object({ number: z.int().min(1).max(30), device, conditionsConfirmed: z.boolean().default(false) }),
);
type OnDevice = z.output<typeof reading>;
type Entering = Doing<{
  order: OrderId;
  patient: PatientId;
  instrumentPatient?: string | undefined;
  takenAt?: Moment | undefined;
  readings: OnDevice[];
}>;

/**
 * Values of one order, typed or sent by the instrument: judged, in the record, before the doctor, off the work list, in one act.
 * Refused while an instrument is locked, and when the patient on the screen, on the order and on the instrument are not the same.
 */
export const enterResults = command({
  name: 'enterResults',
  who: { duty: 'laboratory.local-analyses' },
  given: (input) => ({ order: input.order }),
  takes: z.object({
    order: idInput<OrderId>(),
    patient,
    /** The number that was scanned or typed on the instrument, where it asks for one. */
    instrumentPatient: z.string().trim().max(40).optional(),
    readings: z.array(reading).min(1).max(12),
  }),
  patient: (input) => input.patient,
  async does(doing) {
    const { input, db, now } = doing;
    const order = await orderById(db, input.order);
    if (order?.state !== 'placed') return refuse('not placed');
    const same = await rightPatient(doing, order);
    if (!same.ok) return same;
    const judged: Judged[] = [];
    for (const one of input.readings) {
      const done = await judgeReading(doing, order, one, same.value);
      if (!done.ok) return done;
      judged.push(done.value);
    }
    const kept = await keep(doing, order, judged, now);
    if (!kept.ok) return kept;
    return ok({
      review: kept.value.id,
      results: judged.map(({ own }) => own),
      isCritical: judged.some(({ own }) => own.finding.critical !== undefined),
    });
  },
});

async function rightPatient({ input, db }: Pick<Entering, 'input' | 'db'>, order: PlacedOrder) {
  if (order.patient !== input.patient) return refuse('another patient');
  const found = await patientById(db, order.patient);
  if (!found) return refuse('not found');
  const said = input.instrumentPatient?.replace(/\s/g, '');
  if (said && said !== found.number) return refuse('another patient on the instrument');
  return ok(found);
}

type Judged = { readonly own: OwnResult; readonly instrument: Instrument; readonly reading: OnDevice };

async function judgeReading(
  { input, db, now }: Pick<Entering, 'input' | 'db' | 'now'>,
  order: PlacedOrder,
  one: OnDevice,
  examinee: Parameters<typeof judgeOwnResult>[1],
) {
  const item = order.items.find(({ number }) => number === one.number);
  const offered = item && orderableOn(item.code, dayOf(order.orderedAt));
  if (!offered?.analytes.includes(one.analyte)) return refuse('not what was ordered');
  const typed = asTyped(one);
  if (!typed.ok) return typed;
  const instrument = await instrumentOf(db, one.device, one.analyte);
  if (!instrument) return refuse('not measured by this device');
  const gate = instrumentGate(instrument, await controlRunsOf(db, one.device, one.analyte), now);
  if (!gate.open) return refuse('instrument locked', { because: gate.why, device: instrument.device.name });
  const method = instrument.device.name;
  const [last] = await previousResults(db, input.patient, [one.analyte], now);
  const previous =
    last?.valueNumber != null
      ? { value: last.valueNumber, unit: last.unit, method: last.madeWhere, sampledOn: dayOf(last.sampledAt) }
      : undefined;
  return ok({ own: judgeOwnResult(one as Reading, examinee, previous, { at: now, method }), instrument, reading: one });
}

/** The rows, the note, the order, the doctor's list and what the other rooms hear. */
async function keep(
  doing: Entering,
  order: PlacedOrder,
  judged: readonly Judged[],
  now: Moment,
): Promise<Result<Received>> {
  const review = newId<ReviewId>();
  const rows = judged.map((one, place) => rowOf(doing, order, one, { review, place, now }));
  const answer = arrive(
    {
      id: review,
      patient: order.patient,
      about: { thing: 'analysis', id: review },
      order: { thing: 'order', id: order.id },
      from: judged.every((one) => one.reading.from === 'instrument') ? 'own instrument' : 'typed',
      isPreliminary: false,
      doctor: order.orderedBy,
      findings: judged.map(({ own }) => own.finding),
    },
    now,
  );
  await answerArrived(doing, answer, rows, doing.me.person);
  await addResults(doing.db, rows);
  const performed = await performItems(doing, rows, judged);
  if (!performed.ok) return performed;
  const noted = await noteResults(doing, order, rows, judged);
  if (!noted.ok) return noted;
  for (const row of rows) tellAnalysis(doing, order, row);
  return ok(answer);
}

async function performItems(
  doing: Entering,
  rows: readonly Omit<ResultRow, 'state'>[],
  judged: readonly Judged[],
): Promise<Result<undefined>> {
  const numbers = [...new Set(rows.map(({ item }) => item as number))];
  for (const number of numbers) {
    const row = rows.find(({ item }) => item === number) as Omit<ResultRow, 'state'>;
    const became = { thing: 'analysis', id: row.id };
    const conditionsConfirmed = judged.some(({ reading: one }) => one.number === number && one.conditionsConfirmed);
    const order = doing.input.order;
    const done = await performOrderItem(doing, { order, number, by: doing.me.person, became, conditionsConfirmed });
    if (!done.ok) return done;
    const answered = await answerOrderItem(doing, { order, number, answer: { thing: 'review', id: row.review } });
    if (!answered.ok) return answered;
  }
  return ok();
}

async function noteResults(
  doing: Entering,
  order: PlacedOrder,
  rows: readonly Omit<ResultRow, 'state'>[],
  judged: readonly Judged[],
) {
  const documents = rows.map(({ id }) => ({ thing: 'analysis', id }));
  const { text, values }: ResultNote = resultNote(
    judged.map(({ own, instrument, reading: one }) => ({ own, device: instrument.device, from: one.from })),
    doing.now,
  );
  const noted = await addNote(doing, {
    patient: order.patient,
    kind: 'result',
    text,
    values,
    documents,
    performer: doing.me.person,
    decider: order.orderedBy,
    basis: { kind: 'order', order: order.id },
  });
  if (!noted.ok) return noted;
  for (const subject of documents) {
    const act = { subject, patient: order.patient, doneAt: doing.now, performer: doing.me.person };
    await recordCareAct(doing, { ...act, decider: order.orderedBy, basis: 'order' }, noted.value);
  }
  return noted;
}

function tellAnalysis(doing: Entering, order: PlacedOrder, row: Omit<ResultRow, 'state'>): void {
  doing.tell(
    fact('AnalysisDone', {
      analysis: row.id as Id<string> as Id<'Analysis'>,
      patient: order.patient,
      performer: doing.me.person,
      doctor: order.orderedBy,
      authority: 'order',
      supervisor: doing.supervisor ?? null,
      analyte: billedNames[row.analyte as Analyte] ?? row.analyte ?? '',
    }),
  );
}

function rowOf(
  { me }: Pick<Entering, 'me'>,
  order: PlacedOrder,
  { own, instrument, reading: one }: Judged,
  { review, place, now }: { review: ReviewId; place: number; now: Moment },
): Omit<ResultRow, 'state'> {
  const { interval, finding } = own;
  return {
    id: newId<ResultId>(),
    patient: order.patient,
    review,
    report: null,
    place,
    analyte: own.analyte,
    code: null,
    name: analytes[own.analyte].name.nb,
    valueNumber: own.value,
    comparator: own.comparator ?? null,
    valueText: null,
    unit: own.unit,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    limitsText: interval?.highExcluded || interval?.lowExcluded ? shownLimits('nb', interval) : null,
    limitsSource: interval?.source ?? null,
    flag: finding.flag,
    isCritical: finding.critical !== undefined,
    comment: null,
    sampledAt: now,
    arrivedAt: now,
    madeBy: one.from === 'instrument' ? 'own instrument' : 'typed',
    madeWhere: instrument.device.name,
    device: instrument.device.id,
    reagentLot: instrument.reagent?.lot ?? null,
    clinicalOrder: order.id,
    item: one.number,
    performer: me.person,
  };
}

/** What the rules would say of a value while it is typed: interval, flag and whether it will be phoned. Nothing is kept. */
export const previewResult = query({
  name: 'previewResult',
  who: { duty: 'laboratory.local-analyses' },
  takes: z.intersection(readingInput, z.object({ patient, device })),
  patient: (input) => input.patient,
  async does({ input, db, now }) {
    const found = await patientById(db, input.patient);
    if (!found) return refuse('not found');
    const [last] = await previousResults(db, input.patient, [input.analyte], now);
    const instrument = await instrumentOf(db, input.device, input.analyte);
    const method = instrument?.device.name ?? '';
    const previous =
      last?.valueNumber != null
        ? { value: last.valueNumber, unit: last.unit, method: last.madeWhere, sampledOn: dayOf(last.sampledAt) }
        : undefined;
    const own = judgeOwnResult(input as Reading, found, previous, { at: now, method });
    return ok({ ...own, previous: previous ?? null });
  },
});

/** The laboratory's work list by patient and order, with the analytes of each item. */
export const laboratoryWork = query({
  name: 'laboratoryWork',
  who: { duty: 'laboratory.local-analyses' },
  takes: z.object({}),
  async does({ db, now, shows }) {
    const lines = await waitingInRoom(db, 'laboratory', dayOf(now));
    shows(lines.map((one) => one.patient));
    return ok(
      lines.map((one) => {
        const offered = orderableOn(one.item.code, dayOf(one.orderedAt));
        return {
          ...one,
          name: offered?.name ?? { nb: one.item.code, en: one.item.code },
          kind: offered?.kind ?? 'analysis',
          analytes: offered?.analytes ?? [],
        };
      }),
    );
  },
});
