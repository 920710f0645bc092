/** Restrictions (sperre): an address that must not be found, and parts of the record that the patient has closed. */

import type { Id, PersonId } from '#kernel/ids';
import { ok, type Result, refuse } from '#kernel/result';
import { addMinutes, dayOf, type IsoDate, type Moment } from '#kernel/time';
import { validOn } from '#kernel/validity';
import {
  type Audience,
  addressBlocks,
  blockOpenHours,
  type PlaceField,
  type PostWay,
  postWays,
  type Show,
} from './address-block.table.ts';
import type { AddressBlock, Contact, PatientId } from './patient.ts';

/** May the field be seen there? Without a block everything may; where no rule holds on the day nothing may. */
export function showsPlace(field: PlaceField, block: AddressBlock | null, audience: Audience, day: IsoDate): Show {
  if (block === null) return 'show';
  return validOn(addressBlocks, day)?.value[block][audience][field] ?? 'hide';
}

/** How to reach the patient, with everything taken out that this audience must not have. */
export function contactFor(
  contact: Contact,
  block: AddressBlock | null,
  audience: Audience,
  day: IsoDate,
  hasReason = false,
): Contact {
  const may = (field: PlaceField) => {
    const shown = showsPlace(field, block, audience, day);
    return shown === 'show' || (shown === 'reason' && hasReason);
  };
  const isAddressSeen = may('address');
  return {
    phone: may('phone') ? contact.phone : null,
    email: may('email') ? contact.email : null,
    address: isAddressSeen ? contact.address : null,
    postcode: isAddressSeen ? contact.postcode : null,
    place: isAddressSeen ? contact.place : null,
  };
}

/** How a letter reaches the patient; an unknown day sends nothing by itself. */
export function postWayOf(block: AddressBlock | null, day: IsoDate): PostWay {
  if (block === null) return 'by post';
  return validOn(postWays, day)?.value[block] ?? 'through the authorities';
}

export type RecordBlockId = Id<'RecordBlock'>;
/** A part of the record: the kind of thing and its number, never its content. */
export type RecordPart = { readonly thing: string; readonly id: string };
export type BlockScope =
  | { readonly kind: 'whole record' }
  | { readonly kind: 'parts'; readonly parts: readonly RecordPart[] };
/** Whom it shuts out: everyone but those who treat, or just the named (a neighbour, a relative who works here). */
export type BlockedPeople =
  | { readonly kind: 'everyone but'; readonly people: readonly PersonId[] }
  | { readonly kind: 'these'; readonly people: readonly PersonId[] };

type Known = {
  readonly id: RecordBlockId;
  readonly patient: PatientId;
  readonly scope: BlockScope;
  readonly against: BlockedPeople;
  readonly askedBy: 'patient' | 'parent' | 'guardian';
  readonly decidedBy: PersonId;
  readonly from: Moment;
};
export type BlockInForce = Known & { readonly state: 'in force' };
export type LiftedBlock = Known & {
  readonly state: 'lifted';
  readonly liftedAt: Moment;
  readonly liftedBy: PersonId;
  readonly reason: string;
};
export type RecordBlock = BlockInForce | LiftedBlock;

/** What may follow what; a block that is wanted again is a new one. */
export const recordBlockNext = { 'in force': ['lifted'], lifted: [] } as const satisfies Record<
  RecordBlock['state'],
  readonly RecordBlock['state'][]
>;

/** A look behind the block, by one person, for a time, with a ground; it is always controlled afterwards. */
export type Opening = {
  readonly block: RecordBlockId;
  readonly person: PersonId;
  readonly ground: OpeningGround;
  readonly reason: string;
  readonly openedAt: Moment;
  readonly until: Moment;
};
export const openingGrounds = ['patient agrees', 'emergency', 'law'] as const;
export type OpeningGround = (typeof openingGrounds)[number];

