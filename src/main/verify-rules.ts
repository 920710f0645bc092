/** Runs published test vectors through the rules of the house, so that anyone can check what the program computes. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { identityRules } from './rules/identity.ts';
import { laboratoryRules } from './rules/laboratory.ts';
import type { Outputs, RuleSet } from './rules/rule-set.ts';
import { vitalSignsRules } from './rules/vital-signs.ts';

/** Every rule that vectors may name. A room adds its rules here, from a file of its own in `rules/`. */
export const verifiableRules: RuleSet = { ...identityRules, ...laboratoryRules, ...vitalSignsRules };

const toleranceShape = z.union([z.literal('exact'), z.record(z.string(), z.number().nonnegative())]);
const vectorShape = z.object({
  id: z.string().min(1),
  rule: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.record(z.string(), z.unknown()).refine((keys) => Object.keys(keys).length > 0, 'nothing is expected'),
  tolerance: toleranceShape.default('exact'),
});
const fileShape = z.object({ vectors: z.array(vectorShape) });

export type Vector = z.infer<typeof vectorShape>;
export type VectorFile = { readonly file: string; readonly vectors: readonly Vector[] };
type Tolerance = Vector['tolerance'];
type Verdict = 'passed' | 'failed' | 'unknown rule';

/** Prints a line for each vector that fails, then the count. 0: all passed; 1: not all; 2: a file could not be used. */
export async function verifyRules(
  files: readonly string[],
  print: (line: string) => void,
  rules: RuleSet = verifiableRules,
): Promise<number> {
  const read = await Promise.all(files.map(readVectorFile));
  const faults = read.filter((each) => typeof each === 'string');
  for (const fault of faults) print(fault);
  if (!files.length) print('no vector file is named');
  if (faults.length || !files.length) return 2;
  const counts: Record<Verdict, number> = { passed: 0, failed: 0, 'unknown rule': 0 };
  const unknown = new Map<string, number>();
  for (const each of read) {
    if (typeof each === 'string') continue;
    for (const vector of each.vectors) {
      const verdict = await verify(vector, each.file, rules, print);
      counts[verdict] += 1;
      if (verdict === 'unknown rule') unknown.set(vector.rule, (unknown.get(vector.rule) ?? 0) + 1);
    }
  }
  for (const [rule, count] of unknown) print(oneLine(`unknown rule ${rule}: ${count} of the vectors`));
  print(`${counts.passed} passed, ${counts.failed} failed, ${counts['unknown rule']} unknown rule`);
  return counts.failed || counts['unknown rule'] ? 1 : 0;
}

/** The vectors of a file, or one line that says why there are none. */
export async function readVectorFile(file: string): Promise<VectorFile | string> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (fault) {
    const isJson = fault instanceof SyntaxError;
    return `${file}: ${isJson ? 'is not JSON' : 'cannot be read'} (${oneLine(messageOf(fault))})`;
  }
  const shaped = fileShape.safeParse(content);
  if (shaped.success) return { file, vectors: shaped.data.vectors };
  const [issue] = shaped.error.issues;
  return `${file}: is not a file of vectors (${issue?.path.join('.') || 'the file'}: ${oneLine(issue?.message ?? '')})`;
}

async function verify(vector: Vector, file: string, rules: RuleSet, print: (line: string) => void): Promise<Verdict> {
  const check = Object.hasOwn(rules, vector.rule) ? rules[vector.rule] : undefined;
  if (!check) return 'unknown rule';
  const differences = await differencesOf(vector, () => check(vector.inputs, { file }));
  if (!differences.length) return 'passed';
  print(oneLine(`${vector.id}: ${differences.join('; ')}`));
  return 'failed';
}

async function differencesOf(vector: Vector, run: () => Outputs | Promise<Outputs>): Promise<readonly string[]> {
  try {
    return differences(vector.expected, await run(), vector.tolerance);
  } catch (fault) {
    return [`the rule broke: ${messageOf(fault)}`];
  }
}

/** Only what is expected is compared; a key without a tolerance compares exactly, and null is "no value". */
export function differences(expected: Outputs, actual: Outputs, tolerance: Tolerance): readonly string[] {
  return Object.entries(expected).flatMap(([key, value]) => compare(key, value, actual[key], tolerance));
}

function compare(
  path: string,
  expected: unknown,
  actual: unknown,
  tolerance: Tolerance,
  inherited?: number,
): readonly string[] {
  const allowed = toleranceAt(path, tolerance) ?? inherited;
  if (isSame(expected, actual, allowed)) return [];
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((each, place) => compare(`${path}.${place}`, each, actual[place], tolerance, allowed));
  }
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      compare(`${path}.${key}`, value, actual[key], tolerance, allowed),
    );
  }
  return [`${path} expected ${shown(expected)}, got ${shown(actual)}`];
}

/** A tolerance is named by the whole path or by the last key in it. */
function toleranceAt(path: string, tolerance: Tolerance): number | undefined {
  if (tolerance === 'exact') return undefined;
  return tolerance[path] ?? tolerance[path.slice(path.lastIndexOf('.') + 1)];
}

/** Binary fractions may miss a tolerance that they meet on paper by less than this. */
const binarySlack = 1e-9;

function isSame(expected: unknown, actual: unknown, allowed: number | undefined): boolean {
  if (expected === null) return actual === null || actual === undefined;
  if (typeof expected === 'number' && typeof actual === 'number' && allowed !== undefined) {
    return Math.abs(expected - actual) <= allowed + binarySlack;
  }
  return expected === actual;
}

function isObject(value: unknown): value is Outputs {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
