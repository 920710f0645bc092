/** Processes that a check left behind: found by the mark in their surroundings, or by the check's folder in their arguments. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The mark that every process started by the check inherits. */
export const mark = 'DAGSVERK_CHECK';

export type Leftover = { readonly pid: number; readonly words: string };

/** Only where the system shows its processes as files; elsewhere nothing is found. */
export function leftovers(folder: string, proc = '/proc'): Leftover[] {
  if (!existsSync(join(proc, 'self'))) return [];
  const pids = readdirSync(proc).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((name) => {
    const words = read(join(proc, name, 'cmdline'));
    const isOurs = words.includes(folder) || read(join(proc, name, 'environ')).includes(`${mark}=${folder}`);
    return isOurs ? [{ pid: Number(name), words: words.replaceAll('\0', ' ').trim().slice(0, 120) }] : [];
  });
}

/** A process that is gone by now, or another user's, says nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Gives what is ending some seconds to end; answers what did not, after ending it. */
export async function sweep(folder: string, patienceMs = 5_000): Promise<Leftover[]> {
  for (let waited = 0; waited < patienceMs && leftovers(folder).length > 0; waited += 100)
    await new Promise((done) => setTimeout(done, 100));
  const left = leftovers(folder);
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in this very moment.
    }
  }
  return left;
}
