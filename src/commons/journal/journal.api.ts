/** Commands and queries of the record. */

import { z } from 'zod';
import { fact } from '#events';
import { newId } from '#kernel/ids';
import { idInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayMs, dayOf, momentOf } from '#kernel/time';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import { command, type Db, type Doing, type Me, query } from '#platform/server';
import { correct, moveToRightPatient, recordOf, refuseCorrection } from './correction.ts';
import { type CareAct, declareNotHealthCare, undocumented } from './documentation.ts';
import { afterSigning } from './door.server.ts';
import {
  careActBySubject,
  entriesOf,
  entryById,
  markDocumented,
  putEntry,
  saveNotHealthCare,
  undocumentedActs,
  unsignedEntries,
} from './entry.store.ts';
import { type Entry, type EntryId, entryInput } from './entry.ts';
import { searchIcpc2 } from './icpc2.ts';
import { begin, countersign, discard, returnToPupil, revise, type Signer, sign } from './signing.ts';

const entryId = idInput<EntryId>();
const patientId = idInput<PatientId>();
const signerOf = (me: Me): Signer => ({ person: me.person, isPupil: me.roles.includes('pupil') });
/** Writing in the record is every helper's own duty (hpl § 39). */
const writing = { duty: 'general.documentation-duty' } as const;

/** Writes a note; `signs` puts it into the record at once, else it stands as a draft. */
export const writeNote = command({
  name: 'writeNote',
  who: writing,
  takes: entryInput.extend({
    patient: patientId,
    signs: z.boolean().default(true),
    /** What was done and is told by this note. */
    documents: z
      .array(z.object({ thing: z.string().max(60), id: z.string().max(60) }))
      .max(5)
      .default([]),
  }),
  patient: (input) => input.patient,
  async does(doing) {
    const { patient, signs, documents, ...content } = doing.input;
    const acts = await actsOf(doing.db, patient, documents);
    if (!acts.ok) return acts;
    const [act] = acts.value;
    const draft = begin(
      {
        id: newId<EntryId>(),
        patient,
        content: { ...content, values: [], documents } as never,
        hands: {
          author: doing.me.person,
          performer: act?.performer ?? doing.me.person,
          ...(act?.decider ? { decider: act.decider } : {}),
        },
        basis: { kind: doing.ground === 'emergency' ? 'emergency' : 'own initiative' },
        provenance: { kind: 'typed' },
      },
      doing.now,
    );
    if (!signs) {
      await putEntry(doing.db, draft);
      await markDocumented(doing.db, draft.id, documents);
      doing.tell(fact('NoteDrafted', { entry: draft.id, patient }));
      return ok({ id: draft.id, state: draft.state as Entry['state'] });
    }
    const signed = sign(draft, signerOf(doing.me), doing.now, doing.supervisor);
    if (!signed.ok) return signed;
    await putEntry(doing.db, signed.value);
    await markDocumented(doing.db, draft.id, documents);
    await afterSigning(doing, signed.value);
    return ok({ id: draft.id, state: signed.value.state as Entry['state'] });
  },
});

/** What the note documents was done for this patient and nobody else. */
async function actsOf(
  db: Db,
  patient: PatientId,
  subjects: readonly Subject[],
): Promise<Result<readonly CareAct[], 'not found'>> {
  const acts: CareAct[] = [];
  for (const subject of subjects) {
    const act = await careActBySubject(db, subject);
    if (act?.patient !== patient) return refuse('not found');
    acts.push(act);
  }
  return ok(acts);
}

type OnEntry = Pick<Doing<{ entry: EntryId }>, 'input' | 'db' | 'about'>;
async function opened({ input, db, about }: OnEntry): Promise<Entry | undefined> {
  const entry = await entryById(db, input.entry);
  if (entry) await about(entry.patient);
  return entry;
}

