/** The visit at the desk: the patient has come, is called in, goes from room to room, is done or goes home. */

import { z } from 'zod';
import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { idInput, lineInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { command, type Doing } from '#platform/server';
import { arrivalRules, infectionRules, infectionSigns } from '../arrivals/arrival.table.ts';
import { receive } from '../arrivals/arrival.ts';
import * as appointments from './appointment.store.ts';
import type { Appointment, AppointmentId } from './appointment.ts';
import { typeOn } from './appointment-type.api.ts';
import { takeInInput } from './booking-input.ts';
import { doctorOf, saveUnlessTaken } from './placing.api.ts';
import * as store from './visit.store.ts';
import * as visit from './visit.ts';

const appointment = idInput<AppointmentId>();
const one = z.object({ appointment });
const duty = { duty: 'reception.calling-and-receiving' } as const;

type At = Pick<Doing<{ appointment: AppointmentId }>, 'input' | 'db' | 'about' | 'tell'>;
const visitOf = ({ id, patient }: Appointment) => ({ appointment: id, patient });

/** The one way that a visit takes a step: held, judged by the thing, saved. */
async function step<To extends Appointment, Why extends string>(
  { input, db, about }: At,
  take: (before: Appointment) => Result<To, Why>,
): Promise<Result<To, Why | 'not found' | 'time is taken'>> {
  const before = await appointments.appointmentForChange(db, input.appointment);
  if (!before) return refuse('not found');
  await about(before.patient);
  const after = take(before);
  if (!after.ok) return after;
  const saved = await saveUnlessTaken(db, before, after.value);
  return saved.ok ? after : saved;
}

const answer = z.record(z.string().max(60), z.enum(['yes', 'no']));

/** One key: the patient has come. Answers what is missing or old, and what the visit itself asks. */
export const arrive = command({
  name: 'arrive',
  who: duty,
  takes: one.extend({ answers: answer.default({}), signs: z.array(z.enum(infectionSigns)).max(7).default([]) }),
  async does({ input, db, me, now, tell, about }) {
    const before = await appointments.appointmentForChange(db, input.appointment);
    if (!before) return refuse('not found');
    await about(before.patient);
    const today = dayOf(now);
    const [arrival, infection] = [validOn(arrivalRules, today)?.value, validOn(infectionRules, today)?.value];
    const type = await typeOn(db, before.type, today);
    const desk = await store.deskFacts(db, before.patient);
    if (!arrival || !infection || !type || !desk) return refuse('no rule for this day');
    const facts = { desk, type, answers: input.answers, signs: input.signs };
    const received = receive(before, facts, { arrival, infection }, me.person, now);
    if (!received.ok) return received;
    const { arrived, ...asked } = received.value;
    const saved = await saveUnlessTaken(db, before, arrived);
    if (!saved.ok) return saved;
    if (Object.keys(input.answers).length > 0) await store.addAnswers(db, before.id, input.answers);
    tell(fact('PatientArrived', visitOf(before)));
    return ok({ ...asked, patient: before.patient, waitsIn: arrived.waitsIn });
  },
});

/** What was asked at the desk, confirmed in one step; telephone and address are the register's own. */
export const confirmAtDesk = command({
  name: 'confirmAtDesk',
  who: duty,
  takes: one.extend({ identityShown: z.boolean(), nextOfKinIsRight: z.boolean(), answers: answer.default({}) }),
  async does({ input, db, now, tell, about }) {
    const found = await appointments.appointmentById(db, input.appointment);
    if (!found) return refuse('not found');
    await about(found.patient);
    const at = { identityAt: input.identityShown ? now : null, nextOfKinAt: input.nextOfKinIsRight ? now : null };
    await store.saveDeskCheck(db, found.patient, at);
    if (Object.keys(input.answers).length > 0) await store.addAnswers(db, found.id, input.answers);
    tell(fact('VisitChanged', visitOf(found)));
    return ok();
  },
});

export const callIn = command({
  name: 'callIn',
  who: duty,
  takes: one,
  async does(doing) {
    const called = await step(doing, (before) => visit.callIn(before, doing.me.person, doing.now));
    if (!called.ok) return called;
    doing.tell(fact('PatientCalledIn', visitOf(called.value)));
    return ok();
  },
});

/** Nobody came when the name was called. */
export const didNotAnswer = command({
  name: 'didNotAnswer',
  who: duty,
  takes: one,
  async does(doing) {
    const waits = await step(doing, visit.didNotAnswer);
    if (!waits.ok) return waits;
    doing.tell(fact('VisitChanged', visitOf(waits.value)));
    return ok();
  },
});

/** In with someone, from the waiting room or from another room. */
export const takeIn = command({
  name: 'takeIn',
  who: duty,
  takes: takeInInput,
  async does(doing) {
    const { input, now } = doing;
    const stay = { with: input.with, room: input.room };
    const inside = await step(doing, (before) => visit.takeIn(before, stay, now));
    if (!inside.ok) return inside;
    doing.tell(fact('PatientTakenIn', { ...visitOf(inside.value), with: input.with }));
    return ok();
  },
});

/** The doctor rings or opens the video. */
export const beginAtDistance = command({
  name: 'beginAtDistance',
  who: duty,
  takes: one.extend({ with: idInput<PersonId>(), room: lineInput(40) }),
  async does(doing) {
    const { input, now } = doing;
    const stay = { with: input.with, room: input.room };
    const begun = await step(doing, (before) => visit.beginAtDistance(before, stay, now));
    if (!begun.ok) return begun;
    doing.tell(fact('PatientTakenIn', { ...visitOf(begun.value), with: input.with }));
    return ok();
  },
});

export const finishVisit = command({
  name: 'finishVisit',
  who: duty,
  takes: one,
  async does(doing) {
    const done = await step(doing, (before) => visit.finish(before, doing.now));
    if (!done.ok) return done;
    const { doctor, minutes } = visit.seenBy(done.value);
    const meeting = (await typeOn(doing.db, done.value.type, dayOf(doing.now)))?.meeting ?? 'attendance';
    const way = meeting === 'attendance' ? 'in person' : meeting;
    doing.tell(fact('ContactClosed', { ...visitOf(done.value), doctor, way, minutes }));
    return ok();
  },
});

export const reopenVisit = command({
  name: 'reopenVisit',
  who: duty,
  takes: one,
  async does(doing) {
    const again = await step(doing, visit.reopen);
    if (!again.ok) return again;
    doing.tell(fact('VisitChanged', visitOf(again.value)));
    return ok();
  },
});

/** Went home before being seen. */
export const patientLeft = command({
  name: 'patientLeft',
  who: duty,
  takes: one,
  async does(doing) {
    const left = await step(doing, (before) => visit.leave(before, doing.me.person, doing.now));
    if (!left.ok) return left;
    doing.tell(fact('PatientLeft', visitOf(left.value)));
    return ok();
  },
});

export const noShow = command({
  name: 'noShow',
  who: duty,
  takes: one,
  async does(doing) {
    const absent = await step(doing, (before) => visit.markNoShow(before, doing.me.person, doing.now));
    if (!absent.ok) return absent;
    doing.tell(fact('NoShowRecorded', { ...visitOf(absent.value), ...(await doctorOf(doing.db, absent.value)) }));
    return ok();
  },
});

/** The wrong line was marked: arrival or absence is taken back. */
export const takeBack = command({
  name: 'takeBack',
  who: duty,
  takes: one,
  async does(doing) {
    const booked = await step(doing, visit.takeBack);
    if (!booked.ok) return booked;
    doing.tell(fact('VisitChanged', visitOf(booked.value)));
    return ok();
  },
});

export const waitElsewhere = command({
  name: 'waitElsewhere',
  who: duty,
  takes: one.extend({ waitsIn: z.enum(['waiting room', 'separate room']) }),
  async does(doing) {
    const waits = await step(doing, (before) => visit.waitElsewhere(before, doing.input.waitsIn));
    if (!waits.ok) return waits;
    doing.tell(fact('VisitChanged', visitOf(waits.value)));
    return ok();
  },
});

/** Somebody has gone and looked; the clock starts again. */
export const lookedAt = command({
  name: 'lookedAt',
  who: duty,
  takes: one,
  async does({ input, db, now, tell, about }) {
    const found = await appointments.appointmentById(db, input.appointment);
    if (!found) return refuse('not found');
    await about(found.patient);
    if (found.state !== 'arrived' && found.state !== 'called in') return refuse('does not wait');
    await store.saveLooked(db, found.id, now as Moment);
    tell(fact('VisitChanged', visitOf(found)));
    return ok();
  },
});

/** What it is about, and the short words beside the name. */
export const markAppointment = command({
  name: 'markAppointment',
  who: duty,
  takes: one.extend({ about: lineInput(200), marks: z.array(z.string().trim().min(1).max(30)).max(4) }),
  async does({ input, db, tell, about }) {
    const found = await appointments.appointmentById(db, input.appointment);
    if (!found) return refuse('not found');
    await about(found.patient);
    await appointments.saveMarks(db, found.id, input.marks, input.about);
    tell(fact('VisitChanged', visitOf(found)));
    return ok();
  },
});
