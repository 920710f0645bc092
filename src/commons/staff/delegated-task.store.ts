/** Delegated tasks as the table holds them. */

import type { Act, DutyId } from '#duties';
import type { Id, PersonId } from '#kernel/ids';
import type { Moment } from '#kernel/time';
import { type Db, statement } from '#platform/server';
import type { DelegatedTask, DelegatedTaskId, Handing } from './delegated-task.ts';
import type { DelegationId } from './delegation.ts';

export type StoredTask = DelegatedTask & { readonly subject?: Id<string> };

type TaskRow = {
  readonly id: DelegatedTaskId;
  readonly duty: DutyId;
  readonly act: Act;
  readonly delegator: PersonId;
  readonly holder: PersonId;
  readonly state: DelegatedTask['state'];
  readonly under: DelegationId | null;
  readonly chain: readonly Handing[];
  readonly doneBy: PersonId | null;
  readonly doneAt: Moment | null;
  /** The order or whatever asks for it, where there is one. */
  readonly subject: Id<string> | null;
};

const columns =
  't.id, t.duty, t.act, t.delegator, t.holder, t.state, t.under, t.chain, t.done_by as "doneBy", t.done_at as "doneAt", t.subject';
const toChange = statement<{ id: DelegatedTaskId }, TaskRow>(
  'delegated task: to change',
  `select ${columns} from delegated_task t where t.clinic = :clinic and t.id = :id for no key update`,
);
const open = statement<object, TaskRow>(
  'delegated task: open',
  `select ${columns} from delegated_task t where t.clinic = :clinic and t.state <> 'done' order by t.id limit 500`,
);
const held = statement<object, TaskRow>(
  'delegated task: held',
  `select ${columns} from delegated_task t where t.clinic = :clinic and t.state = 'held' order by t.id for no key update`,
);
type Saved = Omit<TaskRow, 'chain'> & { readonly chain: string };
const add = statement<Saved>(
  'delegated task: add',
  `insert into delegated_task (clinic, id, duty, act, delegator, holder, state, under, chain, subject)
   values (:clinic, :id, :duty, :act, :delegator, :holder, :state, :under, :chain::jsonb, :subject)`,
);
const save = statement<Saved>(
  'delegated task: save',
  `update delegated_task set holder = :holder, state = :state, under = :under, chain = :chain::jsonb, done_by = :doneBy, done_at = :doneAt
   where clinic = :clinic and id = :id`,
);

function taskOf({ state, under, doneBy, doneAt, subject, ...row }: TaskRow): StoredTask {
  const known = { ...row, ...(subject ? { subject } : {}) };
  if (state === 'held' && under) return { ...known, state, under };
  if (state === 'done') return { ...known, state, doneBy: doneBy ?? row.holder, doneAt: doneAt ?? ('' as Moment) };
  return { ...known, state: 'with the doctor' };
}

function savedOf(task: StoredTask): Saved {
  const { id, duty, act, delegator, holder, state } = task;
  return {
    ...{ id, duty, act, delegator, holder, state },
    under: task.state === 'held' ? task.under : null,
    chain: JSON.stringify(task.chain),
    doneBy: task.state === 'done' ? task.doneBy : null,
    doneAt: task.state === 'done' ? task.doneAt : null,
    subject: task.subject ?? null,
  };
}

export async function taskToChange(db: Db, id: DelegatedTaskId): Promise<StoredTask | undefined> {
  const row = await db.row(toChange, { id });
  return row && taskOf(row);
}
export const openTasks = async (db: Db): Promise<StoredTask[]> => (await db.rows(open, {})).map(taskOf);
/** In someone's hands; locked, for whoever looks whether they still may be. */
export const heldTasks = async (db: Db): Promise<StoredTask[]> => (await db.rows(held, {})).map(taskOf);
export const addTask = (db: Db, task: StoredTask): Promise<number> => db.run(add, savedOf(task));
export const saveTask = (db: Db, task: StoredTask): Promise<number> => db.run(save, savedOf(task));
