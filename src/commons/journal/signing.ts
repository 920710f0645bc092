/** From draft to record: writing, signing, a pupil's countersign, and throwing a draft away. */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import {
  type AwaitingCountersign,
  type Basis,
  type Content,
  type Discarded,
  type Draft,
  type Entry,
  type EntryId,
  type Hands,
  medicineInput,
  needsDecider,
  type Provenance,
  type Signed,
} from './entry.ts';

/** The one who signs, as the clinic knows her: a pupil (elev) never brings an entry into the record alone. */
export type Signer = { readonly person: PersonId; readonly isPupil: boolean };

export type IncompleteEntry =
  | 'nothing written'
  | 'medicine facts missing'
  | 'decider missing'
  | 'happens in the future';
export type SigningRefusal =
  | IncompleteEntry
  | 'not the author'
  | 'not a draft'
  | 'supervisor missing'
  | 'own supervisor'
  | 'not awaiting countersign'
  | 'not the supervisor'
  | 'a pupil cannot countersign'
  | 'comment missing'
  | 'reason missing'
  | 'same patient';

export type NewEntry = {
  readonly id: EntryId;
  readonly patient: PatientId;
  readonly content: Content;
  readonly hands: Hands;
  readonly basis: Basis;
  readonly provenance: Provenance;
};

const reasonText = z.string().trim().min(3).max(1000);

/** Begins an entry; nothing is required yet, for work is interrupted. */
export function begin(entry: NewEntry, now: Moment): Draft {
  const { content, ...rest } = entry;
  return { ...rest, ...content, writtenAt: now, state: 'draft' };
}

/** The author writes on; what has been signed is out of reach. */
export function revise(
  entry: Entry,
  change: Partial<Content>,
  by: PersonId,
): Result<Draft, 'not a draft' | 'not the author'> {
  if (entry.state !== 'draft') return refuse('not a draft', { state: entry.state });
  if (entry.hands.author !== by) return refuse('not the author');
  return ok({ ...entry, ...change });
}

/** What still keeps the entry out of the record, or nothing. */
export function incomplete(entry: Draft, now: Moment): IncompleteEntry | undefined {
  if (entry.text.trim() === '' && entry.values.length === 0 && !entry.medicine) return 'nothing written';
  if (entry.kind === 'medicine given' && !medicineInput.safeParse(entry.medicine).success)
    return 'medicine facts missing';
  if (needsDecider(entry.basis) && !entry.hands.decider) return 'decider missing';
  if (entry.happenedAt > now) return 'happens in the future';
  return undefined;
}

/** Signs: the author's own hand, nobody else's. A pupil's goes to the supervisor first. */
export function sign(
  entry: Entry,
  signer: Signer,
  now: Moment,
  supervisor?: PersonId,
): Result<Signed | AwaitingCountersign, SigningRefusal> {
  if (entry.state !== 'draft') return refuse('not a draft', { state: entry.state });
  if (entry.hands.author !== signer.person) return refuse('not the author');
  const missing = incomplete(entry, now);
  if (missing) return refuse(missing);
  const { returned: _, ...draft } = entry;
  const signed = { ...draft, signedBy: signer.person, signedAt: now };
  if (!signer.isPupil) return ok({ ...signed, state: 'signed', ...approved(entry, signer.person, now) });
  if (!supervisor) return refuse('supervisor missing');
  if (supervisor === signer.person) return refuse('own supervisor');
  return ok({ ...signed, state: 'awaiting countersign', supervisor });
}

/** What software prepared is only worth something with the name of the one who approved it. */
function approved(entry: Pick<Draft, 'provenance'>, by: PersonId, now: Moment): Pick<Draft, 'provenance'> {
  const { provenance } = entry;
  if (provenance.kind !== 'prepared by software') return { provenance };
  return { provenance: { ...provenance, approvedBy: by, approvedAt: now } };
}

/** The draft was begun with the wrong patient open: it was never in a record, so it may simply change patient. */
export function redirectDraft(
  entry: Entry,
  to: PatientId,
  by: PersonId,
): Result<Draft, 'not a draft' | 'not the author' | 'same patient'> {
  if (entry.state !== 'draft') return refuse('not a draft', { state: entry.state });
  if (entry.hands.author !== by) return refuse('not the author');
  if (entry.patient === to) return refuse('same patient');
  return ok({ ...entry, patient: to });
}

/** The supervisor has read the pupil's entry and stands for it: now it is in the record. */
export function countersign(
  entry: Entry,
  by: Signer,
  now: Moment,
): Result<Signed, 'not awaiting countersign' | 'not the supervisor' | 'a pupil cannot countersign'> {
  if (entry.state !== 'awaiting countersign') return refuse('not awaiting countersign', { state: entry.state });
  if (by.isPupil) return refuse('a pupil cannot countersign');
  if (entry.supervisor !== by.person) return refuse('not the supervisor');
  const { supervisor: _, ...rest } = entry;
  return ok({
    ...rest,
    state: 'signed',
    countersigned: { by: by.person, at: now },
    ...approved(entry, by.person, now),
  });
}

/** Another supervisor takes over the pupil's entry, for instance when the first went home. */
export function giveToSupervisor(
  entry: Entry,
  supervisor: Signer,
): Result<AwaitingCountersign, 'not awaiting countersign' | 'own supervisor' | 'a pupil cannot countersign'> {
  if (entry.state !== 'awaiting countersign') return refuse('not awaiting countersign', { state: entry.state });
  if (supervisor.isPupil) return refuse('a pupil cannot countersign');
  if (supervisor.person === entry.signedBy) return refuse('own supervisor');
  return ok({ ...entry, supervisor: supervisor.person });
}

/** The supervisor sends it back with what must be changed; it is a draft again. */
export function returnToPupil(
  entry: Entry,
  by: PersonId,
  comment: string,
  now: Moment,
): Result<Draft, 'not awaiting countersign' | 'not the supervisor' | 'comment missing'> {
  if (entry.state !== 'awaiting countersign') return refuse('not awaiting countersign', { state: entry.state });
  if (entry.supervisor !== by) return refuse('not the supervisor');
  if (!reasonText.safeParse(comment).success) return refuse('comment missing');
  const { supervisor: _s, signedBy: _b, signedAt: _a, ...rest } = entry;
  return ok({ ...rest, state: 'draft', returned: { by, at: now, comment: comment.trim() } });
}

/** A draft that should not become an entry is put away with a reason; it is kept, outside the record. */
export function discard(
  entry: Entry,
  by: PersonId,
  reason: string,
  now: Moment,
): Result<Discarded, 'not a draft' | 'not the author' | 'reason missing'> {
  if (entry.state !== 'draft') return refuse('not a draft', { state: entry.state });
  if (entry.hands.author !== by) return refuse('not the author');
  if (!reasonText.safeParse(reason).success) return refuse('reason missing');
  const { returned: _, ...rest } = entry;
  return ok({ ...rest, state: 'discarded', reason: reason.trim(), discardedBy: by, discardedAt: now });
}
