/** A local adaptation (lokal tilpasning): what this clinic has decided about one line of the job description. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, isDate, type Moment } from '#kernel/time';
import { dutyIdSchema } from './catalogue.ts';
import { type CompetenceLevel, type Duty, type DutyId, type Standing, standings, type WhoMay } from './duty.ts';
import { needsAuthorisation, type Role, roleSchema } from './role.ts';

export type AdaptationId = Id<'DutyAdaptation'>;
/** Other standings for some roles; null closes the duty to the role. */
export type WhoChange = Readonly<Partial<Record<Role, Standing | null>>>;
export type Adaptation = {
  readonly id: AdaptationId;
  readonly duty: DutyId;
  readonly on: boolean;
  readonly who?: WhoChange;
  /** From which level one acts alone here. */
  readonly levelAlone?: CompetenceLevel;
  /** What the clinic adds, in its own words. */
  readonly text?: string;
  /** Who answers for the duty here, and for her when she is away. */
  readonly owner?: PersonId;
  readonly deputy?: PersonId;
  readonly decidedBy: PersonId;
  readonly decidedAt: Moment;
  readonly from: IsoDate;
};

export type AdaptedDuty = Duty & { readonly on: boolean; readonly local?: Adaptation };

export const adaptationInput = z.object({
  duty: dutyIdSchema,
  on: z.boolean(),
  who: z.partialRecord(roleSchema, z.enum(standings).nullable()).optional(),
  levelAlone: z.literal([0, 1, 2, 3, 4]).optional(),
  text: z.string().trim().max(2000).optional(),
  owner: z.custom<PersonId>((id) => typeof id === 'string' && id.length > 0).optional(),
  deputy: z.custom<PersonId>((id) => typeof id === 'string' && id.length > 0).optional(),
  from: z.custom<IsoDate>((day) => typeof day === 'string' && isDate(day)),
});
export type AdaptationInput = z.infer<typeof adaptationInput>;

export type WhyNotAdapted =
  | 'not yours to decide'
  | 'another duty'
  | 'from a day that has passed'
  | 'law keeps it on'
  | 'pupils only in training'
  | 'delegation is personal'
  | 'competence is personal'
  | 'not health personnel'
  | 'alone needs at least help near'
  | 'deputy is the owner';

/** Everyone may be narrowed; widening stops where law asks for an authorisation, a delegation or a competence of the person's own. */
export function adapt(
  duty: Duty,
  id: AdaptationId,
  change: AdaptationInput,
  decider: { readonly id: PersonId; readonly roles: readonly Role[] },
  now: Moment,
): Result<Adaptation, WhyNotAdapted> {
  if (!decider.roles.some((role) => role === 'doctor' || role === 'head')) return refuse('not yours to decide');
  if (change.duty !== duty.id) return refuse('another duty');
  if (change.from < dayOf(now)) return refuse('from a day that has passed', { from: change.from });
  if (!change.on && duty.fixedByLaw) return refuse('law keeps it on');
  if (change.levelAlone !== undefined && change.levelAlone < 2) return refuse('alone needs at least help near');
  if (change.deputy !== undefined && change.deputy === change.owner) return refuse('deputy is the owner');
  for (const [role, standing] of Object.entries(change.who ?? {}) as [Role, Standing | null][]) {
    const stop = tooWide(duty, role, standing);
    if (stop) return stop;
  }
  return ok({ id, ...change, decidedBy: decider.id, decidedAt: now });
}

function tooWide(duty: Duty, role: Role, standing: Standing | null): Refused<WhyNotAdapted> | undefined {
  const before = duty.who[role];
  if (standing === null || standing === before) return undefined;
  const freely = standing === 'by profession' || standing === 'by role' || standing === 'by delegation';
  if (role === 'pupil' && freely) return refuse('pupils only in training', { role });
  if (before === 'by delegation' && (standing === 'by role' || standing === 'by profession'))
    return refuse('delegation is personal', { role });
  if (standing === 'by profession') return refuse('competence is personal', { role });
  const clinical = duty.room === 'laboratory' || duty.room === 'treatment';
  if (clinical && role !== 'pupil' && !needsAuthorisation(role) && standing !== 'watches')
    return refuse('not health personnel', { role });
  return undefined;
}

/** The adaptation of the duty that is in force on the day: the latest to have begun, and of those the latest decided. */
export function adaptationOn(adaptations: readonly Adaptation[], duty: DutyId, day: IsoDate): Adaptation | undefined {
  return adaptations
    .filter((adaptation) => adaptation.duty === duty && adaptation.from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.decidedAt.localeCompare(b.decidedAt))
    .at(-1);
}

/** The duty as it is at this clinic on the day: the default, with the clinic's decision over it. */
export function adaptedDuty(duty: Duty, adaptations: readonly Adaptation[], day: IsoDate): AdaptedDuty {
  const local = adaptationOn(adaptations, duty.id, day);
  if (!local) return { ...duty, on: true };
  return {
    ...duty,
    on: local.on || duty.fixedByLaw,
    who: changedWho(duty.who, local.who ?? {}),
    needs: { ...duty.needs, levelAlone: local.levelAlone ?? duty.needs.levelAlone },
    local,
  };
}

function changedWho(who: WhoMay, change: WhoChange): WhoMay {
  return Object.fromEntries(Object.entries({ ...who, ...change }).filter(([, standing]) => standing != null));
}
