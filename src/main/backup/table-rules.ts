/** What the tables ask of new rows (references, triggers) is laid aside while a backup is put back, and holds again after it. */

import type pg from 'pg';

export type LaidAside = {
  readonly references: readonly { readonly table: string; readonly name: string; readonly text: string }[];
  readonly triggers: readonly { readonly table: string; readonly name: string }[];
};

/**
 * Needs the owner of the tables and no more: references are taken away and made anew (which checks every row),
 * triggers are switched off one by one. All in the restoring transaction, so that nobody meets tables without rules.
 */
export async function layRulesAside(client: pg.ClientBase): Promise<LaidAside> {
  const { rows: references } = await client.query<LaidAside['references'][number]>(`
    select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as text
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0 order by 1, 2`);
  const { rows: triggers } = await client.query<LaidAside['triggers'][number]>(`
    select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0 and c.relnamespace = 'public'::regnamespace order by 1, 2`);
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  return { references, triggers };
}

export async function takeRulesBack(client: pg.ClientBase, { references, triggers }: LaidAside): Promise<void> {
  for (const { table, name, text } of references)
    await client.query(`alter table ${table} add constraint ${name} ${text}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
}
