/** Nothing that decides stands without a test that asks it. */

import { posix } from 'node:path';
import type { Wall } from './breach.ts';
import { isPure } from './role.ts';
import { isTest, type SourceFile } from './tree.ts';

const isApi = (path: string): boolean => /^src\/(commons|rooms)\/.*\.api\.ts$/.test(path);
const isDoor = (path: string): boolean => /\/door(\.server|\.web)?\.ts$/.test(path);

/** A rule that computes or decides, or the commands of a feature; texts, tables and samples are asked through them. */
function decides(file: SourceFile): boolean {
  const { path, text } = file;
  if (isTest(file) || isDoor(path) || path === 'src/commons/events.ts') return false;
  if (isApi(path)) return /\b(command|query)\(\{/.test(text);
  const isThing = (isPure(path) || path.startsWith('src/kernel/')) && /\/[^/.]+(\.message)?\.ts$/.test(path);
  return isThing && /^export (async )?function /m.test(text);
}

/** What a file imports of ours, except through a door, behind which a whole common stands. */
function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].flatMap(([, wanted = '']) => {
    if (wanted.startsWith('#kernel/')) return [`src/kernel/${wanted.slice('#kernel/'.length)}.ts`];
    return wanted.startsWith('.') ? [posix.join(posix.dirname(path), wanted)] : [];
  });
}

/** All that is run when the tests are; a command counts only where a test itself presses it. */
function askedBy(files: readonly SourceFile[]): ReadonlySet<string> {
  const known = new Map(files.map((file) => [file.path, file]));
  const waiting = files.filter(isTest).flatMap((test) => importsOf(test));
  const asked = new Set<string>();
  for (const path of waiting) {
    const file = known.get(path);
    if (!file || asked.has(path) || isDoor(path)) continue;
    asked.add(path);
    if (!path.startsWith('src/main/')) waiting.push(...importsOf(file).filter((next) => !isApi(next)));
  }
  return asked;
}

export const tested: Wall = {
  name: 'what decides is asked by a test',
  look(files) {
    const asked = askedBy(files);
    const judged = files.filter(decides);
    const breaches = judged
      .filter(({ path }) => !asked.has(path))
      .map(({ path }) => ({ wall: tested.name, where: path, what: 'no test asks it' }));
    return { breaches, looked: judged.length };
  },
};
