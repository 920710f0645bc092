import { describe, expect, test } from 'vitest';
import { kroner, ore } from '#kernel/amounts';
import { must } from '#kernel/result';
import type { IsoDate } from '#kernel/time';
import { nationalTariff } from '../tariffs/takst.table.ts';
import { billTexts, findingFacts } from './bill.texts.ts';
import { checkBill, type Finding } from './bill-check.ts';
import { type BillLine, invoiceFeeLine } from './bill-line.ts';
import type { VisitFacts } from './visit-facts.ts';
import { analysis, child, consultation, crp, ecg, procedure, propose, secretary, visit, when } from './visit-sample.ts';

const facts = visit(consultation(), [crp, ecg]);
const { lines } = propose(facts);
const check = (seen: VisitFacts, billed: readonly BillLine[]): readonly Finding[] =>
  must(checkBill(seen, billed, nationalTariff));
const without = (code: string) => lines.filter((line) => line.code !== code);
const kinds = (findings: readonly Finding[]) => findings.map(({ kind, code }) => `${kind}: ${code}`);
const lineFrom = (seen: VisitFacts, code: string): BillLine => {
  const line = propose(seen).lines.find((one) => one.code === code);
  if (!line) throw new Error(code);
  return line;
};

test('a bill that agrees with what was done has nothing to say', () => {
  expect(check(facts, lines)).toEqual([]);
  expect(check(facts, [...lines, invoiceFeeLine(kroner(45))])).toEqual([]);
});

describe('missed income', () => {
  test('an ECG recorded but no 707', () => {
    expect(check(facts, without('707'))).toMatchObject([{ kind: 'missed income', code: '707', amount: kroner(145) }]);
  });

  test('a CRP result without 705k, and sample taking forgotten', () => {
    expect(kinds(check(facts, without('705k')))).toEqual(['missed income: 705k']);
    expect(kinds(check(facts, without('701a')))).toEqual(['missed income: 701a']);
  });

  test('fewer times than it was done', () => {
    const twice = visit(consultation(), [procedure('ear cleaning', 2)]);
    const once = lineFrom(visit(consultation(), [procedure('ear cleaning')]), '100');
    const billed = propose(twice).lines.map((line) => (line.code === '100' ? once : line));
    expect(check(twice, billed)).toMatchObject([{ kind: 'missed income', code: '100', amount: kroner(131) }]);
  });

  test('a vaccine at cost that nobody wrote', () => {
    const vaccine = {
      kind: 'item',
      what: 'vaccine',
      name: { nb: 'Vaksine', en: 'Vaccine' },
      cost: kroner(250),
    } as const;
    expect(kinds(check(visit(consultation(), [crp, ecg, vaccine]), lines))).toEqual(['missed income: Vaksine']);
  });
});

describe('over-charge', () => {
  test('a consultation on work by staff alone', () => {
    const staff = visit(consultation(secretary), [procedure('ear cleaning')]);
    const billed = [...propose(staff).lines, lineFrom(facts, '2ad')];
    expect(kinds(check(staff, billed))).toEqual(['stopped code: 2ad', 'forbidden pair: 1ad']);
  });

  test('10c twice with cryotherapy', () => {
    const freezing = visit(consultation(), [procedure('cryotherapy', 2)]);
    const billed = propose(freezing).lines.map((line) =>
      line.code === '10c' ? { ...line, count: 2, honorar: kroner(346), ownPayment: kroner(346) } : line,
    );
    expect(check(freezing, billed)).toMatchObject([{ kind: 'too many', code: '10c', count: 2, expected: 1 }]);
  });

  test('sample taking twice', () => {
    expect(kinds(check(facts, [...lines, lineFrom(facts, '701a')]))).toEqual(['too many: 701a']);
  });

  test('an egenandel taken from a child', () => {
    const small = { ...facts, patient: child };
    expect(kinds(check(small, lines))).toEqual([
      'patient charged too much: 2ad',
      'patient charged too much: 2dd',
      'patient charged too much: 701a',
    ]);
  });

  test('a code that nothing done calls for', () => {
    const glucose = lineFrom(visit(consultation(), [analysis('glucose')]), '708a');
    expect(kinds(check(facts, [...lines, glucose]))).toEqual(['nothing behind it: 708a']);
  });

  test("last year's price", () => {
    const old = lines.map((line) =>
      line.code === '10b' ? { ...line, honorar: kroner(117), ownPayment: kroner(117) } : line,
    );
    expect(check(facts, old)).toMatchObject([
      { kind: 'other amount than the tariff', code: '10b', billed: kroner(117), tariff: kroner(121) },
    ]);
  });
});

test('consumables that a child was let off are said too', () => {
  const small = { ...facts, patient: child };
  const billed = propose(small).lines.map((line) =>
    line.code === '10b' ? { ...line, ownPayment: ore(0), helfo: kroner(121) } : line,
  );
  expect(kinds(check(small, billed))).toEqual(['patient charged too little: 10b']);
});

test('over-charging comes before missed income', () => {
  const small = { ...facts, patient: child };
  expect(
    check(small, without('707'))
      .map(({ kind }) => kind)
      .at(-1),
  ).toBe('missed income');
});

test('a day without a tariff cannot be checked', () => {
  expect(checkBill({ ...facts, at: when('2027-07-01') }, lines, nationalTariff)).toMatchObject({
    why: 'no tariff for this date',
  });
  const grown = { ...facts, patient: { ...facts.patient, stated: 'child' as const, birth: '1980-01-01' as IsoDate } };
  expect(checkBill(grown, lines, nationalTariff)).toMatchObject({ why: 'not a child any more' });
});

test('every finding can be said in both languages', () => {
  const found = [...check(facts, without('707')), ...check({ ...facts, patient: child }, lines)];
  for (const finding of found) {
    expect(billTexts.nb.findings[finding.kind](findingFacts(finding))).toContain(finding.code);
    expect(billTexts.en.findings[finding.kind](findingFacts(finding))).toContain(finding.code);
  }
  for (const sentence of Object.values(billTexts.nb.findings))
    expect(sentence({ code: '2ad', other: '1ad' })).toContain('2ad');
  for (const sentence of Object.values(billTexts.en.findings))
    expect(sentence({ code: '2ad', other: '1ad' })).toContain('2ad');
});
