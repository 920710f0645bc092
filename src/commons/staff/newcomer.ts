/** A newcomer (nyansatt): name and HPR number first; employment and access only when someone who decides has said so. */

import { z } from 'zod';
import { authorisedRoles, roleSchema } from '#duties';
import type { PersonId } from '#kernel/ids';
import { dayInput, idInput, lineInput, optionalLine } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { accessMonths } from './access.table.ts';
import { employ, grantAccess, recordAuthorisation, type WhyNoAccess, type WhyNotEmployed } from './access.ts';
import { lastDayOf } from './period.ts';
import { decidesHere, type Employment, type Person, readHprNumber } from './person.ts';

const lastDay = dayInput.nullable().default(null);

/** Ordinary work, or a pupil's placement with school and supervisor. */
export const employmentInput = z.object({
  kind: z.enum(['employed', 'locum', 'owner', 'placement']),
  from: dayInput,
  until: lastDay,
  school: optionalLine(120),
  supervisor: idInput<PersonId>().nullable().default(null),
});
export type EmploymentInput = z.output<typeof employmentInput>;

/** What the register of health personnel (HPR) said when it was looked up. */
export const authorisationInput = z.object({
  role: z.enum(authorisedRoles),
  kind: z.enum(['authorisation', 'licence']).default('authorisation'),
  from: dayInput,
  until: lastDay,
});

export const newcomerInput = z.object({
  givenName: lineInput(80),
  familyName: lineInput(80),
  hprNumber: optionalLine(12),
  isSpecialist: z.boolean().default(false),
  authorisation: authorisationInput.nullable().default(null),
  employment: employmentInput.nullable().default(null),
  /** With an employment: the role that is opened from its first day. */
  role: roleSchema.nullable().default(null),
});
export type NewcomerInput = z.output<typeof newcomerInput>;

export type WhyNoPlacement = 'placement needs a school and a supervisor' | 'supervises oneself';

/** The agreement in the thing's own shape. */
export function employmentOf(
  input: EmploymentInput,
  person: PersonId,
): Result<Employment, WhyNoPlacement | 'placement needs an end'> {
  const { kind, from, until, school, supervisor } = input;
  if (kind !== 'placement') return ok({ kind, from, ...(until ? { until } : {}) });
  if (!until) return refuse('placement needs an end');
  if (!school || !supervisor) return refuse('placement needs a school and a supervisor');
  if (supervisor === person) return refuse('supervises oneself');
  return ok({ kind, from, until, school, supervisor });
}

export type WhyNotRegistered =
  | 'not an HPR number'
  | 'HPR number missing'
  | 'employment missing'
  | WhyNoPlacement
  | 'placement needs an end'
  | WhyNotEmployed
  | WhyNoAccess;

/** Anyone who keeps the roster writes the name down; employment and access are the head's or a doctor's to decide. */
export function register(
  id: PersonId,
  input: NewcomerInput,
  decider: Person,
  now: Moment,
): Result<Person, WhyNotRegistered> {
  const { givenName, familyName, hprNumber, isSpecialist, employment, role } = input;
  const hpr = hprNumber ? readHprNumber(hprNumber) : ok(undefined);
  if (!hpr.ok) return hpr;
  const dated = { authorisations: [], employments: [], accesses: [], absences: [] };
  const person: Person = {
    id,
    givenName,
    familyName,
    isSpecialist,
    ...dated,
    ...(hpr.value ? { hpr: hpr.value } : {}),
  };
  const authorised = input.authorisation ? seenInRegister(person, input.authorisation, now) : ok(person);
  if (!authorised.ok) return authorised;
  if (!employment) return role ? refuse('employment missing') : authorised;
  if (!decidesHere(decider, now)) return refuse('not yours to decide');
  const agreed = employmentOf(employment, id);
  if (!agreed.ok) return agreed;
  const employed = employ(authorised.value, agreed.value, decider, now);
  if (!employed.ok || !role) return employed;
  return grantAccess(employed.value, { role, from: employment.from }, decider, now);
}

/** Looked up today. */
export function seenInRegister(
  person: Person,
  { role, kind, from, until }: z.output<typeof authorisationInput>,
  now: Moment,
): Result<Person, 'HPR number missing' | 'ends before it begins'> {
  if (until && until < from) return refuse('ends before it begins');
  return recordAuthorisation(person, { role, kind, from, checkedOn: dayOf(now), ...(until ? { until } : {}) });
}

/** The first of a new clinic: nobody is there yet to let her in, so she is head from today; she still signs for secrecy. */
export function firstHead(
  id: PersonId,
  name: { readonly givenName: string; readonly familyName: string },
  now: Moment,
): Person {
  const from = dayOf(now);
  const until = lastDayOf(from, validOn(accessMonths, from)?.value ?? 0);
  return {
    ...{ id, ...name, authorisations: [], absences: [] },
    employments: [{ kind: 'owner', from }],
    accesses: [{ role: 'head', from, until, decidedBy: id, decidedAt: now }],
  };
}
