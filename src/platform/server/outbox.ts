/** What follows an act in its own transaction, in one statement: its line, its events, their jobs, its answer. */

import type { PersonId } from '#kernel/ids';
import { newId } from '#kernel/ids';
import type { Result } from '#kernel/result';
import type { AccessLine } from './access-log.ts';
import type { Fact } from './call.ts';
import type { Db } from './database.ts';
import { isPaper } from './paper.ts';
import { statement } from './statement.ts';

/** The channel on which every server process hears what was committed. */
export const channel = 'dagsverk';

type Closing = AccessLine & { events: string; jobs: string; command: string | null; answer: string | null };

/** The events with their jobs, and the word to every listening process when it is committed. */
const eventsAndJobs = `
  happened as (
    insert into event (clinic, at, name, facts, person)
    select :clinic, :at::timestamptz, e.name, e.facts, :person::uuid from jsonb_to_recordset(:events::jsonb) as e(name text, facts jsonb)
    returning number, name, facts
  ), todo as (
    insert into job (clinic, id, reaction, event, facts, person, run_at)
    select :clinic, j.id, j.reaction, j.event, j.facts, :person::uuid, :at::timestamptz
    from jsonb_to_recordset(:jobs::text::jsonb) as j(id uuid, reaction text, event text, facts jsonb)
  )`;
/** A notification holds 8 kB; facts that are longer are read from the trail by whoever hears. */
const sayIt = `
  select pg_notify('${channel}', (jsonb_build_object('clinic', :clinic::integer, 'number', number, 'at', :at::text, 'name', name,
    'from', pg_snapshot_xmin(pg_current_snapshot())::text, 'hasJobs', :jobs::text <> '[]')
    || case when octet_length(facts::text) < 6000 then jsonb_build_object('facts', facts) else '{}' end)::text) from happened`;

const closeStatement = statement<Closing>(
  'act: close',
  `with line as (
    insert into access_line (clinic, at, kind, call, duty, person, session, patient, seen, allowed, ground, why)
    values (:clinic, :at::timestamptz, :kind, :call, :duty, :person::uuid, :session, :patient, :seen, :allowed, :ground, :why)
  ), given as (
    insert into command_answer (clinic, command, person, at, answer)
    select :clinic, :command::uuid, :person::uuid, :at::timestamptz, :answer::jsonb where :command::uuid is not null
  ), ${eventsAndJobs} ${sayIt}`,
);

const eventsOnly = statement<{ at: string; person: string | null; events: string; jobs: string }>(
  'reaction: close',
  `with ${eventsAndJobs} ${sayIt}`,
);

export type ActEnd = {
  readonly line: AccessLine;
  readonly events: readonly Fact[];
  readonly reactionsOn: (event: string) => readonly string[];
  readonly command: string | undefined;
  readonly answer: Result<unknown>;
};

export async function closeAct(db: Db, end: ActEnd): Promise<void> {
  await db.run(closeStatement, {
    ...end.line,
    events: JSON.stringify(end.events),
    jobs: jobsFor(end.events, end.reactionsOn),
    command: end.command ?? null,
    answer: end.command === undefined ? null : JSON.stringify(end.answer, asText),
  });
}

/** What a reaction told, in the reaction's own transaction. */
export async function closeReaction(
  db: Db,
  end: {
    at: string;
    person: PersonId | null;
    events: readonly Fact[];
    reactionsOn: (event: string) => readonly string[];
  },
): Promise<void> {
  if (end.events.length === 0) return;
  await db.run(eventsOnly, {
    at: end.at,
    person: end.person,
    events: JSON.stringify(end.events),
    jobs: jobsFor(end.events, end.reactionsOn),
  });
}

function jobsFor(events: readonly Fact[], reactionsOn: (event: string) => readonly string[]): string {
  return JSON.stringify(
    events.flatMap(({ name, facts }) =>
      reactionsOn(name).map((reaction) => ({ id: newId(), reaction, event: name, facts })),
    ),
  );
}

const findAnswer = statement<{ command: string; person: PersonId }, { answer: Result<unknown> }>(
  'command: saved answer',
  'select answer from command_answer where clinic = :clinic and command = :command and person = :person',
);

/** What was answered the first time, if the same person sends the same command again. */
export async function savedAnswer(db: Db, command: string, person: PersonId): Promise<Result<unknown> | undefined> {
  const answer = (await db.row(findAnswer, { command, person }))?.answer;
  if (!answer?.ok || !isPaper(answer.value)) return answer;
  const { bytes } = answer.value as unknown as { bytes: string };
  return { ok: true, value: { ...answer.value, bytes: Buffer.from(bytes, 'base64') } };
}

/** Paper is kept as base64. */
function asText(this: unknown, key: string, value: unknown): unknown {
  if (key !== 'bytes' || !isPaper(this)) return value;
  return Buffer.from(this.bytes).toString('base64');
}

/** A fact outside the gate (sign-in, start-up): stored and said like every other. */
export async function announce(db: Db, at: string, name: string, facts: Fact['facts']): Promise<void> {
  await db.run(eventsOnly, { at, person: null, events: JSON.stringify([{ name, facts }]), jobs: '[]' });
}
