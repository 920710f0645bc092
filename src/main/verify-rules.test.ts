import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RuleSet } from './rules/rule-set.ts';
import { differences, readVectorFile, type Vector, verifiableRules, verifyRules } from './verify-rules.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function written(content: unknown): Promise<string> {
  files += 1;
  const file = join(folder, `${files}.json`);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function run(paths: readonly string[], rules?: RuleSet): Promise<{ code: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await verifyRules(paths, (line) => lines.push(line), rules);
  return { code, lines };
}

const double: RuleSet = {
  'test.double': (inputs) => ({ value: Number(inputs.value) * 2, unit: 'mL', more: true }),
  'test.later': async () => ({ answer: 'yes' }),
  'test.broken': () => {
    throw new TypeError('input value\nis missing');
  },
};
const vector = (id: string, change: Partial<Vector> = {}): Partial<Vector> => ({
  id,
  rule: 'test.double',
  inputs: { value: 21 },
  expected: { value: 42 },
  tolerance: 'exact',
  ...change,
});

test('when every vector passes, the only line is the count and the exit code is 0', async () => {
  const file = await written({
    vectors: [vector('a-1'), vector('a-2'), vector('b-1', { rule: 'test.later', expected: { answer: 'yes' } })],
  });
  expect(await run([file], double)).toEqual({ code: 0, lines: ['3 passed, 0 failed, 0 unknown rule'] });
});

test('a failing vector has one line that begins with its id, and the count comes last', async () => {
  const file = await written({ vectors: [vector('a-1'), vector('a-2', { expected: { value: 43, unit: 'L' } })] });
  const { code, lines } = await run([file], double);
  expect(code).toBe(1);
  expect(lines).toEqual([
    'a-2: value expected 43, got 42; unit expected "L", got "mL"',
    '1 passed, 1 failed, 0 unknown rule',
  ]);
});

test('a rule that breaks is a failing vector on one line, not a stop', async () => {
  const file = await written({ vectors: [vector('a-1', { rule: 'test.broken' }), vector('a-2')] });
  const { code, lines } = await run([file], double);
  expect(code).toBe(1);
  expect(lines).toEqual(['a-1: the rule broke: input value is missing', '1 passed, 1 failed, 0 unknown rule']);
});

test('vectors of an unknown rule are counted by themselves, and their rule is named once', async () => {
  const unknown = { rule: 'test.other' };
  const file = await written({ vectors: [vector('a-1'), vector('a-2', unknown), vector('a-3', unknown)] });
  const { code, lines } = await run([file], double);
  expect(code).toBe(1);
  expect(lines).toEqual(['unknown rule test.other: 2 of the vectors', '1 passed, 0 failed, 2 unknown rule']);
  const inherited = await written({ vectors: [vector('a-1', { rule: 'toString' })] });
  expect((await run([inherited], double)).lines.at(-1)).toBe('0 passed, 0 failed, 1 unknown rule');
});

test('several files are counted together', async () => {
  const one = await written({ vectors: [vector('a-1')] });
  const other = await written({ vectors: [vector('b-1'), vector('b-2', { expected: { value: 1 } })] });
  expect((await run([one, other], double)).lines.at(-1)).toBe('2 passed, 1 failed, 0 unknown rule');
});

test('a file without vectors is no fault', async () => {
  const file = await written({ vectors: [] });
  expect(await run([file], double)).toEqual({ code: 0, lines: ['0 passed, 0 failed, 0 unknown rule'] });
});

describe('a file that cannot be used', () => {
  test('is named with the reason, and the exit code is 2', async () => {
    const missing = join(folder, 'missing.json');
    const { code, lines } = await run([missing], double);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/missing\.json: cannot be read/);
    expect((await run([folder], double)).code).toBe(2);
  });

  test.each([
    ['not json', 'is not JSON'],
    ['', 'is not JSON'],
    [[], 'is not a file of vectors'],
    [{}, 'vectors'],
    [{ vectors: {} }, 'vectors'],
    [{ vectors: [{ ...vector('a'), id: undefined }] }, 'vectors.0.id'],
    [{ vectors: [{ ...vector('a'), id: '' }] }, 'vectors.0.id'],
    [{ vectors: [vector('a'), { ...vector('b'), expected: undefined }] }, 'vectors.1.expected'],
    [{ vectors: [{ ...vector('a'), expected: {} }] }, 'vectors.0.expected'],
    [{ vectors: [{ ...vector('a'), inputs: [1] }] }, 'vectors.0.inputs'],
    [{ vectors: [{ ...vector('a'), tolerance: 0.1 }] }, 'vectors.0.tolerance'],
    [{ vectors: [{ ...vector('a'), tolerance: { value: '0.1' } }] }, 'vectors.0.tolerance'],
  ])('%j is refused by name', async (content, reason) => {
    const file = await written(content);
    const { code, lines } = await run([file], double);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(file)).toBe(true);
    expect(lines[0]).toContain(reason);
    expect(lines[0]).not.toMatch(/\n/);
  });

  test('stops the count, also when the other files are good', async () => {
    const good = await written({ vectors: [vector('a-1')] });
    const { code, lines } = await run([good, join(folder, 'missing.json')], double);
    expect(code).toBe(2);
    expect(lines.some((line) => line.includes('passed'))).toBe(false);
  });

  test('is also no file at all', async () => {
    expect(await run([], double)).toEqual({ code: 2, lines: ['no vector file is named'] });
  });
});

