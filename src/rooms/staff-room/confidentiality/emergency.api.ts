/** Emergency mode (nødmodus): on with one key and no question, and the questions afterwards. */

import { z } from 'zod';
import {
  type EmergencyId,
  prolongEmergency,
  type Role,
  reviewEmergency as review,
  startEmergency as start,
} from '#duties';
import { fact } from '#events';
import { type Id, newId } from '#kernel/ids';
import { idInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import { dayMs, momentOf } from '#kernel/time';
import { command, query, setEmergency } from '#platform/server';
import * as store from './emergency.store.ts';

const emergencyId = idInput<EmergencyId>();
const patientId = idInput<Id<'Patient'>>().nullable().default(null);
/** Days back that one sees one's own. */
const ownDays = 30;

/** Anyone, at once; pressed again it goes on as long once more (helsepersonelloven § 7). */
export const startEmergency = command({
  name: 'startEmergency',
  who: 'signed in',
  takes: z.object({ patient: patientId }),
  async does({ input, db, me, now, tell, about }) {
    if (input.patient) await about(input.patient);
    const running = await store.runningIn(db, me.session, now);
    const next = running
      ? prolongEmergency(running.emergency, now)
      : ok(start(newId<EmergencyId>(), me.person, now, input.patient ?? undefined));
    if (!next.ok) return next;
    const { id, runsUntil } = next.value;
    if (running) await store.prolong(db, id, runsUntil);
    else
      await store.addEmergency(db, { id, session: me.session, by: me.person, now, runsUntil, patient: input.patient });
    await setEmergency(db, me.session, now, runsUntil);
    tell(fact('EmergencyChanged', { emergency: id }));
    tell(fact('SessionChanged', { person: me.person }));
    return ok({ id, runsUntil });
  },
});

export const endEmergency = command({
  name: 'endEmergency',
  who: 'signed in',
  takes: z.object({}),
  async does({ db, me, now, tell }) {
    const running = await store.runningIn(db, me.session, now);
    if (!running) return refuse('over');
    const { id } = running.emergency;
    await store.end(db, id, now);
    await setEmergency(db, me.session, now, null);
    tell(fact('EmergencyChanged', { emergency: id }));
    tell(fact('SessionChanged', { person: me.person }));
    return ok({ id });
  },
});

/** What happened, in the words of the one who was there; asked when it is over. */
export const explainEmergency = command({
  name: 'explainEmergency',
  who: 'signed in',
  takes: z.object({ emergency: emergencyId, words: lineInput(2_000), patient: patientId }),
  async does({ input, db, me, now, tell, about }) {
    if (input.patient) await about(input.patient);
    const given = { id: input.emergency, by: me.person, words: input.words, patient: input.patient, now };
    if ((await store.explain(db, given)) === 0) return refuse('not yours to explain');
    tell(fact('EmergencyChanged', { emergency: input.emergency }));
    return ok();
  },
});

export const myEmergencies = query({
  name: 'myEmergencies',
  who: 'signed in',
  takes: z.object({}),
  does: async ({ db, me, now }) =>
    ok(await store.filesOf(db, me.person, momentOf(Date.parse(now) - ownDays * dayMs), now)),
});

/** Those that nobody has looked through; the oldest first. */
export const emergenciesToReview = query({
  name: 'emergenciesToReview',
  who: { roles: ['doctor', 'head'] },
  takes: z.object({}),
  async does({ db, now, shows }) {
    const files = await store.filesToReview(db, now);
    shows(files.flatMap(({ patient }) => patient ?? []));
    return ok(files);
  },
});

/** One answer to each act; by a doctor or the head who did none of them. */
export const reviewEmergency = command({
  name: 'reviewEmergency',
  who: { roles: ['doctor', 'head'] },
  takes: z.object({
    emergency: emergencyId,
    answers: z.array(z.object({ verdict: z.enum(['was right', 'learning']), words: lineInput(1_000) })).max(500),
  }),
  async does({ input, db, me, now, tell }) {
    const file = await store.fileById(db, input.emergency, now);
    if (!file) return refuse('not found');
    if (file.emergency.startedBy === me.person) return refuse('own act');
    const reviewed = review(file.emergency, { id: me.person, roles: me.roles as readonly Role[] }, input.answers, now);
    if (!reviewed.ok) return reviewed;
    if ((await store.review(db, input.emergency, me.person, input.answers, now)) === 0)
      return refuse('already reviewed');
    tell(fact('EmergencyChanged', { emergency: input.emergency }));
    return ok();
  },
});
