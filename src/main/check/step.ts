/** One step of the check: a program that is run to its end, with what it said and how many tests it counted. */

import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export type Counted = { readonly passed: number; readonly failed: number; readonly skipped: number };
export type Step = {
  readonly name: string;
  /** A program of `node_modules/.bin` and its arguments. */
  readonly run: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** What the program counted; without it the step counts as one. */
  readonly counted?: () => Counted | undefined;
};
export type Done = { readonly ok: boolean; readonly counted: Counted; readonly said: string; readonly seconds: number };

const bin = (top: string): string => join(top, 'node_modules', '.bin');
/** Longer than any step should take on two cores; what hangs is stopped. */
const mostMinutes = 13;

let running: ChildProcess | undefined;

/** Stops what is running, with everything it started. */
export function stopRunning(): void {
  if (running?.pid !== undefined) endGroup(running.pid);
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
}

/** Runs the step in a process group of its own, which is gone when this answers. */
export async function take(step: Step, top: string, env: Readonly<Record<string, string>>): Promise<Done> {
  const [program, ...args] = step.run;
  const began = performance.now();
  const said: Buffer[] = [];
  const path = `${bin(top)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(join(bin(top), program), args, {
    cwd: top,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, NO_COLOR: '1', ...env, ...step.env },
  });
  running = child;
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const limit = setTimeout(() => {
    said.push(Buffer.from(`\nstopped: not done within ${mostMinutes} minutes\n`));
    stopRunning();
  }, mostMinutes * 60_000);
  const code = await new Promise<number>((done) => {
    child.on('error', (fault) => {
      said.push(Buffer.from(String(fault)));
      done(127);
    });
    child.on('exit', (exit, signal) => {
      if (signal) said.push(Buffer.from(`\n${step.name} was ended from outside (${signal})\n`));
      done(exit ?? 1);
    });
  });
  clearTimeout(limit);
  if (child.pid !== undefined) endGroup(child.pid);
  running = undefined;
  return judged(code === 0, step, Buffer.concat(said).toString(), (performance.now() - began) / 1000);
}

/** A program that fails without a failed test has failed all the same. */
function judged(isFine: boolean, step: Step, said: string, seconds: number): Done {
  const told = step.counted ? step.counted() : { passed: isFine ? 1 : 0, failed: 0, skipped: 0 };
  const counted = told ?? { passed: 0, failed: 0, skipped: 0 };
  const isCounted = told !== undefined && (!step.counted || told.passed > 0);
  const ok = isFine && isCounted && counted.failed === 0;
  return { ok, counted: ok || counted.failed > 0 ? counted : { ...counted, failed: 1 }, said, seconds };
}
