/** One server a data folder, and a port that is free: told before anything is opened. */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { codeOf, StartFault } from '../../platform/server/failure.ts';

/** Notes that this process serves the folder; answers how to take the note away. A second server would stop the first one's database. */
export function serveAlone(data: string): () => void {
  const note = join(resolve(data), 'server.pid');
  const other = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (other !== process.pid && isServer(other))
    throw new StartFault(
      `A server already runs on the data folder ${resolve(data)} (process ${other}).`,
      'Stop it, or choose another folder with --data DIR. Several servers share a database by DATABASE_URL.',
    );
  try {
    mkdirSync(resolve(data), { recursive: true });
    writeFileSync(note, `${process.pid}\n`);
  } catch {
    // A folder that cannot be written to is told in better words when the database is opened.
    return () => {};
  }
  return () => rmSync(note, { force: true });
}

function isServer(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (codeOf(fault) !== 'EPERM') return false;
  }
  const told = join('/proc', String(pid), 'cmdline');
  return !existsSync('/proc/self') || (existsSync(told) && readFileSync(told, 'utf8').includes('cli.ts'));
}

/** Binds the port for a moment, so that a taken one is told before the database is started. */
export function refuseIfTaken(port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (fault) => fail(portFault(fault, port, host)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done()));
  });
}

function portFault(fault: unknown, port: number, host: string): unknown {
  switch (codeOf(fault)) {
    case 'EADDRINUSE':
      return new StartFault(`Port ${port} is taken.`, 'Choose another with --port N.', fault);
    case 'EACCES':
      return new StartFault(
        `Port ${port} may not be used by this user.`,
        'Choose one above 1023 with --port N.',
        fault,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartFault(
        `${host} is not an address of this machine.`,
        '--host 127.0.0.1 is this machine alone, 0.0.0.0 all its addresses.',
        fault,
      );
    default:
      return fault;
  }
}
