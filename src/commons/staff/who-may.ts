/** Who may (hvem kan): everyone here whose role knows the duty, and whether each may do it at this moment, with the reason. */

import { type Act, adaptedDuty, type CompetenceLevel, type DutyId, dutyOf, type Role, ruleFor } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { skillOf } from './competence.ts';
import type { May } from './may.ts';
import { absenceAt, fullName, rolesAt } from './person.ts';
import { mayWith, type Rights } from './rights.ts';

export type WhoMayNow = {
  readonly person: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isAway: boolean;
  readonly may: May;
  /** The level that stands, and its last day. */
  readonly level?: CompetenceLevel;
  readonly until?: IsoDate;
  /** The last day of the delegation it rests on. */
  readonly delegatedUntil?: IsoDate;
};

/** Given that the order is there: those who may come first, then those who are nearest to it. */
export function whoMayNow(rights: Rights, duty: DutyId, act: Act, now: Moment): readonly WhoMayNow[] {
  const here = adaptedDuty(dutyOf(duty), rights.adaptations, dayOf(now));
  const who = ruleFor(here, act)?.who ?? {};
  const lines = rights.people.flatMap((person): WhoMayNow[] => {
    const roles = rolesAt(person, now);
    if (!roles.some((role) => here.who[role] && who[role])) return [];
    const may = mayWith(rights, { person: person.id, duty, act, order: 'order' }, now);
    const skill = skillOf(rights.competences, { person: person.id, duty, now });
    const under = may.yes && 'delegation' in may ? may.delegation : undefined;
    const delegation = rights.delegations.find(({ id }) => id === under);
    return [
      {
        ...{ person: person.id, name: fullName(person), roles, may },
        isAway: absenceAt(person, now) !== undefined,
        ...(skill.ok ? { level: skill.value.level, until: skill.value.until } : {}),
        ...(delegation ? { delegatedUntil: delegation.until } : {}),
      },
    ];
  });
  return lines.toSorted((a, b) => nearness(b) - nearness(a) || a.name.localeCompare(b.name, 'nb'));
}

function nearness({ may, isAway }: WhoMayNow): number {
  if (!may.yes) return isAway ? 0 : 1;
  return (may.ground === 'supervised' ? 2 : 4) + (isAway ? 0 : 1);
}
