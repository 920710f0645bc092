/** A relation (pårørende, verge): someone around the patient, and what that person may know at which age. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { ageOn, type IsoDate, type Moment } from '#kernel/time';
import type { AgeRights } from './age-right.table.ts';
import { rightsOn } from './age-right.ts';
import { type Consent, consentStands } from './consent.ts';
import type { PatientId } from './patient.ts';

export type RelationId = Id<'Relation'>;

export const kinships = [
  'spouse',
  'partner',
  'parent',
  'foster parent',
  'step parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'other relative',
  'friend',
  'neighbour',
  'colleague',
  'authority',
] as const;
export type Kinship = (typeof kinships)[number];

/** What the person is to the patient by law; kinship alone gives no right to know. */
export const relationRoles = [
  'next of kin',
  'parental responsibility',
  'guardian in personal matters',
  'guardian in money matters',
  'future proxy',
  'child welfare in the place of parents',
] as const;
export type RelationRole = (typeof relationRoles)[number];

type Known = {
  readonly id: RelationId;
  readonly patient: PatientId;
  readonly name: string;
  readonly phone?: string;
  readonly kinship: Kinship;
  readonly roles: readonly RelationRole[];
  /** Who said so: the patient, the population register, or a paper that was shown. */
  readonly source: 'patient' | 'population register' | 'paper shown';
  readonly from: IsoDate;
  readonly registeredBy: PersonId;
};
export type CurrentRelation = Known & { readonly state: 'current' };
export type EndedRelation = Known & { readonly state: 'ended'; readonly until: IsoDate; readonly endedBy: PersonId };
export type Relation = CurrentRelation | EndedRelation;

/** What may follow what. */
export const relationNext = { current: ['ended'], ended: [] } as const satisfies Record<
  Relation['state'],
  readonly Relation['state'][]
>;

export const relationInput = z.object({
  name: z.string().trim().min(1).max(120),
  phone: z.string().trim().min(3).max(20).optional(),
  kinship: z.enum(kinships),
  roles: z.array(z.enum(relationRoles)).max(4),
  source: z.enum(['patient', 'population register', 'paper shown']),
});
export type RelationInput = z.output<typeof relationInput>;

export type RelationRefusal =
  | 'paper needed'
  | 'of age'
  | 'already ended'
  | 'ends before it began'
  | 'birth date not known';

/** Roles that somebody cannot simply be said to have. */
const needsPaper: readonly RelationRole[] = [
  'guardian in personal matters',
  'guardian in money matters',
  'future proxy',
  'child welfare in the place of parents',
];
const ofMinors: readonly RelationRole[] = ['parental responsibility', 'child welfare in the place of parents'];

/** Registers a relation; guardianship and the like on a paper that was shown, parental responsibility only of a minor. */
export function registerRelation(
  id: RelationId,
  patient: { readonly id: PatientId; readonly birthDate: IsoDate | null },
  input: RelationInput,
  by: PersonId,
  day: IsoDate,
): Result<CurrentRelation, 'paper needed' | 'of age' | 'birth date not known'> {
  if (input.source === 'patient' && input.roles.some((role) => needsPaper.includes(role)))
    return refuse('paper needed');
  if (input.roles.some((role) => ofMinors.includes(role))) {
    if (patient.birthDate === null) return refuse('birth date not known');
    if (ageOn(patient.birthDate, day) >= rightsOn(day).ofAgeFrom) return refuse('of age');
  }
  return ok({ ...input, id, patient: patient.id, state: 'current', from: day, registeredBy: by });
}

export function endRelation(
  relation: Relation,
  until: IsoDate,
  by: PersonId,
): Result<EndedRelation, 'already ended' | 'ends before it began'> {
  if (relation.state === 'ended') return refuse('already ended', { until: relation.until });
  if (until < relation.from) return refuse('ends before it began');
  return ok({ ...relation, state: 'ended', until, endedBy: by });
}

/** Health personnel keep something from parents (pbrl § 3-4): always decided by a doctor, and reasoned. */
export type Withholding = {
  readonly patient: PatientId;
  readonly ground: 'the child asks for it' | 'weighty reasons';
  readonly reason: string;
  readonly decidedBy: PersonId;
  readonly decidedAt: Moment;
  readonly endedAt?: Moment;
};

