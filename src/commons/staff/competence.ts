/** Competence (kompetanse): what one person has been seen to master of one duty, perhaps on one kind of device, until when. */

import { z } from 'zod';
import { type CompetenceLevel, competenceLevels, type DutyId, dutyIdSchema, needsAuthorisation } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { daySchema } from './access.ts';
import { competenceMonths, fadingMonths, observedAtLeast } from './competence.table.ts';
import { holdsOn, lastDayOf, monthsAfter, type Period } from './period.ts';
import { isResponsibleDoctor, type Person, workingRolesAt } from './person.ts';

export type CompetenceId = Id<'Competence'>;
/** A kind of device, as the equipment register names it; not the single device. */
export type DeviceKind = Id<'DeviceKind'>;
/** What the assessor saw: how many times, and what else it rests on. */
export type Evidence = { readonly observed: number; readonly words: string };

/** Nothing is edited: a new assessment of the same duty takes the place of the older ones, also when it is lower. */
export type Competence = Required<Period> & {
  readonly id: CompetenceId;
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly device?: DeviceKind;
  readonly level: CompetenceLevel;
  readonly assessor: PersonId;
  readonly assessedAt: Moment;
  readonly evidence: Evidence;
};

export const signOffInput = z.object({
  duty: dutyIdSchema,
  device: z.custom<DeviceKind>((kind) => typeof kind === 'string' && kind.length > 0).optional(),
  level: z.literal([...competenceLevels]),
  observed: z.int().min(0).max(1000),
  words: z.string().trim().max(1000),
  from: daySchema,
  until: daySchema.optional(),
});
export type SignOffInput = z.infer<typeof signOffInput>;

export type WhyNotSignedOff =
  | 'assesses oneself'
  | 'assessor may not'
  | 'too few observed'
  | 'ends before it begins'
  | 'no evidence';

export type Assessor = { readonly person: Person; readonly competences: readonly Competence[] };

/**
 * A level is given by another: a responsible doctor, or an authorised colleague who herself is signed off to do it alone,
 * and from «with help near» upwards only after having seen it done often enough.
 */
export function signOff(
  id: CompetenceId,
  learner: PersonId,
  seen: SignOffInput,
  assessor: Assessor,
  now: Moment,
): Result<Competence, WhyNotSignedOff> {
  if (assessor.person.id === learner) return refuse('assesses oneself');
  if (!mayAssess(assessor, seen.duty, seen.device, now)) return refuse('assessor may not');
  const needed = validOn(observedAtLeast, dayOf(now))?.value[seen.level] ?? Number.POSITIVE_INFINITY;
  if (seen.observed < needed) return refuse('too few observed', { observed: seen.observed, needed });
  if (seen.level > 0 && seen.words.trim() === '') return refuse('no evidence');
  const until = seen.until ?? lastDayOf(seen.from, validOn(competenceMonths, dayOf(now))?.value ?? 0);
  if (until < seen.from) return refuse('ends before it begins');
  return ok({
    id,
    person: learner,
    duty: seen.duty,
    ...(seen.device ? { device: seen.device } : {}),
    level: seen.level,
    assessor: assessor.person.id,
    assessedAt: now,
    evidence: { observed: seen.observed, words: seen.words },
    from: seen.from,
    until,
  });
}

function mayAssess(assessor: Assessor, duty: DutyId, device: DeviceKind | undefined, now: Moment): boolean {
  if (isResponsibleDoctor(assessor.person, now)) return true;
  if (!workingRolesAt(assessor.person, now).some(needsAuthorisation)) return false;
  const own = skillOf(assessor.competences, { person: assessor.person.id, duty, device, now });
  return own.ok && own.value.level === 4;
}

export type WhyNoSkill = 'no competence record' | 'competence expired';
export type WhyNotOnDevice = 'device not learned' | 'device training expired';
export type SkillWish = {
  readonly person: PersonId;
  readonly duty: DutyId;
  readonly device?: DeviceKind | undefined;
  readonly now: Moment;
};

/** The level at the duty: by the record of the duty itself, or of the duty on this very kind of device. */
export function skillOf(competences: readonly Competence[], wish: SkillWish): Result<Competence, WhyNoSkill> {
  const ofDuty = competences.filter((one) => one.person === wish.person && one.duty === wish.duty);
  const general = newest(
    ofDuty.filter((one) => one.device === undefined),
    wish.now,
  );
  const onDevice = newest(
    ofDuty.filter((one) => one.device !== undefined && one.device === wish.device),
    wish.now,
  );
  const current = [general, onDevice].find((one) => one && holdsOn(one, dayOf(wish.now)));
  if (current) return ok(current);
  const expired = general ?? onDevice;
  if (!expired) return refuse('no competence record');
  return refuse('competence expired', { until: expired.until, today: dayOf(wish.now) });
}

/** Training on the kind of device: as recorded for this duty, else for any duty that uses it. */
export function deviceSkillOf(
  competences: readonly Competence[],
  wish: SkillWish & { readonly device: DeviceKind },
): Result<Competence, WhyNotOnDevice> {
  const own = competences.filter((one) => one.person === wish.person && one.device === wish.device);
  const here = newest(
    own.filter((one) => one.duty === wish.duty),
    wish.now,
  );
  const record = here ?? newest(own, wish.now);
  if (!record) return refuse('device not learned');
  if (!holdsOn(record, dayOf(wish.now)))
    return refuse('device training expired', { until: record.until, today: dayOf(wish.now) });
  return ok(record);
}

/** The assessment that stands: of those that have begun, the one made last. */
function newest(records: readonly Competence[], now: Moment): Competence | undefined {
  return records
    .filter((one) => one.from <= dayOf(now))
    .toSorted((a, b) => a.assessedAt.localeCompare(b.assessedAt))
    .at(-1);
}

/** A hint, never a stop: the skill has not been used for so long that a refresher would do good. */
export function isFading(competence: Competence, lastDoneOn: IsoDate | undefined, today: IsoDate): boolean {
  const months = validOn(fadingMonths, today)?.value;
  if (months === undefined || competence.level < 2) return false;
  return monthsAfter(lastDoneOn ?? competence.from, months) <= today;
}

/** Sign-offs that end within so many months, soonest first. */
export function expiringWithin(
  competences: readonly Competence[],
  months: number,
  today: IsoDate,
): readonly Competence[] {
  const limit = monthsAfter(today, months);
  return competences
    .filter((one) => holdsOn(one, today) && one.until <= limit)
    .toSorted((a, b) => a.until.localeCompare(b.until));
}
