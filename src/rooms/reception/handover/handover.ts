/** The hand-over at the end of the day (overlevering): what is promised, waiting, unpaid and unsigned, owner by owner. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import type { Moment } from '#kernel/time';
import type { Haste, LoopKind, Open, Owner } from '#loops';
import type { PatientId } from '#patients';

export const handoverKinds = ['promised', 'waiting', 'running', 'unsigned', 'unpaid'] as const;
/** `running` is what goes on by itself over the evening: a culture, a monitor, an unsent consignment. */
export type HandoverKind = (typeof handoverKinds)[number];

export type HandoverItem = {
  readonly kind: HandoverKind;
  readonly id: string;
  /** In the words of the room it comes from. */
  readonly what: string;
  readonly patient: PatientId | null;
  readonly owner: Owner | null;
  readonly since: Moment;
  readonly due: Moment | null;
  readonly haste: Haste;
};

/** Which loops are promises, which wait for a name, and which wait for somebody else. */
const kindOfLoop: Readonly<Record<LoopKind, HandoverKind>> = {
  'promised call': 'promised',
  'form promised': 'promised',
  'other promise': 'promised',
  'result to tell': 'promised',
  'message to answer': 'promised',
  'entry to sign': 'unsigned',
  'entry to countersign': 'unsigned',
  'result to review': 'unsigned',
  'order to perform': 'waiting',
  'specimen sent': 'waiting',
  'referral sent': 'waiting',
  recall: 'waiting',
  'message sent': 'waiting',
  'interpreter booked': 'waiting',
  'transport booked': 'waiting',
  'document to place': 'waiting',
  'control due': 'waiting',
  'device to repair': 'waiting',
};

/** An open loop as a line of the hand-over; `what` is its sentence. */
export function itemOfLoop(loop: Open, what: string): HandoverItem {
  const { id, owner, haste, openedAt: since, expectedBy: due } = loop;
  return { kind: kindOfLoop[loop.kind], id, what, patient: loop.patient ?? null, owner, since, due, haste };
}

/** What the owner is to know first: late, then by when it is due, then haste, then age. */
export function itemOrder(one: HandoverItem, other: HandoverItem): number {
  return (
    (one.due ?? '9').localeCompare(other.due ?? '9') ||
    one.haste - other.haste ||
    one.since.localeCompare(other.since) ||
    one.id.localeCompare(other.id)
  );
}

export type HandoverSection = {
  readonly owner: Owner;
  readonly items: readonly HandoverItem[];
  readonly late: number;
  readonly counts: Readonly<Record<HandoverKind, number>>;
};

export type HandoverView = {
  readonly at: Moment;
  readonly sections: readonly HandoverSection[];
  /** Nobody has these; the day is not handed over before somebody does. */
  readonly ownerless: readonly HandoverItem[];
  /** Due before the clinic opens again: done now, moved with the patient's word, or given to the out-of-hours service. */
  readonly dueBeforeOpening: readonly HandoverItem[];
  readonly counts: Readonly<Record<HandoverKind, number>>;
  readonly all: number;
};

function countKinds(items: readonly HandoverItem[]): Record<HandoverKind, number> {
  const counts: Record<HandoverKind, number> = { promised: 0, waiting: 0, running: 0, unsigned: 0, unpaid: 0 };
  for (const item of items) counts[item.kind]++;
  return counts;
}

const keyOf = (owner: Owner): string => (owner.kind === 'person' ? `1 ${owner.person}` : `0 ${owner.station}`);

/** Lays the lists together, owner by owner; whoever has something late comes first, then stations, then people. */
export function composeHandover(
  lists: readonly (readonly HandoverItem[])[],
  now: Moment,
  opensAgainAt: Moment,
): HandoverView {
  const unique = new Map(lists.flat().map((item) => [`${item.kind} ${item.id}`, item]));
  const items = [...unique.values()].sort(itemOrder);
  const byOwner = new Map<string, { owner: Owner; items: HandoverItem[] }>();
  for (const item of items) {
    if (item.owner === null) continue;
    const section = byOwner.get(keyOf(item.owner)) ?? { owner: item.owner, items: [] };
    section.items.push(item);
    byOwner.set(keyOf(item.owner), section);
  }
  const isLate = (item: HandoverItem) => item.due !== null && item.due < now;
  const sections = [...byOwner.values()].map(({ owner, items: own }) => {
    return { owner, items: own, late: own.filter(isLate).length, counts: countKinds(own) };
  });
  sections.sort((one, other) => other.late - one.late || keyOf(one.owner).localeCompare(keyOf(other.owner)));
  return {
    at: now,
    sections,
    ownerless: items.filter((item) => item.owner === null),
    dueBeforeOpening: items.filter((item) => item.due !== null && item.due < opensAgainAt),
    counts: countKinds(items),
    all: items.length,
  };
}

export type HandoverId = Id<'Handover'>;
type Known = { readonly id: HandoverId; readonly givenAt: Moment; readonly givenBy: PersonId; readonly all: number };
/** `because` is what was decided about the things that are due before the clinic opens. */
export type Given = Known & {
  readonly state: 'given';
  readonly dueBeforeOpening: number;
  readonly because: string | null;
};
export type Taken = Omit<Given, 'state'> & {
  readonly state: 'taken';
  readonly takenAt: Moment;
  readonly takenBy: PersonId;
};
export type Handover = Given | Taken;

/** What may follow what. */
export const handoverNext = {
  given: ['taken'],
  taken: [],
} as const satisfies Record<Handover['state'], readonly Handover['state'][]>;

/** The day is given on: nothing without an owner, and what is due before opening only with a word of what was decided. */
export function give(
  id: HandoverId,
  view: HandoverView,
  because: string | null,
  by: PersonId,
): Result<Given, 'something has no owner' | 'due before opening needs a decision'> {
  if (view.ownerless.length > 0) return refuse('something has no owner', { items: view.ownerless.length });
  const dueBeforeOpening = view.dueBeforeOpening.length;
  if (dueBeforeOpening > 0 && !because?.trim()) {
    return refuse('due before opening needs a decision', { items: dueBeforeOpening });
  }
  const reason = dueBeforeOpening > 0 ? because : null;
  return ok({ id, state: 'given', givenAt: view.at, givenBy: by, all: view.all, dueBeforeOpening, because: reason });
}

/** Somebody else has read it, in the evening or next morning. */
export function takeOver(
  handover: Handover,
  by: PersonId,
  now: Moment,
): Result<Taken, 'already taken' | 'somebody else must take it'> {
  if (handover.state === 'taken') return refuse('already taken', { at: handover.takenAt });
  if (handover.givenBy === by) return refuse('somebody else must take it');
  return ok({ ...handover, state: 'taken', takenAt: now, takenBy: by });
}
