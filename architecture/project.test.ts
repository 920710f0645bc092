import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calls } from '../src/main/rooms.server.ts';
import { unopenedCalls } from './pages/house-calls.ts';
import { readTree, top } from './tree.ts';

const read = (path: string): string => readFileSync(join(top, path), 'utf8');
const folders = (path: string): string[] =>
  readdirSync(join(top, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

test('the tree is the house: four floors and the front door', () => {
  expect(new Set(folders('src'))).toEqual(new Set(['kernel', 'platform', 'commons', 'rooms', 'main']));
  expect(new Set(folders('src/platform'))).toEqual(new Set(['server', 'web']));
});

describe('configuration', () => {
  const isConfiguration =
    /^(\.npmrc|package\.json|.*\.config\.[a-z]+|(tsconfig|biome|knip)[a-z.]*\.jsonc?|\.[a-z-]+rc.*)$/;
  test('fits in eight files, all at the top', () => {
    const found = readdirSync(top).filter((name) => isConfiguration.test(name));
    expect(found).toContain('biome.json');
    expect(found.length, found.join(', ')).toBeLessThanOrEqual(8);
    expect(readTree().filter(({ path }) => /\.config\.[a-z]+$/.test(path))).toEqual([]);
  });
  test('the lock file names no place to download from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });
  test('every version is exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});

describe('the doors', () => {
  const doors: Record<string, string> = JSON.parse(read('package.json')).imports;
  const used = new Set(
    readTree().flatMap(({ text }) => [...text.matchAll(/from '(#[\w/-]+)'/g)].map(([, name]) => name)),
  );
  test('lead into the ground, the platform and the commons, and never into a room', () => {
    expect(Object.values(doors).filter((path) => !/^\.\/src\/(kernel|platform|commons)\//.test(path))).toEqual([]);
  });
  test('lead somewhere', () => {
    const closed = Object.entries(doors).filter(([, path]) => !path.includes('*') && !existsSync(join(top, path)));
    expect(closed.map(([name]) => name)).toEqual([]);
  });
  test('are a door for the rules, one for the server, one for the browser', () => {
    const odd = Object.entries(doors).filter(
      ([name, path]) =>
        path.startsWith('./src/commons/') &&
        !path.endsWith(
          name.endsWith('/server') ? 'door.server.ts' : name.endsWith('/web') ? 'door.web.ts' : 'door.ts',
        ) &&
        !['#events', '#slots'].includes(name),
    );
    expect(odd).toEqual([]);
    expect(used.size).toBeGreaterThan(10);
  });
});

describe('the calls', () => {
  test('have a name each', () => {
    const names = calls.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(names.length).toBeGreaterThan(5);
  });
  test('all stand in an open room', () => {
    expect(unopenedCalls).toEqual([]);
  });
});

test('nothing tells which machine it was written on', () => {
  const machine = new RegExp(`(^|[\\s'"\`(])/(${['work', 'root', 'home', 'Users'].join('|')})/[\\w.-]`);
  const told = readTree().filter(({ text }) => text.split('\n').some((line) => machine.test(line)));
  expect(told.map(({ path }) => path)).toEqual([]);
});
