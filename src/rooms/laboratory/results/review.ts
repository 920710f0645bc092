/** The review of a result (svarvurdering): from arrival through a doctor's eyes to a patient who knows. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import type { Change } from '../analyses/reference-change.ts';

export type ReviewId = Id<'Review'>;

/** One value of the answer as the rules saw it; `flag` by the interval that the laboratory printed or ours as fall-back. */
export type Finding = {
  readonly analyte: string;
  readonly flag: 'low' | 'high' | 'normal' | 'none';
  /** Set where the value is one to phone: the limit it crossed and whose list that is. */
  readonly critical?: { readonly crossed: 'below' | 'above'; readonly limit: number; readonly source: string };
  /** Set where it could be compared with the patient's previous value. */
  readonly delta?: Change;
};

/** A doctor was told by someone who said who, when and what was read back, or saw it herself. */
export type Notice =
  | {
      readonly kind: 'told';
      readonly to: PersonId;
      readonly by: PersonId;
      readonly at: Moment;
      /** What the receiver said back: patient and value. */
      readonly readBack: string;
      readonly answer?: string;
    }
  | { readonly kind: 'seen'; readonly to: PersonId; readonly at: Moment };
/** A doctor was called and did not answer. */
export type Attempt = { readonly to: PersonId; readonly by: PersonId; readonly at: Moment };

export type Telling = 'call' | 'letter' | 'digital message' | 'next visit' | 'not needed';
/** What the doctor makes of it, and in which words the patient may be told. */
export type Decision = { readonly tell: Telling; readonly words?: string; readonly followUp?: string };

type Known = {
  readonly id: ReviewId;
  readonly patient: PatientId;
  readonly about: Subject;
  readonly order?: Subject;
  readonly arrivedAt: Moment;
  readonly from: 'own instrument' | 'typed' | 'outside laboratory';
  readonly isPreliminary: boolean;
  /** The doctor who must see it; the deputy takes over in absence. */
  readonly doctor: PersonId;
  readonly findings: readonly Finding[];
  /** A corrected answer names the one that it corrects. */
  readonly corrects?: ReviewId;
};
export type Received = Known & { readonly state: 'received'; readonly attempts: readonly Attempt[] };
export type CriticalNotified = Known & {
  readonly state: 'critical notified';
  readonly attempts: readonly Attempt[];
  readonly notice: Notice;
};
export type Reviewed = Known & {
  readonly state: 'reviewed';
  readonly attempts: readonly Attempt[];
  readonly notice?: Notice;
  readonly reviewedBy: PersonId;
  readonly reviewedAt: Moment;
  readonly decision: Decision;
};
export type Informed = Omit<Reviewed, 'state'> & {
  readonly state: 'informed';
  readonly informedBy: PersonId;
  readonly informedAt: Moment;
  readonly how: Exclude<Telling, 'not needed'>;
  readonly told: 'patient' | 'representative';
};
/** A corrected answer came before anybody had reviewed this one. */
export type Superseded = Known & {
  readonly state: 'superseded';
  readonly attempts: readonly Attempt[];
  readonly by: ReviewId;
  readonly supersededAt: Moment;
};
export type Review = Received | CriticalNotified | Reviewed | Informed | Superseded;

/** What may follow what; a doctor who opens a critical result herself needs no telephone. */
export const reviewNext = {
  received: ['received', 'critical notified', 'reviewed', 'superseded'],
  'critical notified': ['reviewed', 'superseded'],
  reviewed: ['informed'],
  informed: [],
  superseded: [],
} as const satisfies Record<Review['state'], readonly Review['state'][]>;

/** Someone at the clinic, and whether she is a doctor with an authorisation that holds now. */
export type Reader = { readonly person: PersonId; readonly isDoctor: boolean };

export const decisionInput = z.object({
  tell: z.enum(['call', 'letter', 'digital message', 'next visit', 'not needed']),
  words: z.string().trim().min(1).max(2000).optional(),
  followUp: z.string().trim().min(1).max(1000).optional(),
});

export type ReviewRefusal =
  | 'not critical'
  | 'already notified'
  | 'already reviewed'
  | 'superseded'
  | 'receiver is no doctor'
  | 'told oneself'
  | 'read-back missing'
  | 'not a doctor'
  | 'words missing'
  | 'not reviewed'
  | 'already informed'
  | 'no words from the doctor'
  | 'another patient';

/** An answer has come, or a value has been read off: now a doctor must see it. */
export function arrive(answer: Omit<Known, 'arrivedAt'>, now: Moment): Received {
  return { ...answer, arrivedAt: now, attempts: [], state: 'received' };
}

export function isCritical({ findings }: Pick<Known, 'findings'>): boolean {
  return findings.some(({ critical }) => critical !== undefined);
}

/** Outside the interval, or changed more than chance explains. */
export function isDeviating({ findings }: Pick<Known, 'findings'>): boolean {
  return findings.some(({ flag, delta }) => flag === 'low' || flag === 'high' || delta?.exceeds === true);
}

