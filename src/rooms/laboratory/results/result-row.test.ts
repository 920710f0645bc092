import { expect, test } from 'vitest';
import type { Moment } from '#kernel/time';
import { cumulative, lineKey } from './result-row.ts';

const row = (over: object) => ({
  analyte: 'crp' as string | null,
  code: null as string | null,
  name: 'CRP',
  unit: 'mg/L',
  sampledAt: '2026-11-23T08:00:00.000Z' as Moment,
  madeWhere: 'QuikRead go',
  state: 'stands' as const,
  ...over,
});

test('the same analysis at two laboratories is one line when its unit is the same', () => {
  expect(lineKey(row({}))).toBe(lineKey(row({ name: 'P-CRP', code: 'NPU19748' })));
  expect(lineKey(row({}))).not.toBe(lineKey(row({ unit: 'mg/dL' })));
  expect(lineKey(row({ analyte: null, code: 'X1' }))).toBe('X1 mg/L');
});

test('columns are samplings, the newest first; withdrawn and replaced values are not in the table', () => {
  const old = row({ sampledAt: '2026-10-01T08:00:00.000Z' as Moment, madeWhere: 'Sykehus' });
  const gone = row({ state: 'withdrawn' as const, sampledAt: '2026-09-01T08:00:00.000Z' as Moment });
  const table = cumulative([old, row({}), gone, row({ analyte: 'inr', name: 'INR', unit: '' })]);
  expect(table.columns.map(({ where }) => where)).toEqual(['QuikRead go', 'Sykehus']);
  expect(table.lines.map(({ name, cells }) => [name, cells.size])).toEqual([
    ['CRP', 2],
    ['INR', 1],
  ]);
});

test('measured twice at the same sampling both values stand in the cell', () => {
  const table = cumulative([row({}), row({})]);
  expect([...(table.lines[0]?.cells.values() ?? [])].map((cell) => cell.length)).toEqual([2]);
  expect(cumulative([])).toEqual({ columns: [], lines: [] });
});
