/** Letters of kinds that no room reads: named as well as they can be, turned away with T10, and shown to a person. */

import { type IncomingId, openLetter } from '#exchange';
import { takeInRead, unreadLetter } from '#exchange/server';
import type { Moment } from '#kernel/time';
import type { Db, Fact, Reaction } from '#platform/server';
import { rejectionOf } from './unread-message.ts';

/** Read elsewhere in the house. */
const readKinds: readonly (string | null)[] = ['svarrapport', 'APPREC'];

export const turnAwayLetter: Reaction = {
  name: 'turn away a letter that nobody reads',
  on: 'LetterArrived',
  async does({
    facts,
    ...doing
  }: { facts: { letter: IncomingId; kind: string | null } } & { db: Db; now: Moment; tell: (fact: Fact) => void }) {
    if (readKinds.includes(facts.kind)) return;
    const found = await unreadLetter(doing.db, facts.letter);
    if (!found) return;
    const { bytes, ...kept } = found;
    const reading = rejectionOf(openLetter(bytes));
    const seen = reading.outcome === 'rejected' ? reading.salvaged : reading.content;
    const [original] = reading.originals;
    await takeInRead(doing, kept, {
      reading,
      messageId: original?.id ?? null,
      sender: seen?.sender ?? null,
      shown: seen && {
        patientNumber: seen.patient?.number ?? null,
        patientName: seen.patient?.name ?? null,
        laboratory: null,
        lines: [],
      },
    });
  },
} as Reaction;
