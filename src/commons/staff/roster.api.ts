/** Commands and queries of the roster: who works here, as what, from when and until when. */

import { z } from 'zod';
import { roleSchema } from '#duties';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { command, type Doing, isTaken, query } from '#platform/server';
import {
  accessInput,
  endAbsence as comeBack,
  dueForLookUp,
  employ,
  endEmployment as end,
  grantAccess as grant,
  registerAbsence as noteAbsence,
  signSecrecy as sign,
  withdrawAccess as withdraw,
} from './access.ts';
import {
  authorisationInput,
  employmentInput,
  employmentOf,
  newcomerInput,
  register,
  seenInRegister,
} from './newcomer.ts';
import * as store from './person.store.ts';
import { absenceAt, authorisedAt, employmentAt, mayEnter, type Person, rolesAt, workingRolesAt } from './person.ts';

const personId = idInput<PersonId>();
/** The register is kept by the head, a doctor or IT; what each of them may decide, the person's own rules say. */
const keepers = { roles: ['head', 'doctor', 'it'] };
const deciders = { roles: ['head', 'doctor'] };
/** Everyone who works here. */
const colleagues = { duty: 'general.internal-control' };

/** Everyone by name, with what holds today. */
export const roster = query({
  name: 'roster',
  who: colleagues,
  takes: z.object({}),
  async does({ db, now }) {
    const everyone = await store.allPersons(db);
    return ok(everyone.map((person) => lineOf(person, now)));
  },
});

function lineOf(person: Person, now: Doing<unknown>['now']) {
  const entry = mayEnter(person, now);
  const roles = rolesAt(person, now);
  const unauthorised = roles.flatMap((role) => {
    const authorised = authorisedAt(person, role, now);
    return authorised.ok ? [] : [{ role, why: authorised.why, facts: authorised.facts ?? {} }];
  });
  return {
    ...person,
    roles,
    worksAs: workingRolesAt(person, now),
    employment: employmentAt(person, now) ?? null,
    absence: absenceAt(person, now) ?? null,
    notIn: entry.ok ? null : { why: entry.why, facts: entry.facts ?? {} },
    unauthorised,
    dueForLookUp: dueForLookUp(person, now),
  };
}
export type RosterLine = ReturnType<typeof lineOf>;

export const addPerson = command({
  name: 'addPerson',
  who: keepers,
  takes: newcomerInput,
  async does({ input, db, me, now, tell }) {
    const decider = await store.personById(db, me.person);
    if (!decider) return refuse('not found');
    const made = register(newId<PersonId>(), input, decider, now);
    if (!made.ok) return made;
    try {
      await store.addPerson(db, made.value, now);
    } catch (fault) {
      if (isTaken(fault, 'person_clinic_hpr_number_key')) return refuse('HPR number is another’s');
      throw fault;
    }
    tell(fact('PersonChanged', { person: made.value.id }));
    return ok({ id: made.value.id });
  },
});

/** Someone who decides changes something about a person: read under lock, judged by the thing, stored, told. */
async function change<Why extends string>(
  { db, me, tell }: Doing<unknown>,
  id: PersonId,
  decide: (person: Person, decider: Person) => Result<Person, Why>,
): Promise<Result<undefined, Why | 'not found'>> {
  const person = await store.personToChange(db, id);
  const decider = id === me.person ? person : await store.personById(db, me.person);
  if (!person || !decider) return refuse('not found');
  const decided = decide(person, decider);
  if (!decided.ok) return decided as Refused<Why>;
  await store.savePerson(db, decided.value);
  tell(fact('PersonChanged', { person: id }));
  return ok();
}

/** A new agreement for someone who is in the roster: comes back, goes on, or begins. */
export const employPerson = command({
  name: 'employPerson',
  who: deciders,
  takes: z.object({ person: personId, employment: employmentInput }),
  does: (doing) =>
    change(doing, doing.input.person, (person, decider) => {
      const agreed = employmentOf(doing.input.employment, person.id);
      return agreed.ok ? employ(person, agreed.value, decider, doing.now) : agreed;
    }),
});

export const endEmployment = command({
  name: 'endEmployment',
  who: deciders,
  takes: z.object({ person: personId, lastDay: dayInput }),
  does: (doing) =>
    change(doing, doing.input.person, (person, decider) => end(person, doing.input.lastDay, decider, doing.now)),
});

export const grantAccess = command({
  name: 'grantAccess',
  who: deciders,
  takes: z.object({ person: personId, access: accessInput }),
  does: (doing) =>
    change(doing, doing.input.person, (person, decider) => grant(person, doing.input.access, decider, doing.now)),
});

export const withdrawAccess = command({
  name: 'withdrawAccess',
  who: deciders,
  takes: z.object({ person: personId, role: roleSchema }),
  does: (doing) =>
    change(doing, doing.input.person, (person, decider) => withdraw(person, doing.input.role, decider, doing.now)),
});

/** What HPR said today; a line that was looked up before takes the new day. */
export const recordAuthorisation = command({
  name: 'recordAuthorisation',
  who: keepers,
  takes: z.object({ person: personId, authorisation: authorisationInput }),
  does: (doing) =>
    change(doing, doing.input.person, (person) => seenInRegister(person, doing.input.authorisation, doing.now)),
});

/** The declaration of confidentiality, signed by the person before anything else opens. */
export const signSecrecy = command({
  name: 'signSecrecy',
  who: 'signed in',
  takes: z.object({}),
  does: (doing) => change(doing, doing.me.person, (person) => sign(person, doing.now)),
});

export const registerAbsence = command({
  name: 'registerAbsence',
  who: 'signed in',
  takes: z.object({
    person: personId,
    from: dayInput,
    until: dayInput.nullable().default(null),
    deputy: personId.nullable().default(null),
  }),
  does: (doing) =>
    change(doing, doing.input.person, (person, by) => {
      const { from, until, deputy } = doing.input;
      const absence = { from, ...(until ? { until } : {}), ...(deputy ? { deputy } : {}) };
      return noteAbsence(person, absence, by, doing.now);
    }),
});

export const endAbsence = command({
  name: 'endAbsence',
  who: 'signed in',
  takes: z.object({ person: personId, backOn: dayInput }),
  does: (doing) =>
    change(doing, doing.input.person, (person, by) => comeBack(person, doing.input.backOn, by, doing.now)),
});
