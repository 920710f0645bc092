/** Letters in and out as the tables hold them. */

import type { Moment } from '#kernel/time';
import type { PatientId } from '#patients';
import { type Db, statement } from '#platform/server';
import type { IncomingId, IncomingLetter } from './incoming-letter.ts';
import type { OutgoingId, OutgoingLetter } from './outgoing-letter.ts';
import type { Fault, Remark } from './remark.ts';

export type Standing = 'unread' | 'filed' | 'waits' | 'broken' | 'repeated' | 'receipt' | 'seen to';
/** What a person sees of a letter that software could not place: as far as it could be read. */
export type ShownLetter = {
  readonly patientNumber: string | null;
  readonly patientName: string | null;
  readonly laboratory: string | null;
  readonly lines: readonly string[];
};
export type KeptLetter = {
  readonly id: IncomingId;
  readonly arrivedAt: Moment;
  readonly carrier: string;
  readonly reference: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly kind: string | null;
  readonly version: string | null;
  readonly messageId: string | null;
  readonly senderName: string | null;
  readonly senderId: string | null;
  readonly patient: PatientId | null;
  readonly standing: Standing;
  readonly waitsFor: string | null;
  readonly candidates: readonly PatientId[];
  readonly shown: ShownLetter | null;
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
  readonly thing: IncomingLetter;
  readonly closedWords: string | null;
};
const columns = `l.id, l.arrived_at as "arrivedAt", l.carrier, l.reference, l.sha256, l.encoding, l.kind, l.version, l.message_id as "messageId",
  l.sender_name as "senderName", l.sender_id as "senderId", l.patient, l.standing, l.waits_for as "waitsFor", l.candidates, l.shown, l.faults,
  l.remarks, l.thing, l.closed_words as "closedWords"`;

type NewLetter = Pick<
  KeptLetter,
  'id' | 'arrivedAt' | 'carrier' | 'reference' | 'sha256' | 'encoding' | 'kind' | 'version'
>;
const add = statement<NewLetter & { bytes: Uint8Array; thing: string }, { id: IncomingId }>(
  'letter: add',
  `insert into incoming_letter (clinic, id, arrived_at, carrier, reference, bytes, sha256, encoding, kind, version, thing)
   values (:clinic, :id, :arrivedAt, :carrier, :reference, :bytes, :sha256, :encoding, :kind, :version, :thing::jsonb)
   on conflict (clinic, carrier, reference) do nothing returning id`,
);
const toChange = statement<{ id: IncomingId }, KeptLetter & { bytes: Uint8Array }>(
  'letter: to change',
  `select ${columns}, l.bytes from incoming_letter l where l.clinic = :clinic and l.id = :id for update`,
);
const byId = statement<{ id: IncomingId }, KeptLetter & { bytes: Uint8Array }>(
  'letter: by id',
  `select ${columns}, l.bytes from incoming_letter l where l.clinic = :clinic and l.id = :id`,
);
const byStanding = statement<{ standings: readonly string[]; most: number }, KeptLetter>(
  'letter: by standing',
  `select ${columns} from incoming_letter l where l.clinic = :clinic and l.standing = any(:standings::text[]) order by l.arrived_at desc limit :most`,
);
const earlierOf = statement<{ id: IncomingId; messageId: string; senderId: string | null }, { thing: IncomingLetter }>(
  'letter: earlier with the number',
  `select l.thing from incoming_letter l where l.clinic = :clinic and lower(l.message_id) = lower(:messageId) and l.id <> :id
     and (l.sender_id is null or :senderId::text is null or l.sender_id = :senderId) order by l.arrived_at`,
);
type Saved = Pick<
  KeptLetter,
  'id' | 'messageId' | 'senderName' | 'senderId' | 'patient' | 'standing' | 'waitsFor' | 'candidates' | 'closedWords'
>;
const save = statement<Saved & { shown: string | null; faults: string; remarks: string; thing: string }>(
  'letter: save',
  `update incoming_letter set message_id = :messageId, sender_name = :senderName, sender_id = :senderId, patient = :patient, standing = :standing,
     waits_for = :waitsFor, candidates = :candidates::uuid[], closed_words = :closedWords, shown = :shown::jsonb, faults = :faults::jsonb,
     remarks = :remarks::jsonb, thing = :thing::jsonb
   where clinic = :clinic and id = :id`,
);