export type RestrictionRefusal =
  | 'nothing to block'
  | 'nobody shut out'
  | 'nobody left to treat'
  | 'already lifted'
  | 'reason missing'
  | 'not shut out'
  | 'blocked by the patient';

/** The patient closes the record or parts of it (pbrl § 5-3, hpl §§ 25 and 45). */
export function blockRecord(
  wanted: Omit<Known, 'from'>,
  now: Moment,
): Result<BlockInForce, 'nothing to block' | 'nobody shut out' | 'nobody left to treat'> {
  if (wanted.scope.kind === 'parts' && wanted.scope.parts.length === 0) return refuse('nothing to block');
  const { kind, people } = wanted.against;
  if (people.length === 0) return refuse(kind === 'these' ? 'nobody shut out' : 'nobody left to treat');
  return ok({ ...wanted, state: 'in force', from: now });
}

export function liftBlock(
  block: RecordBlock,
  by: PersonId,
  reason: string,
  now: Moment,
): Result<LiftedBlock, 'already lifted' | 'reason missing'> {
  if (block.state === 'lifted') return refuse('already lifted', { at: block.liftedAt });
  if (reason.trim().length < 3) return refuse('reason missing');
  return ok({ ...block, state: 'lifted', liftedAt: now, liftedBy: by, reason: reason.trim() });
}

/** Does the block shut this person out of this part now? Without a part it is asked of the record as a whole. */
export function shutsOut(block: RecordBlock, person: PersonId, part: RecordPart | undefined, now: Moment): boolean {
  if (block.from > now || (block.state === 'lifted' && block.liftedAt <= now)) return false;
  if (block.scope.kind === 'parts') {
    if (!part) return false;
    if (!block.scope.parts.some(({ thing, id }) => thing === part.thing && id === part.id)) return false;
  }
  const isNamed = block.against.people.includes(person);
  return block.against.kind === 'these' ? isNamed : !isNamed;
}

export type MayRead =
  | { readonly may: true; readonly through?: Opening }
  | { readonly may: false; readonly block: RecordBlockId };

/** May the person read this part of the patient's record now? Every block that shuts her out must have been opened by her. */
export function mayRead(
  blocks: readonly RecordBlock[],
  openings: readonly Opening[],
  ask: { readonly patient: PatientId; readonly person: PersonId; readonly part?: RecordPart; readonly now: Moment },
): MayRead {
  let through: Opening | undefined;
  for (const block of blocks) {
    if (block.patient !== ask.patient || !shutsOut(block, ask.person, ask.part, ask.now)) continue;
    const opening = openings.find((one) => one.block === block.id && isOpen(one, ask.person, ask.now));
    if (!opening) return { may: false, block: block.id };
    through = opening;
  }
  return through ? { may: true, through } : { may: true };
}

function isOpen(opening: Opening, person: PersonId, now: Moment): boolean {
  return opening.person === person && opening.openedAt <= now && now < opening.until;
}

/** Opens a block for oneself, with a ground and a reason, for some hours; in an emergency nothing more is asked. */
export function openBlock(
  block: RecordBlock,
  person: PersonId,
  ground: OpeningGround,
  reason: string,
  now: Moment,
): Result<Opening, 'already lifted' | 'not shut out' | 'reason missing'> {
  if (block.state === 'lifted' && block.liftedAt <= now) return refuse('already lifted', { at: block.liftedAt });
  const isNamed = block.against.people.includes(person);
  if (block.against.kind === 'these' ? !isNamed : isNamed) return refuse('not shut out');
  if (ground !== 'emergency' && reason.trim().length < 3) return refuse('reason missing');
  const hours = validOn(blockOpenHours, dayOf(now))?.value;
  const open = { emergency: hours?.emergency, 'patient agrees': hours?.consent, law: hours?.law }[ground] ?? 1;
  return ok({
    block: block.id,
    person,
    ground,
    reason: reason.trim(),
    openedAt: now,
    until: addMinutes(now, open * 60),
  });
}
