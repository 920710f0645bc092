/** A duty's own page: what it is, who may do it here, what was done today, on what law. */

import { z } from 'zod';
import {
  actSchema,
  adaptedDuty,
  dutyIdSchema,
  dutyOf,
  dutyTexts,
  type JobDescriptionLine,
  jobDescription,
  laws,
} from '#duties';
import { allAdaptations, doneSince } from '#duties/server';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { command, type Db, query } from '#platform/server';
import { standingCompetences } from './competence.store.ts';
import { allDelegations } from './delegation.store.ts';
import { allPersons, personById } from './person.store.ts';
import { fullName } from './person.ts';
import type { Rights } from './rights.ts';
import { addSupervision, supervisionOn } from './supervision.store.ts';
import { nameSupervisor, type SupervisionId } from './supervision.ts';
import { whoMayNow } from './who-may.ts';

const colleagues = { duty: 'general.know-own-competence' };

async function everyonesRights(db: Db, now: Moment): Promise<Rights> {
  return {
    people: await allPersons(db),
    competences: await standingCompetences(db),
    delegations: await allDelegations(db),
    adaptations: await allAdaptations(db),
    supervision: await supervisionOn(db, dayOf(now)),
  };
}

export const dutyPage = query({
  name: 'dutyPage',
  who: colleagues,
  takes: z.object({ duty: dutyIdSchema, language: z.enum(['nb', 'en']).default('nb') }),
  async does({ input, db, me, now }) {
    const { language } = input;
    const rights = await everyonesRights(db, now);
    const nameOf = (id: PersonId): string => {
      const person = rights.people.find((one) => one.id === id);
      return person ? fullName(person) : '';
    };
    const duty = adaptedDuty(dutyOf(input.duty), rights.adaptations, dayOf(now));
    const wish = { clinic: '', on: dayOf(now), language, adaptations: rights.adaptations, nameOf };
    const lines = jobDescription(wish).parts.flatMap((part) => part.lines);
    const done = await doneSince(db, momentAt(dayOf(now), '00:00' as TimeOfDay), input.duty);
    const who = whoMayNow(rights, input.duty, 'perform', now);
    return ok({
      line: lines.find(({ id }) => id === input.duty) as JobDescriptionLine,
      room: dutyTexts[language].rooms[duty.room],
      isFixedByLaw: duty.fixedByLaw,
      standings: duty.who,
      levelAlone: duty.needs.levelAlone,
      local: duty.local ?? null,
      laws: duty.laws.map((id) => {
        const { cite, demands, source, asOf } = laws[id];
        return { id, cite: cite[language], demands: demands[language], source, asOf };
      }),
      who,
      mine: who.find(({ person }) => person === me.person) ?? null,
      doneToday: done
        .map(({ person, times, lastAt }) => ({ person, name: nameOf(person), times, lastAt }))
        .toSorted((a, b) => b.times - a.times),
    });
  },
});

/** For any room that must choose a person: who may do this now, and what stands in the others' way. */
export const whoMay = query({
  name: 'whoMay',
  who: colleagues,
  takes: z.object({ duty: dutyIdSchema, act: actSchema.default('perform') }),
  async does({ input, db, now }) {
    return ok(whoMayNow(await everyonesRights(db, now), input.duty, input.act, now));
  },
});

/** «Eva is with me»: for one duty or the whole day; whether she may supervise it is asked in every act. */
export const workUnder = command({
  name: 'workUnder',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ supervisor: idInput<PersonId>(), duty: dutyIdSchema.optional() }),
  async does({ input, db, me, now, tell }) {
    const supervisor = await personById(db, input.supervisor);
    if (!supervisor) return refuse('not found');
    const named = nameSupervisor(newId<SupervisionId>(), me.person, supervisor, input.duty, now);
    if (!named.ok) return named;
    await addSupervision(db, named.value);
    tell(fact('SupervisorNamed', { learner: me.person, supervisor: supervisor.id }));
    return ok();
  },
});

/** What the query answers. */
export type DutyPage = Extract<Awaited<ReturnType<(typeof dutyPage)['does']>>, { ok: true }>['value'];
