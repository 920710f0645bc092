/** Corrections in the record: a dated new entry beside the old one (hpl §42), and the move from a wrong patient (hpl §44). */

import { z } from 'zod';
import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Corrects, type Draft, type Entry, type EntryId, isInRecord, type Moved, type Signed } from './entry.ts';

export type CorrectionRefusal =
  | 'not in the record'
  | 'nothing written'
  | 'nothing changed'
  | 'reason missing'
  | 'demand missing'
  | 'same patient'
  | 'not one thread';

export type Correction = {
  readonly id: EntryId;
  readonly text: string;
  readonly how: 'replaces' | 'adds';
  readonly demandedBy: Corrects['demandedBy'];
};

const reasonText = z.string().trim().min(3).max(2000);

/** Begins a correction: a new entry that points at the old one, which stays readable as it was. */
export function correct(
  original: Entry,
  correction: Correction,
  by: PersonId,
  now: Moment,
): Result<Draft, 'not in the record' | 'nothing written' | 'nothing changed'> {
  if (!isInRecord(original)) return refuse('not in the record', { state: original.state });
  const text = correction.text.trim();
  if (text === '') return refuse('nothing written');
  if (correction.how === 'replaces' && text === original.text.trim()) return refuse('nothing changed');
  const corrects = { entry: original.id, how: correction.how, demandedBy: correction.demandedBy };
  return ok(aboutEntry(original, correction.id, 'correction', text, corrects, by, now));
}

/** A correction that was demanded and refused is itself written down, with the reason; the patient may complain (hpl §42). */
export function refuseCorrection(
  original: Entry,
  refused: {
    readonly id: EntryId;
    readonly demand: string;
    readonly reason: string;
    readonly by: 'patient' | 'representative';
  },
  by: PersonId,
  now: Moment,
): Result<Draft, 'not in the record' | 'demand missing' | 'reason missing'> {
  if (!isInRecord(original)) return refuse('not in the record', { state: original.state });
  if (!reasonText.safeParse(refused.demand).success) return refuse('demand missing');
  if (!reasonText.safeParse(refused.reason).success) return refuse('reason missing');
  const text = `${refused.demand.trim()}\n\n${refused.reason.trim()}`;
  const corrects = { entry: original.id, how: 'refused', demandedBy: refused.by } as const;
  return ok(aboutEntry(original, refused.id, 'correction refused', text, corrects, by, now));
}

function aboutEntry(
  original: Signed,
  id: EntryId,
  kind: 'correction' | 'correction refused',
  text: string,
  corrects: Corrects,
  by: PersonId,
  now: Moment,
): Draft {
  return {
    id,
    patient: original.patient,
    kind,
    happenedAt: original.happenedAt,
    text,
    codes: [],
    values: [],
    documents: [],
    hands: { author: by },
    basis: { kind: 'own initiative' },
    provenance: { kind: 'typed' },
    writtenAt: now,
    corrects,
    state: 'draft',
  };
}

/** An entry as the reader sees it: struck when something has replaced it, with what was added and refused after it. */
export type RecordLine = {
  readonly entry: Signed;
  readonly isStruck: boolean;
  readonly corrections: readonly Signed[];
};

/** The record in order of what happened; corrections stand under the entry they speak of, oldest first. */
export function recordOf(entries: readonly Entry[]): readonly RecordLine[] {
  const signed = entries.filter(isInRecord);
  const known = new Map(signed.map((entry) => [entry.id, entry]));
  const roots = signed.filter((entry) => !entry.corrects || !known.has(entry.corrects.entry));
  const under = new Map<EntryId, Signed[]>(roots.map((root) => [root.id, []]));
  for (const entry of signed) {
    const root = rootOf(entry, known);
    if (root !== entry) under.get(root.id)?.push(entry);
  }
  return roots.sort(byTime((entry) => entry.happenedAt)).map((entry) => {
    const corrections = (under.get(entry.id) ?? []).sort(byTime(({ signedAt }) => signedAt));
    return { entry, corrections, isStruck: corrections.some(({ corrects }) => corrects?.how === 'replaces') };
  });
}

function rootOf(entry: Signed, known: ReadonlyMap<EntryId, Signed>): Signed {
  let at = entry;
  // An entry can only speak of one that was signed before it, so the way up always ends.
  for (let step = 0; step < known.size; step++) {
    const above = at.corrects && known.get(at.corrects.entry);
    if (!above) return at;
    at = above;
  }
  return entry;
}

function byTime(timeOf: (entry: Signed) => Moment) {
  return (a: Signed, b: Signed) => {
    const [one, other] = [`${timeOf(a)}${a.id}`, `${timeOf(b)}${b.id}`];
    return one < other ? -1 : 1;
  };
}

export type MovedThread = { readonly left: readonly Moved[]; readonly arrived: readonly Signed[] };

/**
 * Takes an entry and everything that corrects it out of the wrong patient's record and into the right one's (hpl §44).
 * The wrong record keeps a receipt without content; signatures and times are as they were.
 */
export function moveToRightPatient(
  line: RecordLine,
  to: PatientId,
  reason: string,
  by: PersonId,
  now: Moment,
  nextId: () => EntryId,
): Result<MovedThread, 'same patient' | 'reason missing' | 'not one thread'> {
  const thread = [line.entry, ...line.corrections];
  if (line.entry.patient === to) return refuse('same patient');
  if (!reasonText.safeParse(reason).success) return refuse('reason missing');
  if (thread.some(({ patient }) => patient !== line.entry.patient)) return refuse('not one thread');
  const newIds = new Map(thread.map(({ id }) => [id, nextId()]));
  const idOf = (old: EntryId) => newIds.get(old) ?? old;
  const left = thread.map(
    ({ id, patient, kind, writtenAt }): Moved => ({
      id,
      patient,
      kind,
      writtenAt,
      state: 'moved',
      movedTo: idOf(id),
      reason: reason.trim(),
      movedBy: by,
      movedAt: now,
    }),
  );
  const arrived = thread.map(
    (entry): Signed => ({
      ...entry,
      id: idOf(entry.id),
      patient: to,
      movedFrom: { entry: entry.id, movedBy: by, movedAt: now },
      ...(entry.corrects ? { corrects: { ...entry.corrects, entry: idOf(entry.corrects.entry) } } : {}),
    }),
  );
  return ok({ left, arrived });
}
