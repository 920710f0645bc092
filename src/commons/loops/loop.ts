/** A loop (åpen sløyfe): anything that waits for evidence, with an owner, a deputy and a clock. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';

export type LoopId = Id<'Loop'>;
/** What a loop, an entry or an evidence is about: the kind of thing and its number, never its content. */
export type Subject = { readonly thing: string; readonly id: string };

export const loopKinds = [
  'order to perform',
  'specimen sent',
  'result to review',
  'result to tell',
  'referral sent',
  'recall',
  'promised call',
  'message to answer',
  'message sent',
  'form promised',
  'interpreter booked',
  'transport booked',
  'document to place',
  'control due',
  'device to repair',
  'entry to sign',
  'entry to countersign',
  'other promise',
] as const;
export type LoopKind = (typeof loopKinds)[number];

/** The stations of the clinic that can own work; staff-room is fellesrom, doctors is the doctors together. */
export const stations = ['reception', 'laboratory', 'treatment-room', 'staff-room', 'doctors'] as const;
export type Station = (typeof stations)[number];
/** A person or a station; «nobody» is not an answer. */
export type Owner =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'station'; readonly station: Station };

/** What was seen that proves the matter settled; a thing that was only sent off proves nothing. */
export type Evidence = { readonly what: EvidenceKind; readonly subject: Subject; readonly at: Moment };
export const evidenceKinds = [
  'performed',
  'result received',
  'result reviewed',
  'patient told',
  'appointment booked',
  'appointment letter seen',
  'epikrise received',
  'patient reached',
  'answered',
  'receipt received',
  'delivered',
  'confirmed',
  'placed',
  'control passed',
  'release test passed',
  'signed',
  'declined by patient',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

type Known = {
  readonly id: LoopId;
  readonly kind: LoopKind;
  readonly patient?: PatientId;
  readonly subject: Subject;
  readonly haste: Haste;
  readonly owner: Owner;
  readonly deputy: Owner;
  readonly openedAt: Moment;
  readonly openedBy: PersonId;
  readonly expectedBy: Moment;
};
/** Haste grade (hastegrad): 1 same day, 2 one to three days, 3 later. */
export type Haste = 1 | 2 | 3;

export type Open = Known & { readonly state: 'open' };
export type Closed = Known & {
  readonly state: 'closed';
  readonly evidence: Evidence;
  readonly closedAt: Moment;
  /** Absent when the evidence closed the loop by itself. */
  readonly closedBy?: PersonId;
};
/** Responsibility went out of the clinic to a named receiver who said yes. */
export type HandedOver = Known & {
  readonly state: 'handed over';
  readonly to: string;
  readonly acceptedBy: string;
  readonly handedOverAt: Moment;
  readonly handedOverBy: PersonId;
};
export type Abandoned = Known & {
  readonly state: 'abandoned';
  readonly reason: string;
  readonly abandonedAt: Moment;
  readonly abandonedBy: PersonId;
};
export type Loop = Open | Closed | HandedOver | Abandoned;

/** What may follow what. */
export const loopNext = {
  open: ['open', 'closed', 'handed over', 'abandoned'],
  closed: [],
  'handed over': [],
  abandoned: [],
} as const satisfies Record<Loop['state'], readonly Loop['state'][]>;

/** Which evidence settles which matter. */
export const closingEvidence: Readonly<Record<LoopKind, readonly EvidenceKind[]>> = {
  'order to perform': ['performed', 'declined by patient'],
  'specimen sent': ['result received'],
  'result to review': ['result reviewed'],
  'result to tell': ['patient told'],
  'referral sent': ['appointment letter seen', 'epikrise received'],
  recall: ['appointment booked', 'declined by patient'],
  'promised call': ['patient reached', 'declined by patient'],
  'message to answer': ['answered'],
  'message sent': ['receipt received', 'answered'],
  'form promised': ['delivered'],
  'interpreter booked': ['confirmed'],
  'transport booked': ['confirmed'],
  'document to place': ['placed'],
  'control due': ['control passed'],
  'device to repair': ['release test passed'],
  'entry to sign': ['signed'],
  'entry to countersign': ['signed'],
  'other promise': ['patient reached', 'delivered', 'answered', 'performed', 'declined by patient'],
};

export const reasonText = z.string().trim().min(3).max(500);

export type LoopRefusal =
  | 'already settled'
  | 'evidence does not settle this'
  | 'evidence older than the matter'
  | 'reason missing'
  | 'receiver missing'
  | 'owner and deputy are the same'
  | 'expected before it was opened'
  | 'a result is never abandoned';

export type NewLoop = Omit<Known, 'openedAt'>;

/** Something now waits for evidence. */
export function openLoop(
  wanted: NewLoop,
  now: Moment,
): Result<Open, 'owner and deputy are the same' | 'expected before it was opened'> {
  if (sameOwner(wanted.owner, wanted.deputy)) return refuse('owner and deputy are the same');
  if (wanted.expectedBy < now) return refuse('expected before it was opened');
  return ok({ ...wanted, openedAt: now, state: 'open' });
}

/** The evidence is here: the matter is settled. */
export function close(
  loop: Loop,
  evidence: Evidence,
  now: Moment,
  by?: PersonId,
): Result<Closed, 'already settled' | 'evidence does not settle this' | 'evidence older than the matter'> {
  if (loop.state !== 'open') return refuse('already settled', { state: loop.state });
  if (!closingEvidence[loop.kind].includes(evidence.what)) return refuse('evidence does not settle this');
  if (evidence.at < loop.openedAt) return refuse('evidence older than the matter');
  return ok({ ...loop, state: 'closed', evidence, closedAt: now, ...(by ? { closedBy: by } : {}) });
}

/** Another person or station at the clinic takes it; the clock runs on. */
export function giveTo(
  loop: Loop,
  owner: Owner,
  deputy: Owner = loop.deputy,
): Result<Open, 'already settled' | 'owner and deputy are the same'> {
  if (loop.state !== 'open') return refuse('already settled', { state: loop.state });
  if (sameOwner(owner, deputy)) return refuse('owner and deputy are the same');
  return ok({ ...loop, owner, deputy });
}

/** A later day is agreed with whoever waits; the reason is kept with the change by the one who stores it. */
export function postpone(
  loop: Loop,
  until: Moment,
  reason: string,
  now: Moment,
): Result<Open, 'already settled' | 'reason missing' | 'expected before it was opened'> {
  if (loop.state !== 'open') return refuse('already settled', { state: loop.state });
  if (!reasonText.safeParse(reason).success) return refuse('reason missing');
  if (until < now) return refuse('expected before it was opened');
  return ok({ ...loop, expectedBy: until });
}

/** Someone outside the clinic has taken it over and said so (a hospital, a new fastlege, the home nursing). */
export function handOver(
  loop: Loop,
  to: string,
  acceptedBy: string,
  by: PersonId,
  now: Moment,
): Result<HandedOver, 'already settled' | 'receiver missing'> {
  if (loop.state !== 'open') return refuse('already settled', { state: loop.state });
  if (to.trim() === '' || acceptedBy.trim() === '') return refuse('receiver missing');
  return ok({
    ...loop,
    state: 'handed over',
    to: to.trim(),
    acceptedBy: acceptedBy.trim(),
    handedOverAt: now,
    handedOverBy: by,
  });
}

/** It will not be followed up, and somebody says why; an answered test must always be looked at. */
export function abandon(
  loop: Loop,
  reason: string,
  by: PersonId,
  now: Moment,
): Result<Abandoned, 'already settled' | 'reason missing' | 'a result is never abandoned'> {
  if (loop.state !== 'open') return refuse('already settled', { state: loop.state });
  if (loop.kind === 'result to review') return refuse('a result is never abandoned');
  if (!reasonText.safeParse(reason).success) return refuse('reason missing');
  return ok({ ...loop, state: 'abandoned', reason: reason.trim(), abandonedAt: now, abandonedBy: by });
}

export function sameOwner(one: Owner, other: Owner): boolean {
  if (one.kind === 'person') return other.kind === 'person' && one.person === other.person;
  return other.kind === 'station' && one.station === other.station;
}

/** Who must act now: the deputy while the owner is away, the station if both are. */
export function actingOwner(loop: Open, absent: ReadonlySet<PersonId>, fallback: Station): Owner {
  const isHere = (owner: Owner) => owner.kind === 'station' || !absent.has(owner.person);
  if (isHere(loop.owner)) return loop.owner;
  if (isHere(loop.deputy)) return loop.deputy;
  return { kind: 'station', station: fallback };
}
