/** Commands and queries of delegated tasks: into whose hands a piece of work may come, and how it comes back. */

import { z } from 'zod';
import { actSchema, dutyIdSchema } from '#duties';
import { fact } from '#events';
import { type Id, newId, type PersonId } from '#kernel/ids';
import { idInput, optionalLine } from '#kernel/inputs';
import { ok, type Refused, type Result, refuse } from '#kernel/result';
import { command, type Db, type Doing, query, type Reacting } from '#platform/server';
import { addTask, heldTasks, openTasks, type StoredTask, saveTask, taskToChange } from './delegated-task.store.ts';
import {
  type DelegatedTaskId,
  finish,
  handBack,
  lostBecause,
  openTask,
  type Register,
  reassign,
  returnByClock,
  whoMayTakeOver,
} from './delegated-task.ts';
import { allDelegations, delegationsOfAct } from './delegation.store.ts';
import { addNeed } from './learning-need.store.ts';
import type { LearningNeedId } from './learning-need.ts';
import { allPersons, personById } from './person.store.ts';
import { fullName, type Person } from './person.ts';

const taskId = idInput<DelegatedTaskId>();
const personId = idInput<PersonId>();

/** The doctor has something to be done under a delegation; it begins with the doctor. */
export const openDelegatedTask = command({
  name: 'openDelegatedTask',
  who: { roles: ['doctor'] },
  takes: z.object({
    duty: dutyIdSchema,
    act: actSchema.exclude(['look', 'prepare']).default('perform'),
    subject: idInput<Id<string>>().optional(),
  }),
  async does({ input, db, me, now, tell }) {
    const doctor = await personById(db, me.person);
    if (!doctor) return refuse('not found');
    const { subject, ...wish } = input;
    const opened = openTask(newId<DelegatedTaskId>(), wish, doctor, now);
    if (!opened.ok) return opened;
    await addTask(db, { ...opened.value, ...(subject ? { subject } : {}) });
    tell(fact('DelegatedTaskChanged', { task: opened.value.id }));
    return ok({ id: opened.value.id });
  },
});

type Hands = { readonly task: StoredTask; readonly people: readonly Person[]; readonly register: Register };

async function handsOf(db: Db, id: DelegatedTaskId): Promise<Hands | undefined> {
  const task = await taskToChange(db, id);
  if (!task) return undefined;
  const people = await allPersons(db);
  return { task, people, register: { delegations: await delegationsOfAct(db, task.duty, task.act), doctors: people } };
}

/** The task under lock with everything that bears on its hands; the decision is the thing's. */
async function change<Why extends string>(
  { db, me, tell }: Doing<unknown>,
  id: DelegatedTaskId,
  decide: (hands: Hands & { readonly by: Person }) => Result<StoredTask, Why>,
): Promise<Result<undefined, Why | 'not found'>> {
  const hands = await handsOf(db, id);
  const by = hands?.people.find((person) => person.id === me.person);
  if (!hands || !by) return refuse('not found');
  const decided = decide({ ...hands, by });
  if (!decided.ok) return decided as Refused<Why>;
  await saveTask(db, decided.value);
  tell(fact('DelegatedTaskChanged', { task: id }));
  return ok();
}

/** Into a colleague's hands who holds the act by a delegation of her own, or back to the doctor; nobody else's. */
export const handTask = command({
  name: 'handTask',
  who: { duty: 'general.no-onward-delegation' },
  takes: z.object({ task: taskId, to: personId }),
  does: (doing) =>
    change(doing, doing.input.task, ({ task, people, register, by }) => {
      const to = people.find((person) => person.id === doing.input.to);
      return to ? reassign(task, to, by, register, doing.now) : refuse('not found');
    }),
});

/** «I am not competent for this»: one key, nothing asked. */
export const handBackTask = command({
  name: 'handBackTask',
  who: { duty: 'general.abstain' },
  takes: z.object({ task: taskId, words: optionalLine(400) }),
  async does(doing) {
    const { input, db, me, now, tell } = doing;
    const need = { id: newId<LearningNeedId>(), ...(input.words ? { words: input.words } : {}) };
    const before = await taskToChange(db, input.task);
    if (!before) return refuse('not found');
    const back = handBack(before, me.person, need, now);
    if (!back.ok) return back;
    await saveTask(db, back.value.task);
    await addNeed(db, back.value.need);
    tell(fact('DelegatedTaskChanged', { task: input.task }));
    tell(fact('LearningNeedChanged', { need: need.id, person: me.person }));
    return ok();
  },
});

export const finishTask = command({
  name: 'finishTask',
  who: { duty: 'general.no-onward-delegation' },
  takes: z.object({ task: taskId }),
  does: (doing) => change(doing, doing.input.task, ({ task, register, by }) => finish(task, by, register, doing.now)),
});

/** Every open task with its holder, its chain, and the only people it can go to from here. */
export const delegatedTasks = query({
  name: 'delegatedTasks',
  who: { duty: 'general.internal-control' },
  takes: z.object({}),
  async does({ db, me, now }) {
    const people = await allPersons(db);
    const register = { delegations: await allDelegations(db), doctors: people };
    const nameOf = (id: PersonId | 'clock'): string => {
      const person = people.find((one) => one.id === id);
      return person ? fullName(person) : '';
    };
    return ok(
      (await openTasks(db)).map((task) => {
        const holder = people.find((person) => person.id === task.holder);
        const lost = holder && lostBecause(task, holder, register, now);
        return {
          task,
          holderName: nameOf(task.holder),
          delegatorName: nameOf(task.delegator),
          isMine: task.holder === me.person,
          canGoTo: whoMayTakeOver(task, people, register, now).map(({ id }) => ({ id, name: nameOf(id) })),
          lost: lost ? { why: lost.why, facts: lost.facts ?? {} } : null,
        };
      }),
    );
  },
});

/** Someone's delegation or work here changed: what is in hands that may no longer hold it goes back to the doctor. */
async function takeBackWhatIsLost({ db, now, tell }: Reacting<object>): Promise<void> {
  const held = await heldTasks(db);
  if (held.length === 0) return;
  const people = await allPersons(db);
  const register = { delegations: await allDelegations(db), doctors: people };
  for (const task of held) {
    const holder = people.find((person) => person.id === task.holder);
    if (task.state !== 'held' || !holder || !lostBecause(task, holder, register, now)) continue;
    await saveTask(db, returnByClock(task, now));
    tell(fact('DelegatedTaskChanged', { task: task.id }));
  }
}
export const tasksAfterDelegation = {
  name: 'tasks after delegation',
  on: 'DelegationChanged',
  does: takeBackWhatIsLost,
};
export const tasksAfterPerson = { name: 'tasks after person', on: 'PersonChanged', does: takeBackWhatIsLost };

/** What the query answers. */
export type DelegatedTaskLines = Extract<Awaited<ReturnType<(typeof delegatedTasks)['does']>>, { ok: true }>['value'];
