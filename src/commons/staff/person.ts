/** A person (medarbeider) at the clinic: roles, authorisation, employment, access and absence, each for its own time. */

import { type AuthorisedRole, needsAuthorisation, type Role } from '#duties';
import type { Branded, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { holdsOn, type Period } from './period.ts';

/** Number in the register of health personnel (HPR): one to nine digits, no leading zero. */
export type HprNumber = Branded<string, 'HprNumber'>;

export function readHprNumber(text: string): Result<HprNumber, 'not an HPR number'> {
  const digits = text.replace(/\s/g, '');
  return /^[1-9]\d{0,8}$/.test(digits) ? ok(digits as HprNumber) : refuse('not an HPR number');
}

/** A licence (lisens) lets one work in the role; only an authorisation lets a doctor hand tasks to others. */
export type Authorisation = Period & {
  readonly role: AuthorisedRole;
  readonly kind: 'authorisation' | 'licence';
  /** When someone last looked it up in the register. */
  readonly checkedOn: IsoDate;
};
export type Employment =
  | (Period & { readonly kind: 'employed' | 'locum' | 'owner' })
  | (Required<Period> & { readonly kind: 'placement'; readonly school: string; readonly supervisor: PersonId });
/** Access in a role, always with an end, and by whom it was decided (pasientjournalforskriften § 13). */
export type Access = Required<Period> & {
  readonly role: Role;
  readonly decidedBy: PersonId;
  readonly decidedAt: Moment;
  /** Taken away at once, before its last day. */
  readonly withdrawnAt?: Moment;
};
/** Away from work; the reason is nobody's business here. */
export type Absence = Period & { readonly deputy?: PersonId };

export type Person = {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly hpr?: HprNumber;
  /** A doctor who is a specialist in general practice; some tariff codes ask for it. */
  readonly isSpecialist?: boolean;
  readonly authorisations: readonly Authorisation[];
  readonly employments: readonly Employment[];
  readonly accesses: readonly Access[];
  readonly absences: readonly Absence[];
  /** The declaration of confidentiality (taushetserklæring). */
  readonly secrecySignedOn?: IsoDate;
};

export function fullName(person: Pick<Person, 'givenName' | 'familyName'>): string {
  return `${person.givenName} ${person.familyName}`;
}

export function employmentAt(person: Person, now: Moment): Employment | undefined {
  return person.employments.find((employment) => holdsOn(employment, dayOf(now)));
}

function isOpen(access: Access, now: Moment): boolean {
  return holdsOn(access, dayOf(now)) && (access.withdrawnAt === undefined || now < access.withdrawnAt);
}

/** The roles that the person holds at this moment: employed, and with access in the role. */
export function rolesAt(person: Person, now: Moment): readonly Role[] {
  if (!employmentAt(person, now)) return [];
  return [...new Set(person.accesses.filter((access) => isOpen(access, now)).map((access) => access.role))];
}

export type WhyNotIn = 'not employed' | 'access not begun' | 'access ended' | 'secrecy not signed';

/** May the person be in the system at all: employed, with access, and bound to secrecy in writing. */
export function mayEnter(person: Person, now: Moment): Result<undefined, WhyNotIn> {
  const today = dayOf(now);
  if (!employmentAt(person, now)) return refuse('not employed', lastEnd(person.employments, today));
  if (rolesAt(person, now).length === 0) {
    const coming = person.accesses.filter((access) => access.from > today && !access.withdrawnAt);
    const begun = person.accesses.some((access) => access.from <= today);
    const first = coming.map((access) => access.from).toSorted()[0];
    if (!begun && first) return refuse('access not begun', { from: first, today });
    return refuse('access ended', accessEnd(person, today));
  }
  if (person.secrecySignedOn === undefined || person.secrecySignedOn > today) return refuse('secrecy not signed');
  return ok();
}

function lastEnd(periods: readonly Period[], today: IsoDate): { until: string | null; today: IsoDate } {
  const ends = periods.flatMap((period) => (period.until && period.until < today ? [period.until] : []));
  return { until: ends.toSorted().at(-1) ?? null, today };
}

function accessEnd(person: Person, today: IsoDate): { until: string | null; today: IsoDate } {
  const days = person.accesses.map(({ until, withdrawnAt }) =>
    withdrawnAt && dayOf(withdrawnAt) < until ? dayOf(withdrawnAt) : until,
  );
  return {
    until:
      days
        .filter((day) => day <= today)
        .toSorted()
        .at(-1) ?? null,
    today,
  };
}

export type WhyNotAuthorised = 'authorisation missing' | 'authorisation expired';

/** Is the person authorised for the role today; roles that ask for none always are. */
export function authorisedAt(
  person: Person,
  role: Role,
  now: Moment,
): Result<Authorisation | undefined, WhyNotAuthorised> {
  if (!needsAuthorisation(role)) return ok(undefined);
  const today = dayOf(now);
  const own = person.authorisations.filter((authorisation) => authorisation.role === role);
  const valid = own.filter((authorisation) => holdsOn(authorisation, today));
  const best = valid.find((authorisation) => authorisation.kind === 'authorisation') ?? valid[0];
  if (best) return ok(best);
  const expired = own.some((authorisation) => authorisation.until !== undefined && authorisation.until < today);
  return expired
    ? refuse('authorisation expired', { ...lastEnd(own, today), role })
    : refuse('authorisation missing', { role, today });
}

/** The roles that are worth something at this moment: held, and authorised where the role asks for it. */
export function workingRolesAt(person: Person, now: Moment): readonly Role[] {
  if (!mayEnter(person, now).ok) return [];
  return rolesAt(person, now).filter((role) => authorisedAt(person, role, now).ok);
}

/** A doctor who answers for patients here today: in the role, and authorised rather than licensed. */
export function isResponsibleDoctor(person: Person, now: Moment): boolean {
  if (!workingRolesAt(person, now).includes('doctor')) return false;
  const authorised = authorisedAt(person, 'doctor', now);
  return authorised.ok && authorised.value?.kind === 'authorisation';
}

/** Who decides over access and delegations: a responsible doctor, or the head. */
export function decidesHere(person: Person, now: Moment): boolean {
  return isResponsibleDoctor(person, now) || workingRolesAt(person, now).includes('head');
}

export function absenceAt(person: Person, now: Moment): Absence | undefined {
  return person.absences.find((absence) => holdsOn(absence, dayOf(now)));
}

/** At work: employed, may enter, and not away. */
export function isAtWork(person: Person, now: Moment): boolean {
  return mayEnter(person, now).ok && absenceAt(person, now) === undefined;
}

/** The supervisor that a pupil's placement names. */
export function supervisorOf(person: Person, now: Moment): PersonId | undefined {
  const employment = employmentAt(person, now);
  return employment?.kind === 'placement' ? employment.supervisor : undefined;
}
