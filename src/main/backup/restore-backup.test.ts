import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ClinicNumber, newId } from '#kernel/ids';
import { confirmContact, findPatients, registerPatient, seePatient } from '../../commons/patients/patient.api.ts';
import { sealLines, verifyChain } from '../../platform/server/access-chain.ts';
import { type DatabasePlace, openDatabase } from '../../platform/server/database.ts';
import { stepsBelow } from '../../platform/server/steps.ts';
import { foundClinic } from '../clinics.ts';
import { demoPatients } from '../demo/demo-patients.ts';
import { type TestHouse, testHouse } from '../testing/test-house.ts';
import { readBackup } from './read-backup.ts';
import { restoreBackup, stepsOf } from './restore-backup.ts';
import { takeBackup } from './take-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsverk-backup-'));
const key = randomBytes(32);
const steps = stepsBelow(new URL('../..', import.meta.url).pathname);
const madeAt = '2026-11-23T08:00:00.000Z';
let clinic: TestHouse;
let owner: pg.Client;
let workPlace: DatabasePlace;
const emptied: string[] = [];

beforeAll(async () => {
  clinic = await testHouse();
  const { database } = (await clinic.rows('select current_database() as database'))[0] as { database: string };
  workPlace = { ...inject('cluster'), database };
  owner = new pg.Client({ ...inject('cluster'), database: 'postgres' });
  await owner.connect();
  await workADay();
});
afterAll(async () => {
  for (const name of emptied) await owner.query(`drop database if exists ${name} with (force)`);
  await owner.end();
  rmSync(folder, { recursive: true });
});

async function workADay(): Promise<void> {
  for (const patient of demoPatients.slice(0, 8)) {
    const { id } = await clinic.yes('kari', registerPatient, patient);
    await clinic.yes('eva', seePatient, { patient: id });
  }
  await clinic.yes('kari', findPatients, { text: 'hansen' });
  const odd = { familyName: 'Tab\tog\nlinje', givenName: 'Bak\\strek «å» 𝄞', birthDate: '1990-01-01' };
  await clinic.yes('kari', registerPatient, { ...odd, numberKind: 'none' });
  await clinic.house.settle();
}

async function emptyPlace(): Promise<DatabasePlace> {
  const name = `empty_${newId().replaceAll('-', '')}`;
  emptied.push(name);
  await owner.query(`create database ${name}`);
  return { ...inject('cluster'), database: name };
}
const backupTo = (name: string, wish: { place?: DatabasePlace; clinic?: string } = {}) =>
  takeBackup({
    place: wish.place ?? workPlace,
    file: join(folder, name),
    key,
    clinic: wish.clinic ?? null,
    program: 'dagsverk test',
    madeAt,
  });
