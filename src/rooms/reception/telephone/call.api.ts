/** Commands and queries of the telephone: a call is answered, recorded with its outcome, and what was promised is opened as a loop. */

import { z } from 'zod';
import { fact } from '#events';
import { addNote, recordCareAct } from '#journal/server';
import { newId } from '#kernel/ids';
import { idInput, momentInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import {
  addDays,
  addMinutes,
  ageOn,
  dayOf,
  hourMs,
  type Moment,
  momentAt,
  momentOf,
  type TimeOfDay,
} from '#kernel/time';
import { validOn } from '#kernel/validity';
import { openLoop } from '#loops/server';
import { fullName, type PatientId } from '#patients';
import { patientById } from '#patients/server';
import { command, type Db, type Doing, query, readSetting } from '#platform/server';
import { answeringTargets } from './answering.table.ts';
import { answeredByHour, answeredWithin, passes } from './answering.ts';
import { callById, callsBetween, callsOfPatient, putCall, waitedBetween } from './call.store.ts';
import { answer, type Call, type CallId, type CallRecord, type Ended, end, giveUp } from './call.ts';
import { endCallInput, numberInput } from './call-input.ts';
import { repeatRules } from './repeat-caller.table.ts';
import { repeatedContact } from './repeat-caller.ts';
import { knowingAges } from './right-to-know.table.ts';
import { type CallerKind, mayBeTold } from './right-to-know.ts';

const duty = { duty: 'reception.telephone' } as const;
const callId = idInput<CallId>();

/** The telephone rings: told by the exchange, or by a key when there is none. */
export const callRang = command({
  name: 'callRang',
  who: duty,
  takes: z.object({ number: numberInput.nullable().default(null), rangAt: momentInput.optional() }),
  async does({ input, db, now, tell }) {
    const rangAt = input.rangAt && input.rangAt < now ? input.rangAt : now;
    const id = newId<CallId>();
    await putCall(db, { id, direction: 'in', number: input.number, rangAt, state: 'ringing' });
    tell(fact('CallRang', { call: id }));
    return ok({ id });
  },
});

async function changeCall<Why extends string>(
  doing: Pick<Doing<{ call: CallId }>, 'input' | 'db' | 'tell'>,
  decide: (call: Call) => { ok: true; value: Call } | { ok: false; why: Why },
) {
  const call = await callById(doing.db, doing.input.call);
  if (!call) return refuse('not found');
  const decided = decide(call);
  if (!decided.ok) return refuse(decided.why);
  await putCall(doing.db, decided.value);
  doing.tell(fact('CallChanged', { call: call.id }));
  return ok();
}

export const answerCall = command({
  name: 'answerCall',
  who: duty,
  takes: z.object({ call: callId }),
  does: (doing) => changeCall(doing, (call) => answer(call, doing.me.person, doing.now)),
});

/** The caller put down before anyone answered. */
export const callAbandoned = command({
  name: 'callAbandoned',
  who: duty,
  takes: z.object({ call: callId }),
  does: (doing) => changeCall(doing, (call) => giveUp(call, doing.now)),
});

const recordInput = endCallInput.omit({ call: true }).extend({
  /** The call that was answered; without one it is recorded as answered now. */
  call: callId.optional(),
  number: numberInput.nullable().default(null),
  /** How long the caller waited, when no exchange has told. */
  waitedSeconds: z.int().min(0).max(7200).default(0),
  /** Advice that is healthcare is written in the journal in the same press. */
  noteText: z.string().trim().max(5000).default(''),
});

type Recording = Doing<z.output<typeof recordInput>>;

/** One press: answered, written down, and what it leads to opened. Pupils listen and draft, but never close a call. */
export const recordCall = command({
  name: 'recordCall',
  who: duty,
  takes: recordInput,
  patient: (input) => input.patient ?? undefined,
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    if (me.roles.includes('pupil')) return refuse('a pupil does not close calls');
    const call = await answeredCall(doing);
    if (!call) return refuse('not found');
    const noted = await withNote(doing, call.id);
    if (!noted.ok) return noted;
    const record: CallRecord = { ...input, outcome: noted.value } as CallRecord;
    const ended = end(call, record, await factsOf(db, input.patient, input.caller.kind, now), me.person, now);
    if (!ended.ok) return ended;
    await putCall(db, ended.value);
    const opened = await openWhatFollows(doing, ended.value);
    if (!opened.ok) return opened;
    tell(fact('CallEnded', { call: call.id, ...(input.patient ? { patient: input.patient } : {}) }));
    return ok({ id: call.id });
  },
});

async function answeredCall({ input, db, me, now }: Recording): Promise<Call | undefined> {
  if (input.call) {
    const known = await callById(db, input.call);
    if (known?.state !== 'ringing') return known;
    const taken = answer(known, me.person, now);
    return taken.ok ? taken.value : known;
  }
  const rangAt = momentOf(Date.parse(now) - input.waitedSeconds * 1000);
  return {
    id: newId<CallId>(),
    direction: 'in',
    number: input.number,
    rangAt,
    state: 'answered',
    answeredAt: now,
    answeredBy: me.person,
  };
}

