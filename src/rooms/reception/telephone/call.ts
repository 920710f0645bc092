/** A call (henvendelse): who rang about whom, what it was about and how it ended, in twenty seconds. */

import { z } from 'zod';
import type { EntryId } from '#journal';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { TelephoneNumber } from '#kernel/telephone';
import type { Moment } from '#kernel/time';
import type { Owner } from '#loops';
import type { PatientId } from '#patients';
import type { AppointmentId } from '../appointments/appointment.ts';
import { answerRepeat, type Haste, type RepeatAnswer, type RepeatedContact } from './repeat-caller.ts';
import type { CallerKind, MayBeTold } from './right-to-know.ts';

export type CallId = Id<'Call'>;

export const criterionColours = ['red', 'yellow', 'green'] as const;
export type CriterionColour = (typeof criterionColours)[number];
/** The place in a decision tool: its code and colour, and nothing of its licensed text. */
export const criterion = z.object({
  tool: z.string().trim().min(2).max(30),
  code: z.string().regex(/^[A-Z0-9][A-Z0-9.]{0,11}$/),
  colour: z.enum(criterionColours),
});
export type Criterion = z.infer<typeof criterion>;

export const elsewhere = [
  'out-of-hours service',
  'poison information',
  'pharmacy',
  'helsenorge',
  'other doctor',
  'dentist',
  'municipal service',
] as const;
export type Elsewhere = (typeof elsewhere)[number];

/** A promise to ring back: who, and before when. */
export type CallBackPromise = {
  readonly by: Moment;
  readonly owner: Owner;
  readonly deputy: Owner;
  readonly number: TelephoneNumber;
};

/** How it ended; exactly one. */
export type Outcome =
  | {
      readonly kind: 'advice';
      readonly isHealthcare: boolean;
      readonly note: EntryId | null;
      /** What to watch for and when to ring again was said. */
      readonly hasSafetyNet: boolean;
      readonly isUnderstood: boolean;
    }
  | { readonly kind: 'booked'; readonly appointment: AppointmentId }
  | { readonly kind: 'call back'; readonly promise: CallBackPromise }
  | { readonly kind: 'to doctor'; readonly doctor: PersonId }
  | { readonly kind: '113'; readonly calledAt: Moment; readonly calledBy: 'clinic' | 'caller' }
  | { readonly kind: 'message'; readonly to: PersonId; readonly text: string }
  | { readonly kind: 'referred elsewhere'; readonly where: Elsewhere }
  | { readonly kind: 'answered question' };

export type Caller = { readonly kind: CallerKind; readonly name: string | null };

/** What one writes during the call. */
export type CallRecord = {
  readonly patient: PatientId | null;
  readonly caller: Caller;
  readonly reason: string;
  readonly criterion: Criterion | null;
  readonly haste: Haste | null;
  readonly outcome: Outcome;
  readonly repeat: RepeatAnswer | null;
  /** Something about the patient was told to the caller. */
  readonly toldAboutPatient: boolean;
};

/** An outgoing call is answered when it is begun; only incoming calls are measured. */
type Known = {
  readonly id: CallId;
  readonly direction: 'in' | 'out';
  readonly number: TelephoneNumber | null;
  readonly rangAt: Moment;
};
type IsAnswered = { readonly answeredAt: Moment; readonly answeredBy: PersonId };
export type Ringing = Known & { readonly state: 'ringing' };
export type Answered = Known & IsAnswered & { readonly state: 'answered' };
export type Ended = Known &
  IsAnswered &
  CallRecord & { readonly state: 'ended'; readonly endedAt: Moment; readonly endedBy: PersonId };
export type Abandoned = Known & { readonly state: 'abandoned'; readonly abandonedAt: Moment };
export type Call = Ringing | Answered | Ended | Abandoned;

/** What may follow what. A call that is answered goes to another person and stays answered. */
export const callNext = {
  ringing: ['answered', 'abandoned'],
  answered: ['answered', 'ended'],
  ended: [],
  abandoned: [],
} as const satisfies Record<Call['state'], readonly Call['state'][]>;

type NotRinging = 'already answered' | 'already ended' | 'caller gave up';

export function answer(call: Call, by: PersonId, now: Moment): Result<Answered, NotRinging> {
  if (call.state === 'answered') return refuse('already answered');
  if (call.state === 'ended') return refuse('already ended');
  if (call.state === 'abandoned') return refuse('caller gave up');
  return ok({ ...call, state: 'answered', answeredAt: now, answeredBy: by });
}

