/** One round of the post for a clinic: fetch and keep, then confirm; send what is written; mark what nobody has answered. */

import type { Carrier } from '#exchange';
import { failedToHandOver, type HerId, handOver } from '#exchange';
import { keepLetter, letterReference, markOverduePost, postToSend, savePosted } from '#exchange/server';
import type { ClinicNumber } from '#kernel/ids';
import type { Fact } from '#platform/server';
import { closeReaction } from '../../platform/server/outbox.ts';
import type { House } from '../house.ts';
import { reactions } from '../rooms.server.ts';
import type { Reply } from './msh-carrier.ts';

export type Round = { readonly kept: number; readonly sent: number; readonly failed: number; readonly overdue: number };
type Doing = {
  readonly db: Parameters<typeof keepLetter>[0]['db'];
  readonly now: ReturnType<House['clock']>;
  readonly tell: (fact: Fact) => void;
};

const reactionsOn = (event: string): string[] => reactions.filter(({ on }) => on === event).map(({ name }) => name);

/** A transaction of the post office itself: nobody is at the keyboard, and its facts are told like all others. */
async function write<T>(house: House, clinic: ClinicNumber, work: (doing: Doing) => Promise<T>): Promise<T> {
  return house.database.write(clinic, async (db) => {
    const told: Fact[] = [];
    const now = house.clock();
    const done = await work({ db, now, tell: (fact) => told.push(fact) });
    await closeReaction(db, { at: now, person: null, events: told, reactionsOn });
    return done;
  });
}

/** A delivery is confirmed only when it is kept for good; after a stop in between it comes again, and is one letter. */
export async function postRound(house: House, clinic: ClinicNumber, carrier: Carrier): Promise<Round> {
  const fetched = await carrier.fetch();
  let kept = 0;
  for (const { reference, bytes } of fetched.ok ? fetched.value : []) {
    const id = await write(house, clinic, (doing) => keepLetter(doing, { carrier: carrier.name, reference, bytes }));
    if (id) kept++;
    await carrier.confirm(reference);
  }
  const { sent, failed } = await sendWritten(house, clinic, carrier);
  const overdue = await write(house, clinic, markOverduePost);
  return { kept, sent, failed, overdue };
}

async function sendWritten(
  house: House,
  clinic: ClinicNumber,
  carrier: Carrier,
): Promise<Pick<Round, 'sent' | 'failed'>> {
  return write(house, clinic, async ({ db, now, tell }) => {
    let sent = 0;
    let failed = 0;
    for (const { bytes, ...posted } of await postToSend(db)) {
      if (posted.letter.state !== 'written') continue;
      const { letter, answers } = posted;
      const inReplyTo = answers ? await letterReference(db, answers, carrier.name) : undefined;
      const parcel: Reply = {
        letter: letter.id,
        from: (posted.from ?? '') as HerId,
        to: letter.to,
        type: letter.type,
        bytes,
        ...(inReplyTo ? { inReplyTo } : {}),
      };
      const delivered = await carrier.deliver(parcel);
      const next = delivered.ok ? handOver(letter, now) : failedToHandOver(letter);
      if (!next.ok) continue;
      await savePosted(db, { ...posted, letter: next.value });
      if (delivered.ok) sent++;
      else failed++;
      tell({ name: 'LetterChanged', facts: { letter: letter.id } });
    }
    return { sent, failed };
  });
}
