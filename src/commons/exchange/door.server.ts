/** The post office for the server's parts: a letter kept as it came, told of, read once, answered, and put where a person sees it. */

import { createHash } from 'node:crypto';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { dayOf, type Moment, momentAt, type TimeOfDay } from '#kernel/time';
import { addWorkingDays } from '#kernel/working-days';
import { closeLoopsOf, openLoop } from '#loops/server';
import { type Db, type Fact, readSetting } from '#platform/server';
import { writeAppRec } from './apprec.message.ts';
import { type AppRecId, answer, type Verdict } from './apprec.ts';
import { close, type IncomingId, markAnswered, type Read, type Repeated, takeIn } from './incoming-letter.ts';
import {
  addLetter,
  earlierLetters,
  type KeptLetter,
  letterById,
  letterToChange,
  overduePost,
  saveLetter,
  savePosted,
} from './letter.store.ts';
import { openLetter, type Reading } from './opened-letter.ts';
import { type Addressee, type OriginalLetter, ourselvesAmong } from './original-letter.ts';
import { markOverdue, type OutgoingId } from './outgoing-letter.ts';
import { identifiersOf, nameOf, numbersOf } from './party.ts';
import { readText } from './xml-encoding.ts';

export {
  asJson,
  type KeptLetter,
  letterById,
  letterReference,
  letterToChange,
  postToSend,
  type ShownLetter,
  savePosted,
} from './letter.store.ts';

type InTransaction = { readonly db: Db; readonly now: Moment; readonly tell: (fact: Fact) => void };
const software = { name: 'Dagsverk', version: '0.1.0' };
export const letterSubject = (id: IncomingId) => ({ thing: 'letter', id });

/** Keeps the bytes before anything is read. The same delivery twice is one letter; answers nothing then. */
export async function keepLetter(
  { db, now, tell }: InTransaction,
  delivery: { readonly carrier: string; readonly reference: string; readonly bytes: Uint8Array },
): Promise<IncomingId | undefined> {
  const { carrier, reference, bytes } = delivery;
  const id = newId<IncomingId>();
  const { recognised } = openLetter(bytes);
  const text = readText(bytes);
  const kept = await addLetter(
    db,
    {
      id,
      arrivedAt: now,
      carrier,
      reference,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      encoding: text.ok ? text.value.found : null,
      kind: recognised?.kind ?? null,
      version: recognised?.version?.version ?? null,
    },
    bytes,
    { id, arrivedAt: now, fileId: id, state: 'arrived' },
  );
  if (!kept) return undefined;
  tell(fact('LetterArrived', { letter: id, kind: recognised?.kind ?? null }));
  return id;
}

/** HER-ids of this clinic; a clinic that has set none takes every letter as its own. */
export const ownHerIds = (db: Db, now: Moment): Promise<readonly string[]> =>
  readSetting<readonly string[]>(db, 'exchange.herIds', dayOf(now), []);

async function weIn(doing: InTransaction, original: OriginalLetter): Promise<Addressee | undefined> {
  const own = await ownHerIds(doing.db, doing.now);
  return own.length > 0 ? ourselvesAmong(original, own) : original.addressees[0];
}

/** Letters go to the service or person below the organisation, where the letter names one. Source: HIS 1153-1. */
function serviceOf(party: OriginalLetter['sender']): string | null {
  const [own, below] = numbersOf(party, 'HER');
  return below ?? own ?? null;
}

/** Writes the receipts that a letter asks for, and lays them in the post. Answers the number of the first, if any. */
async function postReceipts(
  doing: InTransaction,
  letter: IncomingId,
  originals: readonly OriginalLetter[],
  verdict: Verdict,
): Promise<string | undefined> {
  let first: string | undefined;
  for (const original of originals) {
    const wish = original.wantsReceipt;
    if (wish === 'never' || (wish === 'at faults' && verdict.status === '1')) continue;
    const as = await weIn(doing, original);
    if (!as) continue;
    const id = newId<AppRecId>();
    const receipt = answer({ original, verdict, as, id, now: doing.now, software });
    if (!receipt.ok) continue;
    const from = serviceOf(as.party);
    const to = serviceOf(original.sender);
    const outgoing = {
      id: id as string as OutgoingId,
      messageId: id,
      type: 'APPREC',
      to: (to ?? '') as never,
      generated: doing.now,
    };
    await savePosted(
      doing.db,
      {
        letter: { ...outgoing, state: 'written', failedAttempts: 0 },
        from,
        to,
        answers: letter,
        status: verdict.status,
      },
      new TextEncoder().encode(writeAppRec(receipt.value)),
    );
    first ??= id;
  }
  return first;
}

export type ReadLetter = {
  readonly reading: Reading<unknown>;
  readonly messageId: string | null;
  readonly sender: Parameters<typeof nameOf>[0] | null;
  readonly shown: KeptLetter['shown'];
};
/** What has become of a letter: new, or one that has come before and is only answered again. */
export type TakenIn = {
  readonly letter: KeptLetter;
  /** `other content`: a number that has been used before for something else; a person must see it. */
  readonly repeat: 'no' | 'same letter' | 'other content';
};

