/** Commands and queries of competence: who has been seen to master what, and what someone would like to learn. */

import { z } from 'zod';
import { duties, dutyIdSchema } from '#duties';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { idInput, optionalLine } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { command, query } from '#platform/server';
import { addCompetences, competencesOf, standingCompetences } from './competence.store.ts';
import { type CompetenceId, expiringWithin, signOff, signOffInput } from './competence.ts';
import { addNeed, needsOf, needToChange, openNeeds, saveMet } from './learning-need.store.ts';
import { abstain, type LearningNeedId, meet, needsByDuty } from './learning-need.ts';
import { allPersons, personById } from './person.store.ts';
import { fullName, isAtWork, workingRolesAt } from './person.ts';

const personId = idInput<PersonId>();
const colleagues = { duty: 'general.internal-control' };
/** Months ahead in which an end of a sign-off is shown. */
const soonMonths = 2;

/** A level is given by another who has seen it; what stood before stays on record. */
export const recordCompetence = command({
  name: 'recordCompetence',
  who: { duty: 'general.pupil-training', act: 'sign-off' },
  takes: signOffInput.extend({ person: personId }),
  async does({ input, db, me, now, tell }) {
    const { person: learner, ...seen } = input;
    const assessor = await personById(db, me.person);
    if (!assessor || !(await personById(db, learner))) return refuse('not found');
    const own = { person: assessor, competences: await competencesOf(db, me.person) };
    const signed = signOff(newId<CompetenceId>(), learner, seen, own, now);
    if (!signed.ok) return signed;
    await addCompetences(db, [signed.value]);
    tell(fact('CompetenceChanged', { person: learner }));
    return ok({ id: signed.value.id });
  },
});

/** Person by duty: the level that stands, until when, and where one acts alone. */
export const competenceMatrix = query({
  name: 'competenceMatrix',
  who: colleagues,
  takes: z.object({}),
  async does({ db, now }) {
    const people = (await allPersons(db)).filter((person) =>
      workingRolesAt(person, now).some((role) => role !== 'it' && role !== 'head'),
    );
    const standing = await standingCompetences(db);
    const skilled = duties.filter(({ needs, acts }) =>
      [needs, ...Object.values(acts).map((rule) => rule.needs)].some(({ levelAlone }) => levelAlone !== null),
    );
    return ok({
      people: people.map((person) => ({
        id: person.id,
        name: fullName(person),
        roles: workingRolesAt(person, now),
        isAtWork: isAtWork(person, now),
      })),
      duties: skilled.map(({ id, room, needs }) => ({ id, room, levelAlone: needs.levelAlone })),
      records: standing.map(({ evidence: _, ...record }) => record),
      endingSoon: expiringWithin(standing, soonMonths, dayOf(now)).map(({ id }) => id),
    });
  },
});

/** One person's sign-offs with what they rest on; one's own, or seen by whoever answers for training. */
export const competencesOfPerson = query({
  name: 'competencesOfPerson',
  who: { duty: 'general.pupil-training' },
  takes: z.object({ person: personId }),
  async does({ input, db }) {
    return ok(await competencesOf(db, input.person));
  },
});

export const myLearning = query({
  name: 'myLearning',
  who: colleagues,
  takes: z.object({}),
  async does({ db, me, now }) {
    const [records, needs] = [await competencesOf(db, me.person), await needsOf(db, me.person)];
    return ok({ records, needs, endingSoon: expiringWithin(records, soonMonths, dayOf(now)).map(({ id }) => id) });
  },
});

/** «I am not competent for this»: always taken, nothing asked, nobody told who. */
export const sayNotCompetent = command({
  name: 'sayNotCompetent',
  who: { duty: 'general.abstain' },
  takes: z.object({ duty: dutyIdSchema, words: optionalLine(400) }),
  async does({ input, db, me, now, tell }) {
    const need = abstain(newId<LearningNeedId>(), me.person, input.duty, now, input.words ?? undefined);
    await addNeed(db, need);
    tell(fact('LearningNeedChanged', { need: need.id, person: me.person }));
    return ok({ need: need.id });
  },
});

export const meetLearningNeed = command({
  name: 'meetLearningNeed',
  who: { duty: 'general.training' },
  takes: z.object({ need: idInput<LearningNeedId>(), how: z.string().trim().max(400) }),
  async does({ input, db, me, now, tell }) {
    const need = await needToChange(db, input.need);
    if (!need) return refuse('not found');
    if (need.person !== me.person) return refuse('not yours');
    const met = meet(need, input.how, now);
    if (!met.ok) return met;
    await saveMet(db, met.value);
    tell(fact('LearningNeedChanged', { need: need.id, person: need.person }));
    return ok();
  },
});

/** For whoever plans the teaching: how many, of what, and no names. */
export const learningNeeds = query({
  name: 'learningNeeds',
  who: colleagues,
  takes: z.object({}),
  async does({ db }) {
    return ok(needsByDuty(await openNeeds(db)));
  },
});

/** What the query answers. */
export type CompetenceMatrix = Extract<Awaited<ReturnType<(typeof competenceMatrix)['does']>>, { ok: true }>['value'];
