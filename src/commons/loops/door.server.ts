/** How a room's command opens and closes a loop in its own transaction. */

import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { ok, type Result } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Db, Fact } from '#platform/server';
import { addLoop, openLoopsOf, saveLoop } from './loop.store.ts';
import { close, openLoop as decide, type EvidenceKind, type LoopId, type NewLoop, type Subject } from './loop.ts';

export type { BoardLine } from './loop.store.ts';
export { openOnBoard } from './loop.store.ts';

type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };

/** `what` tells it in a few words on the board (analyses, errand), without the patient's name. */
export async function openLoop(
  { db, now, tell }: InTransaction,
  wanted: Omit<NewLoop, 'id'> & { readonly what?: string },
): Promise<Result<LoopId, 'owner and deputy are the same' | 'expected before it was opened'>> {
  const { what = '', ...known } = wanted;
  const opened = decide({ ...known, id: newId<LoopId>() }, now);
  if (!opened.ok) return opened;
  await addLoop(db, opened.value, what);
  tell(fact('LoopOpened', { loop: opened.value.id }));
  return ok(opened.value.id);
}

/** Closes what waits for this subject and is settled by this evidence; answers how many. */
export async function closeLoopsOf(
  { db, now, tell }: InTransaction,
  subject: Subject,
  what: EvidenceKind,
  by?: PersonId,
): Promise<number> {
  let count = 0;
  for (const loop of await openLoopsOf(db, subject)) {
    const closed = close(loop, { what, subject, at: now }, now, by);
    if (!closed.ok) continue;
    await saveLoop(db, closed.value);
    tell(fact('LoopSettled', { loop: loop.id }));
    count++;
  }
  return count;
}
