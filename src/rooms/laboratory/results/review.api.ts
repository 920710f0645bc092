/** Commands and queries of answers: a critical one told to a doctor, seen and signed, forwarded, and told to the patient. */

import { z } from 'zod';
import { fact } from '#events';
import { addNote } from '#journal/server';
import type { PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, momentAt, type TimeOfDay } from '#kernel/time';
import { closeLoopsOf, openLoop } from '#loops/server';
import type { PatientId } from '#patients';
import { command, type Db, type Doing, query } from '#platform/server';
import { workingRolesAt } from '#staff';
import { allPersons, personById } from '#staff/server';
import { criticalTold, reviewSubject, shortWords } from './arrival.api.ts';
import {
  criticalUntold,
  resultsOf,
  resultsOfReviews,
  reviewById,
  reviewsOfPatient,
  saveReview,
  unseenReviews,
  untoldReviews,
} from './result.store.ts';
import {
  decisionInput,
  inform,
  isCritical,
  isSettled,
  notifyCritical,
  notReached,
  type Reader,
  type Review,
  type Reviewed,
  type ReviewId,
  review as sign,
} from './review.ts';
import { criticalStanding, informBy, tellBy } from './review-deadline.ts';

const reviewId = idInput<ReviewId>();
const person = idInput<PersonId>();
/** Telling a doctor what an instrument showed belongs to measuring it. */
const telling = { duty: 'laboratory.local-analyses' };
const anyone = { duty: 'reception.follow-up' };

async function readerOf(db: Db, id: PersonId, now: Doing<unknown>['now']): Promise<Reader> {
  const found = await personById(db, id);
  return { person: id, isDoctor: found !== undefined && workingRolesAt(found, now).includes('doctor') };
}

type Changing = Pick<Doing<{ review: ReviewId }>, 'input' | 'db' | 'about'>;

/** One answer, changed by a decision and kept. */
async function change<R extends Review, Why extends string>(
  { input, db, about }: Changing,
  decide: (found: Review) => Result<R, Why> | Promise<Result<R, Why>>,
) {
  const found = await reviewById(db, input.review);
  if (!found) return refuse('not found');
  await about(found.patient);
  const decided = await decide(found);
  if (decided.ok) await saveReview(db, decided.value);
  return decided;
}

/** A doctor has been told, has said it back, and is named. */
export const tellCritical = command({
  name: 'tellCritical',
  who: telling,
  takes: z.object({
    review: reviewId,
    to: person,
    readBack: z.string().trim().min(2).max(300),
    answer: z.string().trim().max(500).optional(),
  }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const to = await readerOf(db, input.to, now);
    const told = await change(doing, (found) =>
      notifyCritical(found, { to, by: me.person, readBack: input.readBack, answer: input.answer }, now),
    );
    if (!told.ok) return told;
    await criticalTold(doing, input.review, me.person);
    const noted = await noteTold(doing, told.value);
    if (!noted.ok) return noted;
    tell(fact('CriticalTold', { review: input.review, patient: told.value.patient }));
    return ok();
  },
});

async function noteTold(
  doing: Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'tell' | 'ground' | 'supervisor'>,
  { id, patient, notice }: Extract<Review, { state: 'critical notified' }>,
) {
  const rows = (await resultsOfReviews(doing.db, [id])).filter((row) => row.isCritical);
  const to = notice.to && (await personById(doing.db, notice.to));
  const name = to ? `${to.givenName} ${to.familyName}` : '';
  const said = notice.kind === 'told' ? `Gjentatt: ${notice.readBack}.${notice.answer ? ` ${notice.answer}` : ''}` : '';
  return addNote(doing, {
    patient,
    kind: 'message',
    text: `${rows.map(shortWords).join(', ')} meldt ${name}. ${said}`.trim(),
    documents: [{ thing: 'critical value', id }],
  });
}

/** The doctor did not answer; the next one is tried. */
export const recordNotReached = command({
  name: 'recordNotReached',
  who: telling,
  takes: z.object({ review: reviewId, to: person }),
  async does(doing) {
    const { input, me, now, tell } = doing;
    const tried = await change(doing, (found) => notReached(found, input.to, me.person, now));
    if (!tried.ok) return tried;
    tell(fact('CriticalTold', { review: input.review, patient: tried.value.patient }));
    return ok();
  },
});

/** Seen and signed by a doctor, with what is to be done. A critical one that she opens herself needs no telephone. */
export const reviewAnswer = command({
  name: 'reviewAnswer',
  who: { roles: ['doctor'] },
  takes: decisionInput.extend({ review: reviewId }),
  async does(doing) {
    const { input, me, now, tell } = doing;
    const { review: id, ...decision } = input;
    const signed = await change(doing, (found) => sign(found, { person: me.person, isDoctor: true }, decision, now));
    if (!signed.ok) return signed;
    await closeLoopsOf(doing, reviewSubject(id), 'result reviewed', me.person);
    await criticalTold(doing, id, me.person);
    await openTelling(doing, signed.value);
    const { patient, doctor } = signed.value;
    tell(fact('AnswerReviewed', { review: id, patient, doctor }));
    return ok();
  },
});

const tellingSubject = (id: ReviewId) => ({ thing: 'answer to tell', id });

