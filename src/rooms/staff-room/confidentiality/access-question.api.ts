/** Queries of the access log; each question is itself a line in it. */

import { z } from 'zod';
import type { Id } from '#kernel/ids';
import { dayInput, idInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { addDays, type IsoDate, momentAt, type TimeOfDay } from '#kernel/time';
import { patientLines } from '#patients/server';
import { checkAccessLog as checkChain, type Db, query } from '#platform/server';
import * as store from './access-question.store.ts';
import { byDay } from './access-question.ts';

const period = { from: dayInput, until: dayInput };
const midnight = '00:00' as TimeOfDay;
const spanOf = ({ from, until }: { from: IsoDate; until: IsoDate }): store.Span => ({
  from: momentAt(from, midnight),
  until: momentAt(addDays(until, 1), midnight),
});

/** The patient's right to know (pasientjournalloven § 18, pasientjournalforskriften § 14): who, as what, when and why. */
export const whoHasSeen = query({
  name: 'whoHasSeen',
  who: { roles: ['head'] },
  takes: z.object({ patient: idInput<Id<'Patient'>>(), ...period, lists: z.boolean().default(false) }),
  patient: ({ patient }) => patient,
  async does({ input, db }) {
    if (input.until < input.from) return refuse('ends before it begins');
    const span = spanOf(input);
    const opened = await store.linesOpening(db, input.patient, span);
    const shown = input.lists ? await store.linesShowing(db, input.patient, span) : [];
    return ok(byDay([...opened, ...shown]));
  },
});

/** What I have opened myself: mine to know, without asking anyone. */
export const myLooks = query({
  name: 'myLooks',
  who: 'signed in',
  takes: z.object(period),
  async does({ input, db, me, shows }) {
    if (input.until < input.from) return refuse('ends before it begins');
    const days = byDay(await store.linesBy(db, me.person, spanOf(input)));
    const names = await namesOf(
      db,
      days.flatMap(({ patient }) => patient ?? []),
    );
    shows(names.map(({ patient }) => patient));
    return ok({ days, names });
  },
});

async function namesOf(
  db: Db,
  patients: readonly Id<'Patient'>[],
): Promise<{ patient: Id<'Patient'>; name: string }[]> {
  const lines = await patientLines(db, [...new Set(patients)]);
  return lines.map(({ id, familyName, givenName }) => ({ patient: id, name: `${familyName}, ${givenName}` }));
}

/** Who was told no, and why: tries to sign in, and acts that were not theirs. */
export const refusedAccess = query({
  name: 'refusedAccess',
  who: { roles: ['head', 'it'] },
  takes: z.object(period),
  async does({ input, db }) {
    if (input.until < input.from) return refuse('ends before it begins');
    return ok(await store.linesRefused(db, spanOf(input)));
  },
});

/** Walks the chain over the whole log, and names the first link that does not hold. */
export const checkAccessLog = query({
  name: 'checkAccessLog',
  who: { roles: ['head', 'it'] },
  takes: z.object({}),
  does: async ({ db }) => ok(await checkChain(db)),
});
