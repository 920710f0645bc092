/** Rights (rettigheter): all that bears on whether someone may do an act of a duty now, gathered, and what follows from it. */

import { type Act, type Adaptation, adaptedDuty, type DutyId, dutyOf } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayOf, type Moment } from '#kernel/time';
import type { Competence, DeviceKind } from './competence.ts';
import type { Delegation } from './delegation.ts';
import { type Ask, type May, mayDo } from './may.ts';
import { type Person, supervisorOf } from './person.ts';
import { type Supervision, supervisorFor } from './supervision.ts';

/** The person, whoever supervises and whoever delegated; their sign-offs and delegations of this duty; what was decided of it. */
export type Rights = {
  readonly people: readonly Person[];
  readonly competences: readonly Competence[];
  readonly delegations: readonly Delegation[];
  readonly adaptations: readonly Adaptation[];
  /** Who is with whom today. */
  readonly supervision?: readonly Supervision[];
};

export type Wish = {
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly order?: Ask['order'];
  readonly device?: DeviceKind | undefined;
  readonly isEmergency?: boolean;
};

/** What the rights come to; someone who is not among the people may nothing. */
export function mayWith(rights: Rights, wish: Wish, now: Moment): May {
  const { people, competences, delegations, adaptations } = rights;
  const person = people.find(({ id }) => id === wish.person);
  if (!person) return { yes: false, why: 'not employed', facts: {} };
  const duty = adaptedDuty(dutyOf(wish.duty), adaptations, dayOf(now));
  const named = supervisorFor(rights.supervision ?? [], person.id, wish.duty, now) ?? supervisorOf(person, now);
  const supervisor = people.find(({ id }) => id === named);
  return mayDo({
    ...{
      person,
      competences,
      delegations,
      doctors: people,
      act: wish.act,
      order: wish.order,
      device: wish.device,
      now,
    },
    // What is not done here any more can still be looked at.
    duty: wish.act === 'look' ? { ...duty, on: true } : duty,
    supervisor: supervisor && { person: supervisor, competences, delegations },
    isEmergency: wish.isEmergency ?? false,
  });
}
