/** The dated table steps: each SQL file runs once, in order, and is never edited afterwards. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { clientConfig, type DatabasePlace } from './database.ts';
import { codeOf, StartFault, sentenceOf } from './failure.ts';

export type Step = { readonly name: string; readonly text: string; readonly hash: string };

/** All `tables/*.sql` below a folder, in the order of their dated names. */
export function stepsBelow(folder: string): Step[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[\\/]tables[\\/][^\\/]+\.sql$/.test(file),
  );
  const steps = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { name: basename(file, '.sql'), text, hash: createHash('sha256').update(text).digest('hex') };
  });
  steps.sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = steps.find((step, place) => steps[place + 1]?.name === step.name);
  if (twice) throw new Error(`two table steps are called ${twice.name}`);
  return steps;
}

/** Runs what has not run; several processes may try at once, one does it and the others wait. */
export async function runSteps(place: DatabasePlace, steps: readonly Step[]): Promise<number> {
  const client = new pg.Client(clientConfig(place));
  await client.connect();
  try {
    await checkServer(client);
    await client.query('select pg_advisory_lock(7001)');
    await client.query(
      'create table if not exists table_step (name text primary key, hash text not null, ran_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from table_step');
    const ran = new Map(rows.map((row) => [row.name, row.hash]));
    await makeRole(client);
    let count = 0;
    for (const step of steps) {
      const hash = ran.get(step.name);
      if (hash === undefined) {
        await runOne(client, step);
        count++;
      } else if (hash !== step.hash) {
        throw new StartFault(
          `The table step ${step.name} was changed after it ran here.`,
          'Restore the original file; a change is a new step.',
        );
      }
    }
    if (count > 0) await raiseWalls(client);
    return count;
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
  if (Number(rows[0]?.number) < 150_000) {
    throw new StartFault('This PostgreSQL is too old.', 'Version 15 or newer is needed.');
  }
}

async function makeRole(client: pg.Client): Promise<void> {
  try {
    const found = await client.query("select 1 from pg_roles where rolname = 'dagsverk_app'");
    if (found.rowCount === 0) await client.query('create role dagsverk_app nologin nobypassrls');
    await client.query('grant dagsverk_app to current_user');
  } catch (fault) {
    if (codeOf(fault) === '42710' || codeOf(fault) === '23505' || codeOf(fault) === 'XX000') return;
    throw new StartFault(
      'The database user may not make the role dagsverk_app.',
      'Let an administrator run: create role dagsverk_app nologin nobypassrls; grant dagsverk_app to <user>;',
      fault,
    );
  }
}

async function runOne(client: pg.Client, step: Step): Promise<void> {
  await client.query('begin');
  try {
    await client.query(step.text);
    await client.query('insert into table_step (name, hash) values ($1, $2)', [step.name, step.hash]);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback');
    throw new StartFault(`The table step ${step.name} failed: ${sentenceOf(fault)}`, 'Nothing of it was kept.', fault);
  }
}

/** Every table that begins with the clinic gets the clinic's wall: a connection sees and writes its own clinic only. */
async function raiseWalls(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ declare t regclass; begin
      for t in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
               where a.attname = 'clinic' and not a.attisdropped and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      loop
        execute format('alter table %s enable row level security', t);
        if not exists (select 1 from pg_policy where polrelid = t and polname = 'own clinic') then
          execute format('create policy "own clinic" on %s using (clinic = current_clinic()) with check (clinic = current_clinic())', t);
        end if;
      end loop;
    end $$;
    grant usage on schema public to dagsverk_app;
    grant select, insert, update, delete on all tables in schema public to dagsverk_app;
    grant usage on all sequences in schema public to dagsverk_app;
    revoke update, delete, truncate on access_line, access_seal, event from dagsverk_app;
    revoke all on table_step from dagsverk_app;
    grant select on table_step to dagsverk_app;
  `);
}
