import { describe, expect, test } from 'vitest';
import { inWords } from './breach.ts';
import { exceptions } from './exception.table.ts';
import { outlived, unexcused } from './exception.ts';
import { importRules } from './import-rules.ts';
import { lookAtImports } from './imports.ts';
import { planted } from './planted.ts';
import { readTree, sourceFile, top } from './tree.ts';
import { walls } from './walls.ts';

const files = readTree();
const planting = (plots: Readonly<Record<string, string>>) =>
  Object.entries(plots).map(([path, text]) => sourceFile(path, text));

describe('the house stands as it says', () => {
  for (const wall of walls) {
    test(wall.name, () => {
      const { breaches, looked } = wall.look(files);
      expect(looked, 'a wall that looks at nothing is blind').toBeGreaterThan(0);
      expect(unexcused(breaches).map(inWords)).toEqual([]);
    });
  }
  test('the whole tree is read', () => {
    expect(files.length).toBeGreaterThan(400);
    expect(files.map(({ path }) => path)).toContain('src/kernel/time.ts');
  });
});

describe('a breach planted on purpose is seen, and its neighbours are left in peace', () => {
  test('every wall has one', () => {
    expect(new Set(Object.keys(planted))).toEqual(new Set(walls.map(({ name }) => name)));
  });
  for (const wall of walls) {
    const { bad, good } = planted[wall.name] ?? { bad: [], good: [] };
    for (const [path, text, beside] of bad)
      test(`${wall.name}: ${path}`, () => {
        expect(wall.look(planting({ ...beside, [path]: text })).breaches.map(({ where }) => where)).toContain(path);
      });
    for (const [path, text, beside] of good)
      test(`${wall.name} leaves ${path}`, () => {
        expect(wall.look(planting({ ...beside, [path]: text })).breaches).toEqual([]);
      });
  }
});

describe('the exceptions', () => {
  test('each has a wall that exists and a reason one can read', () => {
    const names = new Set([...walls, ...importRules].map(({ name }) => name));
    for (const { wall, reason } of exceptions) {
      expect(names).toContain(wall);
      expect(reason.split(' ').length).toBeGreaterThan(3);
    }
  });
  test('one that offends no more is thrown off the list', async () => {
    const seen = [...walls.flatMap((wall) => wall.look(files).breaches), ...(await lookAtImports(top)).breaches];
    expect(outlived(seen)).toEqual([]);
  });
  test('the list works both ways', () => {
    const breach = { wall: 'no any', where: 'src/kernel/time.ts', what: 'any at 1' };
    const excuse = { wall: 'no any', where: 'src/kernel/time.ts', reason: 'planted' };
    expect(unexcused([breach], [excuse])).toEqual([]);
    expect(unexcused([breach], [{ ...excuse, where: 'src/kernel/ids.ts' }])).toEqual([breach]);
    expect(outlived([breach], [excuse])).toEqual([]);
    expect(outlived([], [excuse])).toEqual([excuse]);
  });
});
