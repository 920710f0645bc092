import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { dataFolder, holdsDatabase, refuseIfDiskIsFull, runningDatabase, withKnownDatabase } from './data-folder.ts';
import { refuseIfTaken, serveAlone } from './one-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsverk-folder-'));
afterAll(() => rmSync(folder, { recursive: true }));
const clinic = join(folder, 'clinic');
const { host, port } = inject('cluster');

/** As PostgreSQL notes itself: process, folder, start, port, socket folder. */
function note(pid: number, socket = host): void {
  mkdirSync(join(clinic, 'database'), { recursive: true });
  writeFileSync(join(clinic, 'database', 'postmaster.pid'), `${pid}\n${clinic}\n1790000000\n${port}\n${socket}\n\n`);
  writeFileSync(join(clinic, 'database.key'), 'hemmelig\n');
}

describe('the database of a folder', () => {
  test('is not running in a new folder, and not when its process is gone', () => {
    expect(runningDatabase(clinic)).toBeUndefined();
    note(2 ** 22 - 1);
    expect(runningDatabase(clinic)).toBeUndefined();
    note(-5);
    expect(runningDatabase(clinic)).toBeUndefined();
  });
  test.skipIf(!existsSync('/proc/self'))('is not running when another program has its number now', () => {
    note(process.ppid);
    expect(runningDatabase(clinic)).toBeUndefined();
  });
  test('is told by whether it was ever made', () => {
    const known = { data: clinic, databaseUrl: undefined, say: () => {} };
    expect(holdsDatabase(known)).toBe(false);
    writeFileSync(join(clinic, 'database', 'PG_VERSION'), '18\n');
    expect(holdsDatabase(known)).toBe(true);
  });
  test('is never made by a command that needs one', () => {
    const wrong = { data: join(folder, 'clinci'), databaseUrl: undefined, say: () => {} };
    expect(() => withKnownDatabase(wrong, async () => {})).toThrow('There is no database in the data folder');
    expect(existsSync(wrong.data)).toBe(false);
  });
  test('lies where one says, or where the environment says', () => {
    const before = process.env.DAGSVERK_DATA;
    process.env.DAGSVERK_DATA = '/srv/dagsverk';
    expect(dataFolder(undefined, () => {}).data).toBe('/srv/dagsverk');
    expect(dataFolder('here', () => {}).data).toBe('here');
    if (before === undefined) delete process.env.DAGSVERK_DATA;
    else process.env.DAGSVERK_DATA = before;
  });
});

describe('a full disk', () => {
  test('is told before the database dies of it, with what is free and needed', () => {
    expect(() => refuseIfDiskIsFull(clinic, Number.MAX_SAFE_INTEGER)).toThrow(/The disk is full: \d+ MB are free/);
  });
  test('is asked of the nearest folder there is', () => {
    expect(() => refuseIfDiskIsFull(join(folder, 'not', 'made', 'yet'), 1)).not.toThrow();
    expect(existsSync(join(folder, 'not'))).toBe(false);
  });
});

describe('one server a folder', () => {
  const own = join(folder, 'own');
  test('notes itself, and takes the note away', () => {
    mkdirSync(own);
    const leave = serveAlone(own);
    expect(existsSync(join(own, 'server.pid'))).toBe(true);
    leave();
    expect(existsSync(join(own, 'server.pid'))).toBe(false);
  });
  test('the note of a server that is gone, or of another program, is no hindrance', () => {
    for (const pid of ['4194303', String(process.ppid), 'nonsense', '']) {
      writeFileSync(join(own, 'server.pid'), pid);
      expect(() => serveAlone(own)()).not.toThrow();
    }
  });
  test('a folder that cannot be written to is left to be told in better words', () => {
    expect(() => serveAlone('/dev/null/clinic')()).not.toThrow();
  });
  test.skipIf(process.getuid?.() === 0)('nor one that may only be read', () => {
    chmodSync(own, 0o500);
    expect(() => serveAlone(own)()).not.toThrow();
    chmodSync(own, 0o700);
  });
});

test('a free port is free for whoever asks next', async () => {
  await refuseIfTaken(0, '127.0.0.1');
  await expect(refuseIfTaken(0, 'no.such.machine.invalid')).rejects.toThrow('not an address of this machine');
});
