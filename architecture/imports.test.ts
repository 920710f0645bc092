import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inWords } from './breach.ts';
import { unexcused } from './exception.ts';
import { importRules } from './import-rules.ts';
import { lookAtImports } from './imports.ts';
import { plantedImports, smallClinic } from './planted-imports.ts';
import { top } from './tree.ts';

const plots: string[] = [];
afterAll(() => {
  for (const plot of plots) rmSync(plot, { recursive: true });
});

/** A tree of its own, with the real doors and packages. */
function grow(files: Readonly<Record<string, string>>): string {
  const plot = mkdtempSync(join(tmpdir(), 'dagsverk-plot-'));
  plots.push(plot);
  cpSync(join(top, 'package.json'), join(plot, 'package.json'));
  symlinkSync(join(top, 'node_modules'), join(plot, 'node_modules'));
  for (const [path, text] of Object.entries({ ...smallClinic, ...files })) {
    mkdirSync(dirname(join(plot, path)), { recursive: true });
    writeFileSync(join(plot, path), text);
  }
  return plot;
}

test('every import in the house keeps the rules', async () => {
  const { breaches, looked } = await lookAtImports(top);
  expect(looked).toBeGreaterThan(2_000);
  expect(unexcused(breaches).map(inWords)).toEqual([]);
}, 60_000);

test('a small clinic that keeps every rule is left in peace', async () => {
  const { breaches, looked } = await lookAtImports(grow({}));
  expect(breaches.map(inWords)).toEqual([]);
  expect(looked).toBeGreaterThan(20);
});

describe('a breach planted on purpose is seen', () => {
  test('every rule has one', () => {
    expect(new Set(Object.keys(plantedImports))).toEqual(new Set(importRules.map(({ name }) => name)));
  });
  for (const [rule, planted] of Object.entries(plantedImports)) {
    test.each(planted)(`${rule}: $caught`, async ({ files, caught }) => {
      const { breaches } = await lookAtImports(grow(files));
      expect(breaches.map(({ wall, where }) => `${wall}: ${where}`)).toContain(`${rule}: ${caught}`);
    });
  }
});
