import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { momentOf } from '#kernel/time';
import { registerPatient } from '../src/commons/patients/patient.api.ts';
import { foundClinic } from '../src/main/clinics.ts';
import { type TestHouse, testHouse } from '../src/main/testing/test-house.ts';

/** Tables without a clinic of their own. */
const noClinic = ['table_step'];
/** Run with the owner's rights and without the wall: no person and no patient in what they answer. */
const acrossClinics = ['clinic_directory', 'clinics_with_jobs'];

let clinic: TestHouse;
let app: pg.Client;
let owner: pg.Client;
let neighbour: number;

const names = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);
const tables = (): Promise<string[]> =>
  names("select tablename as name from pg_tables where schemaname = 'public' order by 1");
const bind = (number: number | string): Promise<unknown> =>
  app.query("select set_config('dagsverk.clinic', $1, false)", [String(number)]);
const count = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query(`select count(*) as count from ${table}`)).rows[0].count);

beforeAll(async () => {
  clinic = await testHouse();
  const odd = { familyName: 'Hansen', givenName: 'Odd', birthDate: '1943-04-12', numberKind: 'none' } as const;
  await clinic.yes('kari', registerPatient, odd);
  neighbour = await foundClinic(
    clinic.house.database,
    { code: 'nabo', name: 'Nabo legesenter', address: '', phone: '', organisationNumber: '', isDemo: true },
    momentOf(Date.parse('2026-11-23T07:00:00Z')),
  );
  const address = clinic.house.database.address();
  app = new pg.Client(address);
  owner = new pg.Client({ ...inject('cluster'), database: address.database });
  await app.connect();
  await owner.connect();
});
afterAll(async () => {
  await app.end();
  await owner.end();
});

describe('every table', () => {
  test('has been made', async () => {
    expect((await tables()).length).toBeGreaterThan(10);
  });
  test('has a key that begins with the clinic', async () => {
    const without = await names(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relkind in ('r', 'p') and not exists (
        select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'clinic')`);
    expect(without).toEqual(noClinic);
  });
  test('has no other unique key that reaches across clinics', async () => {
    const across = await names(`
      select c.relname || ': ' || x.relname as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where (i.indisunique or i.indisexclusion) and a.attname is distinct from 'clinic' order by 1`);
    expect(across).toEqual(['clinic: clinic_code_key', 'table_step: table_step_pkey']);
  });
  test('refers to others by keys that begin with the clinic', async () => {
    const across = await names(`
      select conrelid::regclass || ': ' || conname as name from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
        and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) <> 'clinic'`);
    expect(across).toEqual([]);
  });
  test('has the wall of the clinic, for what is seen and what is written', async () => {
    const walled = await names(`
      select c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid
      where c.relrowsecurity and p.polpermissive and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) = '(clinic = current_clinic())'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(clinic = current_clinic())'`);
    expect((await tables()).filter((table) => !walled.includes(table))).toEqual(noClinic);
  });
  test('has no second policy that would open the wall', async () => {
    expect(
      await names("select tablename || ': ' || policyname as name from pg_policies where policyname <> 'own clinic'"),
    ).toEqual([]);
  });
});

describe('the application', () => {
  test('is neither owner nor above the wall', async () => {
    const { rows } = await app.query(
      `select current_user as who, r.rolsuper, r.rolbypassrls, exists (select 1 from pg_class where relowner = r.oid) as owns
       from pg_roles r where r.rolname = current_user`,
    );
    expect(rows[0]).toEqual({ who: 'dagsverk_app', rolsuper: false, rolbypassrls: false, owns: false });
  });
  test('sees no row of another clinic, in any table', async () => {
    const filled: string[] = [];
    for (const table of (await tables()).filter((name) => !noClinic.includes(name))) {
      if ((await owner.query(`select 1 from ${table} where clinic = $1 limit 1`, [clinic.demo.clinic])).rowCount)
        filled.push(table);
      await bind(neighbour);
      const { rows } = await app.query(
        `select count(*)::integer as count from ${table} where clinic is distinct from $1`,
        [neighbour],
      );
      expect(`${table}: ${rows[0].count}`).toBe(`${table}: 0`);
    }
    expect(filled).toContain('person');
    expect(filled).toContain('access_line');
  });
  test('sees nothing at all before it is bound to a clinic', async () => {
    await bind('');
    for (const table of (await tables()).filter((name) => !noClinic.includes(name)))
      expect(`${table}: ${await count(app, table)}`).toBe(`${table}: 0`);
  });
  test('writes nothing into another clinic', async () => {
    await bind(neighbour);
    const insert =
      "insert into setting (clinic, name, valid_from, value, set_by, set_at) values ($1, 'x', '2026-01-01', '1', $2, now())";
    const person = clinic.demo.as('kari').person;
    await expect(app.query(insert, [clinic.demo.clinic, person])).rejects.toMatchObject({ code: '42501' });
    await expect(app.query(insert, [neighbour, person])).resolves.toMatchObject({ rowCount: 1 });
    await expect(app.query('update setting set clinic = $1', [clinic.demo.clinic])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(app.query('update person set family_name = family_name')).resolves.toMatchObject({ rowCount: 0 });
  });
});

test('a function with the owner’s rights writes the wall out, and looks nowhere else for its tables', async () => {
  const { rows } = await owner.query<{ name: string; source: string; settings: string[] | null }>(
    `select proname as name, prosrc as source, proconfig as settings from pg_proc
     where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
  );
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.filter(({ settings }) => !settings?.some((line) => line.startsWith('search_path=')))).toEqual([]);
  expect(rows.filter(({ source }) => !source.includes('current_clinic()')).map(({ name }) => name)).toEqual(
    acrossClinics,
  );
});

describe('what has happened stands', () => {
  beforeAll(async () => {
    await bind(clinic.demo.clinic);
    await clinic.house.settle();
  });
  test.each(['access_line', 'access_seal', 'event'])(
    '%s refuses change and deletion, from the application and from the owner',
    async (table) => {
      const before = await count(owner, table);
      for (const sql of [`delete from ${table}`, `update ${table} set clinic = clinic`, `truncate ${table}`])
        await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
      await owner.query('begin');
      await owner.query(filler[table] ?? '');
      for (const sql of [`delete from ${table}`, `update ${table} set clinic = clinic`]) {
        await owner.query('savepoint tried');
        await expect(owner.query(sql)).rejects.toThrow('append-only');
        await owner.query('rollback to savepoint tried');
      }
      await owner.query('rollback');
      expect(await count(owner, table)).toBe(before);
    },
  );
});

/** One row, so that there is something to refuse. */
const filler: Readonly<Record<string, string>> = {
  access_line: "insert into access_line (clinic, at, kind, call, allowed) values (1, now(), 'look', 'planted', true)",
  access_seal: "insert into access_seal (clinic, place, tx, line, hash) values (1, 1000000, '1', 1000000, 'planted')",
  event: "insert into event (clinic, at, name, facts) values (1, now(), 'Planted', '{}')",
};