/** A letter has been read: its number is looked for among earlier ones, its receipts are posted, and what was seen is kept. */
export async function takeInRead(doing: InTransaction, letter: KeptLetter, read: ReadLetter): Promise<TakenIn> {
  const { reading, messageId, sender } = read;
  const senderId = (sender && identifiersOf(sender)[0]?.id) ?? null;
  const earlier = await earlierLetters(doing.db, { id: letter.id, messageId, senderId });
  const as = { kind: letter.kind as never, messageId, outcome: reading.outcome };
  const taken = takeIn(letter.thing, as, earlier, doing.now);
  if (!taken.ok) return { letter, repeat: 'same letter' };
  const repeat = await repeatOf(doing.db, taken.value, letter);
  const faults = reading.outcome === 'rejected' ? reading.faults : [];
  const verdict: Verdict = { status: reading.outcome === 'accepted' ? '1' : '2', faults };
  const receipt = await postReceipts(doing, letter.id, reading.originals, verdict);
  const kept: KeptLetter = {
    ...letter,
    messageId,
    senderName: sender ? nameOf(sender) : null,
    senderId,
    shown: read.shown,
    faults,
    remarks: reading.remarks,
    standing: repeat === 'same letter' ? 'repeated' : reading.outcome === 'rejected' ? 'broken' : letter.standing,
    thing: answered(taken.value, receipt, doing.now),
  };
  await saveLetter(doing.db, kept);
  if (kept.standing === 'broken') await openPlacing(doing, kept, 'avvist melding');
  doing.tell(fact('LetterChanged', { letter: letter.id }));
  return { letter: kept, repeat };
}

/** The same number with other bytes is not the same letter, whatever the sender says. */
async function repeatOf(db: Db, taken: Read | Repeated, letter: KeptLetter): Promise<TakenIn['repeat']> {
  if (taken.state !== 'repeated') return 'no';
  const first = await letterById(db, taken.of);
  return first?.sha256 === letter.sha256 ? 'same letter' : 'other content';
}

function answered(taken: Read | Repeated, receipt: string | undefined, now: Moment): KeptLetter['thing'] {
  if (receipt === undefined || taken.state === 'repeated') return taken;
  const marked = markAnswered(taken, receipt, now);
  return marked.ok ? marked.value : taken;
}

/** Nobody can be told apart by software: a person places it, or says that it is not ours. */
async function openPlacing(doing: InTransaction, { id }: Pick<KeptLetter, 'id'>, what: string): Promise<void> {
  const people = await someone(doing.db);
  if (!people) return;
  await openLoop(doing, {
    kind: 'document to place',
    subject: letterSubject(id),
    what,
    haste: 2,
    owner: { kind: 'station', station: 'laboratory' },
    deputy: { kind: 'station', station: 'staff-room' },
    openedBy: people,
    expectedBy: momentAt(addWorkingDays(dayOf(doing.now), 1), '12:00' as TimeOfDay),
  });
}

/** Whose name a loop bears that no person opened: the head of the clinic as its data controller. */
async function someone(db: Db): Promise<PersonId | undefined> {
  const { allPersons } = await import('#staff/server');
  const people = await allPersons(db);
  return (people.find(({ accesses }) => accesses.some(({ role }) => role === 'head')) ?? people[0])?.id;
}

/** Whom a letter may be about, for the person who sees it. */
export const suggestPatients = (db: Db, letter: KeptLetter, candidates: KeptLetter['candidates']): Promise<number> =>
  saveLetter(db, { ...letter, candidates });

/** It waits for a person, with why and whom it may be about. */
export async function letWait(
  doing: InTransaction,
  letter: KeptLetter,
  waits: { readonly why: string; readonly candidates: KeptLetter['candidates'] },
): Promise<void> {
  await saveLetter(doing.db, { ...letter, standing: 'waits', waitsFor: waits.why, candidates: waits.candidates });
  await openPlacing(doing, letter, 'svar uten sikker pasient');
  doing.tell(fact('LetterChanged', { letter: letter.id }));
}

/** It is with its patient, or seen to by a person: closed, and what waited for it settled. */
export async function closeLetter(
  doing: InTransaction,
  letter: KeptLetter,
  how: {
    readonly standing: 'filed' | 'receipt' | 'seen to' | 'repeated';
    readonly by: PersonId | 'automatic';
    readonly patient?: KeptLetter['patient'];
    readonly words?: string;
  },
): Promise<void> {
  const closed = close(letter.thing, how.by, doing.now);
  await saveLetter(doing.db, {
    ...letter,
    standing: how.standing,
    patient: how.patient ?? letter.patient,
    closedWords: how.words ?? letter.closedWords,
    thing: closed.ok ? closed.value : letter.thing,
  });
  const by = how.by === 'automatic' ? undefined : how.by;
  await closeLoopsOf(doing, letterSubject(letter.id), 'placed', by);
  doing.tell(fact('LetterChanged', { letter: letter.id }));
}

/** The letter, locked for reading; nothing where it has been read already. */
export async function unreadLetter(db: Db, id: IncomingId) {
  const letter = await letterToChange(db, id);
  return letter?.standing === 'unread' ? letter : undefined;
}

/** Letters of ours that nobody has answered within the deadline: a person must act. Run with every round of the post. */
export async function markOverduePost(doing: InTransaction): Promise<number> {
  let count = 0;
  for (const posted of await overduePost(doing.db, doing.now)) {
    const late = markOverdue(posted.letter, doing.now);
    if (!late.ok) continue;
    await savePosted(doing.db, { ...posted, letter: late.value });
    doing.tell(fact('LetterChanged', { letter: posted.letter.id }));
    count++;
  }
  return count;
}
