/** Commands and queries of doctor-entities: who owns the money, which doctors and which terminals belong to whom. */

import { z } from 'zod';
import { fact } from '#events';
import { readOrganisationNumber } from '#kernel/account-numbers';
import { newId, type PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput, optionalLine } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { command, isTaken, query } from '#platform/server';
import { allPersons, personById } from '#staff/server';
import * as store from './doctor-entity.store.ts';
import { type DoctorEntityId, entityInput, type TerminalId } from './doctor-entity.ts';

const entityId = idInput<DoctorEntityId>();

/** A doctor or a company that bills; its number is checked, and stands once. */
export const registerEntity = command({
  name: 'registerEntity',
  who: { roles: ['head'] },
  takes: entityInput,
  async does({ input, db, me, now, tell }) {
    const number = readOrganisationNumber(input.organisationNumber);
    if (!number.ok) return refuse('organisation number is wrong', { reason: number.why });
    const id = newId<DoctorEntityId>();
    try {
      await store.addEntity(db, { ...input, id, organisationNumber: number.value }, me.person, now);
    } catch (fault) {
      if (isTaken(fault, 'doctor_entity_number')) return refuse('already registered');
      throw fault;
    }
    tell(fact('EntityChanged', { entity: id }));
    return ok({ id });
  },
});

/** From a day on, this doctor's bills belong to the entity; with the last day of the specialist's five-year period. */
export const placeDoctor = command({
  name: 'placeDoctor',
  who: { roles: ['head'] },
  takes: z.object({
    doctor: idInput<PersonId>(),
    entity: entityId,
    from: dayInput.optional(),
    specialistUntil: dayInput.nullable().default(null),
  }),
  async does({ input, db, me, now, tell }) {
    const person = await personById(db, input.doctor);
    if (!person?.authorisations.some(({ role }) => role === 'doctor')) return refuse('not a doctor');
    if (!(await store.entityById(db, input.entity))) return refuse('no such entity');
    const { doctor, entity, specialistUntil, from = dayOf(now) } = input;
    await store.placeDoctorRow(db, { person: doctor, entity, specialistUntil }, from, me.person, now);
    tell(fact('EntityChanged', { entity }));
    return ok();
  },
});

export const registerTerminal = command({
  name: 'registerTerminal',
  who: { roles: ['head'] },
  takes: z.object({
    entity: entityId,
    name: lineInput(60),
    mode: z.enum(['typed', 'integrated']).default('typed'),
    address: optionalLine(200),
  }),
  async does({ input, db, me, now, tell }) {
    if (!(await store.entityById(db, input.entity))) return refuse('no such entity');
    if (input.mode === 'integrated' && input.address === null) return refuse('address missing');
    const id = newId<TerminalId>();
    await store.addTerminal(db, { ...input, id }, me.person, now);
    tell(fact('EntityChanged', { entity: input.entity }));
    return ok({ id });
  },
});

/** The terminal has left the desk; its reports and its sales stay. */
export const retireTerminal = command({
  name: 'retireTerminal',
  who: { roles: ['head'] },
  takes: z.object({ terminal: idInput<TerminalId>() }),
  async does({ input, db, now }) {
    return (await store.retireTerminal(db, input.terminal, now)) === 0 ? refuse('no such terminal') : ok();
  },
});

/** Everyone who bills here, and on which terminals. */
export const seeEntities = query({
  name: 'seeEntities',
  who: { duty: 'reception.patient-accounts' },
  takes: z.object({}),
  async does({ db, now }) {
    const persons = await allPersons(db);
    const doctors = await store.billingDoctors(db, dayOf(now));
    return ok({
      entities: await store.allEntities(db),
      terminals: await store.allTerminals(db),
      doctors: doctors.map((doctor) => ({ ...doctor, name: nameOf(persons, doctor.person) })),
      unplaced: persons
        .filter(({ authorisations }) => authorisations.some(({ role }) => role === 'doctor'))
        .filter(({ id }) => !doctors.some(({ person }) => person === id))
        .map(({ id }) => ({ person: id, name: nameOf(persons, id) })),
    });
  },
});

function nameOf(persons: readonly { id: PersonId; givenName: string; familyName: string }[], id: PersonId): string {
  const person = persons.find((one) => one.id === id);
  return person ? `${person.givenName} ${person.familyName}` : '';
}
