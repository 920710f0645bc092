/** Which tables there are, and how each is copied so that it means the same in another database. */

import pg from 'pg';
import type { Numbering } from './backup-record.ts';

export type Table = { readonly name: string; readonly columns: readonly string[]; readonly isOfClinic: boolean };

const quoted = pg.escapeIdentifier;

/** How rows are written as text must not hang on a server's own settings. */
export const plainText = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`;

/** Every table of the house but the list of steps, which is copied by its own way. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { transactionNumbers: boolean }>(`
    select c.relname as name,
      array_agg(a.attname::text order by a.attnum) as columns,
      bool_or(a.attname = 'clinic') as "isOfClinic",
      bool_or(a.atttypid = 'xid8'::regtype) as "transactionNumbers"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'table_step'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname collate "C"`);
  for (const { name, transactionNumbers } of rows)
    if (transactionNumbers && !(name in ordered))
      throw new Error(`how is ${name} copied with its transaction numbers?`);
  return rows.map(({ name, columns, isOfClinic }) => ({ name, columns, isOfClinic }));
}

/**
 * A transaction number means nothing in another database, but the access log is sealed in the order of these numbers.
 * So they leave as 1 (a line at or before the last seal), 2 (a seal) and 3 (a line after it): lower than any to come.
 * An event leaves as 1: it was heard before the backup, and no screen asks for it again.
 */
const ordered: Readonly<Record<string, { readonly from: string; readonly tx: string }>> = {
  access_line: {
    from: `access_line t left join (select distinct on (clinic) clinic, tx, line from access_seal order by clinic, place desc) s
      on s.clinic = t.clinic`,
    tx: `case when (t.tx, t.number) <= (s.tx, s.line) then '1' else '3' end`,
  },
  access_seal: { from: 'access_seal t', tx: `'2'` },
  event: { from: 'event t', tx: `'1'` },
};

/** The statement that copies a table out: of all clinics, or of one. */
export function copyOutOf(table: Table, columns: readonly string[], clinic: number | null): string {
  const special = ordered[table.name];
  const list = columns.map((column) => (special && column === 'tx' ? special.tx : `t.${quoted(column)}`));
  const own = clinic !== null && table.isOfClinic ? ` where t.clinic = ${clinic}` : '';
  return `copy (select ${list.join(', ')} from ${special?.from ?? `${quoted(table.name)} t`}${own}) to stdout`;
}

export function copyInto(table: string, columns: readonly string[]): string {
  return `copy ${quoted(table)} (${columns.map((column) => quoted(column)).join(', ')}) from stdin`;
}

/** Where each numbering stands; one that was never used is left out. */
export async function readNumberings(client: pg.ClientBase): Promise<Numbering[]> {
  const { rows } = await client.query<Numbering>(
    `select sequencename as sequence, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename collate "C"`,
  );
  return rows;
}
