/** Coming and going: employment, access in a role, authorisation, secrecy and absence, as the head or a doctor decides them. */

import { z } from 'zod';
import { type Role, roleSchema } from '#duties';
import { ok, type Result, refuse } from '#kernel/result';
import { addDays, dayOf, type IsoDate, isDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { accessMonths, lookUpMonths } from './access.table.ts';
import { holdsOn, lastDayOf } from './period.ts';
import {
  type Absence,
  type Access,
  type Authorisation,
  authorisedAt,
  decidesHere,
  type Employment,
  type Person,
  type WhyNotAuthorised,
  workingRolesAt,
} from './person.ts';

export const daySchema = z.custom<IsoDate>((day) => typeof day === 'string' && isDate(day));
export const accessInput = z.object({ role: roleSchema, from: daySchema, until: daySchema.optional() });
export type AccessInput = z.infer<typeof accessInput>;

export type WhyNoAccess =
  | 'not yours to decide'
  | 'not employed then'
  | 'ends before it begins'
  | 'longer than the clinic allows'
  | 'only pupils are on placement'
  | WhyNotAuthorised;

/** Gives a role for a time; without an end it lasts as long as the clinic allows, and never longer than the employment. */
export function grantAccess(
  person: Person,
  wish: AccessInput,
  decider: Person,
  now: Moment,
): Result<Person, WhyNoAccess> {
  if (!decidesHere(decider, now)) return refuse('not yours to decide');
  const employment = person.employments.find((one) => holdsOn(one, wish.from));
  if (!employment) return refuse('not employed then', { from: wish.from });
  if ((employment.kind === 'placement') !== (wish.role === 'pupil')) return refuse('only pupils are on placement');
  const authorised = authorisedAt(person, wish.role, now);
  if (!authorised.ok) return authorised;
  const longest = lastDayOf(wish.from, validOn(accessMonths, dayOf(now))?.value ?? 0);
  if (wish.until && wish.until < wish.from) return refuse('ends before it begins');
  if (wish.until && wish.until > longest) return refuse('longer than the clinic allows', { longest });
  const until = [wish.until ?? longest, employment.until ?? longest].toSorted()[0] as IsoDate;
  const access: Access = { role: wish.role, from: wish.from, until, decidedBy: decider.id, decidedAt: now };
  return ok({ ...person, accesses: [...person.accesses, access] });
}

/** Takes a role away at once; what was, stays on record. */
export function withdrawAccess(
  person: Person,
  role: Role,
  decider: Person,
  now: Moment,
): Result<Person, 'not yours to decide' | 'no such access'> {
  if (!decidesHere(decider, now)) return refuse('not yours to decide');
  const open = (access: Access) => access.role === role && access.until >= dayOf(now) && !access.withdrawnAt;
  if (!person.accesses.some(open)) return refuse('no such access');
  const accesses = person.accesses.map((access) => (open(access) ? { ...access, withdrawnAt: now } : access));
  return ok({ ...person, accesses });
}

export type WhyNotEmployed = 'not yours to decide' | 'ends before it begins' | 'employed already';

export function employ(
  person: Person,
  employment: Employment,
  decider: Person,
  now: Moment,
): Result<Person, WhyNotEmployed> {
  if (!decidesHere(decider, now)) return refuse('not yours to decide');
  if (employment.until && employment.until < employment.from) return refuse('ends before it begins');
  const overlaps = person.employments.some(
    (one) => (!employment.until || one.from <= employment.until) && (!one.until || employment.from <= one.until),
  );
  if (overlaps) return refuse('employed already');
  return ok({ ...person, employments: [...person.employments, employment] });
}

/** The last day at the clinic; every access ends with it. */
export function endEmployment(
  person: Person,
  lastDay: IsoDate,
  decider: Person,
  now: Moment,
): Result<Person, 'not yours to decide' | 'not employed then'> {
  if (!decidesHere(decider, now)) return refuse('not yours to decide');
  if (!person.employments.some((one) => holdsOn(one, lastDay))) return refuse('not employed then', { from: lastDay });
  const employments = person.employments.map((one) => (holdsOn(one, lastDay) ? { ...one, until: lastDay } : one));
  const accesses = person.accesses.map((one) => (one.until > lastDay ? { ...one, until: lastDay } : one));
  return ok({ ...person, employments, accesses });
}

/** What the register of health personnel said when someone looked; the newest look-up of a role replaces what it said before. */
export function recordAuthorisation(person: Person, seen: Authorisation): Result<Person, 'HPR number missing'> {
  if (!person.hpr) return refuse('HPR number missing');
  const others = person.authorisations.filter((one) => one.role !== seen.role || one.from !== seen.from);
  return ok({ ...person, authorisations: [...others, seen] });
}

/** Authorisations that nobody has looked up in the register for as long as the clinic allows. */
export function dueForLookUp(person: Person, now: Moment): readonly Authorisation[] {
  const today = dayOf(now);
  const months = validOn(lookUpMonths, today)?.value ?? 0;
  return person.authorisations.filter((one) => holdsOn(one, today) && lastDayOf(one.checkedOn, months) < today);
}

export function signSecrecy(person: Person, now: Moment): Result<Person, 'signed already'> {
  if (person.secrecySignedOn) return refuse('signed already', { on: person.secrecySignedOn });
  return ok({ ...person, secrecySignedOn: dayOf(now) });
}

/** Oneself, whoever decides here, or the desk that takes the call in the morning. */
function mayNoteAbsence(person: Person, by: Person, now: Moment): boolean {
  return by.id === person.id || decidesHere(by, now) || workingRolesAt(by, now).includes('helsesekretaer');
}

/** One's own, or a colleague's who has called in; why she is away is nobody's business here. */
export function registerAbsence(
  person: Person,
  absence: Absence,
  by: Person,
  now: Moment,
): Result<Person, 'not yours to decide' | 'ends before it begins' | 'deputy is oneself'> {
  if (!mayNoteAbsence(person, by, now)) return refuse('not yours to decide');
  if (absence.until && absence.until < absence.from) return refuse('ends before it begins');
  if (absence.deputy === person.id) return refuse('deputy is oneself');
  return ok({ ...person, absences: [...person.absences, absence] });
}

/** Back at work: what had begun ends the day before, and what had not begun is taken away. */
export function endAbsence(
  person: Person,
  backOn: IsoDate,
  by: Person,
  now: Moment,
): Result<Person, 'not yours to decide' | 'not away'> {
  if (!mayNoteAbsence(person, by, now)) return refuse('not yours to decide');
  const isOver = (absence: Absence): boolean => absence.until !== undefined && absence.until < backOn;
  if (person.absences.every(isOver)) return refuse('not away');
  const absences = person.absences.flatMap((absence) => {
    if (isOver(absence)) return [absence];
    return absence.from < backOn ? [{ ...absence, until: addDays(backOn, -1) }] : [];
  });
  return ok({ ...person, absences });
}