export const reviseNote = command({
  name: 'reviseNote',
  who: writing,
  takes: z.object({ entry: entryId, text: z.string().max(20_000), codes: entryInput.shape.codes }),
  async does(doing) {
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const revised = revise(entry, { text: doing.input.text, codes: doing.input.codes }, doing.me.person);
    if (!revised.ok) return revised;
    await putEntry(doing.db, revised.value);
    doing.tell(fact('NoteDrafted', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});

export const signNote = command({
  name: 'signNote',
  who: writing,
  takes: z.object({ entry: entryId }),
  async does(doing) {
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const signed = sign(entry, signerOf(doing.me), doing.now, doing.supervisor);
    if (!signed.ok) return signed;
    await putEntry(doing.db, signed.value);
    await afterSigning(doing, signed.value);
    return ok();
  },
});

export const discardNote = command({
  name: 'discardNote',
  who: writing,
  takes: z.object({ entry: entryId, reason: z.string().max(500) }),
  async does(doing) {
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const put = discard(entry, doing.me.person, doing.input.reason, doing.now);
    if (!put.ok) return put;
    await putEntry(doing.db, put.value);
    doing.tell(fact('NoteDrafted', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});

/** The supervisor stands for what the pupil wrote: now it is in the record. */
export const countersignNote = command({
  name: 'countersignNote',
  who: { duty: 'general.pupil-training' },
  takes: z.object({ entry: entryId }),
  async does(doing) {
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const signed = countersign(entry, signerOf(doing.me), doing.now);
    if (!signed.ok) return signed;
    await putEntry(doing.db, signed.value);
    await afterSigning(doing, signed.value);
    return ok();
  },
});

export const sendNoteBack = command({
  name: 'sendNoteBack',
  who: { duty: 'general.pupil-training' },
  takes: z.object({ entry: entryId, comment: z.string().max(1000) }),
  async does(doing) {
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const returned = returnToPupil(entry, doing.me.person, doing.input.comment, doing.now);
    if (!returned.ok) return returned;
    await putEntry(doing.db, returned.value);
    doing.tell(fact('NoteDrafted', { entry: entry.id, patient: entry.patient }));
    return ok();
  },
});

/** A dated new entry beside the old one (hpl § 42); the old one stays readable. */
export const correctNote = command({
  name: 'correctNote',
  who: writing,
  takes: z.object({
    entry: entryId,
    text: z.string().max(20_000),
    how: z.enum(['replaces', 'adds']),
    demandedBy: z.enum(['patient', 'representative', 'own discovery']).default('own discovery'),
  }),
  async does(doing) {
    const { text, how, demandedBy } = doing.input;
    const original = await opened(doing);
    if (!original) return refuse('not found');
    const draft = correct(original, { id: newId<EntryId>(), text, how, demandedBy }, doing.me.person, doing.now);
    if (!draft.ok) return draft;
    const signed = sign(draft.value, signerOf(doing.me), doing.now, doing.supervisor);
    if (!signed.ok) return signed;
    await putEntry(doing.db, signed.value);
    await afterSigning(doing, signed.value);
    return ok({ id: signed.value.id });
  },
});

/** A correction that was demanded and refused is itself written down, with the reason. */
export const refuseToCorrect = command({
  name: 'refuseToCorrect',
  who: { roles: ['doctor'] },
  takes: z.object({
    entry: entryId,
    demand: z.string().max(2000),
    reason: z.string().max(2000),
    by: z.enum(['patient', 'representative']),
  }),
  async does(doing) {
    const { demand, reason, by } = doing.input;
    const original = await opened(doing);
    if (!original) return refuse('not found');
    const draft = refuseCorrection(original, { id: newId<EntryId>(), demand, reason, by }, doing.me.person, doing.now);
    if (!draft.ok) return draft;
    const signed = sign(draft.value, signerOf(doing.me), doing.now);
    if (!signed.ok) return signed;
    await putEntry(doing.db, signed.value);
    await afterSigning(doing, signed.value);
    return ok({ id: signed.value.id });
  },
});

/** Out of the wrong patient's record and into the right one's, with a receipt left behind (hpl § 44). */
export const moveNote = command({
  name: 'moveNote',
  who: { roles: ['doctor', 'head'] },
  takes: z.object({ entry: entryId, to: patientId, reason: z.string().max(2000) }),
  async does(doing) {
    const { to, reason } = doing.input;
    const entry = await opened(doing);
    if (!entry) return refuse('not found');
    const line = recordOf(await entriesOf(doing.db, entry.patient)).find((one) => one.entry.id === entry.id);
    if (!line) return refuse('not in the record');
    const moved = moveToRightPatient(line, to, reason, doing.me.person, doing.now, () => newId<EntryId>());
    if (!moved.ok) return moved;
    for (const one of [...moved.value.left, ...moved.value.arrived]) await putEntry(doing.db, one);
    doing.tell(fact('NoteMoved', { entry: entry.id, from: entry.patient, patient: to }));
    return ok();
  },
});

export const declareNoHealthCare = command({
  name: 'declareNoHealthCare',
  who: writing,
  takes: z.object({ thing: z.string().max(60), id: z.string().max(60), reason: z.string().max(500) }),
  async does({ input, db, me, tell }) {
    const act = await careActBySubject(db, input);
    if (!act) return refuse('not found');
    const declared = declareNotHealthCare(act, input.reason, me.person);
    if (!declared.ok) return declared;
    await saveNotHealthCare(db, declared.value);
    tell(fact('DocumentationChanged', { patient: act.patient }));
    return ok();
  },
});

/** The record as it is read, newest first, with what corrects an entry under it; drafts of one's own on top. */
export const journalOfPatient = query({
  name: 'journalOfPatient',
  who: writing,
  takes: z.object({ patient: patientId }),
  patient: (input) => input.patient,
  async does({ input, db, me }) {
    const entries = await entriesOf(db, input.patient);
    const unsigned = entries.filter(
      (entry) =>
        (entry.state === 'draft' && entry.hands.author === me.person) || entry.state === 'awaiting countersign',
    );
    const receipts = entries.filter((entry) => entry.state === 'moved');
    return ok({ lines: recordOf(entries).toReversed(), unsigned, receipts });
  },
});

/** Drafts and pupils' entries that wait for a hand: mine, or everyone's. */
export const unsignedNotes = query({
  name: 'unsignedNotes',
  who: writing,
  takes: z.object({ mine: z.boolean().default(true) }),
  async does({ input, db, me, shows }) {
    const lines = await unsignedEntries(db, input.mine ? me.person : null);
    shows(lines.map(({ entry }) => entry.patient));
    return ok(lines);
  },
});

const lookBackDays = 30;
/** Done but not documented: what was done for patients and does not stand signed in the record yet. */
export const doneNotDocumented = query({
  name: 'doneNotDocumented',
  who: writing,
  takes: z.object({}),
  async does({ db, now, shows }) {
    const acts = await undocumentedActs(db, momentOf(Date.parse(now) - lookBackDays * dayMs));
    const names = new Map(acts.map(({ act, patientName }) => [act.patient, patientName]));
    const entries = acts.flatMap(({ entry }) => (entry ? [entry] : []));
    const lines = undocumented(
      acts.map(({ act }) => act),
      entries,
      now,
    ).map((line) => ({ ...line, patientName: names.get(line.act.patient) ?? '' }));
    shows(lines.map(({ act }) => act.patient));
    return ok(lines);
  },
});

export const findDiagnosis = query({
  name: 'findDiagnosis',
  who: 'signed in',
  takes: z.object({ text: z.string().max(80) }),
  does: async ({ input, now }) => ok(searchIcpc2(input.text, dayOf(now))),
});