/** What somebody asks to know. */
export type Matter = 'health' | 'needed for parental responsibility';
export type KnowGround =
  | 'parent of a child under 16'
  | 'needed for parental responsibility'
  | 'patient has consented'
  | 'guardian in personal matters'
  | 'future proxy'
  | 'child welfare';
export type NoGround =
  | 'relation has ended'
  | 'no right by law'
  | 'patient has not consented'
  | 'withheld from parents'
  | 'patient decides from 16'
  | 'of age'
  | 'birth date not known';
/** `scope` tells how much: everything, or only what the ground covers. */
export type MayKnow =
  | {
      readonly may: true;
      readonly ground: KnowGround;
      readonly scope: 'all' | 'what is needed' | 'what the patient allows';
    }
  | { readonly may: false; readonly why: NoGround };

export type KnowAsk = {
  readonly patient: { readonly id: PatientId; readonly birthDate: IsoDate | null };
  readonly matter: Matter;
  readonly consents: readonly Consent[];
  readonly withholdings: readonly Withholding[];
  readonly day: IsoDate;
  readonly now: Moment;
};

/**
 * May this person be told? Never a yes by kinship alone. Where the patient cannot consent and the situation demands it
 * (unconscious, confused), a doctor decides outside this rule (pbrl § 3-3).
 */
export function mayKnow(relation: Relation, ask: KnowAsk): MayKnow {
  if (relation.patient !== ask.patient.id) return { may: false, why: 'no right by law' };
  if (relation.state === 'ended' && relation.until < ask.day) return { may: false, why: 'relation has ended' };
  if (relation.from > ask.day) return { may: false, why: 'no right by law' };
  const answers = relation.roles.map((role) => byRole(role, ask));
  return answers.find(({ may }) => may) ?? answers.at(0) ?? { may: false, why: 'no right by law' };
}

function byRole(role: RelationRole, ask: KnowAsk): MayKnow {
  switch (role) {
    case 'next of kin':
      return consentStands(ask.consents, ask.patient.id, 'inform next of kin', ask.now)
        ? { may: true, ground: 'patient has consented', scope: 'what the patient allows' }
        : { may: false, why: 'patient has not consented' };
    case 'parental responsibility':
      return asParent(ask);
    case 'guardian in personal matters':
      return { may: true, ground: 'guardian in personal matters', scope: 'what is needed' };
    case 'guardian in money matters':
      return { may: false, why: 'no right by law' };
    case 'future proxy':
      return { may: true, ground: 'future proxy', scope: 'what is needed' };
    case 'child welfare in the place of parents':
      return asChildWelfare(ask);
  }
}

/** pbrl § 3-4: told until 16; what parental responsibility needs until 18, also against a withholding; then next of kin. */
function asParent({ patient, matter, withholdings, day, now }: KnowAsk): MayKnow {
  if (patient.birthDate === null) return { may: false, why: 'birth date not known' };
  const age = ageOn(patient.birthDate, day);
  const rights = rightsOn(day);
  if (age >= rights.ofAgeFrom) return { may: false, why: 'of age' };
  if (matter === 'needed for parental responsibility')
    return { may: true, ground: 'needed for parental responsibility', scope: 'what is needed' };
  if (age >= rights.consentsFrom) return { may: false, why: 'patient decides from 16' };
  const isWithheld = withholdings.some((one) => one.patient === patient.id && holdsAt(one, age, rights, now));
  if (isWithheld) return { may: false, why: 'withheld from parents' };
  return { may: true, ground: 'parent of a child under 16', scope: 'all' };
}

/** A child asks from 12; weighty reasons hold at any age under 16. */
function holdsAt({ ground, decidedAt, endedAt }: Withholding, age: number, rights: AgeRights, now: Moment): boolean {
  if (decidedAt > now || (endedAt !== undefined && endedAt <= now)) return false;
  return ground === 'weighty reasons' || age >= rights.mayObjectFrom;
}

function asChildWelfare({ patient, day }: KnowAsk): MayKnow {
  if (patient.birthDate === null) return { may: false, why: 'birth date not known' };
  if (ageOn(patient.birthDate, day) >= rightsOn(day).ofAgeFrom) return { may: false, why: 'of age' };
  return { may: true, ground: 'child welfare', scope: 'what is needed' };
}
