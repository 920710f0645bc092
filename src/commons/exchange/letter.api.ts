/** Commands and queries of the post office: a letter handed in, the lists a person works from, and a receipt that comes back. */

import { z } from 'zod';
import { idInput, lineInput } from '#kernel/inputs';
import { ok, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { dayOf } from '#kernel/time';
import { command, type Db, type Fact, query, type Reaction, saveSetting } from '#platform/server';
import { readAppRec } from './apprec.message.ts';
import { closeLetter, keepLetter, ownHerIds, takeInRead, unreadLetter } from './door.server.ts';
import type { IncomingId } from './incoming-letter.ts';
import {
  type KeptLetter,
  letterById,
  lettersStanding,
  letterToChange,
  postedWithNumber,
  receiptsOf,
  savePosted,
} from './letter.store.ts';
import { openLetter } from './opened-letter.ts';
import { takeReceipt } from './outgoing-letter.ts';
import { largestFileInBytes } from './xml.ts';
import { readTextAnyway } from './xml-encoding.ts';

const letter = idInput<IncomingId>();
const post = { duty: 'laboratory.shipment' };

/** A file handed in: kept as it came, and read at once after. What a carrier brings goes the same way. */
export const receiveMessage = command({
  name: 'receiveMessage',
  who: post,
  takes: z.object({
    /** The file as base64. */
    bytes: z.base64().max(Math.ceil((largestFileInBytes * 4) / 3) + 8),
    reference: lineInput(200).optional(),
  }),
  async does(doing) {
    const bytes = Uint8Array.from(Buffer.from(doing.input.bytes, 'base64'));
    const reference = doing.input.reference ?? crypto.randomUUID();
    const id = await keepLetter(doing, { carrier: 'hand', reference, bytes });
    return id ? ok({ letter: id }) : refuse('already received');
  },
});

/** Which HER-ids are ours; letters to others are never answered by us. */
export const setOwnHerIds = command({
  name: 'setOwnHerIds',
  who: { roles: ['head', 'it'] },
  takes: z.object({ herIds: z.array(z.string().regex(/^[1-9]\d{0,9}$/)).max(50) }),
  async does({ input, db, me, now }) {
    await saveSetting(db, { name: 'exchange.herIds', from: dayOf(now), value: input.herIds, by: me.person, now });
    return ok();
  },
});

/** A person has seen a letter that cannot be placed: told the sender, or it was not for us. */
export const setLetterAside = command({
  name: 'setLetterAside',
  who: post,
  takes: z.object({ letter, reason: z.string().trim().min(3).max(500) }),
  async does(doing) {
    const found = await letterToChange(doing.db, doing.input.letter);
    if (!found) return refuse('not found');
    if (found.standing !== 'waits' && found.standing !== 'broken') return refuse('settled already');
    const { bytes: _, ...kept } = found;
    await closeLetter(doing, kept, { standing: 'seen to', by: doing.me.person, words: doing.input.reason });
    return ok();
  },
});

/** What waits for a person, what is broken, and what has been dealt with lately with its receipts. */
export const lettersIn = query({
  name: 'lettersIn',
  who: post,
  takes: z.object({}),
  async does({ db, now }) {
    const open = await lettersStanding(db, ['waits', 'broken', 'unread'], 200);
    const done = await lettersStanding(db, ['filed', 'repeated', 'receipt', 'seen to'], 60);
    const receipts = await receiptsOf(
      db,
      [...open, ...done].map(({ id }) => id),
    );
    const withReceipt = (one: KeptLetter) => {
      const own = receipts.filter(({ answers }) => answers === one.id).at(-1);
      return { ...one, receipt: own ? { status: own.status, state: own.letter.state } : null };
    };
    return ok({ open: open.map(withReceipt), done: done.map(withReceipt), herIds: await ownHerIds(db, now) });
  },
});

/** The letter as it came, in readable text. */
export const seeLetter = query({
  name: 'seeLetter',
  who: post,
  takes: z.object({ letter }),
  async does({ input, db, shows }) {
    const found = await letterById(db, input.letter);
    if (!found) return refuse('not found');
    shows([...(found.patient ? [found.patient] : []), ...found.candidates]);
    return ok({
      text: readTextAnyway(found.bytes).text.slice(0, 200_000),
      sha256: found.sha256,
      bytes: found.bytes.length,
    });
  },
});

/** A receipt tells what became of our own letter. It is never answered. */
export const takeInReceipt: Reaction = {
  name: 'take in a receipt',
  on: 'LetterArrived',
  async does({
    facts,
    db,
    now,
    tell,
  }: {
    facts: { letter: IncomingId; kind: string | null };
    db: Db;
    now: Moment;
    tell: (fact: Fact) => void;
  }) {
    if (facts.kind !== 'APPREC') return;
    const found = await unreadLetter(db, facts.letter);
    if (!found) return;
    const { bytes, ...kept } = found;
    const doing = { db, now, tell };
    const reading = readAppRec(openLetter(bytes));
    const receipt = reading.outcome === 'accepted' ? reading.content : reading.salvaged;
    const taken = await takeInRead(doing, kept, {
      reading,
      messageId: receipt?.id ?? null,
      sender: receipt?.sender.party ?? null,
      shown: null,
    });
    if (reading.outcome === 'rejected' || !receipt) return;
    for (const posted of await postedWithNumber(db, receipt.original.id)) {
      const told = takeReceipt(posted.letter, receipt, now);
      if (told.ok) await savePosted(db, { ...posted, letter: told.value });
    }
    await closeLetter(doing, taken.letter, { standing: 'receipt', by: 'automatic' });
  },
} as Reaction;
