import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runner } from '../platform/server/postgres-programs.ts';
import { commandLine } from './testing/command-line.ts';

/** An installed PostgreSQL 15, the oldest that we promise; where there is none, this is not tried. */
const installed = '/usr/lib/postgresql';
const bin = existsSync(installed)
  ? readdirSync(installed)
      .filter((version) => version === '15')
      .map((version) => join(installed, version, 'bin'))[0]
  : undefined;

describe.skipIf(bin === undefined)('an outside PostgreSQL 15, reached as the ordinary owner of a database', () => {
  const line = commandLine();
  const data = join(line.folder, 'clinic');
  const sockets = join(line.folder, 'sockets');
  const at = '2026-11-23T08:00';
  let stop = async (): Promise<void> => {};
  const address = (database: string): { DATABASE_URL: string } => ({
    DATABASE_URL: `postgresql://klinikk:hemmelig@/${database}?host=${sockets}&port=5415`,
  });

  beforeAll(async () => {
    stop = await serverOf15(bin ?? '', join(line.folder, 'fifteen'), sockets);
    const owner = new pg.Client({ host: sockets, port: 5415, user: 'administrator', database: 'postgres' });
    await owner.connect();
    await owner.query("create role klinikk login password 'hemmelig'");
    await owner.query('create role dagsverk_app nologin nobypassrls');
    await owner.query('grant dagsverk_app to klinikk with admin option');
    for (const name of ['klinikk', 'tom']) await owner.query(`create database ${name} owner klinikk`);
    await owner.end();
  }, 60_000);
  afterAll(async () => {
    await stop();
    line.remove();
  });

  test('the same program makes the demo clinic there, backs it up, and restores it beside', async () => {
    const made = await line.runWith(address('klinikk'), 'demo', '--data', data, '--at', at);
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(existsSync(join(data, 'database'))).toBe(false);
    const file = join(line.folder, 'outside.backup');
    expect(await line.runWith(address('klinikk'), 'backup', file, '--data', data)).toMatchObject({ code: 0 });
    const restored = await line.runWith(address('tom'), 'restore', file, '--data', data);
    expect(restored.err).not.toContain('    at ');
    expect(restored.out).toContain('restored: every table is as it was');
    expect(restored.code).toBe(0);
    expect(await line.runWith(address('tom'), 'restore', file, '--data', data)).toMatchObject({ code: 3 });
    const verdict = await line.runWith(address('tom'), 'access-log', 'verify', '--data', data);
    expect(verdict.out).toContain('fjordglott: the access log holds');
  }, 90_000);
  test('two servers on it share sessions and hear each other, and leave the database running', async () => {
    const begin = (): ReturnType<typeof line.begin> =>
      line.begin(address('klinikk'), 'start', '--port', '0', '--data', data, '--at', at);
    const servers = [begin(), begin()] as const;
    const [one, other] = await Promise.all(
      servers.map(async (server) => String((await server.says(/open at (http\S+)/))[1])),
    );
    const headers = { 'content-type': 'application/json', 'x-dagsverk': '1' };
    const body = JSON.stringify({ username: 'kari', password: 'fjordgløtt-2026', workstation: 'Luke 1' });
    const signedIn = await fetch(`${one}/sign-in`, { method: 'POST', headers, body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = await fetch(`${other}/sign-in/me`, { headers: { cookie } });
    expect(await me.text()).toContain('Kari Solli');

    const live = await fetch(`${other}/live`, { headers: { cookie } });
    const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const command = crypto.randomUUID();
    const person = { familyName: 'Tvilling', givenName: 'To', birthDate: '1990-01-01', numberKind: 'none' };
    const press = (server: string | undefined): Promise<Response> =>
      fetch(`${server}/call/registerPatient`, {
        method: 'POST',
        headers: { ...headers, cookie, 'x-command': command },
        body: JSON.stringify(person),
      });
    const [first, again] = [await (await press(one)).text(), await (await press(other)).text()];
    expect(again).toBe(first);
    let heard = '';
    while (!heard.includes('PatientRegistered')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();

    for (const { child } of servers) child.kill('SIGINT');
    for (const { ended } of servers) expect(await ended).toMatchObject({ code: 0 });
    expect(await line.runWith(address('klinikk'), 'access-log', 'verify')).toMatchObject({ code: 0 });
  }, 60_000);
});

async function serverOf15(programs: string, folder: string, sockets: string): Promise<() => Promise<void>> {
  const place = { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres'), version: '15' };
  mkdirSync(sockets, { mode: 0o777 });
  const parent = join(folder, '..');
  chmodSync(parent, 0o755);
  mkdirSync(folder, { mode: 0o700 });
  const run = runner(place, [parent]);
  for (const own of [folder, sockets]) if (run.uid !== undefined) chownSync(own, run.uid, run.gid ?? run.uid);
  const made = run.spawnSync(place.initdb, [
    ...['-D', folder, '-U', 'administrator', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
  const settings = { listen_addresses: '', port: '5415', unix_socket_directories: sockets, fsync: 'off' };
  const child = run.spawn(
    place.postgres,
    ['-D', folder].concat(Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])),
  );
  for (let wait = 0; wait < 200 && !existsSync(join(sockets, '.s.PGSQL.5415')); wait++)
    await new Promise((done) => setTimeout(done, 50));
  return () =>
    new Promise((done) => {
      child.once('exit', () => done());
      child.kill('SIGINT');
    });
}