/** A letter of ours as it lies in the post office. */
export type PostedLetter = {
  readonly letter: OutgoingLetter;
  readonly from: string | null;
  readonly to: string | null;
  readonly answers: IncomingId | null;
  /** Status of a receipt (kodeverk 8258). */
  readonly status: string | null;
};
type PostedRow = {
  thing: OutgoingLetter;
  fromHer: string | null;
  toHer: string | null;
  answers: IncomingId | null;
  status: string | null;
};
const postedColumns = 'o.thing, o.from_her as "fromHer", o.to_her as "toHer", o.answers, o.status';
const putPosted = statement<{
  id: OutgoingId;
  messageId: string;
  type: string;
  fromHer: string | null;
  toHer: string | null;
  bytes: Uint8Array | null;
  generated: Moment;
  answers: IncomingId | null;
  status: string | null;
  state: string;
  answerBy: Moment | null;
  thing: string;
}>(
  'posted: put',
  `insert into outgoing_letter (clinic, id, message_id, type, from_her, to_her, bytes, generated, answers, status, state, answer_by, thing)
   values (:clinic, :id, :messageId, :type, :fromHer, :toHer, coalesce(:bytes, ''::bytea), :generated, :answers, :status, :state, :answerBy, :thing::jsonb)
   on conflict (clinic, id) do update set state = excluded.state, answer_by = excluded.answer_by, thing = excluded.thing`,
);
const toSend = statement<{ most: number }, PostedRow & { bytes: Uint8Array }>(
  'posted: to send',
  `select ${postedColumns}, o.bytes from outgoing_letter o where o.clinic = :clinic and o.state = 'written'
   order by o.generated limit :most for update skip locked`,
);
const postedByNumber = statement<{ messageId: string }, PostedRow>(
  'posted: by number',
  `select ${postedColumns} from outgoing_letter o where o.clinic = :clinic and lower(o.message_id) = lower(:messageId) for update`,
);
const overdueNow = statement<{ now: Moment }, PostedRow>(
  'posted: overdue',
  `select ${postedColumns} from outgoing_letter o where o.clinic = :clinic and o.state = 'handed over' and o.type <> 'APPREC'
     and o.answer_by < :now::timestamptz for update skip locked`,
);
const answersTo = statement<{ letters: readonly IncomingId[] }, PostedRow>(
  'posted: answers',
  `select ${postedColumns} from outgoing_letter o where o.clinic = :clinic and o.answers = any(:letters::uuid[]) order by o.generated`,
);

export const addLetter = async (
  db: Db,
  letter: NewLetter,
  bytes: Uint8Array,
  thing: IncomingLetter,
): Promise<boolean> =>
  (await db.row(add, { ...letter, bytes: Buffer.from(bytes), thing: JSON.stringify(thing) })) !== undefined;
export const letterToChange = (db: Db, id: IncomingId) => db.row(toChange, { id });
export const letterById = (db: Db, id: IncomingId) => db.row(byId, { id });
export const lettersStanding = (db: Db, standings: readonly Standing[], most = 100): Promise<KeptLetter[]> =>
  db.rows(byStanding, { standings, most });
export const earlierLetters = async (
  db: Db,
  letter: { readonly id: IncomingId; readonly messageId: string | null; readonly senderId: string | null },
): Promise<IncomingLetter[]> => {
  const { messageId } = letter;
  return messageId === null ? [] : (await db.rows(earlierOf, { ...letter, messageId })).map(({ thing }) => thing);
};
/** A text column cannot hold the character zero, and a damaged file may. The bytes themselves are kept as they came. */
export const asJson = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');
export const saveLetter = (db: Db, letter: KeptLetter): Promise<number> =>
  db.run(save, {
    ...letter,
    shown: letter.shown && asJson(letter.shown),
    faults: asJson(letter.faults),
    remarks: asJson(letter.remarks),
    thing: JSON.stringify(letter.thing),
  });

const postedOf = ({ thing, fromHer, toHer, ...row }: PostedRow): PostedLetter => ({
  ...row,
  letter: thing,
  from: fromHer,
  to: toHer,
});
/** `bytes` only the first time. */
export const savePosted = (
  db: Db,
  { letter, from, to, answers, status }: PostedLetter,
  bytes?: Uint8Array,
): Promise<number> =>
  db.run(putPosted, {
    id: letter.id,
    messageId: letter.messageId,
    type: letter.type,
    fromHer: from,
    toHer: to,
    bytes: bytes ? Buffer.from(bytes) : null,
    generated: letter.generated,
    answers,
    status,
    state: letter.state,
    answerBy: 'answerBy' in letter ? letter.answerBy : null,
    thing: JSON.stringify(letter),
  });
export const postToSend = async (db: Db, most = 50): Promise<(PostedLetter & { bytes: Uint8Array })[]> =>
  (await db.rows(toSend, { most })).map((row) => ({ ...postedOf(row), bytes: row.bytes }));
export const postedWithNumber = async (db: Db, messageId: string): Promise<PostedLetter[]> =>
  (await db.rows(postedByNumber, { messageId })).map(postedOf);
export const overduePost = async (db: Db, now: Moment): Promise<PostedLetter[]> =>
  (await db.rows(overdueNow, { now })).map(postedOf);
export const receiptsOf = async (db: Db, letters: readonly IncomingId[]): Promise<PostedLetter[]> =>
  letters.length === 0 ? [] : (await db.rows(answersTo, { letters })).map(postedOf);

const referenceOf = statement<{ id: IncomingId; carrier: string }, { reference: string }>(
  'letter: reference at carrier',
  'select reference from incoming_letter where clinic = :clinic and id = :id and carrier = :carrier',
);
/** The carrier's own number of a letter that it brought. */
export const letterReference = async (db: Db, id: IncomingId, carrier: string): Promise<string | undefined> =>
  (await db.row(referenceOf, { id, carrier }))?.reference;
