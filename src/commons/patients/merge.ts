/** A merge (sammenslåing): two registrations that are one patient become one, and can become two again. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import { isAlmostSame } from './identity.ts';
import { typedWords } from './name-search.ts';
import type { AddressBlock, NumberKind, Patient, PatientId } from './patient.ts';
import type { RecordPart } from './restriction.ts';

export type MergeId = Id<'Merge'>;

/** What the decision looks at in each registration. */
export type Registered = Pick<
  Patient,
  'id' | 'state' | 'familyName' | 'givenName' | 'birthDate' | 'sex' | 'number' | 'numberKind' | 'addressBlock' | 'cave'
>;

/** What must never be missing when the patient is met. */
export type Safeguards = Pick<Patient, 'cave' | 'addressBlock'>;

/** One thing that goes from the double to the one that stays; it keeps its own number, so that it finds its way back. */
export type Move = { readonly what: RecordPart; readonly from: PatientId; readonly to: PatientId };

type Known = {
  readonly id: MergeId;
  readonly kept: PatientId;
  readonly double: PatientId;
  readonly reason: string;
  readonly moves: readonly Move[];
  readonly mergedBy: PersonId;
  readonly mergedAt: Moment;
  /** Differences that a person has looked at and accepted. */
  readonly accepted: readonly MergeDoubt[];
  /** What the kept registration warned of before, and warns of after. */
  readonly before: Safeguards;
  readonly after: Safeguards;
};
export type DoneMerge = Known & { readonly state: 'merged' };
export type UndoneMerge = Known & {
  readonly state: 'undone';
  readonly undoneBy: PersonId;
  readonly undoneAt: Moment;
  readonly whyUndone: string;
};
export type Merge = DoneMerge | UndoneMerge;

/** What may follow what; merging once more is a new merge. */
export const mergeNext = { merged: ['undone'], undone: [] } as const satisfies Record<
  Merge['state'],
  readonly Merge['state'][]
>;

/** Differences that a person must accept one by one before two become one. */
export const mergeDoubts = [
  'another name',
  'another birth date',
  'another sex',
  'almost the same number',
  'only one has an address block',
  'CAVE differs',
] as const;
export type MergeDoubt = (typeof mergeDoubts)[number];

export type MergeRefusal =
  | 'same registration'
  | 'already merged'
  | 'two national numbers'
  | 'double has the better number'
  | 'doubts not accepted'
  | 'reason missing'
  | 'work is open'
  | 'already undone'
  | 'kept has been merged on';

/** The better known a number makes the person, the higher. */
const numberRank: Readonly<Record<NumberKind, number>> = { none: 0, hnr: 1, duf: 2, fhnr: 3, dnr: 4, fnr: 5 };
/** A person may pass from a D-number to a fødselsnummer; two of the same kind are two people until the register says otherwise. */
const national: readonly NumberKind[] = ['fnr', 'dnr'];

/** What differs between the two, for a person to look at. */
export function mergeDoubtsOf(kept: Registered, double: Registered): readonly MergeDoubt[] {
  const differs = <T>(one: T | null | 'unknown', other: T | null | 'unknown') =>
    one !== null && other !== null && one !== 'unknown' && other !== 'unknown' && one !== other;
  const name = ({ givenName, familyName }: Registered) => typedWords(givenName, familyName);
  const cave = (one: Registered) => one.cave.map(({ substance }) => substance.toLowerCase());
  const doubts: readonly (readonly [boolean, MergeDoubt])[] = [
    [!sameSet(name(kept), name(double)), 'another name'],
    [differs(kept.birthDate, double.birthDate), 'another birth date'],
    [differs(kept.sex, double.sex), 'another sex'],
    [
      kept.number !== null && double.number !== null && isAlmostSame(kept.number, double.number),
      'almost the same number',
    ],
    [(kept.addressBlock === null) !== (double.addressBlock === null), 'only one has an address block'],
    [!sameSet(cave(kept), cave(double)), 'CAVE differs'],
  ];
  return doubts.filter(([isSo]) => isSo).map(([, doubt]) => doubt);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set([...one, ...other]).size === new Set(one).size && new Set(one).size === new Set(other).size;
}

