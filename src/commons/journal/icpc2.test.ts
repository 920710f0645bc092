import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '#kernel/time';
import { diagnosisCodeInput, icpc2Component, icpc2Pattern, tidyCode } from './diagnosis-code.ts';
import { everydayWords } from './everyday-word.table.ts';
import { chapters, icpc2Name, isIcpc2, searchIcpc2 } from './icpc2.ts';
import { processCodes } from './process-code.table.ts';

const day = '2026-11-23' as IsoDate;
const codes = (typed: string) => searchIcpc2(typed, day).map(({ code }) => code);

test('a code has its Norwegian name', () => {
  expect(icpc2Name('K86', day)).toBe('Hypertensjon ukomplisert');
  expect(icpc2Name('H81', day)).toBe('Ørevoks');
});

test('a process code has its name in every chapter and both languages', () => {
  expect(icpc2Name('A62', day)).toBe('Administrativt');
  expect(icpc2Name('T34', day)).toBe('Blodprøve');
  expect(icpc2Name('T34', day, 'en')).toBe('Blood test');
  for (const letter of chapters) expect(isIcpc2(`${letter}44`, day)).toBe(true);
});

test('there are forty process codes, 30 to 69', () => {
  const numbers = Object.keys(processCodes[0]?.value ?? {}).map(Number);
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, step) => 30 + step));
});

test('before the list held, a process code has no name', () => {
  expect(icpc2Name('A62', '1999-12-31' as IsoDate)).toBeUndefined();
});

test('a code that does not exist is not known', () => {
  for (const code of ['A00', 'C01', 'A14', '', 'A6', 'A621', 'a62']) expect(isIcpc2(code, day)).toBe(false);
});

test('symptoms, processes and diseases are told apart by number', () => {
  expect(icpc2Component('A01')).toBe('symptom');
  expect(icpc2Component('A29')).toBe('symptom');
  expect(icpc2Component('A30')).toBe('process');
  expect(icpc2Component('A69')).toBe('process');
  expect(icpc2Component('A70')).toBe('disease');
  expect(icpc2Component('A981')).toBe('disease');
  expect(icpc2Component('A00')).toBeUndefined();
  expect(icpc2Component('K8')).toBeUndefined();
});

test('a code is found however it is typed', () => {
  expect(codes('k86')[0]).toBe('K86');
  expect(codes(' K 86 ')[0]).toBe('K86');
  expect(codes('A-62')[0]).toBe('A62');
  expect(codes('-62')[0]).toBe('A62');
  expect(tidyCode('a-62 ')).toBe('A62');
});

test('the start of a code lists its chapter in order', () => {
  const found = codes('H8');
  expect(found.length).toBeGreaterThan(3);
  expect(found.every((code) => code.startsWith('H8'))).toBe(true);
});

test('a name is found by the start of its words, with or without Norwegian letters', () => {
  expect(codes('ørevoks')[0]).toBe('H81');
  expect(codes('orevoks')[0]).toBe('H81');
  expect(codes('oerevoks')[0]).toBe('H81');
  expect(codes('hypertensjon')).toContain('K86');
  expect(codes('ukomplisert hyper')).toContain('K86');
});

test('what people say leads to the code', () => {
  expect(codes('sukkersyke').slice(0, 2).sort()).toEqual(['T89', 'T90']);
  expect(codes('blodtrykk')).toContain('K86');
  expect(codes('blærekatarr')).toEqual(['U71']);
});

test('every everyday word points at codes that exist', () => {
  for (const [word, its] of Object.entries(everydayWords)) {
    for (const code of its) expect(isIcpc2(code, day), `${word} → ${code}`).toBe(true);
  }
});

test('nothing typed and nonsense find nothing', () => {
  expect(codes('')).toEqual([]);
  expect(codes('   ')).toEqual([]);
  expect(codes('qqqqzz')).toEqual([]);
});

test('the list is never longer than asked for', () => {
  expect(searchIcpc2('a', day, 5)).toHaveLength(5);
});

test('whatever is typed, every code that is found is known and stands there once', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (typed) => {
      const found = codes(typed);
      expect(new Set(found).size).toBe(found.length);
      for (const code of found) expect(isIcpc2(code, day)).toBe(true);
    }),
  );
});

test('input takes codes of the right shape for their system', () => {
  const fits = (input: unknown) => diagnosisCodeInput.safeParse(input).success;
  expect(fits({ system: 'ICPC-2', code: 'K86' })).toBe(true);
  expect(fits({ system: 'ICPC-2', code: 'I10' })).toBe(false);
  expect(fits({ system: 'ICD-10', code: 'I10' })).toBe(true);
  expect(fits({ system: 'ICD-10', code: 'J45.0' })).toBe(true);
  expect(fits({ system: 'SNOMED', code: 'K86' })).toBe(false);
});

test('every listed name belongs to a code of the known shape', () => {
  for (const letter of chapters) {
    const inChapter = searchIcpc2(`${letter}`, day, 1000).filter(({ code }) => code.startsWith(letter));
    for (const { code, component } of inChapter) {
      expect(code).toMatch(icpc2Pattern);
      expect(icpc2Component(code)).toBe(component);
    }
  }
});
