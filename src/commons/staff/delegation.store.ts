/** Delegations as the table holds them. */

import type { Act, DutyId } from '#duties';
import type { PersonId } from '#kernel/ids';
import type { IsoDate, Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { AcceptedDelegation, Delegation, DelegationId, EndedDelegation, OfferedDelegation } from './delegation.ts';

export type DelegationRow = {
  readonly id: DelegationId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly task: string;
  readonly delegator: PersonId;
  readonly delegate: PersonId;
  readonly patients: string;
  readonly stopRules: readonly string[];
  readonly atMost: number | null;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly offeredAt: Moment;
  readonly state: Delegation['state'];
  readonly acceptedAt: Moment | null;
  readonly used: number;
  readonly how: EndedDelegation['how'] | null;
  readonly endedAt: Moment | null;
  /** Nobody: it ran out by itself. */
  readonly endedBy: PersonId | null;
  readonly words: string | null;
};

const columns = `d.id, d.duty, d.act, d.task, d.delegator, d.delegate, d.patients, d.stop_rules as "stopRules", d.at_most as "atMost",
  d.valid_from as "from", d.valid_until as "until", d.offered_at as "offeredAt", d.state, d.accepted_at as "acceptedAt", d.used, d.how,
  d.ended_at as "endedAt", d.ended_by as "endedBy", d.words`;

const toChange = statement<{ id: DelegationId }, DelegationRow>(
  'delegation: to change',
  `select ${columns} from delegation d where d.clinic = :clinic and d.id = :id for no key update`,
);
const all = statement<object, DelegationRow>(
  'delegation: all',
  `select ${columns} from delegation d where d.clinic = :clinic order by d.offered_at desc, d.id desc limit 1000`,
);
const toPerson = statement<{ person: PersonId }, DelegationRow>(
  'delegation: to person',
  `select ${columns} from delegation d where d.clinic = :clinic and d.delegate = :person order by d.offered_at desc, d.id desc`,
);
const ofAct = statement<{ duty: DutyId; act: Act }, DelegationRow>(
  'delegation: of act',
  `select ${columns} from delegation d where d.clinic = :clinic and d.duty = :duty and d.act = :act for share`,
);
const add = statement<DelegationRow>(
  'delegation: add',
  `insert into delegation (clinic, id, duty, act, task, delegator, delegate, patients, stop_rules, at_most, valid_from, valid_until, offered_at,
     state, accepted_at, used, how, ended_at, ended_by, words)
   values (:clinic, :id, :duty, :act, :task, :delegator, :delegate, :patients, :stopRules, :atMost, :from, :until, :offeredAt,
     :state, :acceptedAt, :used, :how, :endedAt, :endedBy, :words)`,
);
const save = statement<DelegationRow>(
  'delegation: save',
  `update delegation set state = :state, accepted_at = :acceptedAt, used = :used, how = :how, ended_at = :endedAt, ended_by = :endedBy,
     words = :words
   where clinic = :clinic and id = :id`,
);
const use = statement<{ id: DelegationId }>(
  'delegation: use',
  `update delegation set used = used + 1
   where clinic = :clinic and id = :id and state = 'accepted' and (at_most is null or used < at_most)`,
);

export function delegationOf(row: DelegationRow): Delegation {
  const { patients, stopRules, atMost, state, acceptedAt, used, how, endedAt, endedBy, words, ...plain } = row;
  const known = { ...plain, conditions: { patients, stopRules, ...(atMost === null ? {} : { atMost }) } };
  if (state === 'offered') return { ...known, state } satisfies OfferedDelegation;
  if (state === 'accepted')
    return { ...known, state, acceptedAt: acceptedAt ?? row.offeredAt, used } satisfies AcceptedDelegation;
  return {
    ...known,
    state,
    how: how ?? 'withdrawn',
    endedAt: endedAt ?? row.offeredAt,
    endedBy: endedBy ?? 'clock',
    used,
    ...(acceptedAt ? { acceptedAt } : {}),
    ...(words ? { words } : {}),
  } satisfies EndedDelegation;
}

function rowOf(delegation: Delegation): DelegationRow {
  const { id, duty, act, task, delegator, delegate, conditions, from, until, offeredAt, state } = delegation;
  const ended = delegation.state === 'ended' ? delegation : undefined;
  return {
    ...{ id, duty, act, task, delegator, delegate, from, until, offeredAt, state },
    patients: conditions.patients,
    stopRules: conditions.stopRules,
    atMost: conditions.atMost ?? null,
    acceptedAt: delegation.state === 'offered' ? null : (delegation.acceptedAt ?? null),
    used: delegation.state === 'offered' ? 0 : delegation.used,
    how: ended?.how ?? null,
    endedAt: ended?.endedAt ?? null,
    endedBy: ended && ended.endedBy !== 'clock' ? ended.endedBy : null,
    words: ended?.words ?? null,
  };
}

/** Held until the act is over: two answers to one offer come one after the other. */
export async function delegationToChange(db: Db, id: DelegationId): Promise<Delegation | undefined> {
  const row = await db.row(toChange, { id });
  return row && delegationOf(row);
}
export const allDelegations = async (db: Db): Promise<Delegation[]> => (await db.rows(all, {})).map(delegationOf);
export const delegationsTo = async (db: Db, person: PersonId): Promise<Delegation[]> =>
  (await db.rows(toPerson, { person })).map(delegationOf);
/** Everyone's of one act; none of them goes away while the act that asked is under way. */
export const delegationsOfAct = async (db: Db, duty: DutyId, act: Act): Promise<Delegation[]> =>
  (await db.rows(ofAct, { duty, act })).map(delegationOf);
export const addDelegation = (db: Db, delegation: Delegation): Promise<number> => db.run(add, rowOf(delegation));
export const saveDelegation = (db: Db, delegation: Delegation): Promise<number> => db.run(save, rowOf(delegation));
/** One use more; nothing when the delegation no longer stands or is used up. */
export const countDelegationUse = (db: Db, id: DelegationId): Promise<number> => db.run(use, { id });