async function restored(name: string, place?: DatabasePlace): Promise<DatabasePlace> {
  const into = place ?? (await emptyPlace());
  const file = join(folder, name);
  const { head } = await readBackup(file, key);
  await restoreBackup({ place: into, file, key, steps, say: () => {} }, head);
  return into;
}
async function asked<R extends object>(place: DatabasePlace, sql: string, values?: unknown[]): Promise<R[]> {
  const client = new pg.Client(place as pg.ClientConfig);
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Another way to compare than the one in the product: whole rows as JSON, hashed by the database, without transaction numbers. */
async function contentOf(place: DatabasePlace): Promise<Record<string, string>> {
  const names = await asked<{ name: string }>(
    place,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const content: Record<string, string> = {};
  for (const { name } of names) {
    const row = name === 'table_step' ? 'jsonb_build_array(name, hash)' : "to_jsonb(t) - 'tx'";
    const [found] = await asked<{ count: string; sum: string }>(
      place,
      `select count(*), md5(coalesce(string_agg(md5((${row})::text), '' order by md5((${row})::text)), '')) as sum from "${name}" t`,
    );
    content[name] = `${found?.count} ${found?.sum}`;
  }
  return content;
}

describe('a backup put back into an empty database', () => {
  let copy: DatabasePlace;
  beforeAll(async () => {
    await backupTo('whole');
    copy = await restored('whole');
  });

  test('every table is the same: as many rows, and the same in each', async () => {
    const before = await contentOf(workPlace);
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(await contentOf(copy)).toEqual(before);
    expect(before.patient).toMatch(/^9 /);
    expect(before.access_line).not.toMatch(/^0 /);
  });
  test('the rules of the tables hold again: references, walls and what may only be added to', async () => {
    const rules = `select 'reference' as kind, conrelid::regclass::text || conname || pg_get_constraintdef(oid) as text from pg_constraint
      where connamespace = 'public'::regnamespace
      union all select 'trigger', tgrelid::regclass::text || tgname || tgenabled::text from pg_trigger where not tgisinternal
      union all select 'wall', polrelid::regclass::text || polname from pg_policy
      union all select 'behind wall', oid::regclass::text from pg_class where relrowsecurity order by 1, 2`;
    expect(await asked(copy, rules)).toEqual(await asked(workPlace, rules));
    await expect(asked(copy, 'update access_line set allowed = true')).rejects.toThrow('append-only');
    await expect(asked(copy, 'delete from event')).rejects.toThrow('append-only');
  });
  test('the numberings go on where they stood', async () => {
    const last = `select max(number)::int as last from event`;
    const [before] = await asked<{ last: number }>(copy, last);
    const next = `insert into event (clinic, at, name, facts) values (1, now(), 'Tried', '{}') returning number::int as number`;
    const [row] = await asked<{ number: number }>(copy, next);
    expect(row?.number).toBeGreaterThan(before?.last ?? Number.MAX_SAFE_INTEGER);
  });
  test('the access log holds, seals what waited, and goes on in the new database', async () => {
    const number = clinic.demo.clinic;
    const looks = `insert into access_line (clinic, at, kind, call, allowed)
      select $1, now(), 'look', 'seePatient', true from generate_series(1, 3)`;
    await asked(copy, looks, [number]);
    await backupTo('waiting', { place: copy });
    const next = await restored('waiting');
    const database = openDatabase(next, 1);
    expect(await verifyChain(database, number)).toMatchObject({ whole: true, waiting: 3 });
    await asked(next, looks, [number]);
    await sealLines(database, number);
    const after = await verifyChain(database, number);
    const [lines] = await asked<{ count: string }>(next, 'select count(*) from access_line');
    expect(after).toMatchObject({ whole: true, waiting: 0, sealed: Number(lines?.count) });
    await database.close();
  });
  test('a line of the log that was changed before the backup is still found after it', async () => {
    const place = await restored('whole');
    await asked(place, 'alter table access_line disable trigger all');
    await asked(place, "update access_line set call = 'nothing' where number = 2");
    await backupTo('tampered', { place });
    const database = openDatabase(await restored('tampered'), 1);
    expect(await verifyChain(database, clinic.demo.clinic)).toMatchObject({ whole: false, fault: 'line changed' });
    await database.close();
  });
});

describe('a backup while the clinic works', () => {
  test('is of one moment: what refers to something finds it', async () => {
    let isOver = false;
    const work = (async () => {
      for (let count = 0; !isOver; count++) {
        const person = { familyName: `Travel${count}`, givenName: 'Dag', birthDate: '1980-01-01', numberKind: 'none' };
        const { id } = await clinic.yes('kari', registerPatient, { ...person, numberKind: 'none' });
        await clinic.yes('eva', confirmContact, { patient: id, phone: '913 34 567' });
      }
    })();
    for (let round = 0; round < 4; round++) await backupTo(`busy-${round}`);
    isOver = true;
    await work;
    const copy = await restored('busy-3');
    const [found] = await asked<{ patients: string; registered: string; lines: string; acts: string }>(
      copy,
      `select (select count(*) from patient) as patients,
         (select count(*) from event where name = 'PatientRegistered') as registered,
         (select count(*) from access_line where call = 'registerPatient' and allowed and why is null) as lines,
         (select count(*) from patient p where not exists (select from event e where e.facts->>'patient' = p.id::text)) as acts`,
    );
    expect(Number(found?.patients)).toBeGreaterThan(9);
    expect(found).toMatchObject({ registered: found?.patients, lines: found?.patients, acts: '0' });
  });
  test('leaves nothing behind: no half file, no open transaction', async () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    const open = `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
    expect(await asked(workPlace, open)).toEqual([]);
  });
});

describe('a backup of one clinic of several', () => {
  test('holds its rows and no one else’s', async () => {
    const other = await foundClinic(
      clinic.house.database,
      { code: 'nabo', name: 'Nabolegene', isDemo: true },
      clinic.clock(),
    );
    const { tables } = await backupTo('one', { clinic: 'nabo' });
    expect(tables.find(({ table }) => table === 'clinic')?.rows).toBe(1);
    const copy = await restored('one');
    expect(await asked(copy, 'select clinic, code from clinic')).toEqual([{ clinic: other, code: 'nabo' }]);
    expect(await asked(copy, 'select 1 from patient')).toEqual([]);
    expect(other).not.toBe(clinic.demo.clinic as ClinicNumber);
  });
  test('that nobody knows is refused', async () => {
    await expect(backupTo('none', { clinic: 'ukjent' })).rejects.toThrow('no clinic with the code "ukjent"');
  });
});

describe('restoring is refused', () => {
  test('into a database that is not empty, also one that was restored into', async () => {
    await expect(restored('whole', workPlace)).rejects.toThrow('not empty');
  });
  test('when the file was changed, and then nothing is written', async () => {
    const bytes = readFileSync(join(folder, 'whole'));
    bytes[bytes.length - 30] = (bytes[bytes.length - 30] as number) ^ 1;
    writeFileSync(join(folder, 'changed'), bytes);
    const place = await emptyPlace();
    await expect(restored('changed', place)).rejects.toThrow('was changed');
    expect(await asked(place, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
  });
  test('of a newer program, and of a program whose steps were others', async () => {
    const { head } = await readBackup(join(folder, 'whole'), key);
    expect(() => stepsOf(head, steps.slice(0, -1))).toThrow('newer program');
    const others = steps.map((step) => ({ ...step, hash: `${step.hash}x` }));
    expect(() => stepsOf(head, others)).toThrow('not the one that the backup was made with');
  });
});

test('a backup of an older version is brought up to date by the newer steps', async () => {
  const older = steps.slice(0, -1);
  const place = await emptyPlace();
  const { runSteps } = await import('../../platform/server/steps.ts');
  await runSteps(place, older);
  await asked(place, "insert into clinic values (7, 'gammel', 'Gamle legesenter', null, null, null, true, now())");
  await backupTo('older', { place });
  const copy = await restored('older');
  expect(await asked(copy, 'select count(*)::int as count from table_step')).toEqual([{ count: steps.length }]);
  expect(await asked(copy, 'select clinic, code from clinic')).toEqual([{ clinic: 7, code: 'gammel' }]);
});

test('a file that is there already is not written over', async () => {
  await expect(backupTo('whole')).rejects.toThrow('is there already');
});

test('a user who does not see every row gets no backup rather than one with holes', async () => {
  const { database } = workPlace as { database: string };
  await owner.query("create role half_blind login password 'half_blind' in role dagsverk_app");
  try {
    const place = { ...inject('cluster'), database, user: 'half_blind', password: 'half_blind' };
    await expect(backupTo('blind', { place })).rejects.toThrow('does not see every row');
  } finally {
    await owner.query('drop role half_blind');
  }
});
