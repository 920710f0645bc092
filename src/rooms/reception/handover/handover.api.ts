/** The hand-over writes itself: what is promised, waiting, unsigned and unpaid, owner by owner; a person gives it and another takes it. */

import { z } from 'zod';
import { fact } from '#events';
import { unsignedEntries } from '#journal/server';
import { newId } from '#kernel/ids';
import { ok, refuse } from '#kernel/result';
import { dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { addWorkingDays } from '#kernel/working-days';
import { loopTexts } from '#loops';
import { openOnBoard } from '#loops/server';
import { fullName } from '#patients';
import { patientLines } from '#patients/server';
import { command, type Db, query, readSetting } from '#platform/server';
import { lastHandover, putHandover, unpaidVisits } from './handover.store.ts';
import { composeHandover, give, type HandoverId, type HandoverItem, itemOfLoop, takeOver } from './handover.ts';

const duty = { duty: 'reception.follow-up' } as const;

async function viewNow(db: Db, now: Moment) {
  const today = dayOf(now);
  const loops = await openOnBoard(db, {});
  const kinds = loopTexts.nb.kinds;
  const waiting = loops.map(({ loop, what }) => itemOfLoop(loop, [kinds[loop.kind], what].filter(Boolean).join(': ')));
  const unsigned = (await unsignedEntries(db, null)).map(
    ({ entry, waitsFor }): HandoverItem => ({
      kind: 'unsigned',
      id: entry.id,
      what: 'kind' in entry ? entry.kind : '',
      patient: entry.patient,
      owner: { kind: 'person', person: waitsFor },
      since: entry.writtenAt,
      due: null,
      haste: 2,
    }),
  );
  const unpaid = (await unpaidVisits(db, today)).map(
    ({ id, patient, about, since }): HandoverItem => ({
      kind: 'unpaid',
      id,
      what: about,
      patient,
      owner: { kind: 'station', station: 'reception' },
      since,
      due: null,
      haste: 3,
    }),
  );
  const opensAt = await readSetting(db, 'clinic.opensAt', today, '08:00' as TimeOfDay);
  return composeHandover([waiting, unsigned, unpaid], now, momentAt(addWorkingDays(today, 1), opensAt));
}

export const handoverNow = query({
  name: 'handoverNow',
  who: duty,
  takes: z.object({}),
  async does({ db, now, shows }) {
    const view = await viewNow(db, now);
    const patients = [
      ...new Set(view.sections.flatMap(({ items }) => items.flatMap(({ patient }) => (patient ? [patient] : [])))),
    ];
    shows(patients);
    const names = Object.fromEntries((await patientLines(db, patients)).map((line) => [line.id, fullName(line)]));
    return ok({ view, names, last: (await lastHandover(db)) ?? null });
  },
});

/** The day is given on: nothing without an owner, and what is due before opening only with a word of what was decided. */
export const giveHandover = command({
  name: 'giveHandover',
  who: duty,
  takes: z.object({ because: z.string().trim().max(500).nullable().default(null) }),
  async does({ input, db, me, now, tell }) {
    const view = await viewNow(db, now);
    const given = give(newId<HandoverId>(Date.parse(now)), view, input.because, me.person);
    if (!given.ok) return given;
    await putHandover(db, given.value, view);
    tell(fact('HandoverGiven', { handover: given.value.id }));
    return ok({ id: given.value.id });
  },
});

export const takeHandover = command({
  name: 'takeHandover',
  who: duty,
  takes: z.object({}),
  async does({ db, me, now, tell }) {
    const last = await lastHandover(db);
    if (!last) return refuse('nothing was given');
    const taken = takeOver(last.handover, me.person, now);
    if (!taken.ok) return taken;
    await putHandover(db, taken.value, last.view);
    tell(fact('HandoverGiven', { handover: last.handover.id }));
    return ok();
  },
});
