import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { leftovers, mark, sweep } from './leftover.ts';
import { type Step, take } from './step.ts';

const folder = mkdtempSync(join(tmpdir(), 'dagsverk-step-'));
const bin = join(folder, 'node_modules', '.bin');
mkdirSync(bin, { recursive: true });
afterAll(async () => {
  await sweep(folder, 0);
  rmSync(folder, { recursive: true, force: true });
});

/** A program of the shell, as a step would find it among the packages. */
function program(name: string, script: string): Step {
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
  return { name, run: [name, 'once'] };
}
const env = { [mark]: folder };

describe('a step', () => {
  test('that ends well counts as one', async () => {
    const done = await take(program('fine', 'echo "said $1"'), folder, env);
    expect(done).toMatchObject({ ok: true, counted: { passed: 1, failed: 0 }, said: 'said once\n' });
  });
  test('that ends badly is failed, with everything it said', async () => {
    const done = await take(program('bad', 'echo out; echo err >&2; exit 3'), folder, env);
    expect(done).toMatchObject({ ok: false, counted: { passed: 0, failed: 1 } });
    expect(done.said).toContain('out');
    expect(done.said).toContain('err');
  });
  test('that is ended from outside says so', async () => {
    const done = await take(program('shot', 'kill -TERM $$; sleep 5'), folder, env);
    expect(done.ok).toBe(false);
    expect(done.said).toContain('shot was ended from outside (SIGTERM)');
  });
  test('that is not there is failed', async () => {
    const done = await take({ name: 'gone', run: ['gone'] }, folder, env);
    expect(done).toMatchObject({ ok: false, counted: { failed: 1 } });
  });
  test('counts its tests', async () => {
    const counted = { passed: 12, failed: 0, skipped: 1 };
    const done = await take({ ...program('tests', 'exit 0'), counted: () => counted }, folder, env);
    expect(done).toMatchObject({ ok: true, counted });
  });
  test.each([
    ['a failed test fails it, whatever it ended with', 'exit 0', { passed: 12, failed: 2, skipped: 0 }, 2],
    ['a bad end fails it, whatever it counted', 'exit 1', { passed: 12, failed: 0, skipped: 0 }, 1],
    ['no test at all fails it', 'exit 0', { passed: 0, failed: 0, skipped: 9 }, 1],
    ['no count at all fails it', 'exit 0', undefined, 1],
  ])('%s', async (_, script, counted, failed) => {
    const done = await take({ ...program('tests', script), counted: () => counted }, folder, env);
    expect(done.ok).toBe(false);
    expect(done.counted.failed).toBe(failed);
  });
  test('takes what it started with it when it ends', async () => {
    await take(program('child', 'sleep 60 >/dev/null 2>&1 & exit 0'), folder, env);
    expect(await sweep(folder, 2_000)).toEqual([]);
  });
});

describe('what a step leaves behind', () => {
  const away = program('away', 'setsid sleep 61 >/dev/null 2>&1 & sleep 0.5');
  test('in a group of its own is found by its mark, ended, and told', async () => {
    await take(away, folder, env);
    const left = await sweep(folder, 0);
    expect(left.map(({ words }) => words)).toEqual(['sleep 61']);
    await expect.poll(() => leftovers(folder)).toEqual([]);
  });
  test('of another check is left alone', async () => {
    await take(away, folder, { [mark]: `${folder}-other` });
    expect(leftovers(`${folder}-mine`)).toEqual([]);
    expect(await sweep(`${folder}-other`, 0)).toHaveLength(1);
  });
  test('cannot be found where the system does not show it', () => {
    expect(leftovers(folder, join(folder, 'no-proc'))).toEqual([]);
  });
});
