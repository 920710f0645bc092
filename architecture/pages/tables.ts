/** The page of tables: what the database holds, as the dated steps have made it. */

import type pg from 'pg';
import { readTree } from '../tree.ts';
import { by, code, page, placeOf, table } from './markdown.ts';

type Column = { tab: string; name: string; type: string; required: boolean; standard: string | null };
type Rule = { tab: string; kind: string; words: string };

const columnsSql = `
  select c.relname as tab, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as standard
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;
const rulesSql = `
  select c.relname as tab, r.contype::text as kind, pg_get_constraintdef(r.oid) as words
  from pg_constraint r join pg_class c on c.oid = r.conrelid
  where r.connamespace = 'public'::regnamespace and r.contype <> 'n'
  union all
  select c.relname, 'i', pg_get_indexdef(i.indexrelid)
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and i.indisunique and not exists (select 1 from pg_constraint r where r.conindid = i.indexrelid)`;

/** The same on every server: nothing here depends on the order of making. */
export async function tablesPage(client: pg.Client): Promise<string> {
  const columns = (await client.query<Column>(columnsSql)).rows;
  const rules = (await client.query<Rule>(rulesSql)).rows;
  const steps = readTree().filter(({ path }) => path.endsWith('.sql'));
  const names = [...new Set(columns.map(({ tab }) => tab))];
  const made = names
    .map((name) => ({ name, ...makerOf(name, steps) }))
    .toSorted(by(({ path, name }) => `${path} ${name}`));
  return page(
    '# Tables',
    `${names.length} tables. Every key begins with the clinic, and every table but \`table_step\` has the wall of the clinic (row-level security).`,
    ...made.map(({ name, path, comment }) =>
      [
        `## ${name}`,
        `${comment}${comment ? ' ' : ''}${path ? code(placeOf(path)) : 'Made by the runner of the steps.'}`,
        columnTable(columns.filter(({ tab }) => tab === name)),
        ruleList(rules.filter(({ tab }) => tab === name)),
      ].join('\n\n'),
    ),
  );
}

const columnTable = (columns: readonly Column[]): string =>
  table(
    ['column', 'type', 'must be there', 'otherwise'],
    columns.map(({ name, type, required, standard }) => [name, type, required ? 'yes' : '', standard ?? '']),
  );

const kinds: Readonly<Record<string, string>> = {
  p: 'key',
  u: 'unique',
  f: 'refers',
  c: 'check',
  x: 'excludes',
  i: 'unique',
  t: 'trigger',
};
function ruleList(rules: readonly Rule[]): string {
  const words = rules.map(
    ({ kind, words: said }) =>
      `- ${kinds[kind] ?? kind}: ${code(said.replace(/^CREATE UNIQUE INDEX \w+ ON public\./, ''))}`,
  );
  return words.toSorted(by((line) => line)).join('\n');
}

/** The step that made the table, and the remark that stands above it there. */
function makerOf(name: string, steps: readonly { path: string; text: string }[]): { path: string; comment: string } {
  for (const { path, text } of steps) {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => new RegExp(`^create table (if not exists )?${name}\\b`).test(line));
    if (at < 0) continue;
    let from = at;
    while (from > 0 && lines[from - 1]?.startsWith('--')) from--;
    return {
      path,
      comment: lines
        .slice(from, at)
        .map((line) => line.replace(/^--\s*/, ''))
        .join(' '),
    };
  }
  return { path: '', comment: '' };
}
