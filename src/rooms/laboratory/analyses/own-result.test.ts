import { expect, test } from 'vitest';
import type { IsoDate, Moment } from '#kernel/time';
import { asTyped, judgeOwnResult, type Reading, readingInput } from './own-result.ts';
import { resultNote } from './result-note.ts';

const at = '2026-11-23T08:00:00.000Z' as Moment;
const on = { at, method: 'HemoCue' };
const woman = { birthDate: '1966-05-01' as IsoDate, sex: 'female' as const };
const hb = (value: number, more: Partial<Reading> = {}): Reading => ({
  analyte: 'hemoglobin',
  value,
  from: 'instrument',
  ...more,
});
const before = (value: number, method = 'HemoCue') => ({
  value,
  unit: 'g/dL',
  method,
  sampledOn: '2026-08-01' as IsoDate,
});

test.each([
  [11.6, 'low'],
  [11.7, 'normal'],
  [15.3, 'normal'],
  [15.4, 'high'],
] as const)('a woman’s Hb of %s is %s', (value, flag) => {
  expect(judgeOwnResult(hb(value), woman, undefined, on).finding.flag).toBe(flag);
});

test('without a birth date or sex there is no interval and no flag, and the reason is told', () => {
  const unknown = judgeOwnResult(hb(9), { birthDate: null, sex: 'female' }, undefined, on);
  expect(unknown).toMatchObject({ noInterval: 'age unknown', finding: { flag: 'none' } });
  const sexless = judgeOwnResult(hb(9), { ...woman, sex: 'unknown' }, undefined, on);
  expect(sexless).toMatchObject({ noInterval: 'sex unknown', finding: { flag: 'none' } });
});

test('a critical value is found also without an interval', () => {
  const answer = judgeOwnResult(hb(6.9), { birthDate: null, sex: 'unknown' }, undefined, on);
  expect(answer.finding.critical).toMatchObject({ crossed: 'below', limit: 7 });
  expect(judgeOwnResult(hb(7), woman, undefined, on).finding.critical).toBeUndefined();
});

test('below a limit of the instrument is phoned when every such value is critical', () => {
  expect(judgeOwnResult(hb(6, { comparator: '<' }), woman, undefined, on).finding.critical).toBeDefined();
  expect(judgeOwnResult(hb(6, { comparator: '>' }), woman, undefined, on).finding.critical).toBeUndefined();
});

test('only like is compared with like: the same instrument, not too long ago', () => {
  expect(judgeOwnResult(hb(10), woman, before(14), on).finding.delta).toMatchObject({ exceeds: true });
  expect(judgeOwnResult(hb(13.9), woman, before(14), on).finding.delta).toMatchObject({ exceeds: false });
  expect(judgeOwnResult(hb(10), woman, before(14, 'Sykehus'), on).finding.delta).toBeUndefined();
  expect(judgeOwnResult(hb(10, { comparator: '<' }), woman, before(14), on).finding.delta).toBeUndefined();
});

test('what an instrument sent needs no second typing', () => {
  expect(asTyped(hb(13))).toMatchObject({ ok: true });
  expect(asTyped(hb(13, { from: 'typed' }))).toMatchObject({ ok: false, why: 'type it once more' });
  expect(asTyped(hb(13, { from: 'typed', again: 31 }))).toMatchObject({ ok: false, why: 'typed values differ' });
});

test.each([{ value: -1 }, { value: Number.NaN }, { analyte: 'ukjent' }, { comparator: '~' }])(
  'a reading of %o is no reading',
  (wrong) => {
    expect(readingInput.safeParse({ ...hb(13), ...wrong }).success).toBe(false);
  },
);

test('the note has a line for each value with arrow, interval and instrument, and the values where they came from', () => {
  const device = { id: 'd' as never, name: 'HemoCue' };
  const results = [hb(6.8), hb(13)].map((one) => ({
    own: judgeOwnResult(one, woman, undefined, on),
    device,
    from: 'instrument' as const,
  }));
  const note = resultNote(results, at);
  expect(note.text).toBe(
    'Hemoglobin 6,8 g/dL ↓↓ kritisk (11,7–15,3; HemoCue)\nHemoglobin 13 g/dL (11,7–15,3; HemoCue)',
  );
  expect(note.values).toMatchObject([{ value: 6.8, provenance: { kind: 'instrument', device: 'd' } }, { value: 13 }]);
});