/** The outcome with its journal note, where the advice was healthcare. */
async function withNote(doing: Recording, call: CallId) {
  const { input, me, now, tell } = doing;
  const { outcome } = input;
  if (outcome.kind !== 'advice' || !outcome.isHealthcare || !input.patient || !input.noteText) return ok(outcome);
  const subject = { thing: 'call', id: call };
  const note = await addNote(doing, {
    patient: input.patient,
    kind: 'advice',
    text: input.noteText,
    performer: me.person,
    documents: [subject],
  });
  if (!note.ok) return note;
  const act = { subject, patient: input.patient, doneAt: now, performer: me.person, basis: 'own initiative' as const };
  await recordCareAct(doing, act, note.value);
  tell(fact('CallAdviceGiven', { call, patient: input.patient, performer: me.person }));
  return ok({ ...outcome, note: note.value });
}

async function factsOf(db: Db, patient: PatientId | null, caller: CallerKind, now: Moment) {
  if (!patient) return { repeated: undefined, mayBeTold: null };
  const today = dayOf(now);
  const rule = await readSetting(
    db,
    'telephone.repeatRule',
    today,
    validOn(repeatRules, today)?.value ?? { contacts: 2, withinHours: 72 },
  );
  const calls = await callsOfPatient(db, patient, momentOf(Date.parse(now) - rule.withinHours * hourMs));
  const earlier = calls.flatMap((call) =>
    call.state === 'ended'
      ? [{ patient, at: call.endedAt, by: 'telephone' as const, haste: call.haste, said: call.reason }]
      : [],
  );
  const known = await patientById(db, patient);
  const ages = validOn(knowingAges, today)?.value;
  const told = ages
    ? mayBeTold(
        {
          caller,
          patientAge: known?.birthDate ? ageOn(known.birthDate, today) : null,
          hasConsent: false,
          hasParentalResponsibility: null,
          childObjects: null,
          cannotDecide: false,
          addressIsBlocked: known?.addressBlock !== null,
        },
        ages,
      )
    : null;
  return { repeated: repeatedContact(earlier, patient, now, rule), mayBeTold: told };
}

/** A promise, a message and a hand-over each open a loop with its owner and clock. */
async function openWhatFollows(doing: Recording, call: Ended) {
  const { me, now } = doing;
  const known = {
    subject: { thing: 'call', id: call.id },
    what: call.reason.slice(0, 120),
    haste: call.haste ?? 2,
    openedBy: me.person,
    ...(call.patient ? { patient: call.patient } : {}),
  };
  const { outcome } = call;
  if (outcome.kind === 'call back') {
    const { owner, deputy, by } = outcome.promise;
    return openLoop(doing, { ...known, kind: 'promised call', owner, deputy, expectedBy: by });
  }
  if (outcome.kind === 'message' || outcome.kind === 'to doctor') {
    const to = outcome.kind === 'message' ? outcome.to : outcome.doctor;
    const minutes = outcome.kind === 'to doctor' ? 15 : 24 * 60;
    const what = outcome.kind === 'message' ? outcome.text.slice(0, 120) : known.what;
    return openLoop(doing, {
      ...known,
      what,
      kind: 'message to answer',
      owner: { kind: 'person', person: to },
      deputy: { kind: 'station', station: 'reception' },
      expectedBy: addMinutes(now, minutes),
    });
  }
  return ok(undefined);
}

/** What the one who answers must see of the patient's earlier contacts, and whether the caller may be told. */
export const callerFacts = query({
  name: 'callerFacts',
  who: duty,
  takes: z.object({
    patient: idInput<PatientId>(),
    caller: endCallInput.shape.caller.unwrap().shape.kind.default('patient'),
  }),
  patient: (input) => input.patient,
  async does({ input, db, now }) {
    const facts = await factsOf(db, input.patient, input.caller, now);
    const patient = await patientById(db, input.patient);
    return ok({ repeated: facts.repeated ?? null, mayBeTold: facts.mayBeTold, name: patient ? fullName(patient) : '' });
  },
});

const dayBounds = (day: string): [Moment, Moment] => [
  momentAt(day as never, '00:00' as TimeOfDay),
  momentAt(addDays(day as never, 1), '00:00' as TimeOfDay),
];

export const callsOfDay = query({
  name: 'callsOfDay',
  who: duty,
  takes: z.object({ day: z.iso.date().optional() }),
  async does({ input, db, now, shows }) {
    const lines = await callsBetween(db, ...dayBounds(input.day ?? dayOf(now)));
    shows(lines.flatMap(({ call }) => (call.state === 'ended' && call.patient ? [call.patient] : [])));
    return ok(lines);
  },
});

/** Answered within the law's limit, both ways of counting, and hour by hour. */
export const answering = query({
  name: 'answering',
  who: 'signed in',
  takes: z.object({ from: z.iso.date().optional(), until: z.iso.date().optional() }),
  async does({ input, db, now }) {
    const today = dayOf(now);
    const target = validOn(answeringTargets, today)?.value ?? { percent: 80, seconds: 120 };
    const calls = await waitedBetween(db, dayBounds(input.from ?? today)[0], dayBounds(input.until ?? today)[1]);
    const shares = answeredWithin(calls, target.seconds);
    return ok({
      target,
      ...shares,
      passes: passes(shares.abandonedAsMissed, target),
      hours: answeredByHour(calls, target),
    });
  },
});
