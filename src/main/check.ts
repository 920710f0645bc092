/** `npm test`: everything that must hold before a change goes out, in one command; the first step that fails stops it. */

import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mark, sweep } from './check/leftover.ts';
import { type Counted, type Done, type Step, stopRunning, take } from './check/step.ts';

const top = new URL('../..', import.meta.url).pathname;
const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** Everything temporary of this check lies here, so that what is left behind can be told from what is others'. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dagsverk-check-'));
  chmodSync(folder, 0o755);
  return folder;
}

function reportIn(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function countedByVitest(file: string): Counted | undefined {
  const report = reportIn(file) as
    | { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean }
    | undefined;
  if (!report) return undefined;
  const failed = report.success ? report.numFailedTests : Math.max(1, report.numFailedTests);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

function countedByPlaywright(file: string): Counted | undefined {
  const stats = reportIn(file)?.stats as
    | { expected: number; unexpected: number; flaky: number; skipped: number }
    | undefined;
  return stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

const hasStories = (): boolean =>
  existsSync(join(top, 'e2e')) &&
  readdirSync(join(top, 'e2e'), { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('.day.ts'));

function stepsOf(folder: string): Step[] {
  const tests = join(folder, 'tests.json');
  const stories = join(folder, 'stories.json');
  return [
    { name: 'types', run: ['tsc', '--noEmit'] },
    { name: 'format and lint', run: ['biome', 'ci', '--colors=off', '--error-on-warnings', '.'] },
    { name: 'dead code', run: ['knip', '--no-progress', '--no-config-hints'] },
    {
      name: 'walls, rules, gate and screens',
      run: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${tests}`],
      counted: () => countedByVitest(tests),
    },
    {
      name: 'browser application is built',
      run: ['vite', 'build', '--outDir', join(folder, 'web'), '--logLevel', 'warn'],
    },
    ...(hasStories()
      ? [
          {
            name: 'stories of the day in a browser',
            run: ['playwright', 'test', '--reporter=line,json'] as const,
            env: { PLAYWRIGHT_JSON_OUTPUT_NAME: stories, PLAYWRIGHT_JSON_OUTPUT_FILE: stories },
            counted: () => countedByPlaywright(stories),
          },
        ]
      : []),
  ];
}

function lineOf(name: string, done: Done): string {
  const { passed, failed, skipped } = done.counted;
  const counts =
    passed + failed > 1 ? `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}  ` : '';
  return `${done.ok ? 'ok    ' : 'FAILED'} ${name.padEnd(34)} ${counts}${done.seconds.toFixed(1)} s`;
}

async function runAll(folder: string): Promise<Counted> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const env = { TMPDIR: folder, [mark]: folder, DAGSVERK_WEB: join(folder, 'web') };
  for (const step of stepsOf(folder)) {
    say(`…      ${step.name}`);
    const done = await take(step, top, env);
    total.passed += done.counted.passed;
    total.failed += done.counted.failed;
    total.skipped += done.counted.skipped;
    if (!done.ok) say(`\n${done.said.trim()}\n`);
    say(lineOf(step.name, done));
    const left = await sweep(folder);
    for (const { pid, words } of left) say(`FAILED ${step.name} left a process behind: ${pid} ${words}`);
    total.failed += left.length;
    if (!done.ok || left.length > 0) break;
  }
  if (!hasStories()) say('skipped: stories of the day in a browser, because e2e holds no *.day.ts file yet');
  return total;
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** Ctrl-C ends what is running, with the database that it started. */
function stopOnSignal(folder: string): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, async () => {
      stopRunning();
      await sweep(folder, 0);
      remove(folder);
      process.exit(130);
    });
}

async function check(): Promise<number> {
  const began = performance.now();
  const folder = makeFolder();
  stopOnSignal(folder);
  try {
    const { passed, failed, skipped } = await runAll(folder);
    say(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes${skipped ? `, ${skipped} tests skipped` : ''}`);
    say(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    remove(folder);
  }
}

process.exitCode = await check();
