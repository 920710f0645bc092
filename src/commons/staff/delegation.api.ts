/** Commands and queries of delegation (helsepersonelloven § 5): offered by a doctor, answered by the person, withdrawn at once. */

import { z } from 'zod';
import { adaptedDuty, dutyOf } from '#duties';
import { allAdaptations } from '#duties/server';
import { fact } from '#events';
import { newId, type PersonId } from '#kernel/ids';
import { idInput, optionalLine } from '#kernel/inputs';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { dayOf } from '#kernel/time';
import { command, type Doing, query } from '#platform/server';
import { isCurrent } from './current-delegation.ts';
import {
  addDelegation,
  allDelegations,
  delegationsTo,
  delegationToChange,
  saveDelegation,
} from './delegation.store.ts';
import {
  accept,
  afterClock,
  type Delegation,
  type DelegationId,
  decline,
  giveBack,
  offer,
  offerInput,
  withdraw,
} from './delegation.ts';
import { addNeed } from './learning-need.store.ts';
import { abstain, type LearningNeedId } from './learning-need.ts';
import { allPersons, personById, personToChange } from './person.store.ts';
import { fullName } from './person.ts';

const delegationId = idInput<DelegationId>();
const colleagues = { duty: 'general.internal-control' };
const words = optionalLine(400);

/** Every delegation of the clinic, the newest first, with the names and whether each holds now. */
export const delegations = query({
  name: 'delegations',
  who: colleagues,
  takes: z.object({}),
  async does({ db, me, now }) {
    const people = await allPersons(db);
    const nameOf = new Map(people.map((person) => [person.id, fullName(person)]));
    const all = (await allDelegations(db)).map((one) => afterClock(one, now));
    return ok(
      all.map((one) => {
        const held = isCurrent(one, people, now);
        return {
          delegation: one,
          delegatorName: nameOf.get(one.delegator) ?? '',
          delegateName: nameOf.get(one.delegate) ?? '',
          isMine: one.delegate === me.person,
          isFromMe: one.delegator === me.person,
          notHeld: held.ok ? null : { why: held.why, facts: held.facts ?? {} },
        };
      }),
    );
  },
});

export const offerDelegation = command({
  name: 'offerDelegation',
  who: { roles: ['doctor'] },
  takes: offerInput.extend({ delegate: idInput<PersonId>() }),
  async does({ input, db, me, now, tell }) {
    const doctor = await personById(db, me.person);
    const delegate = await personToChange(db, input.delegate);
    if (!doctor || !delegate) return refuse('not found');
    const duty = adaptedDuty(dutyOf(input.duty), await allAdaptations(db), dayOf(now));
    const heldByDoctor = await delegationsTo(db, me.person);
    const offering = { id: newId<DelegationId>(), wish: input, doctor, delegate, duty, heldByDoctor };
    const offered = offer(offering, now);
    if (!offered.ok) return offered;
    await addDelegation(db, offered.value);
    tell(fact('DelegationChanged', { delegation: offered.value.id, delegate: delegate.id }));
    return ok({ id: offered.value.id });
  },
});

/** A delegation changes by a decision: read under lock, judged by the thing, stored, told. */
async function change<Why extends string>(
  { db, tell }: Doing<unknown>,
  id: DelegationId,
  decide: (delegation: Delegation) => Result<Delegation, Why>,
): Promise<Result<undefined, Why | 'not found'>> {
  const delegation = await delegationToChange(db, id);
  if (!delegation) return refuse('not found');
  const decided = decide(delegation);
  if (!decided.ok) return decided as Refused<Why>;
  await saveDelegation(db, decided.value);
  tell(fact('DelegationChanged', { delegation: id, delegate: delegation.delegate }));
  return ok();
}

/** «Yes, I take this»: by the person herself and nobody for her. */
export const acceptDelegation = command({
  name: 'acceptDelegation',
  who: { duty: 'general.know-own-competence' },
  takes: z.object({ delegation: delegationId }),
  does: (doing) => change(doing, doing.input.delegation, (one) => accept(one, doing.me.person, doing.now)),
});

/** «No, thank you»: no reason is asked. */
export const declineDelegation = command({
  name: 'declineDelegation',
  who: { duty: 'general.abstain' },
  takes: z.object({ delegation: delegationId }),
  does: (doing) => change(doing, doing.input.delegation, (one) => decline(one, doing.me.person, doing.now)),
});

/** At once, by any responsible doctor or the head. */
export const withdrawDelegation = command({
  name: 'withdrawDelegation',
  who: { roles: ['doctor', 'head'] },
  takes: z.object({ delegation: delegationId, words }),
  async does(doing) {
    const by = await personById(doing.db, doing.me.person);
    if (!by) return refuse('not found');
    return change(doing, doing.input.delegation, (one) => withdraw(one, by, doing.now, doing.input.words ?? undefined));
  },
});

/** «I am not competent for this»: the delegation is the doctor's again, and a learning need is noted. */
export const giveBackDelegation = command({
  name: 'giveBackDelegation',
  who: { duty: 'general.abstain' },
  takes: z.object({ delegation: delegationId, words }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const delegation = await delegationToChange(db, input.delegation);
    if (!delegation) return refuse('not found');
    const given = await change(doing, input.delegation, (one) =>
      giveBack(one, me.person, now, input.words ?? undefined),
    );
    if (!given.ok) return given;
    const need = abstain(newId<LearningNeedId>(), me.person, delegation.duty, now, input.words ?? undefined);
    await addNeed(db, need);
    tell(fact('LearningNeedChanged', { need: need.id, person: me.person }));
    return ok();
  },
});

/** What the query answers. */
export type DelegationLines = Extract<Awaited<ReturnType<(typeof delegations)['does']>>, { ok: true }>['value'];
