/** What a process and its children have used of the processors, from the system's own accounting (Linux). */

import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

type Stat = { readonly pid: number; readonly parent: number; readonly ms: number; readonly residentMb: number };

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // user, system, and the same of children that have ended
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0);
    return {
      pid,
      parent: Number(fields[1]),
      ms: (ticks * 1000) / ticksPerSecond,
      residentMb: Number(fields[21]) / 256,
    };
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time of a process with everything below it. */
export function cpuMsOf(root: number): number {
  return familyOf(root).reduce((sum, { ms }) => sum + ms, 0);
}

function familyOf(root: number): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)) ?? []);
  const below = (parent: number): Stat[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Proportional memory in MB, shared pages counted once. */
export function memoryMbOf(root: number): number {
  return familyOf(root).reduce((sum, { pid }) => {
    try {
      const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
      return sum + Number(pss?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}
