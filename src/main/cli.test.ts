import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { withDatabase } from './commands/data-folder.ts';
import { commandLine, type Running } from './testing/command-line.ts';

const line = commandLine();
const data = join(line.folder, 'clinic');
const at = '2026-11-23T08:00';
const sample = new URL('../commons/patients/samples/patient-list.xml', import.meta.url).pathname;
const commands = ['start', 'demo', 'backup', 'restore', 'import', 'verify-rules', 'read-message', 'access-log'];
afterAll(() => line.remove());

describe.concurrent('the command line explains itself', () => {
  test('without a word, and asked for help', async () => {
    const [nothing, help] = await Promise.all([line.run(), line.run('--help')]);
    expect(nothing).toMatchObject({ code: 2 });
    expect(help).toMatchObject({ code: 0, err: '' });
    for (const command of commands) expect(help.out).toContain(`  ${command} `);
  });
  test.each(commands)('%s --help tells its options and exit codes', async (command) => {
    const { code, out, err } = await line.run(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Usage: npm /);
    expect(out).toContain('Exit codes:');
  });
  test.each([
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['toString'], 'There is no command'],
    [['start', '--prot', '80'], "Unknown option '--prot'"],
    [['start', '--port', 'eighty'], '--port wants a number'],
    [['start', 'now'], 'nothing is known of "now"'],
    [['demo', '--at', 'tomorrow'], '--at wants 2026-11-23T08:00'],
    [['restore'], 'restore takes one FILE'],
    [['backup', 'a', 'b'], 'backup takes one FILE'],
    [['import', 'patients'], 'import takes: patients FILE...'],
    [['import', 'patients', 'x.xml'], '--as USERNAME'],
    [['access-log', 'who', '13097248022', '--as', 'lie'], 'PATIENT-ID is the id of the program'],
    [['verify-rules'], 'verify-rules takes FILE...'],
    [['read-message', '--language', 'de', 'x'], '--language is en or nb'],
  ])('%j is not understood, and says so', async (args, sentence) => {
    const { code, err } = await line.run(...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });
});

describe.concurrent('what cannot be is told in a sentence, with what to do', () => {
  const refused = async (sentence: string, env: Record<string, string>, ...args: string[]): Promise<string> => {
    const { code, err } = await line.runWith(env, ...args);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
    expect(err.trim().split('\n').length).toBeGreaterThan(1);
    expect(code).toBe(3);
    return err;
  };
  test('a data folder that cannot be written to', async () => {
    await refused('cannot be written to', {}, 'demo', '--data', '/dev/null/clinic');
  });
  test('a database of another version', async () => {
    const old = join(line.folder, 'old');
    mkdirSync(join(old, 'database'), { recursive: true });
    writeFileSync(join(old, 'database', 'PG_VERSION'), '14\n');
    await refused('was made by PostgreSQL 14', {}, 'demo', '--data', old);
  });
  test('a data folder without a database', async () => {
    await refused('There is no database', {}, 'backup', '--data', join(line.folder, 'none'));
    expect(existsSync(join(line.folder, 'none'))).toBe(false);
  });
  test('a port that is taken, before anything is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const folder = join(line.folder, 'taken');
    await refused(`Port ${port} is taken.`, {}, 'start', '--port', String(port), '--data', folder);
    expect(existsSync(folder)).toBe(false);
    other.close();
  });
  test('an address that is not of this machine', async () => {
    await refused('is not an address of this machine', {}, 'start', '--port', '0', '--host', '192.0.2.1');
  });
  test('an outside database that is not there, not known, or refuses', async () => {
    const { host, port, user, password } = inject('cluster');
    const url = (parts: { database?: string; word?: string }): string =>
      `postgresql://${user}:${parts.word ?? password}@/${parts.database ?? 'dagsverk'}?host=${host}&port=${port}`;
    const ask = (sentence: string, DATABASE_URL: string) => refused(sentence, { DATABASE_URL }, 'backup', 'x.backup');
    await ask('does not answer', 'postgresql://someone:secret@127.0.0.1:1/dagsverk');
    await ask('does not exist', url({ database: 'no_such_clinic' }));
    expect(await ask('refuses this user', url({ word: 'hemmelig' }))).not.toContain('hemmelig');
    await ask('DATABASE_URL', 'not an address');
  });
  test('PostgreSQL programs that are not there', async () => {
    await refused('does not run on this machine', { PG_BIN: '/nowhere' }, 'demo', '--data', join(line.folder, 'bin'));
  });
});

