/** Readiness at opening: what the system sees for itself, what someone has looked at, and the card for what is down. */

import { z } from 'zod';
import { fact } from '#events';
import { ok, refuse } from '#kernel/result';
import { dayMs, dayOf, type Moment, momentOf } from '#kernel/time';
import { validOn } from '#kernel/validity';
import { command, type Db, makePdf, query } from '#platform/server';
import { dependencies } from './dependency.table.ts';
import { addCheck, checksSince } from './readiness.store.ts';
import { type Check, check, type Dependency, dependencyCodes, readinessBoard, readinessFigure } from './readiness.ts';

const lookBackDays = 7;
const onDay = (now: Moment): readonly Dependency[] => validOn(dependencies, dayOf(now))?.value ?? [];

/** What needs no one to look: the question itself reached the record, and a page can be laid out for the printer. */
function seenByItself(now: Moment): Check[] {
  const seen = (dependency: Check['dependency'], health: Check['health'], note: string): Check => ({
    dependency,
    at: now,
    by: 'system',
    health,
    note,
  });
  return [
    seen('journal', 'up', ''),
    pageIsMade() ? seen('document-printer', 'up', 'PDF') : seen('document-printer', 'down', 'PDF'),
  ];
}

function pageIsMade(): boolean {
  try {
    return makePdf('#set document(title: "test")\ntest', {}).length > 0;
  } catch {
    return false;
  }
}

async function boardNow(db: Db, now: Moment, itself: readonly Check[]) {
  const checks = await checksSince(db, momentOf(Date.parse(now) - lookBackDays * dayMs));
  // Paper in the tray is only seen by someone who stands there: a person's word on the printer goes before the system's.
  const said = new Set(
    checks.filter(({ by, at }) => by !== 'system' && dayOf(at) === dayOf(now)).map(({ dependency }) => dependency),
  );
  return readinessBoard(onDay(now), [...checks, ...itself.filter(({ dependency }) => !said.has(dependency))], now);
}

export const readiness = query({
  name: 'readiness',
  who: 'signed in',
  takes: z.object({}),
  async does({ db, now }) {
    const board = await boardNow(db, now, seenByItself(now));
    return ok({ board, figure: readinessFigure(board) });
  },
});

/** Someone has looked: it is up, slow or down. */
export const recordCheck = command({
  name: 'recordCheck',
  who: { duty: 'reception.it' },
  takes: z.object({
    dependency: z.enum(dependencyCodes),
    health: z.enum(['up', 'slow', 'down']),
    note: z.string().trim().max(300).default(''),
  }),
  async does({ input, db, me, now, tell }) {
    const checked = check({ ...input, at: now, by: me.person }, onDay(now), now);
    if (!checked.ok) return checked;
    await addCheck(db, checked.value);
    tell(fact('ReadinessChecked', { dependency: input.dependency, health: input.health }));
    return ok();
  },
});

/** The morning round in one key: everything that is not known to be down has been looked at and is up. */
export const allIsUp = command({
  name: 'allIsUp',
  who: { duty: 'reception.it' },
  takes: z.object({}),
  async does({ db, me, now, tell }) {
    const board = await boardNow(db, now, []);
    const open = board.filter(({ state }) => state === 'not checked');
    if (open.length === 0) return refuse('nothing to check');
    for (const { dependency } of open)
      await addCheck(db, { dependency: dependency.code, at: now, by: me.person, health: 'up', note: '' });
    tell(fact('ReadinessChecked', { dependency: 'all', health: 'up' }));
    return ok({ checked: open.length });
  },
});