/** The clinic rings out: nobody waited. */
export function ringOut(id: CallId, number: TelephoneNumber, by: PersonId, now: Moment): Answered {
  return { id, direction: 'out', number, rangAt: now, state: 'answered', answeredAt: now, answeredBy: by };
}

/** The caller put down before anyone answered; the number stays, so that someone can ring back. */
export function giveUp(call: Call, now: Moment): Result<Abandoned, NotRinging> {
  if (call.state === 'answered') return refuse('already answered');
  if (call.state === 'ended') return refuse('already ended');
  if (call.state === 'abandoned') return refuse('caller gave up');
  return ok({ ...call, state: 'abandoned', abandonedAt: now });
}

export type EndRefusal =
  | 'not answered yet'
  | 'already ended'
  | 'caller gave up'
  | 'reason missing'
  | 'patient not known'
  | 'red needs 113 or the doctor'
  | 'advice needs a note'
  | 'advice needs a safety net'
  | 'advice was not understood'
  | 'call-back is past'
  | 'message is empty'
  | 'caller may not be told'
  | 'ask before telling'
  | 'repeated call needs an answer'
  | 'haste is not raised';

const withoutPatient: readonly Outcome['kind'][] = ['113', 'answered question', 'referred elsewhere', 'call back'];

/** What is wrong with the outcome itself. */
function outcomeFault(outcome: Outcome, now: Moment): EndRefusal | undefined {
  if (outcome.kind === 'advice') {
    if (outcome.isHealthcare && outcome.note === null) return 'advice needs a note';
    if (outcome.isHealthcare && !outcome.hasSafetyNet) return 'advice needs a safety net';
    if (!outcome.isUnderstood) return 'advice was not understood';
  }
  if (outcome.kind === 'call back' && outcome.promise.by <= now) return 'call-back is past';
  if (outcome.kind === 'message' && !outcome.text.trim()) return 'message is empty';
  return undefined;
}

function recordFault(record: CallRecord, told: MayBeTold | null, now: Moment): EndRefusal | undefined {
  const { outcome } = record;
  // Help first: a 113 call ends whatever else is missing, and the rest is asked afterwards.
  if (outcome.kind === '113') return undefined;
  if (record.criterion?.colour === 'red' && outcome.kind !== 'to doctor') return 'red needs 113 or the doctor';
  if (!record.reason.trim()) return 'reason missing';
  const isOwnAffair = outcome.kind === 'advice' && !outcome.isHealthcare;
  if (record.patient === null && !isOwnAffair && !withoutPatient.includes(outcome.kind)) return 'patient not known';
  if (record.toldAboutPatient && told?.kind === 'may not be told') return 'caller may not be told';
  if (record.toldAboutPatient && (told === null || told.kind === 'ask first') && record.caller.kind !== 'patient') {
    return 'ask before telling';
  }
  return outcomeFault(outcome, now);
}

/** What the call is judged against: earlier contacts of the patient, and whether the caller may be told. */
export type CallFacts = { readonly repeated: RepeatedContact | undefined; readonly mayBeTold: MayBeTold | null };

/** The call is over and recorded. */
export function end(
  call: Call,
  record: CallRecord,
  facts: CallFacts,
  by: PersonId,
  now: Moment,
): Result<Ended, EndRefusal> {
  if (call.state === 'ringing') return refuse('not answered yet');
  if (call.state === 'ended') return refuse('already ended');
  if (call.state === 'abandoned') return refuse('caller gave up');
  const fault = recordFault(record, facts.mayBeTold, now);
  if (fault) return refuse(fault);
  const isEmergency = record.outcome.kind === '113';
  const repeat = isEmergency ? ok(record.repeat) : answerRepeat(facts.repeated, record.repeat, record.haste);
  if (!repeat.ok) return repeat;
  return ok({ ...call, ...record, repeat: repeat.value, state: 'ended', endedAt: now, endedBy: by });
}

/** Handed to a colleague without the caller having to ring again. */
export function passOn(
  call: Call,
  to: PersonId,
): Result<Answered, 'not answered yet' | 'already ended' | 'caller gave up'> {
  if (call.state === 'ringing') return refuse('not answered yet');
  if (call.state === 'ended') return refuse('already ended');
  if (call.state === 'abandoned') return refuse('caller gave up');
  return ok({ ...call, answeredBy: to });
}

/** Journal-worthy advice by staff may be billed as a simple contact; appointments, messages and bare answers may not. */
export function isBillable(call: Ended): boolean {
  return call.outcome.kind === 'advice' && call.outcome.isHealthcare && call.outcome.note !== null;
}
