/** Questions to the access log (innsynslogg): who has seen a patient, and what someone has looked at. */

import type { Id, PersonId } from '#kernel/ids';
import { addDays, dayOf, type IsoDate, type Moment } from '#kernel/time';

/** A line as it is answered: `shown` is a name that stood in a list, which is less than a record that was opened. */
export type AccessLine = {
  readonly number: number;
  readonly at: Moment;
  readonly kind: 'act' | 'look';
  readonly how: 'opened' | 'shown';
  readonly call: string;
  readonly duty: string | null;
  readonly person: PersonId | null;
  readonly patient: Id<'Patient'> | null;
  readonly allowed: boolean;
  readonly ground: string | null;
  readonly why: string | null;
};

/** What one person did with one patient on one day, told once: the patient's own view of the log. */
export type AccessDay = {
  readonly key: string;
  readonly day: IsoDate;
  readonly person: PersonId | null;
  readonly patient: Id<'Patient'> | null;
  readonly how: 'opened' | 'shown';
  readonly first: Moment;
  readonly last: Moment;
  readonly times: number;
  readonly calls: readonly { readonly call: string; readonly duty: string | null; readonly times: number }[];
  readonly grounds: readonly string[];
  /** Was anything refused, and why. */
  readonly refusals: readonly string[];
};

/** Newest day first; within a day the one who was last. A record that was opened outweighs the lists it also stood in. */
export function byDay(lines: readonly AccessLine[]): AccessDay[] {
  const groups = Map.groupBy(lines, ({ at, person, patient }) => `${dayOf(at)} ${person} ${patient}`);
  const days = [...groups].flatMap(([key, group]) => {
    const opened = group.filter(({ how }) => how === 'opened');
    const told = opened.length > 0 ? opened : group;
    const [first] = told;
    return first ? [dayFrom(key, first, told)] : [];
  });
  return days.toSorted((a, b) => (a.last < b.last ? 1 : -1));
}

function dayFrom(key: string, first: AccessLine, lines: readonly AccessLine[]): AccessDay {
  const moments = lines.map(({ at }) => at).toSorted();
  const calls = Map.groupBy(lines, ({ call }) => call);
  return {
    key,
    day: dayOf(first.at),
    person: first.person,
    patient: first.patient,
    how: first.how,
    first: moments[0] ?? first.at,
    last: moments.at(-1) ?? first.at,
    times: lines.length,
    calls: [...calls].map(([call, own]) => ({ call, duty: own[0]?.duty ?? null, times: own.length })),
    grounds: [...new Set(lines.flatMap(({ ground }) => (ground === null ? [] : [ground])))],
    refusals: [...new Set(lines.flatMap(({ allowed, why }) => (allowed || why === null ? [] : [why])))],
  };
}

/** The days that are asked about unless one says otherwise. */
export function usualPeriod(today: IsoDate): { from: IsoDate; until: IsoDate } {
  return { from: addDays(today, -90), until: today };
}
