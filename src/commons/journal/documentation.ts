/** Done but not documented: help that was given must stand in the record the same day, or it says why not (hpl §39). */

import type { PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type IsoDate, type Moment, momentAt } from '#kernel/time';
import { validOn } from '#kernel/validity';
import type { Subject } from '#loops';
import type { PatientId } from '#patients';
import { dutyBearers, signedBy } from './documentation.table.ts';
import { type Basis, type Entry, type EntryId, isUnsigned, waitsFor } from './entry.ts';

/** Something that was done for a patient: an injection, a call with advice, a measurement. */
export type CareAct = {
  readonly subject: Subject;
  readonly patient: PatientId;
  readonly doneAt: Moment;
  readonly performer: PersonId;
  readonly decider?: PersonId;
  readonly basis: Basis['kind'];
  /** Said by the performer: this was no health care (a moved appointment, a price), and why. */
  readonly notHealthCare?: string;
};

/** How far the documentation has come; `done` acts are not listed. */
export type Documented = 'not begun' | 'draft' | 'awaiting countersign';
export type Undocumented = {
  readonly act: CareAct;
  readonly stands: Documented;
  readonly waitsFor: PersonId;
  readonly entry?: EntryId;
  readonly isLate: boolean;
};

/** Whose duty the entry is; help under instruction falls back on the performer when no doctor is named. */
export function dutyBearer(act: CareAct): PersonId {
  const bearer = validOn(dutyBearers, dayOf(act.doneAt))?.value[act.basis] ?? 'performer';
  return bearer === 'decider' ? (act.decider ?? act.performer) : act.performer;
}

/** The moment by which help given on a day must stand signed. */
export function documentedBy(day: IsoDate): Moment {
  const time = validOn(signedBy, day)?.value;
  // A day before the clinic's rule was set still ends.
  return momentAt(day, time ?? ('23:59' as NonNullable<typeof time>));
}

/** Declares that an act was no health care; only then may it stand without an entry. */
export function declareNotHealthCare(
  act: CareAct,
  reason: string,
  by: PersonId,
): Result<CareAct, 'not the performer' | 'reason missing' | 'a decided act is health care'> {
  if (act.performer !== by) return refuse('not the performer');
  if (act.decider) return refuse('a decided act is health care');
  if (reason.trim().length < 3) return refuse('reason missing');
  return ok({ ...act, notHealthCare: reason.trim() });
}

export type DocumentationRefusal = 'not the performer' | 'reason missing' | 'a decided act is health care';

/** All acts that do not stand signed in the record of their own patient yet, the oldest first. */
export function undocumented(
  acts: readonly CareAct[],
  entries: readonly Entry[],
  now: Moment,
): readonly Undocumented[] {
  const written = entriesBySubject(entries);
  return acts
    .filter((act) => act.notHealthCare === undefined)
    .flatMap((act) => {
      const its = (written.get(subjectKey(act.subject)) ?? []).filter(({ patient }) => patient === act.patient);
      if (its.some(({ state }) => state === 'signed')) return [];
      const unsigned = its.find(isUnsigned);
      const isLate = now > documentedBy(dayOf(act.doneAt));
      return [
        unsigned
          ? { act, stands: unsigned.state, waitsFor: waitsFor(unsigned), entry: unsigned.id, isLate }
          : { act, stands: 'not begun' as const, waitsFor: dutyBearer(act), isLate },
      ];
    })
    .sort((a, b) => (a.act.doneAt < b.act.doneAt ? -1 : 1));
}

/** Everything unsigned with whom it waits for, the oldest first: the list at 15:30. */
export function unsigned(
  entries: readonly Entry[],
  now: Moment,
): readonly { readonly entry: EntryId; readonly waitsFor: PersonId; readonly isLate: boolean }[] {
  return entries
    .filter(isUnsigned)
    .sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
    .map((entry) => ({
      entry: entry.id,
      waitsFor: waitsFor(entry),
      isLate: now > documentedBy(dayOf(entry.writtenAt)),
    }));
}

/** What keeps the day from being closed: unwritten acts and unsigned entries that nobody has explained. */
export function keepsDayOpen(
  acts: readonly CareAct[],
  entries: readonly Entry[],
  explained: ReadonlySet<string>,
  now: Moment,
): readonly (Subject | EntryId)[] {
  const unwritten = undocumented(acts, entries, now).filter(({ stands }) => stands === 'not begun');
  const open = unsigned(entries, now).map(({ entry }) => entry);
  return [
    ...unwritten.map(({ act }) => act.subject).filter((subject) => !explained.has(subjectKey(subject))),
    ...open.filter((entry) => !explained.has(entry)),
  ];
}

/** One key for a subject, such as an explanation is kept under. */
export function subjectKey(subject: Subject): string {
  return `${subject.thing}/${subject.id}`;
}

function entriesBySubject(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.state === 'moved' || entry.state === 'discarded') continue;
    for (const subject of entry.documents) {
      const key = subjectKey(subject);
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
  }
  return found;
}
