/** A consent (samtykke): what the patient has said yes or no to, when, how, and on whose behalf. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { ageOn, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { rightsOn } from './age-right.ts';
import type { PatientId } from './patient.ts';

export type ConsentId = Id<'Consent'>;

export const consentPurposes = [
  'inform next of kin',
  'text message',
  'email',
  'digital messages',
  'share with co-operating personnel',
  'pupil present',
  'photo in the record',
  'teaching',
  'research',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** Lawful until the patient says no (hpl § 25: co-operating personnel, unless the patient objects). */
export const lawfulUntilRefused: readonly ConsentPurpose[] = ['share with co-operating personnel'];

export const consentWays = ['said', 'written', 'digital'] as const;
export type ConsentWay = (typeof consentWays)[number];
/** The patient, a parent, or a guardian in personal matters. */
export const consentGivers = ['patient', 'parent', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

type Known = {
  readonly id: ConsentId;
  readonly patient: PatientId;
  readonly purpose: ConsentPurpose;
  readonly giver: ConsentGiver;
  readonly way: ConsentWay;
  readonly saidAt: Moment;
  readonly recordedBy: PersonId;
  /** Limits in the patient's words: «only that I am here», «not to my brother». */
  readonly limits?: string;
};
export type GivenConsent = Known & { readonly state: 'given'; readonly until?: IsoDate };
export type RefusedConsent = Known & { readonly state: 'refused' };
export type WithdrawnConsent = Known & {
  readonly state: 'withdrawn';
  readonly withdrawnAt: Moment;
  readonly withdrawnBy: ConsentGiver;
  readonly withdrawalRecordedBy: PersonId;
};
export type Consent = GivenConsent | RefusedConsent | WithdrawnConsent;

/** What may follow what; a new yes or no is a new consent, and the last one said counts. */
export const consentNext = { given: ['withdrawn'], refused: [], withdrawn: [] } as const satisfies Record<
  Consent['state'],
  readonly Consent['state'][]
>;

export const consentInput = z.object({
  purpose: z.enum(consentPurposes),
  answer: z.enum(['yes', 'no']),
  giver: z.enum(consentGivers),
  way: z.enum(consentWays),
  limits: z.string().trim().min(1).max(300).optional(),
  /** The last day of a yes that was given for a time. */
  until: z.iso
    .date()
    .transform((text) => text as IsoDate)
    .optional(),
});
export type ConsentInput = z.output<typeof consentInput>;

export type ConsentRefusal =
  | 'parents no longer decide'
  | 'too young to decide alone'
  | 'birth date not known'
  | 'not given'
  | 'written consent needed';

/** Who consents to health care for a patient of this age (pbrl §§ 4-3, 4-4). */
export type Consenting =
  | 'parents'
  | 'parents, the child is heard'
  | 'parents, the child’s opinion weighs heavily'
  | 'patient';

export function whoConsents(birthDate: IsoDate, day: IsoDate): Consenting {
  const age = ageOn(birthDate, day);
  const rights = rightsOn(day);
  if (age >= rights.consentsFrom) return 'patient';
  if (age >= rights.mayObjectFrom) return 'parents, the child’s opinion weighs heavily';
  return age >= rights.heardFrom ? 'parents, the child is heard' : 'parents';
}

/** Purposes that bind for long or cannot be taken back ask for a paper or a signature. */
const inWriting: readonly ConsentPurpose[] = ['research', 'teaching'];

/** Writes down a yes or a no, said by someone who may say it. A no is always heard, from 12 years by the child itself. */
export function recordConsent(
  id: ConsentId,
  patient: { readonly id: PatientId; readonly birthDate: IsoDate | null },
  input: ConsentInput,
  by: PersonId,
  said: { readonly at: Moment; readonly day: IsoDate },
): Result<GivenConsent | RefusedConsent, Exclude<ConsentRefusal, 'not given'>> {
  const may = mayAnswer(patient.birthDate, input, said.day);
  if (!may.ok) return may;
  if (input.answer === 'yes' && inWriting.includes(input.purpose) && input.way === 'said')
    return refuse('written consent needed');
  const { answer, until, ...rest } = input;
  const known = { ...rest, id, patient: patient.id, saidAt: said.at, recordedBy: by };
  if (answer === 'no') return ok({ ...known, state: 'refused' });
  return ok({ ...known, state: 'given', ...(until ? { until } : {}) });
}

function mayAnswer(
  birthDate: IsoDate | null,
  { giver, answer }: ConsentInput,
  day: IsoDate,
): Result<undefined, 'parents no longer decide' | 'too young to decide alone' | 'birth date not known'> {
  if (giver === 'guardian') return ok();
  if (birthDate === null) return giver === 'patient' ? ok() : refuse('birth date not known');
  const age = ageOn(birthDate, day);
  const rights = rightsOn(day);
  if (giver === 'parent') return age < rights.consentsFrom ? ok() : refuse('parents no longer decide');
  const from = answer === 'no' ? rights.mayObjectFrom : rights.consentsFrom;
  return age >= from ? ok() : refuse('too young to decide alone', { from });
}

/** Takes it back; what was done while it stood was lawful. */
export function withdrawConsent(
  consent: Consent,
  by: { readonly giver: ConsentGiver; readonly recordedBy: PersonId },
  now: Moment,
): Result<WithdrawnConsent, 'not given'> {
  if (consent.state !== 'given') return refuse('not given', { state: consent.state });
  const { until: _, ...rest } = consent;
  return ok({
    ...rest,
    state: 'withdrawn',
    withdrawnAt: now,
    withdrawnBy: by.giver,
    withdrawalRecordedBy: by.recordedBy,
  });
}

/** The last word on a purpose before a moment. */
export type Standing = 'given' | 'refused' | 'withdrawn' | 'run out' | 'never asked';

export function consentStanding(
  consents: readonly Consent[],
  patient: PatientId,
  purpose: ConsentPurpose,
  now: Moment,
): Standing {
  const said = consents
    .filter((one) => one.patient === patient && one.purpose === purpose && one.saidAt <= now)
    .sort((a, b) => (`${lastWordAt(a, now)}${a.id}` < `${lastWordAt(b, now)}${b.id}` ? -1 : 1))
    .at(-1);
  if (!said) return 'never asked';
  if (said.state === 'withdrawn') return said.withdrawnAt <= now ? 'withdrawn' : 'given';
  if (said.state === 'given' && said.until !== undefined && said.until < dayOf(now)) return 'run out';
  return said.state;
}

function lastWordAt(consent: Consent, now: Moment): Moment {
  return consent.state === 'withdrawn' && consent.withdrawnAt <= now ? consent.withdrawnAt : consent.saidAt;
}

/** May it be done? Silence is a no, save where the law says yes until the patient objects. */
export function consentStands(
  consents: readonly Consent[],
  patient: PatientId,
  purpose: ConsentPurpose,
  now: Moment,
): boolean {
  const standing = consentStanding(consents, patient, purpose, now);
  if (lawfulUntilRefused.includes(purpose)) return standing !== 'refused' && standing !== 'withdrawn';
  return standing === 'given';
}
