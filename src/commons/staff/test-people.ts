/** The people of a fictional clinic, hired and signed off by the same decisions as real ones; for tests only. */

import {
  type AdaptedDuty,
  adaptedDuty,
  type CompetenceLevel,
  type DutyId,
  dutyOf,
  needsAuthorisation,
  type Role,
} from '#duties';
import type { PersonId } from '#kernel/ids';
import { must } from '#kernel/result';
import type { IsoDate, Moment } from '#kernel/time';
import { employ, grantAccess, recordAuthorisation, signSecrecy } from './access.ts';
import { type Competence, type CompetenceId, type DeviceKind, signOff } from './competence.ts';
import { type AcceptedDelegation, accept, type DelegationId, type OfferInput, offer } from './delegation.ts';
import type { Employment, HprNumber, Person } from './person.ts';

export const now = '2026-05-04T08:00:00.000Z' as Moment;
export const today = '2026-05-04' as IsoDate;
const start = '2026-01-01' as IsoDate;

/** The head that everyone else is hired by. */
export const liv: Person = {
  id: 'liv' as PersonId,
  givenName: 'Liv',
  familyName: 'Strand',
  authorisations: [],
  employments: [{ kind: 'employed', from: start }],
  accesses: [
    {
      role: 'head',
      from: start,
      until: '2027-12-31' as IsoDate,
      decidedBy: 'liv' as PersonId,
      decidedAt: '2026-01-01T07:00:00.000Z' as Moment,
    },
  ],
  absences: [],
  secrecySignedOn: start,
};

export const firstDay = '2026-01-02T07:00:00.000Z' as Moment;

export function newcomer(name: string): Person {
  const [givenName = '', familyName = ''] = name.split(' ');
  const id = givenName.toLowerCase() as PersonId;
  return {
    id,
    givenName,
    familyName,
    hpr: '1234567' as HprNumber,
    authorisations: [],
    employments: [],
    accesses: [],
    absences: [],
  };
}

/** Hired from the first day, with the roles and what they ask for. */
export function hired(
  name: string,
  roles: readonly Role[],
  employment: Employment = { kind: 'employed', from: start },
): Person {
  let person = must(employ(newcomer(name), employment, liv, firstDay));
  for (const role of roles) {
    if (needsAuthorisation(role))
      person = must(recordAuthorisation(person, { role, kind: 'authorisation', from: start, checkedOn: start }));
    person = must(grantAccess(person, { role, from: employment.from }, liv, firstDay));
  }
  return must(signSecrecy(person, firstDay));
}

export const berge = hired('Kari Berge', ['doctor']);
export const dahl = hired('Ola Dahl', ['doctor']);
export const eva = hired('Eva Lie', ['helsesekretaer']);
export const ida = hired('Ida Moe', ['helsesekretaer']);
export const nora = hired('Nora Vik', ['nurse']);
export const bo = hired('Bo Rud', ['bioengineer']);
export const tor = hired('Tor Aas', ['it']);
export const per = hired('Per Ness', ['pupil'], {
  kind: 'placement',
  from: start,
  until: '2026-06-19' as IsoDate,
  school: 'Fjordvik videregående skole',
  supervisor: 'eva' as PersonId,
});
export const doctors = [berge, dahl];

let next = 0;
export const newName = <T extends string>(): T => `id-${next++}` as T;

/** Signed off by dr. Berge at the level, from the first day of the year. */
export function signedOff(person: Person, duty: DutyId, level: CompetenceLevel, device?: string): Competence {
  const seen = {
    duty,
    level,
    observed: 10,
    words: 'sett i praksis',
    from: start,
    ...(device ? { device: device as DeviceKind } : {}),
  };
  return must(signOff(newName<CompetenceId>(), person.id, seen, { person: berge, competences: [] }, firstDay));
}

export const here = (duty: DutyId): AdaptedDuty => adaptedDuty(dutyOf(duty), [], today);

export function offerOf(delegate: Person, duty: DutyId, more: Partial<OfferInput> = {}): OfferInput {
  return {
    delegate: delegate.id,
    duty,
    act: 'perform',
    task: 'Fryse vorter på hender og føtter',
    patients: 'voksne som legen har sett',
    stopRules: ['pigmentert', 'i ansiktet'],
    from: today,
    ...more,
  };
}

/** Offered by the doctor and accepted by the person. */
export function delegated(
  doctor: Person,
  delegate: Person,
  duty: DutyId,
  more: Partial<OfferInput> = {},
): AcceptedDelegation {
  const wish = offerOf(delegate, duty, more);
  const offering = { id: newName<DelegationId>(), wish, doctor, delegate, duty: here(duty), heldByDoctor: [] };
  return must(accept(must(offer(offering, now)), delegate.id, now));
}

/** Noon in Norway on the day. */
export const noon = (day: string): Moment => `${day}T10:00:00.000Z` as Moment;
