import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blankCode, openLetter, practiceSetting } from '#exchange';
import type { LaboratoryReport, ResultItem } from './laboratory-report.ts';
import { growth, isSameReport, type ReportGrowth } from './report-growth.ts';
import { readResultMessage } from './result.message.ts';

const reportIn = (name: string): LaboratoryReport => {
  const reading = readResultMessage(
    openLetter(readFileSync(new URL(`./samples/${name}.xml`, import.meta.url))),
    practiceSetting,
  );
  const [report] = (reading.outcome === 'accepted' ? reading.content : reading.salvaged)?.reports ?? [];
  if (!report) throw new Error('no report');
  return report;
};
const first = reportIn('biochemistry-new-1.4');
const changed = reportIn('biochemistry-changed-1.4');
const potassium = reportIn('critical-potassium-1.3');
const cancelled = reportIn('cancelled-report-1.3');
const idsBy = ({ items }: ReportGrowth, is: string) =>
  items.filter((item) => item.is === is).map((item) => (item.is === 'not mentioned' ? item.before.id : item.item.id));
const withItems = (
  report: LaboratoryReport,
  change: (items: readonly ResultItem[]) => readonly ResultItem[],
): LaboratoryReport => ({
  ...report,
  examined: report.examined && { ...report.examined, items: change(report.examined.items) },
});

test('a report keeps its number and date of issue through all its messages', () => {
  expect(isSameReport(first, changed)).toBe(true);
  expect(isSameReport(potassium, cancelled)).toBe(true);
  expect(isSameReport(first, potassium)).toBe(false);
});

test('the same number from another laboratory, or of another date, is another report', () => {
  const party = first.laboratory?.party;
  const elsewhere = {
    ...changed,
    laboratory:
      first.laboratory && party
        ? { ...first.laboratory, party: { ...party, identifier: { id: '1', type: null } } }
        : null,
  };
  expect(isSameReport(first, elsewhere)).toBe(false);
  expect(isSameReport(first, { ...changed, issued: { text: '2026-04-09', day: null, moment: null } })).toBe(false);
  expect(isSameReport({ ...first, number: null }, { ...changed, number: null })).toBe(false);
});

test('a laboratory that gives no number of itself is taken for the same', () => {
  expect(isSameReport(first, { ...changed, laboratory: null })).toBe(true);
});

test('the first message brings only new results', () => {
  const grown = growth(null, first);
  expect(grown.order).toBe('first');
  expect(new Set(grown.items.map(({ is }) => is))).toEqual(new Set(['new']));
});

test('a later message tells what is new, changed, unchanged and withdrawn', () => {
  const grown = growth(first, changed);
  expect(grown.order).toBe('follows');
  expect(idsBy(grown, 'new')).toEqual(['B8']);
  expect(idsBy(grown, 'changed')).toEqual(['B3', 'B7']);
  expect(idsBy(grown, 'unchanged')).toEqual(['B1', 'B2', 'B5', 'B6']);
  expect(idsBy(grown, 'withdrawn')).toEqual(['B4']);
  expect(idsBy(grown, 'not mentioned')).toEqual([]);
});

test('a change that the laboratory calls history is told as not announced', () => {
  const announced = growth(first, changed).items.flatMap((item) =>
    item.is === 'changed' ? [[item.item.id, item.announced]] : [],
  );
  expect(announced).toEqual([
    ['B3', true],
    ['B7', false],
  ]);
});

test('what was before a change stands with it', () => {
  const [change] = growth(first, changed).items.filter((item) => item.is === 'changed');
  expect(change?.is === 'changed' && change.before.values).toMatchObject([{ quantity: { text: '41' } }]);
});

test('a result that a later message does not mention is told, never dropped', () => {
  const shorter = withItems(changed, (items) => items.filter(({ id }) => id !== 'B1'));
  expect(idsBy(growth(first, shorter), 'not mentioned')).toEqual(['B1']);
});

test('a result that was withdrawn before need not be mentioned again', () => {
  const shorter = withItems(changed, (items) => items.filter(({ id }) => id !== 'B4'));
  expect(idsBy(growth(changed, shorter), 'not mentioned')).toEqual([]);
});

test('a cancelled report withdraws all its results, though it names none', () => {
  expect(idsBy(growth(potassium, cancelled), 'withdrawn')).toEqual(['1', '2', '3']);
});

test('a message that is older than what is known has been overtaken', () => {
  expect(growth(changed, first).order).toBe('overtaken');
});

test('the same message again is a repetition', () => {
  expect(growth(first, first).order).toBe('repeated');
  expect(idsBy(growth(first, first), 'unchanged')).toHaveLength(7);
});

test('a withdrawn result in a first message is withdrawn at once', () => {
  const [withdrawn] = growth(null, changed).items.filter(({ is }) => is === 'withdrawn');
  expect(withdrawn).toMatchObject({ item: { id: 'B4' }, before: null });
});

test('results without a number of their own are told apart by analysis, specimen and place', () => {
  const unnumbered = (report: LaboratoryReport) =>
    withItems(report, (items) => items.map((item) => ({ ...item, id: null })));
  const grown = growth(unnumbered(first), unnumbered(changed));
  expect(grown.items.filter(({ is }) => is === 'changed')).toHaveLength(2);
  expect(grown.items.filter(({ is }) => is === 'new')).toHaveLength(1);
  const twice = withItems(first, (items) => items.slice(0, 1).flatMap((item) => [item, item]));
  expect(growth(twice, twice).items).toHaveLength(2);
});

test('a comment that is added is a change', () => {
  const added = withItems({ ...first, message: { ...first.message, id: 'other' } }, (items) =>
    items.map((item, place) => (place === 0 ? { ...item, comment: 'Ny' } : item)),
  );
  expect(idsBy(growth(first, added), 'changed')).toEqual(['B1']);
});

test('a new wording of the same code is no change', () => {
  const reworded = withItems(first, (items) =>
    items.map((item) => ({ ...item, status: item.status && { ...blankCode, ...item.status, text: 'annet' } })),
  );
  expect(idsBy(growth(first, reworded), 'changed')).toEqual([]);
});