/** Warnings are never lost in a merge: every CAVE of both, and the stricter address block. */
export function togetherKnown(kept: Registered, double: Registered): Safeguards {
  const known = new Set(kept.cave.map(({ substance }) => substance.toLowerCase()));
  const more = double.cave.filter(({ substance }) => !known.has(substance.toLowerCase()));
  const strictness: readonly (AddressBlock | null)[] = [6, 7, 4, null];
  const addressBlock = strictness.find((block) => kept.addressBlock === block || double.addressBlock === block) ?? null;
  return { cave: [...kept.cave, ...more], addressBlock };
}

/** Nothing moves while somebody works on the double: an open draft, a patient in the chair. */
export type MergeWish = {
  readonly id: MergeId;
  readonly kept: Registered;
  readonly double: Registered;
  readonly belongings: readonly RecordPart[];
  readonly openWork: readonly RecordPart[];
  readonly accepted: readonly MergeDoubt[];
  readonly reason: string;
  /** The population register shows both numbers on one person (a number was changed). */
  readonly registerShowsOnePerson?: boolean;
};

/** Decides the merge: everything of the double goes to the one that is kept, which must be the one with the better number. */
export function merge(
  wish: MergeWish,
  by: PersonId,
  now: Moment,
): Result<DoneMerge, Exclude<MergeRefusal, 'already undone' | 'kept has been merged on'>> {
  const impossible = whyImpossible(wish);
  if (impossible) return refuse(impossible);
  const { kept, double, accepted } = wish;
  const doubts = mergeDoubtsOf(kept, double);
  const open = doubts.filter((doubt) => !accepted.includes(doubt));
  if (open.length > 0) return refuse('doubts not accepted', { doubts: open.join(', ') });
  return ok({
    id: wish.id,
    kept: kept.id,
    double: double.id,
    reason: wish.reason.trim(),
    moves: wish.belongings.map((what) => ({ what, from: double.id, to: kept.id })),
    mergedBy: by,
    mergedAt: now,
    accepted: doubts,
    before: { cave: kept.cave, addressBlock: kept.addressBlock },
    after: togetherKnown(kept, double),
    state: 'merged',
  });
}

type Impossible =
  | 'same registration'
  | 'already merged'
  | 'two national numbers'
  | 'double has the better number'
  | 'work is open'
  | 'reason missing';
function whyImpossible({ kept, double, openWork, reason, registerShowsOnePerson }: MergeWish): Impossible | undefined {
  if (kept.id === double.id) return 'same registration';
  if (kept.state === 'merged' || double.state === 'merged') return 'already merged';
  const isSameKind = kept.numberKind === double.numberKind && national.includes(kept.numberKind);
  if (isSameKind && kept.number !== double.number && !registerShowsOnePerson) return 'two national numbers';
  if (numberRank[double.numberKind] > numberRank[kept.numberKind]) return 'double has the better number';
  if (openWork.length > 0) return 'work is open';
  return reason.trim().length < 3 ? 'reason missing' : undefined;
}

export type Parting = {
  readonly merge: UndoneMerge;
  readonly back: readonly Move[];
  /** Came to the kept one after the merge: a person must say whose each is. */
  readonly toSort: readonly RecordPart[];
};

/** Undoes it: what moved goes back exactly as it came; what is new since then is sorted by hand. */
export function undoMerge(
  done: Merge,
  wish: {
    /** All that lies with the kept patient now. */
    readonly belongings: readonly RecordPart[];
    /** What lay there when the merge was made, besides what moved. */
    readonly before: readonly RecordPart[];
    readonly keptHasMergedOn: boolean;
    readonly reason: string;
  },
  by: PersonId,
  now: Moment,
): Result<Parting, 'already undone' | 'kept has been merged on' | 'reason missing'> {
  if (done.state === 'undone') return refuse('already undone', { at: done.undoneAt });
  if (wish.keptHasMergedOn) return refuse('kept has been merged on');
  if (wish.reason.trim().length < 3) return refuse('reason missing');
  const keyOf = ({ thing, id }: RecordPart) => `${thing}/${id}`;
  const here = new Set(wish.belongings.map(keyOf));
  const old = new Set([...wish.before, ...done.moves.map(({ what }) => what)].map(keyOf));
  return ok({
    merge: { ...done, state: 'undone', undoneBy: by, undoneAt: now, whyUndone: wish.reason.trim() },
    // What has been moved on to a third patient since then is not fetched back.
    back: done.moves
      .filter(({ what }) => here.has(keyOf(what)))
      .map(({ what, from, to }) => ({ what, from: to, to: from })),
    toSort: wish.belongings.filter((subject) => !old.has(keyOf(subject))),
  });
}
