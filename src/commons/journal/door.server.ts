/** What the server's parts may ask of the record: a note in the room's own transaction, and the diagnosis list. */

import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import type { Result } from '#kernel/result';
import { addMinutes, type Moment } from '#kernel/time';
import { closeLoopsOf, openLoop } from '#loops/server';
import type { PatientId } from '#patients';
import type { Doing } from '#platform/server';
import type { CareAct } from './documentation.ts';
import { addCareAct, markDocumented, putEntry } from './entry.store.ts';
import type { AwaitingCountersign, Basis, Content, EntryId, Provenance, Signed } from './entry.ts';
import { begin, type SigningRefusal, sign } from './signing.ts';

export { unsignedEntries } from './entry.store.ts';
/** The diagnosis list, which is too big for the browser. */
export { icpc2Name, icpc2Source, isIcpc2, searchIcpc2 } from './icpc2.ts';

export type Writing = Pick<Doing<unknown>, 'db' | 'me' | 'now' | 'tell' | 'ground' | 'supervisor'>;

export type Note = {
  readonly patient: PatientId;
  readonly kind: Content['kind'];
  readonly text: string;
  readonly happenedAt?: Moment;
  readonly codes?: Content['codes'];
  readonly values?: Content['values'];
  readonly medicine?: Content['medicine'];
  /** What this note is the documentation of: the specimen, the measurement, the call. */
  readonly documents?: Content['documents'];
  readonly performer?: PersonId;
  /** The doctor on whose order or delegation it was done. */
  readonly decider?: PersonId;
  readonly basis?: Basis;
  readonly provenance?: Provenance;
};

/**
 * Writes and signs a note in the caller's own transaction; a pupil's waits for the supervisor's countersign.
 * A refusal means that the whole act is refused.
 */
export async function addNote(writing: Writing, note: Note): Promise<Result<EntryId, SigningRefusal>> {
  const { db, me, now, ground, supervisor } = writing;
  const draft = begin(
    {
      id: newId<EntryId>(),
      patient: note.patient,
      content: {
        kind: note.kind,
        happenedAt: note.happenedAt ?? now,
        text: note.text,
        codes: note.codes ?? [],
        values: note.values ?? [],
        documents: note.documents ?? [],
        ...(note.medicine ? { medicine: note.medicine } : {}),
      },
      hands: {
        author: me.person,
        ...(note.performer ? { performer: note.performer } : {}),
        ...(note.decider ? { decider: note.decider } : {}),
      },
      basis: note.basis ?? { kind: ground === 'emergency' ? 'emergency' : 'own initiative' },
      provenance: note.provenance ?? { kind: 'typed' },
    },
    now,
  );
  const isPupil = ground === 'supervised' || me.roles.includes('pupil');
  const signed = sign(draft, { person: me.person, isPupil }, now, supervisor);
  if (!signed.ok) return signed;
  await putEntry(db, signed.value);
  if (note.documents?.length) await markDocumented(db, draft.id, note.documents);
  await afterSigning(writing, signed.value);
  return { ok: true, value: draft.id };
}

/** What others hear when an entry is signed: it is in the record, or a supervisor is waited for. */
export async function afterSigning(
  writing: Pick<Writing, 'db' | 'now' | 'tell'>,
  entry: Signed | AwaitingCountersign,
): Promise<void> {
  const subject = { thing: 'entry', id: entry.id };
  if (entry.state === 'signed') {
    writing.tell(fact('NoteSigned', { entry: entry.id, patient: entry.patient, author: entry.hands.author }));
    await closeLoopsOf(writing, subject, 'signed', entry.signedBy);
    return;
  }
  writing.tell(
    fact('NoteAwaitsCountersign', { entry: entry.id, patient: entry.patient, supervisor: entry.supervisor }),
  );
  await openLoop(writing, {
    kind: 'entry to countersign',
    patient: entry.patient,
    subject,
    haste: 1,
    owner: { kind: 'person', person: entry.supervisor },
    deputy: { kind: 'station', station: 'staff-room' },
    openedBy: entry.signedBy,
    expectedBy: addMinutes(writing.now, countersignMinutes),
  });
}
/** A working day; the clinic's day close asks about what is left. */
const countersignMinutes = 8 * 60;

/** Help that was given and must stand in the record; `entry` when the note is written at once. */
export async function recordCareAct(writing: Pick<Writing, 'db'>, act: CareAct, entry: EntryId | null): Promise<void> {
  await addCareAct(writing.db, act, entry);
}
