import { expect, test } from 'vitest';
import { type AnalyteFacts, analyteOfNlk, analytes, isAnalyte } from './analyte.table.ts';

test('every analyte has a name in both languages, and no two share a name or a national code', () => {
  const facts: readonly AnalyteFacts[] = Object.values(analytes);
  expect(facts.every(({ name }) => name.nb && name.en)).toBe(true);
  expect(new Set(facts.map(({ name }) => name.nb)).size).toBe(facts.length);
  const codes = facts.flatMap(({ nlk }) => nlk ?? []);
  expect(new Set(codes).size).toBe(codes.length);
});

test('national codes have the shape of the code system', () => {
  const facts: readonly AnalyteFacts[] = Object.values(analytes);
  for (const { nlk } of facts) if (nlk) expect(nlk).toMatch(/^(NPU|NOR)\d{5}$/);
});

test('an analyte is found by its national code, and an unknown code by none', () => {
  expect(analyteOfNlk('NPU19748')).toBe('crp');
  expect(analyteOfNlk('NPU99999')).toBeUndefined();
  expect(isAnalyte('crp')).toBe(true);
  expect(isAnalyte('toString')).toBe(false);
});