describe('a working day', () => {
  let server: Running;
  let address = '';
  const file = join(line.folder, 'monday.backup');
  beforeAll(async () => {
    const made = await line.run('demo', '--data', data, '--at', at);
    expect(made.err).toBe('');
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toContain('Kari Solli');
    server = line.begin({}, 'start', '--port', '0', '--data', data, '--at', at);
    address = String((await server.says(/open at (http\S+)/))[1]);
  }, 60_000);
  afterAll(() => server.child.kill('SIGKILL'));
  const isOpen = async (): Promise<boolean> => (await fetch(address)).ok;

  test('a second server on the same folder is refused, and the first does not notice', async () => {
    const second = await line.run('start', '--port', '0', '--data', data);
    expect(second).toMatchObject({ code: 3 });
    expect(second.err).toContain('A server already runs on the data folder');
    expect(await isOpen()).toBe(true);
  });
  test('a backup is taken while it is open; the key is made and announced once', async () => {
    const first = await line.run('backup', file, '--data', data);
    expect(first).toMatchObject({ code: 0, out: `${file}\n` });
    expect(first.err).toContain('THE BACKUPS CANNOT BE OPENED WITHOUT IT');
    const second = await line.run('backup', '--data', data);
    expect(second.out).toMatch(/clinic\/backups\/dagsverk-\d{4}-\d\d-\d\d-\d{6}-?\d*\.backup\n$|\.backup\n$/);
    expect(second.err).not.toContain('WITHOUT IT');
    expect(await isOpen()).toBe(true);
    expect(server.words()).not.toContain('the database is away');
  });
  test('a list of patients is read in while it is open, once', async () => {
    const args = ['import', 'patients', sample, '--data', data, '--as', 'kari', '--at', at];
    const unknown = await line.run(...args);
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.out).toContain('Say which of the doctors here Åse Myrdun is.');
    expect(await line.run(...args, '--doctor', 'lie')).toMatchObject({ code: 0 });
    const again = await line.run(...args, '--language', 'nb');
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('0 nye, 0 endret, 0 har gått ut av listen, 2 uendret');
    expect(again.out).not.toMatch(/\d{11}|Fjellrev/);
  });
  test('the access log holds, tells who has seen a patient, and is not for everyone', async () => {
    const whole = await line.run('access-log', 'verify', '--data', data);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.out).toMatch(/fjordglott: the access log holds; \d+ lines sealed/);
    const days = ['--from', '2026-11-01', '--until', '2026-12-31', '--data', data];
    const by = await line.run('access-log', 'by', 'kari', '--as', 'lie', ...days);
    expect(by.out).toContain('importPatientList');
    const patient = /\t([0-9a-f-]{36})\t/.exec(by.out)?.[1] ?? '';
    const who = await line.run('access-log', 'who', patient, '--as', 'lie', ...days);
    expect(who).toMatchObject({ code: 0 });
    expect(who.out).toContain('Kari Solli');
    expect(await line.run('access-log', 'who', patient, '--as', 'kari', ...days)).toMatchObject({ code: 1 });
    expect(await line.run('access-log', 'who', patient, '--as', 'nobody', ...days)).toMatchObject({ code: 3 });
  });
  test('Ctrl-C stops server and database, and leaves no trace of either', async () => {
    server.child.kill('SIGINT');
    const ended = await server.ended;
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.out).toContain('closing …');
    for (const trace of ['server.pid', 'database/postmaster.pid']) expect(existsSync(join(data, trace))).toBe(false);
  });
  test('a second start is quick', async () => {
    const began = performance.now();
    const second = line.begin({}, 'start', '--port', '0', '--data', data, '--at', at);
    await second.says(/open at/);
    // The law is three seconds; a machine that runs other tests beside this one gets more.
    expect(performance.now() - began).toBeLessThan(9_000);
    second.child.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0 });
  });
  test('the backup says what is in it, and not with another key', async () => {
    const told = await line.run('backup', '--check', file, '--data', data);
    expect(told).toMatchObject({ code: 0 });
    expect(told.out).toMatch(/clinic fjordglott: Fjordgløtt legesenter\n[\s\S]*patient: \d+ rows/);
    const key = join(line.folder, 'other.key');
    writeFileSync(key, `dagsverk clinic key\n${'A'.repeat(43)}\n`);
    const other = await line.run('backup', '--check', file, '--key', key);
    expect(other).toMatchObject({ code: 3 });
    expect(other.err).toContain('sealed with another key');
  });
});

