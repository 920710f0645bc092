/** The command by which a clinic makes a line of the job description its own, and what it has decided before. */

import { z } from 'zod';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { command, query } from '#platform/server';
import { allPersons, personById } from '#staff/server';
import { addAdaptation, allAdaptations } from './adaptation.store.ts';
import { type AdaptationId, adapt, adaptationInput } from './adaptation.ts';
import { dutyIdSchema, dutyOf } from './catalogue.ts';
import type { Role } from './role.ts';

/** On or off, who, from which level, in which words, and who answers for it here; from today or a later day. */
export const adaptDuty = command({
  name: 'adaptDuty',
  who: { roles: ['head', 'doctor'] },
  takes: adaptationInput.extend({
    owner: idInput<PersonId>().optional(),
    deputy: idInput<PersonId>().optional(),
    from: dayInput,
  }),
  async does({ input, db, me, now, tell }) {
    for (const person of [input.owner, input.deputy])
      if (person && !(await personById(db, person))) return refuse('not found');
    const decider = { id: me.person, roles: me.roles as readonly Role[] };
    const adapted = adapt(dutyOf(input.duty), newId<AdaptationId>(), input, decider, now);
    if (!adapted.ok) return adapted;
    await addAdaptation(db, adapted.value);
    tell(fact('DutyAdapted', { duty: input.duty }));
    return ok();
  },
});

/** Everything that was ever decided about the duty here, the latest first, with the name of who did. */
export const dutyDecisions = query({
  name: 'dutyDecisions',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ duty: dutyIdSchema }),
  async does({ input, db }) {
    const names = new Map(
      (await allPersons(db)).map((person) => [person.id, `${person.givenName} ${person.familyName}`]),
    );
    const made = (await allAdaptations(db)).filter(({ duty }) => duty === input.duty);
    return ok(made.toReversed().map((one) => ({ ...one, decidedByName: names.get(one.decidedBy) ?? '' })));
  },
});
