/** A journal entry (journalnotat): what was asked, seen, done and advised for a patient, and by whom. */

import { z } from 'zod';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import { diagnosisCodeInput } from './diagnosis-code.ts';

export type EntryId = Id<'Entry'>;

export const entryKinds = [
  'contact',
  'advice',
  'procedure',
  'measurement',
  'medicine given',
  'message',
  'result',
  'note',
  'correction',
  'correction refused',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Who wrote it, who did it, who decided it: three people that are never mixed up (hpl §40). */
export type Hands = {
  readonly author: PersonId;
  /** Absent where nothing was done, such as a message that was only read. */
  readonly performer?: PersonId;
  /** The doctor whose order or delegation it was done on. */
  readonly decider?: PersonId;
};

/** On what ground the help was given (eget initiativ, ordinasjon, delegasjon, fast prosedyre, øyeblikkelig hjelp). */
export type Basis =
  | { readonly kind: 'own initiative' }
  | { readonly kind: 'order'; readonly order: string }
  | { readonly kind: 'delegation'; readonly delegation: string }
  | { readonly kind: 'written procedure'; readonly procedure: string }
  | { readonly kind: 'emergency' };

/** Where the words or the number came from; software never signs, a person does and is named. */
export type Provenance =
  | { readonly kind: 'typed' }
  | { readonly kind: 'dictated' }
  | { readonly kind: 'instrument'; readonly device: string; readonly readAt: Moment }
  | { readonly kind: 'message'; readonly message: string; readonly sender: string }
  | {
      readonly kind: 'prepared by software';
      readonly from: string;
      readonly approvedBy?: PersonId;
      readonly approvedAt?: Moment;
    };

/** One measured or observed value in a structured field. */
export type RecordedValue = {
  readonly key: string;
  readonly value: number | string;
  readonly unit: string;
  readonly provenance: Provenance;
};

/** What an entry about a medicine must tell (pasientjournalforskriften §6 e). */
export type GivenMedicine = {
  readonly name: string;
  readonly activeSubstance: string;
  readonly strength: string;
  readonly amount: string;
  readonly dosage: string;
  readonly indication: string;
  readonly givenAt: Moment;
  readonly batch?: string;
};

const filled = z.string().trim().min(1).max(200);
/** Moments are branded strings; the schema only holds their shape. */
const moment = z.iso.datetime({ precision: 3 }).transform((text) => text as Moment);

export const medicineInput = z.object({
  name: filled,
  activeSubstance: filled,
  strength: filled,
  amount: filled,
  dosage: filled,
  indication: filled,
  givenAt: moment,
  batch: filled.optional(),
});

/** What a person may write: everything but who, when and the signature. */
export const entryInput = z.object({
  kind: z.enum(['contact', 'advice', 'procedure', 'measurement', 'medicine given', 'message', 'result', 'note']),
  happenedAt: moment,
  text: z.string().trim().max(20_000),
  codes: z.array(diagnosisCodeInput).max(10),
  medicine: medicineInput.optional(),
});
export type EntryInput = z.output<typeof entryInput>;

/** The written part of an entry: all that a reader of the record sees of the matter itself. */
export type Content = Omit<EntryInput, 'kind' | 'medicine'> & {
  readonly kind: EntryKind;
  readonly values: readonly RecordedValue[];
  readonly medicine?: GivenMedicine;
  /** The acts, results and messages that this entry is the documentation of. */
  readonly documents: readonly Subject[];
};

/** An entry that speaks of an earlier one (hpl §42): `replaces` strikes it, `adds` completes it. */
export type Corrects = {
  readonly entry: EntryId;
  readonly how: 'replaces' | 'adds' | 'refused';
  readonly demandedBy: 'patient' | 'representative' | 'own discovery';
};

type Known = Content & {
  readonly id: EntryId;
  readonly patient: PatientId;
  readonly hands: Hands;
  readonly basis: Basis;
  readonly provenance: Provenance;
  readonly writtenAt: Moment;
  readonly corrects?: Corrects;
  /** Written first in another patient's record and moved here (hpl §44). */
  readonly movedFrom?: { readonly entry: EntryId; readonly movedBy: PersonId; readonly movedAt: Moment };
};

export type Draft = Known & {
  readonly state: 'draft';
  /** Sent back by the supervisor, with what must be changed. */
  readonly returned?: { readonly by: PersonId; readonly at: Moment; readonly comment: string };
};
/** A pupil has signed; it is not in the record until the supervisor has. */
export type AwaitingCountersign = Known & {
  readonly state: 'awaiting countersign';
  readonly signedBy: PersonId;
  readonly signedAt: Moment;
  readonly supervisor: PersonId;
};
export type Signed = Known & {
  readonly state: 'signed';
  readonly signedBy: PersonId;
  readonly signedAt: Moment;
  readonly countersigned?: { readonly by: PersonId; readonly at: Moment };
};
/** A draft that never was in the record. */
export type Discarded = Known & {
  readonly state: 'discarded';
  readonly reason: string;
  readonly discardedBy: PersonId;
  readonly discardedAt: Moment;
};
/** All that remains in the wrong patient's record: a receipt without a word of the content (hpl §44). */
export type Moved = Pick<Known, 'id' | 'patient' | 'kind' | 'writtenAt'> & {
  readonly state: 'moved';
  readonly movedTo: EntryId;
  readonly reason: string;
  readonly movedBy: PersonId;
  readonly movedAt: Moment;
};
export type Entry = Draft | AwaitingCountersign | Signed | Discarded | Moved;

/** What may follow what; a signed entry is never edited and never deleted in place. */
export const entryNext = {
  draft: ['draft', 'awaiting countersign', 'signed', 'discarded'],
  'awaiting countersign': ['draft', 'signed'],
  signed: ['moved'],
  discarded: [],
  moved: [],
} as const satisfies Record<Entry['state'], readonly Entry['state'][]>;

/** Only this counts as the record. */
export function isInRecord(entry: Entry): entry is Signed {
  return entry.state === 'signed';
}

/** Waits for a hand: a draft for its author, a pupil's entry for the supervisor. */
export function isUnsigned(entry: Entry): entry is Draft | AwaitingCountersign {
  return entry.state === 'draft' || entry.state === 'awaiting countersign';
}

/** Who the unsigned entry waits for. */
export function waitsFor(entry: Draft | AwaitingCountersign): PersonId {
  return entry.state === 'draft' ? entry.hands.author : entry.supervisor;
}

/** The one who decided must be named where the help was given on somebody's order or delegation. */
export function needsDecider(basis: Basis): boolean {
  return basis.kind === 'order' || basis.kind === 'delegation';
}
