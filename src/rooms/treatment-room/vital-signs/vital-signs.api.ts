/** Filing what was measured at the chair, and what was measured before. */

import { z } from 'zod';
import { fact } from '#events';
import { addNote, recordCareAct } from '#journal/server';
import { type Id, newId, type PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { addMinutes, ageInMonthsOn, ageOn, dayOf } from '#kernel/time';
import { openLoop } from '#loops/server';
import type { OrderId, PlacedOrder } from '#orders';
import { orderById, ordersOf, performOrderItem } from '#orders/server';
import type { PatientId } from '#patients';
import { patientById } from '#patients/server';
import { command, type Doing, query } from '#platform/server';
import { allPersons } from '#staff/server';
import { filingTexts } from './filing.texts.ts';
import { answers, type Filing, type FilingId, type FilingRefusal } from './filing.ts';
import { noteOf, shortWords } from './filing-note.ts';
import { valuesOf } from './filing-values.ts';
import { doctorAnswersWithinMinutes } from './measurable.table.ts';
import {
  type AgeAtMeasuring,
  type Finding,
  judgePressure,
  judgeSaturation,
  judgeSigns,
  pressureInput,
  saturationInput,
  signsInput,
  type Taken,
} from './measuring.ts';
import * as store from './vital-signs.store.ts';

/** On whose order, if anyone's; the conditions that the doctor set are said to be met. */
const asked = z.object({
  patient: idInput<PatientId>(),
  order: idInput<OrderId>().optional(),
  number: z.int().min(1).max(30).default(1),
  conditionsConfirmed: z.boolean().default(false),
});
type Asked = z.output<typeof asked>;
type Measuring = Doing<Asked>;

/** Without an order it is measured by the clinic's written procedure. */
const given = ({ order }: Asked) => ({ order: order ?? 'written procedure' });

export const recordBloodPressure = command({
  name: 'recordBloodPressure',
  who: { duty: 'treatment.vital-signs' },
  takes: pressureInput.extend(asked.shape),
  patient: (input) => input.patient,
  given,
  async does(doing) {
    const { patient: _, order: _o, number: _n, conditionsConfirmed: _c, ...taken } = doing.input;
    const finding = judgePressure(taken);
    if (!finding.ok) return finding;
    return file(doing, { kind: 'blood pressure', ...taken }, finding.value);
  },
});

/** Pulse, temperature and breathing, together or one alone. */
export const recordVitalSigns = command({
  name: 'recordVitalSigns',
  who: { duty: 'treatment.vital-signs' },
  takes: signsInput.extend(asked.shape),
  patient: (input) => input.patient,
  given,
  async does(doing) {
    const { patient, order: _o, number: _n, conditionsConfirmed: _c, ...taken } = doing.input;
    const finding = judgeSigns(taken, await ageOf(doing, patient));
    if (!finding.ok) return finding;
    return file(doing, { kind: 'vital signs', ...taken }, finding.value);
  },
});

export const recordSaturation = command({
  name: 'recordSaturation',
  who: { duty: 'treatment.saturation' },
  takes: saturationInput.extend(asked.shape),
  patient: (input) => input.patient,
  given,
  async does(doing) {
    const { patient, order: _o, number: _n, conditionsConfirmed: _c, ...taken } = doing.input;
    const finding = judgeSaturation(taken, await ageOf(doing, patient));
    if (!finding.ok) return finding;
    return file(doing, { kind: 'saturation', ...taken }, finding.value);
  },
});

async function ageOf({ db, now }: Pick<Measuring, 'db' | 'now'>, id: PatientId): Promise<AgeAtMeasuring> {
  const patient = await patientById(db, id);
  if (!patient?.birthDate) return {};
  return { years: ageOn(patient.birthDate, dayOf(now)), months: ageInMonthsOn(patient.birthDate, dayOf(now)) };
}

/** The order is this patient's, and asks for this. */
async function ordered(doing: Measuring, kind: Taken['kind']): Promise<Result<PlacedOrder | null, FilingRefusal>> {
  const { order: id, number, patient } = doing.input;
  if (!id) return ok(null);
  const order = await orderById(doing.db, id);
  if (order?.state !== 'placed') return refuse('order not found');
  if (order.patient !== patient) return refuse('order of another patient');
  const item = order.items.find((one) => one.number === number);
  return item?.code === answers[kind] ? ok(order) : refuse('not what was ordered');
}

/** Note, care act, order, fact and stop in one transaction: all of it stands, or nothing. */
async function file(doing: Measuring, taken: Taken, finding: Finding) {
  const { me, now, input } = doing;
  const order = await ordered(doing, taken.kind);
  if (!order.ok) return order;
  const filing: Unwritten = {
    ...{ id: newId<FilingId>(), patient: input.patient, taken, finding, measuredAt: now, performer: me.person },
    decider: order.value?.orderedBy ?? null,
    order: input.order ?? null,
    number: input.order ? input.number : null,
  };
  const note = await document(doing, filing);
  if (!note.ok) return note;
  await store.addFiling(doing.db, { ...filing, entry: note.value });
  if (filing.order) {
    const { number, conditionsConfirmed } = input;
    const done = { order: filing.order, number, by: me.person, became: subjectOf(filing), conditionsConfirmed };
    const performed = await performOrderItem(doing, done);
    if (!performed.ok) return performed;
  }
  tellOf(doing, filing);
  if (finding.isForDoctorAtOnce) await stop(doing, filing);
  return ok({ id: filing.id, entry: note.value, isForDoctorAtOnce: finding.isForDoctorAtOnce });
}

type Unwritten = Omit<Filing, 'entry'>;
const subjectOf = ({ id }: Unwritten) => ({ thing: 'vital signs', id });

const byProcedure = { kind: 'written procedure', procedure: 'vital signs' } as const;

/** The signed note, and the care act that it is the documentation of. */
async function document(doing: Measuring, filing: Unwritten) {
  const { patient, performer, decider, order } = filing;
  const decided = decider ? { decider } : {};
  const alone = doing.ground === 'emergency' ? ({ kind: 'emergency' } as const) : byProcedure;
  const basis = order ? ({ kind: 'order', order } as const) : alone;
  const note = await addNote(doing, {
    ...{ patient, performer, ...decided, kind: 'measurement' },
    text: noteOf(filing.taken, filing.finding),
    values: valuesOf(filing.taken),
    documents: [subjectOf(filing)],
    basis,
  });
  if (!note.ok) return note;
  const act = { subject: subjectOf(filing), patient, doneAt: filing.measuredAt, performer, basis: basis.kind };
  await recordCareAct(doing, { ...act, ...decided }, note.value);
  return note;
}

function tellOf({ tell, supervisor }: Measuring, { id, taken, patient, performer, decider }: Unwritten): void {
  const authority = decider ? ('order' as const) : ('own' as const);
  const work = { patient, performer, doctor: decider, authority, supervisor: supervisor ?? null };
  if (taken.kind === 'saturation')
    tell(fact('ProcedureDone', { ...work, done: id as Id<string> as Id<'Procedure'>, procedure: 'saturation' }));
  else tell(fact('VitalSignsFiled', { ...work, filing: id }));
}

/** A doctor now: it stands on the board until one has answered, and the patient stays in the room. */
async function stop(doing: Measuring, filing: Unwritten): Promise<void> {
  await openLoop(doing, {
    kind: 'other promise',
    patient: filing.patient,
    subject: subjectOf(filing),
    what: filingTexts.nb.doctorNow(
      `${filingTexts.nb.kinds[filing.taken.kind]} ${shortWords(filing.taken, filing.finding, 'nb')}`,
    ),
    haste: 1,
    owner: { kind: 'station', station: 'doctors' },
    deputy: { kind: 'station', station: 'treatment-room' },
    openedBy: filing.performer,
    expectedBy: addMinutes(doing.now, doctorAnswersWithinMinutes.value),
  });
}

const answered = Object.values(answers);
/** What was measured before, and what is ordered and waits to be measured here. */
export const vitalSignsOf = query({
  name: 'vitalSignsOf',
  who: { duty: 'treatment.vital-signs' },
  takes: z.object({ patient: idInput<PatientId>() }),
  patient: ({ patient }) => patient,
  async does({ input, db, me, now }) {
    const filings = await store.filingsOf(db, input.patient);
    const names = Object.fromEntries(
      (await allPersons(db)).map((one) => [one.id, `${one.givenName} ${one.familyName}`]),
    );
    const open = (await ordersOf(db, input.patient)).flatMap((order) =>
      order.state === 'placed' && order.validUntil >= dayOf(now)
        ? order.items
            .filter(({ state, code }) => (state === 'ordered' || state === 'accepted') && answered.includes(code))
            .map((item) => ({ order: order.id, item, doctor: order.orderedBy, orderedAt: order.orderedAt }))
        : [],
    );
    const mine = open.filter(({ item }) => item.state !== 'accepted' || item.acceptedBy === me.person);
    return ok({ filings, open: mine, names: names as Readonly<Record<PersonId, string>> });
  },
});
