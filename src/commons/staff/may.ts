/** May this person do this, here and now: by role, by a doctor's delegation, under supervision, or because help comes first. */

import {
  type Act,
  type AdaptedDuty,
  type DutyRule,
  needsAuthorisation,
  type Role,
  ruleFor,
  type Standing,
} from '#duties';
import type { PersonId } from '#kernel/ids';
import { type Facts, ok, type Refused, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import {
  type Competence,
  type DeviceKind,
  deviceSkillOf,
  skillOf,
  type WhyNoSkill,
  type WhyNotOnDevice,
} from './competence.ts';
import { currentDelegation, type WhyNoDelegation } from './current-delegation.ts';
import type { Delegation, DelegationId } from './delegation.ts';
import {
  absenceAt,
  authorisedAt,
  fullName,
  mayEnter,
  type Person,
  rolesAt,
  type WhyNotAuthorised,
  type WhyNotIn,
} from './person.ts';

export type MayWhy =
  | WhyNotIn
  | WhyNotAuthorised
  | 'duty is off here'
  | 'not for this role'
  | 'only watches'
  | 'only prepares'
  | 'order missing'
  | WhyNoDelegation
  | WhyNoSkill
  | WhyNotOnDevice
  | 'still watching'
  | 'supervisor needed'
  | 'supervises oneself'
  | 'supervisor may not';

/** How near the supervisor must be. */
export type Closeness = 'beside' | 'near' | 'in the house';

export type May =
  | { readonly yes: true; readonly ground: 'role'; readonly role: Role }
  | { readonly yes: true; readonly ground: 'delegation'; readonly role: Role; readonly delegation: DelegationId }
  | {
      readonly yes: true;
      readonly ground: 'supervised';
      readonly role: Role;
      readonly supervisor: PersonId;
      readonly closeness: Closeness;
      /** A pupil's act waits for the supervisor's name before it reaches the record. */
      readonly countersign: boolean;
      readonly delegation?: DelegationId;
    }
  /** The stop that was passed; it is noted, and asked about afterwards. */
  | { readonly yes: true; readonly ground: 'emergency'; readonly passed: MayWhy; readonly facts: Facts }
  | { readonly yes: false; readonly why: MayWhy; readonly facts: Facts };

export type Colleague = {
  readonly person: Person;
  readonly competences: readonly Competence[];
  readonly delegations: readonly Delegation[];
};

export type Ask = Colleague & {
  readonly duty: AdaptedDuty;
  /** Unless said otherwise: to perform it, which asks the most. */
  readonly act?: Act;
  /** What the act rests on for this patient. */
  readonly order?: 'order' | 'written procedure' | undefined;
  readonly device?: DeviceKind | undefined;
  /** The particular delegation under which the task was given. */
  readonly under?: DelegationId | undefined;
  /** The people who gave the delegations. */
  readonly doctors: readonly Person[];
  readonly supervisor?: Colleague | undefined;
  /** Emergency mode runs at this moment (`isRunning` of the duties). */
  readonly isEmergency?: boolean;
  readonly now: Moment;
};

/** Denies by default; emergency passes every stop and says which (helsepersonelloven § 7). */
export function mayDo(ask: Ask): May {
  const plain = judge(ask);
  if (plain.yes || !ask.isEmergency) return plain;
  return { yes: true, ground: 'emergency', passed: plain.why, facts: plain.facts };
}

type Judged = Exclude<May, { ground: 'emergency' }>;
type No = Extract<May, { yes: false }>;
const no = ({ why, facts }: Refused<MayWhy>): No => ({ yes: false, why, facts: facts ?? {} });

function judge(ask: Ask): Judged {
  const entry = mayEnter(ask.person, ask.now);
  if (!entry.ok) return no(entry);
  if (!ask.duty.on) return no(refuse('duty is off here'));
  const answers = rolesAt(ask.person, ask.now).map((role) => judgeIn(role, ask));
  const grounds = ['role', 'delegation', 'supervised'] as const;
  const yes = grounds.flatMap((ground) => answers.filter((answer) => answer.yes && answer.ground === ground));
  return yes[0] ?? nearest(answers);
}

/** With several roles, the refusal that is nearest to a yes is the one worth hearing. */
const byNearness: readonly MayWhy[] = [
  'not for this role',
  'authorisation missing',
  'authorisation expired',
  'only watches',
  'only prepares',
];
function nearest(answers: readonly Judged[]): No {
  const distance = (answer: No) => byNearness.indexOf(answer.why) + (byNearness.includes(answer.why) ? 0 : 100);
  const refusals = answers.filter((answer) => !answer.yes).toSorted((a, b) => distance(b) - distance(a));
  return refusals[0] ?? no(refuse('not for this role'));
}

function judgeIn(role: Role, ask: Ask): Judged {
  const act = ask.act ?? 'perform';
  const rule = ruleFor(ask.duty, act);
  const standing = ask.duty.who[role] && rule?.who[role];
  if (!rule || !standing) return no(refuse('not for this role', { role }));
  const authorised = authorisedAt(ask.person, role, ask.now);
  if (!authorised.ok) return no(authorised);
  if (act === 'look') return { yes: true, ground: 'role', role };
  if (standing === 'watches') return no(refuse('only watches', { role }));
  if (act === 'prepare') return { yes: true, ground: 'role', role };
  if (standing === 'drafts') return no(refuse('only prepares', { role }));
  return judgeAct({ ask, act, role, rule, standing });
}

type Case = {
  readonly ask: Ask;
  readonly act: Act;
  readonly role: Role;
  readonly rule: DutyRule;
  readonly standing: Standing;
};

function judgeAct(one: Case): Judged {
  const { ask, role, rule, standing } = one;
  if (rule.needs.order !== 'none' && role !== 'doctor' && !isOrdered(rule.needs.order, ask.order))
    return no(refuse('order missing', { need: rule.needs.order }));
  const delegation = delegationFor(one);
  if (!delegation.ok) return no(delegation);
  const skill = levelFor(one);
  if (!skill.ok) return no(skill);
  const inTraining = standing === 'supervised' || standing === 'observed';
  const isAlone = !inTraining && skill.value >= (rule.needs.levelAlone ?? 0);
  if (!isAlone) return underSupervision(one, skill.value, delegation.value);
  const under = delegation.value;
  return under === undefined
    ? { yes: true, ground: 'role', role }
    : { yes: true, ground: 'delegation', role, delegation: under };
}

function isOrdered(need: DutyRule['needs']['order'], given: Ask['order']): boolean {
  return need === 'order' ? given === 'order' : given !== undefined;
}

/** Whoever does not hold the act by role needs an own delegation where the act is one that is delegated; pupils too. */
function delegationFor({ ask, act, rule, standing }: Case): Result<DelegationId | undefined, WhyNoDelegation> {
  const isDelegated = Object.values(rule.who).includes('by delegation');
  if (!isDelegated || standing === 'by profession' || standing === 'by role') return ok(undefined);
  const wish = { person: ask.person.id, duty: ask.duty.id, act, id: ask.under };
  const own = currentDelegation(ask.delegations, wish, ask.doctors, ask.now);
  return own.ok ? ok(own.value.id) : own;
}

/** The level at which the person stands to the act: of the duty and of the device, the lower. */
function levelFor({ ask, rule, standing }: Case): Result<number, WhyNoSkill | WhyNotOnDevice | 'still watching'> {
  const wish = { person: ask.person.id, duty: ask.duty.id, device: ask.device, now: ask.now };
  const levels: number[] = [];
  if (standing !== 'by profession' && rule.needs.levelAlone !== null) {
    const skill = skillOf(ask.competences, wish);
    if (!skill.ok) return skill;
    levels.push(skill.value.level);
  }
  if (rule.needs.device && ask.device !== undefined) {
    const trained = deviceSkillOf(ask.competences, { ...wish, device: ask.device });
    if (!trained.ok) return trained;
    levels.push(trained.value.level);
  }
  const level = Math.min(4, ...levels);
  return level === 0 ? refuse('still watching') : ok(level);
}

function closenessOf(standing: Standing, level: number): Closeness {
  if (standing === 'observed' || level <= 1) return 'beside';
  return level === 2 ? 'near' : 'in the house';
}

function underSupervision({ ask, act, role, standing }: Case, level: number, own: DelegationId | undefined): Judged {
  const closeness = closenessOf(standing, level);
  if (!ask.supervisor) return no(refuse('supervisor needed', { closeness }));
  const { person } = ask.supervisor;
  if (person.id === ask.person.id) return no(refuse('supervises oneself'));
  const stop = supervisorStop(ask.supervisor, ask, act);
  if (stop) return no(refuse('supervisor may not', { supervisor: fullName(person), because: stop }));
  const delegation = own === undefined ? {} : { delegation: own };
  const countersign = role === 'pupil';
  return { yes: true, ground: 'supervised', role, supervisor: person.id, closeness, countersign, ...delegation };
}

/** A supervisor is at work, authorised, and may do the same act alone. */
function supervisorStop(supervisor: Colleague, ask: Ask, act: Act): MayWhy | 'away' | undefined {
  if (absenceAt(supervisor.person, ask.now)) return 'away';
  const { duty, order, device, doctors, now } = ask;
  const own = judge({ ...supervisor, duty, act, order, device, doctors, now });
  if (!own.yes) return own.why;
  return own.ground !== 'supervised' && needsAuthorisation(own.role) ? undefined : 'not for this role';
}