/** The patient is told by the desk in the doctor's words, within the clinic's deadline. */
async function openTelling(doing: Pick<Doing<unknown>, 'db' | 'now' | 'tell' | 'me'>, signed: Reviewed): Promise<void> {
  const by = informBy(signed);
  if (isSettled(signed) || by === undefined) return;
  const due = momentAt(by, '15:30' as TimeOfDay);
  await openLoop(doing, {
    kind: 'result to tell',
    patient: signed.patient,
    subject: tellingSubject(signed.id),
    haste: by === dayOf(doing.now) ? 1 : 2,
    owner: { kind: 'station', station: 'reception' },
    deputy: { kind: 'person', person: signed.reviewedBy },
    openedBy: doing.me.person,
    expectedBy: due > doing.now ? due : doing.now,
  });
}

/** Another doctor sees to it: the answer moves with its loop. */
export const forwardAnswer = command({
  name: 'forwardAnswer',
  who: { roles: ['doctor'] },
  takes: z.object({ review: reviewId, to: person }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    if (!(await readerOf(db, input.to, now)).isDoctor) return refuse('receiver is no doctor');
    const moved = await change(doing, (found) =>
      found.state === 'received' || found.state === 'critical notified'
        ? ok({ ...found, doctor: input.to })
        : refuse('already reviewed'),
    );
    if (!moved.ok) return moved;
    const { patient, id } = moved.value;
    await closeLoopsOf(doing, reviewSubject(id), 'result reviewed', me.person);
    await openLoop(doing, {
      kind: 'result to review',
      patient,
      subject: reviewSubject(id),
      haste: isCritical(moved.value) ? 1 : 2,
      owner: { kind: 'person', person: input.to },
      deputy: { kind: 'person', person: me.person },
      openedBy: me.person,
      expectedBy: momentAt(dayOf(now), '23:30' as TimeOfDay),
    });
    tell(fact('AnswerArrived', { review: id, patient, doctor: input.to }));
    return ok();
  },
});

/** The patient knows, in the doctor's words. */
export const informPatient = command({
  name: 'informPatient',
  who: anyone,
  takes: z.object({
    review: reviewId,
    how: z.enum(['call', 'letter', 'digital message', 'next visit']),
    told: z.enum(['patient', 'representative']).default('patient'),
  }),
  async does(doing) {
    const { input, me, now, tell } = doing;
    const told = await change(doing, (found) =>
      inform(found, { by: me.person, how: input.how, told: input.told }, now),
    );
    if (!told.ok) return told;
    const { id, patient, decision } = told.value;
    await closeLoopsOf(doing, tellingSubject(id), 'patient told', me.person);
    const text = `${informedWords[input.how]} ${input.told === 'patient' ? 'pasienten' : 'pårørende eller verge'}: ${decision.words}`;
    const noted = await addNote(doing, { patient, kind: 'message', text, documents: [tellingSubject(id)] });
    if (!noted.ok) return noted;
    tell(fact('AnswerTold', { review: id, patient }));
    return ok();
  },
});
/** The record is Norwegian. */
const informedWords = {
  call: 'Prøvesvar sagt på telefon til',
  letter: 'Prøvesvar sendt i brev til',
  'digital message': 'Prøvesvar sendt digitalt til',
  'next visit': 'Prøvesvar sagt ved oppmøte til',
} as const;

/** What no doctor has signed, with its values: the doctor's own, or all. */
export const answersWaiting = query({
  name: 'answersWaiting',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ mine: z.boolean().default(true) }),
  async does({ input, db, me, now, shows }) {
    const isDoctor = me.roles.includes('doctor');
    const lines = await unseenReviews(db, input.mine && isDoctor ? me.person : null);
    shows(lines.map(({ review }) => review.patient));
    const rows = await resultsOfReviews(
      db,
      lines.map(({ review }) => review.id),
    );
    return ok(
      lines.map((line) => ({
        ...line,
        results: rows.filter(({ review }) => review === line.review.id),
        standing: criticalStanding(line.review, now),
        tellBy: isCritical(line.review) ? tellBy(line.review) : null,
      })),
    );
  },
});

/** Reviewed, and the patient does not know yet: what the desk tells, and in which words. */
export const answersToTell = query({
  name: 'answersToTell',
  who: anyone,
  takes: z.object({}),
  async does({ db, shows }) {
    const lines = await untoldReviews(db);
    shows(lines.map(({ review }) => review.patient));
    const rows = await resultsOfReviews(
      db,
      lines.map(({ review }) => review.id),
    );
    return ok(
      lines.map((line) => ({
        ...line,
        results: rows.filter(({ review }) => review === line.review.id),
        by: line.review.state === 'reviewed' ? (informBy(line.review) ?? null) : null,
      })),
    );
  },
});

/** All results of one patient with their reviews, for the cumulative table. */
export const resultsOfPatient = query({
  name: 'resultsOfPatient',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ patient: idInput<PatientId>() }),
  patient: (input) => input.patient,
  async does({ input, db }) {
    const [results, reviews] = [await resultsOf(db, input.patient), await reviewsOfPatient(db, input.patient)];
    return ok({ results, reviews });
  },
});

/** Critical values that no doctor has been told, for the head line of the day. */
export const criticalCount = query({
  name: 'criticalCount',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({}),
  does: async ({ db }) => ok({ untold: await criticalUntold(db) }),
});

/** The doctors that an answer may be told or given to. */
export const doctorsNow = query({
  name: 'doctorsNow',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({}),
  async does({ db, now }) {
    const people = await allPersons(db);
    return ok(
      people
        .filter((one) => workingRolesAt(one, now).includes('doctor'))
        .map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` })),
    );
  },
});
