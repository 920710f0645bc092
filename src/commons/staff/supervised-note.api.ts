/** A pupil's note in the record stands in the supervisor's queue beside what pupils did elsewhere; the record itself is told of by events. */

import type { Id, PersonId } from '#kernel/ids';
import { newId } from '#kernel/ids';
import type { Reacting } from '#platform/server';
import { awaitCountersign, type PupilActId, resubmit } from './countersign.ts';
import { actAbout, addAct, type Subject, saveAct } from './supervised-act.store.ts';

type Note = { readonly entry: Id<'Entry'>; readonly patient: Id<'Patient'> };
const subjectOf = ({ entry }: Note): Subject => ({ kind: 'journal entry', id: entry });

/** The pupil signed: it waits, or waits again. */
export const noteAwaits = {
  name: 'pupil’s note in the queue',
  on: 'NoteAwaitsCountersign',
  async does({ facts, db, now, person }: Reacting<Note & { readonly supervisor: PersonId }>): Promise<void> {
    if (!person) return;
    const subject = subjectOf(facts);
    const before = await actAbout(db, subject);
    if (before) {
      const again = resubmit(before, person, now);
      if (again.ok) await saveAct(db, { ...again.value, subject });
      return;
    }
    const { supervisor } = facts;
    const seen = { yes: true, ground: 'supervised', role: 'pupil' } as const;
    const may = { ...seen, supervisor, closeness: 'near', countersign: true } as const;
    const done = { duty: 'general.documentation-duty', act: 'perform', patient: facts.patient } as const;
    const waiting = awaitCountersign(newId<PupilActId>(), person, done, may, now);
    if (waiting.ok) await addAct(db, { ...waiting.value, subject });
  },
};

/** The record has it, by the supervisor's name. */
export const noteSigned = {
  name: 'pupil’s note in the record',
  on: 'NoteSigned',
  async does({ facts, db, now, person }: Reacting<Note>): Promise<void> {
    const subject = subjectOf(facts);
    const act = await actAbout(db, subject);
    if (!act || !person || act.state === 'countersigned' || person === act.pupil) return;
    const { id, pupil, supervisor, duty, doneAt, version, patient } = act;
    const known = {
      ...{ id, pupil, supervisor, duty, act: act.act, doneAt, version },
      ...(patient ? { patient } : {}),
    };
    await saveAct(db, { ...known, subject, state: 'countersigned', countersignedAt: now, countersignedBy: person });
  },
};

/** The supervisor sent it back; her words stand with the note. */
export const noteSentBack = {
  name: 'pupil’s note sent back',
  on: 'NoteDrafted',
  async does({ facts, db, now, person }: Reacting<Note>): Promise<void> {
    const subject = subjectOf(facts);
    const act = await actAbout(db, subject);
    if (act?.state !== 'awaiting' || !person || person === act.pupil) return;
    await saveAct(db, { ...act, state: 'sent back', sentBackAt: now, sentBackBy: person, words: '' });
  },
};