test('a vector without a tolerance is compared exactly', async () => {
  const { tolerance: _tolerance, ...bare } = vector('a-1');
  const read = await readVectorFile(await written({ vectors: [bare] }));
  expect(read).toMatchObject({ vectors: [{ tolerance: 'exact' }] });
});

describe('comparing', () => {
  const same = (expected: object, actual: object, tolerance: Vector['tolerance'] = 'exact') =>
    differences({ ...expected }, { ...actual }, tolerance).length === 0;

  test('only what is expected is compared', () => {
    expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(true);
    expect(same({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(same({ a: { b: 1 } }, { a: { b: 1, c: 2 } })).toBe(true);
    expect(same({ a: { b: 1 } }, { a: 1 })).toBe(false);
  });

  test('a number keeps to its tolerance, and without one it is exact', () => {
    expect(same({ a: 1.0 }, { a: 1.04 }, { a: 0.05 })).toBe(true);
    expect(same({ a: 1.0 }, { a: 1.06 }, { a: 0.05 })).toBe(false);
    expect(same({ a: 4.0 }, { a: 4.05 }, { a: 0.05 })).toBe(true);
    expect(same({ a: 1.0 }, { a: 1.01 }, { b: 0.05 })).toBe(false);
    expect(same({ a: 1 }, { a: Number.NaN }, { a: 1 })).toBe(false);
    expect(same({ a: 1 }, { a: '1' }, { a: 1 })).toBe(false);
    expect(same({ a: 0 }, { a: -0 })).toBe(true);
  });

  test('a tolerance holds for what lies inside its key, and may name the inner key', () => {
    expect(same({ a: { b: 1 } }, { a: { b: 1.1 } }, { a: 0.2 })).toBe(true);
    expect(same({ a: { b: 1 } }, { a: { b: 1.1 } }, { b: 0.2 })).toBe(true);
    expect(same({ a: { b: 1 } }, { a: { b: 1.1 } }, { 'a.b': 0.2 })).toBe(true);
    expect(same({ a: { b: 1, c: 1 } }, { a: { b: 1.1, c: 1.1 } }, { 'a.b': 0.2 })).toBe(false);
    expect(same({ a: [1, 2] }, { a: [1.1, 2.1] }, { a: 0.2 })).toBe(true);
  });

  test('null means that no value may be shown', () => {
    expect(same({ a: null }, { a: null })).toBe(true);
    expect(same({ a: null }, {})).toBe(true);
    expect(same({ a: null }, { a: 0 })).toBe(false);
    expect(same({ a: 0 }, { a: null })).toBe(false);
  });

  test('an expected error must be told by its name', () => {
    expect(same({ error: 'under_18' }, { error: 'under_18', value: null })).toBe(true);
    expect(same({ error: 'under_18' }, { value: 90 })).toBe(false);
  });

  test('lists are compared in order and length', () => {
    expect(same({ a: ['x', 'y'] }, { a: ['x', 'y'] })).toBe(true);
    expect(same({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toBe(false);
    expect(same({ a: ['x'] }, { a: ['x', 'y'] })).toBe(false);
    expect(same({ a: [] }, { a: [] })).toBe(true);
    expect(same({ a: [] }, { a: {} })).toBe(false);
  });

  test('a difference names the path, what was expected and what came', () => {
    expect(differences({ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'exact')).toEqual(['a.b.1 expected 2, got 3']);
    expect(differences({ a: 'x' }, {}, 'exact')).toEqual(['a expected "x", got nothing']);
  });
});

const examples = join(import.meta.dirname, '../../../shared/clinical/examples');

describe.skipIf(!existsSync(examples))('the visible vectors', () => {
  test('of the rules in the house all pass', async () => {
    const names = (await readdir(examples)).filter((name) => name.endsWith('.json'));
    const read = await Promise.all(names.map((name) => readVectorFile(join(examples, name))));
    const broken = read.filter((each) => typeof each === 'string');
    expect(broken).toEqual([]);
    const vectors = read.flatMap((each) => (typeof each === 'string' ? [] : each.vectors));
    const ours = vectors.filter((each) => Object.hasOwn(verifiableRules, each.rule));
    expect(ours.length).toBeGreaterThanOrEqual(98);
    for (const each of ours) {
      const actual = await verifiableRules[each.rule]?.(each.inputs, { file: join(examples, 'vectors.json') });
      expect([each.id, differences(each.expected, actual ?? {}, each.tolerance)]).toEqual([each.id, []]);
    }
  });

  test('of identity pass as one file, with exit code 0', async () => {
    const { code, lines } = await run([join(examples, 'identity.json')]);
    expect(lines).toEqual(['28 passed, 0 failed, 0 unknown rule']);
    expect(code).toBe(0);
  });
});
