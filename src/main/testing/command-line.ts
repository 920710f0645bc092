/** The real command line for a test: a process of its own, with a folder of its own and nothing to build. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Said = { readonly code: number | null; readonly out: string; readonly err: string; readonly ms: number };
export type Running = {
  readonly child: ChildProcess;
  /** What it has said so far, on both channels. */
  readonly words: () => string;
  /** Waits until it says this, or fails with what it said instead. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<Said>;
};
export type CommandLine = {
  readonly folder: string;
  readonly run: (...args: string[]) => Promise<Said>;
  readonly runWith: (env: Record<string, string>, ...args: string[]) => Promise<Said>;
  readonly begin: (env: Record<string, string>, ...args: string[]) => Running;
  readonly remove: () => void;
};

const cli = new URL('../cli.ts', import.meta.url).pathname;

export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'dagsverk-cli-'));
  const web = join(folder, 'web');
  mkdirSync(web);
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>dagsverk</title>');
  utimesSync(join(web, 'index.html'), 4_000_000_000, 4_000_000_000);
  const { DATABASE_URL: _, PG_BIN: __, PORT: ___, DAGSVERK_DATA: ____, ...plain } = process.env;

  const begin: CommandLine['begin'] = (env, ...args) => {
    const began = performance.now();
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      env: { ...plain, DAGSVERK_WEB: web, TZ: 'Europe/Oslo', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout?.on('data', (piece) => {
      out += piece;
    });
    child.stderr?.on('data', (piece) => {
      err += piece;
    });
    const ended = new Promise<Said>((done) =>
      child.on('close', (code) => done({ code, out, err, ms: performance.now() - began })),
    );
    const words = (): string => out + err;
    const says = async (pattern: RegExp): Promise<RegExpExecArray> => {
      for (let wait = 0; wait < 400; wait++) {
        const found = pattern.exec(words());
        if (found) return found;
        if (child.exitCode !== null) break;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`it never said ${pattern}: ${words()}`);
    };
    return { child, words, says, ended };
  };
  return {
    folder,
    begin,
    run: (...args) => begin({}, ...args).ended,
    runWith: (env, ...args) => begin(env, ...args).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