describe('after a fire', () => {
  const file = join(line.folder, 'monday.backup');
  const key = ['--key', join(data, 'clinic.key')];
  const fresh = join(line.folder, 'fresh');

  test('the backup is put back into a new folder, and is the same in every table', async () => {
    const restored = await line.run('restore', file, '--data', fresh, ...key);
    expect(restored.err).not.toContain('    at ');
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toContain('restored: every table is as it was at');
    expect(restored.out).toContain('the access log holds');
    const again = join(line.folder, 'again.backup');
    await line.run('backup', again, '--data', fresh, ...key);
    const rowsIn = async (backup: string): Promise<string[]> =>
      (await line.run('backup', '--check', backup, ...key)).out.split('\n').filter((row) => row.endsWith(' rows'));
    expect(await rowsIn(again)).toEqual(await rowsIn(file));
  });
  test('not over what is there', async () => {
    const onto = await line.run('restore', file, '--data', fresh, ...key);
    expect(onto).toMatchObject({ code: 3 });
    expect(onto.err).toContain('already holds a database');
  });
  test('not without the key, and not when the file is damaged; the folder stays empty', async () => {
    const empty = join(line.folder, 'empty');
    expect(await line.run('restore', file, '--data', empty)).toMatchObject({ code: 3 });
    const bytes = readFileSync(file);
    writeFileSync(join(line.folder, 'short.backup'), bytes.subarray(0, bytes.length - 9));
    const short = await line.run('restore', join(line.folder, 'short.backup'), '--data', empty, ...key);
    expect(short).toMatchObject({ code: 3 });
    expect(short.err).toContain('cut short');
    expect(existsSync(join(empty, 'database'))).toBe(false);
  });
  test('a line of the access log that someone has changed is found, and the command says so', async () => {
    const folder = { data: fresh, databaseUrl: undefined, say: () => {} };
    await withDatabase(folder, async (place) => {
      const client = new pg.Client(place as pg.ClientConfig);
      await client.connect();
      await client.query('alter table access_line disable trigger all');
      await client.query(
        "update access_line set why = 'nothing' where number = (select line from access_seal where place = 3)",
      );
      await client.end();
    });
    const verdict = await line.run('access-log', 'verify', '--data', fresh);
    expect(verdict).toMatchObject({ code: 1 });
    expect(verdict.out).toMatch(/DOES NOT HOLD: line changed; first broken link 3, line \d+/);
  });
});

describe('files that need no database', () => {
  test('message files are told on a line each', async () => {
    const { code, out } = await line.run('read-message', sample, join(line.folder, 'missing.xml'));
    expect(code).toBe(1);
    const [read, missing] = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(read).toMatchObject({ outcome: 'accepted', type: 'pasientliste' });
    expect(missing).toMatchObject({ outcome: 'rejected' });
  });
  test('test vectors are run', async () => {
    const vectors = join(line.folder, 'vectors.json');
    writeFileSync(vectors, JSON.stringify({ vectors: [{ id: 'v1', rule: 'none', inputs: {}, expected: { a: 1 } }] }));
    const { code, out } = await line.run('verify-rules', vectors);
    expect(code).toBe(1);
    expect(out).toContain('0 passed, 0 failed, 1 unknown rule');
  });
});
