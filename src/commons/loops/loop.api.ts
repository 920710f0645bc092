/** Commands and queries of what waits for evidence. */

import { z } from 'zod';
import { fact } from '#events';
import type { PersonId } from '#kernel/ids';
import { idInput, momentInput } from '#kernel/inputs';
import { ok, type Result, refuse } from '#kernel/result';
import { dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import type { PatientId } from '#patients';
import { command, type Doing, query } from '#platform/server';
import { openLoop } from './door.server.ts';
import { type BoardLine, countLoops, loopById, noteChange, openOnBoard, saveLoop } from './loop.store.ts';
import {
  abandon,
  close,
  evidenceKinds,
  giveTo,
  handOver,
  type Loop,
  type LoopId,
  loopKinds,
  type Owner,
  postpone,
  reasonText,
  stations,
} from './loop.ts';
import { agingOf, inBoardOrder } from './loop-aging.ts';

const loopId = idInput<LoopId>();
const owner: z.ZodType<Owner> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), person: idInput<PersonId>() }),
  z.object({ kind: z.literal('station'), station: z.enum(stations) }),
]) as unknown as z.ZodType<Owner>;

/** What waits, the most pressing first: the whole clinic's, one person's, one station's or one patient's. */
export const loopsOnBoard = query({
  name: 'loopsOnBoard',
  who: { duty: 'reception.follow-up' },
  takes: z.object({
    person: idInput<PersonId>().optional(),
    station: z.enum(stations).optional(),
    patient: idInput<PatientId>().optional(),
  }),
  async does({ input, db, now, shows }) {
    const lines = await openOnBoard(db, input);
    const byId = new Map(lines.map((line) => [line.loop.id, line]));
    const ordered = inBoardOrder(
      lines.map(({ loop }) => loop),
      now,
    ).map((loop) => ({ ...(byId.get(loop.id) as BoardLine), aging: agingOf(loop, now) }));
    shows(ordered.flatMap(({ loop }) => (loop.patient ? [loop.patient] : [])));
    return ok(ordered);
  },
});

/** How many of the day's loops are closed: the line at the foot of the frame. */
export const loopsOfToday = query({
  name: 'loopsOfToday',
  who: 'signed in',
  takes: z.object({}),
  async does({ db, now }) {
    const today = dayOf(now);
    const [from, until] = [momentAt(today, '00:00' as TimeOfDay), momentAt(today, '23:59' as TimeOfDay)];
    return ok(await countLoops(db, from, until));
  },
});

/** Something promised at the desk that no other duty opens by itself. */
export const promise = command({
  name: 'promise',
  who: { duty: 'reception.follow-up' },
  takes: z.object({
    kind: z.enum(loopKinds).default('other promise'),
    what: z.string().trim().min(1).max(200),
    patient: idInput<PatientId>().optional(),
    owner,
    deputy: owner.default({ kind: 'station', station: 'reception' }),
    haste: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(3),
    expectedBy: momentInput,
  }),
  patient: (input) => input.patient,
  async does(doing) {
    const { patient, ...rest } = doing.input;
    const subject = { thing: 'promise', id: doing.me.session };
    return openLoop(doing, { ...rest, ...(patient ? { patient } : {}), subject, openedBy: doing.me.person });
  },
});

async function settle<Why extends string>(
  doing: Pick<Doing<{ loop: LoopId }>, 'input' | 'db' | 'tell' | 'about'>,
  decide: (loop: Loop) => Result<Loop, Why>,
) {
  const loop = await loopById(doing.db, doing.input.loop);
  if (!loop) return refuse('not found');
  if (loop.patient) await doing.about(loop.patient);
  const decided = decide(loop);
  if (!decided.ok) return decided;
  await saveLoop(doing.db, decided.value);
  doing.tell(fact(decided.value.state === 'open' ? 'LoopChanged' : 'LoopSettled', { loop: loop.id }));
  return ok();
}

/** Closed on what was seen, not on what was sent. */
export const closeLoop = command({
  name: 'closeLoop',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ loop: loopId, evidence: z.enum(evidenceKinds) }),
  does: (doing) =>
    settle(doing, (loop) =>
      close(loop, { what: doing.input.evidence, subject: loop.subject, at: doing.now }, doing.now, doing.me.person),
    ),
});

export const giveLoopTo = command({
  name: 'giveLoopTo',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ loop: loopId, owner, deputy: owner.optional() }),
  async does(doing) {
    const given = await settle(doing, (loop) => giveTo(loop, doing.input.owner, doing.input.deputy));
    if (given.ok) await noteChange(doing.db, doing.input.loop, doing.me.person, doing.now, 'given to another', null);
    return given;
  },
});

export const postponeLoop = command({
  name: 'postponeLoop',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ loop: loopId, until: momentInput, reason: reasonText }),
  async does(doing) {
    const { loop, until, reason } = doing.input;
    const postponed = await settle(doing, (known) => postpone(known, until as Moment, reason, doing.now));
    if (postponed.ok) await noteChange(doing.db, loop, doing.me.person, doing.now, 'postponed', reason);
    return postponed;
  },
});

/** Someone outside the clinic took it over and said yes. */
export const handLoopOver = command({
  name: 'handLoopOver',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ loop: loopId, to: z.string().max(200), acceptedBy: z.string().max(200) }),
  does: (doing) =>
    settle(doing, (loop) => handOver(loop, doing.input.to, doing.input.acceptedBy, doing.me.person, doing.now)),
});

export const abandonLoop = command({
  name: 'abandonLoop',
  who: { duty: 'reception.follow-up' },
  takes: z.object({ loop: loopId, reason: reasonText }),
  does: (doing) => settle(doing, (loop) => abandon(loop, doing.input.reason, doing.me.person, doing.now)),
});