type Unseen = 'already reviewed' | 'superseded';
function unseen(review: Review): Result<Received | CriticalNotified, Unseen> {
  if (review.state === 'received' || review.state === 'critical notified') return ok(review);
  return review.state === 'superseded' ? refuse('superseded') : refuse('already reviewed', { at: review.reviewedAt });
}

/** The doctor did not answer: the next one is tried, and nobody wonders later. */
export function notReached(
  review: Review,
  to: PersonId,
  by: PersonId,
  now: Moment,
): Result<Received, Unseen | 'not critical' | 'already notified'> {
  const open = unseen(review);
  if (!open.ok) return open;
  if (!isCritical(review)) return refuse('not critical');
  if (open.value.state === 'critical notified') return refuse('already notified', { at: open.value.notice.at });
  return ok({ ...open.value, attempts: [...open.value.attempts, { to, by, at: now }] });
}

/** A doctor has been told the critical value and has said it back. */
export function notifyCritical(
  review: Review,
  told: { readonly to: Reader; readonly by: PersonId; readonly readBack: string; readonly answer?: string },
  now: Moment,
): Result<
  CriticalNotified,
  Unseen | 'not critical' | 'already notified' | 'receiver is no doctor' | 'told oneself' | 'read-back missing'
> {
  const open = unseen(review);
  if (!open.ok) return open;
  if (!isCritical(review)) return refuse('not critical');
  if (open.value.state === 'critical notified') return refuse('already notified', { at: open.value.notice.at });
  if (!told.to.isDoctor) return refuse('receiver is no doctor');
  if (told.to.person === told.by) return refuse('told oneself');
  if (told.readBack.trim().length < 2) return refuse('read-back missing');
  const answer = told.answer?.trim();
  return ok({
    ...open.value,
    state: 'critical notified',
    notice: {
      kind: 'told',
      to: told.to.person,
      by: told.by,
      at: now,
      readBack: told.readBack.trim(),
      ...(answer ? { answer } : {}),
    },
  });
}

/** The doctor signs: seen, and this is what is to be done. Only a doctor, and only once. */
export function review(
  answer: Review,
  doctor: Reader,
  decision: Decision,
  now: Moment,
): Result<Reviewed, Unseen | 'not a doctor' | 'words missing'> {
  const open = unseen(answer);
  if (!open.ok) return open;
  if (!doctor.isDoctor) return refuse('not a doctor');
  if (decision.tell !== 'not needed' && !decision.words?.trim()) return refuse('words missing');
  const seen = { kind: 'seen', to: doctor.person, at: now } as const;
  const notice = open.value.state === 'critical notified' ? open.value.notice : isCritical(answer) ? seen : undefined;
  return ok({
    ...open.value,
    state: 'reviewed',
    ...(notice ? { notice } : {}),
    reviewedBy: doctor.person,
    reviewedAt: now,
    decision,
  });
}

/** The patient has been told, in the doctor's words; a sent letter is told when it has gone out. */
export function inform(
  answer: Review,
  told: { readonly by: PersonId; readonly how: Informed['how']; readonly told: Informed['told'] },
  now: Moment,
): Result<Informed, 'not reviewed' | 'already informed' | 'superseded' | 'no words from the doctor'> {
  if (answer.state === 'superseded') return refuse('superseded');
  if (answer.state === 'informed') return refuse('already informed', { at: answer.informedAt });
  if (answer.state !== 'reviewed') return refuse('not reviewed');
  if (!answer.decision.words?.trim()) return refuse('no words from the doctor');
  return ok({
    ...answer,
    state: 'informed',
    informedBy: told.by,
    informedAt: now,
    how: told.how,
    told: told.told,
  });
}

/** A corrected answer has come: what nobody has reviewed rests, what has been reviewed stands and is seen again anew. */
export function supersede(
  old: Review,
  corrected: Received,
  now: Moment,
): Result<Superseded, Unseen | 'another patient'> {
  const open = unseen(old);
  if (!open.ok) return open;
  if (old.patient !== corrected.patient) return refuse('another patient');
  const { id, patient, about, order, arrivedAt, from, isPreliminary, doctor, findings, corrects, attempts } =
    open.value;
  // A notice that was given is about a value that no longer holds: the corrected answer is told anew.
  const known = { id, patient, about, arrivedAt, from, isPreliminary, doctor, findings, attempts };
  const links = { ...(order ? { order } : {}), ...(corrects ? { corrects } : {}) };
  return ok({ ...known, ...links, state: 'superseded', by: corrected.id, supersededAt: now });
}

/** Nothing more to do: the patient knows, or the doctor found that it was not needed. */
export function isSettled(answer: Review): boolean {
  if (answer.state === 'reviewed') return answer.decision.tell === 'not needed';
  return answer.state === 'informed' || answer.state === 'superseded';
}
