import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blankCode, openLetter, practiceSetting } from '#exchange';
import {
  analysisCodes,
  everyItem,
  isWithdrawn,
  type LaboratoryReport,
  moreWillCome,
  patientOf,
  plainNumber,
  type ResultItem,
  specimensOf,
} from './laboratory-report.ts';
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
const biochemistry = reportIn('biochemistry-new-1.4');
const coded = (code: string) => ({ ...blankCode, code });
const firstOf = (report: LaboratoryReport): ResultItem => {
  const [item] = everyItem(report);
  if (!item) throw new Error('no item');
  return item;
};

test('every result is listed, each followed by those below it', () => {
  expect(everyItem(reportIn('urine-culture-1.4')).map(({ id }) => id)).toEqual(['M1', 'M1-1', 'M1-2', 'M1-3', 'M1-4']);
  expect(everyItem({ ...biochemistry, examined: null })).toEqual([]);
});

test('results of another one in the same report come after those of the patient', () => {
  const child = biochemistry.examined;
  const mother = {
    ...biochemistry,
    examined: child && { ...child, other: { ...child, items: child.items.slice(0, 1) } },
  };
  expect(everyItem(mother)).toHaveLength(8);
});

test('the patient is the one examined, and an animal is no patient', () => {
  expect(patientOf(biochemistry)?.name).toBe('Sjøgang, Aksel Bris');
  expect(patientOf({ ...biochemistry, examined: null })).toBeNull();
});

test('a result knows its specimen', () => {
  expect(specimensOf(biochemistry, firstOf(biochemistry)).map(({ idByRequester }) => idByRequester)).toEqual([
    'LYS-31002',
  ]);
  expect(specimensOf(biochemistry, { ...firstOf(biochemistry), specimenIds: [] })).toEqual([]);
});

test('a result tells the codes of its analyses', () => {
  expect(analysisCodes(firstOf(biochemistry)).map(({ code }) => code)).toEqual(['NOR05172']);
});

test.each([
  ['6.8', 6.8],
  ['11.0', 11],
  ['-1', -1],
  ['1e3', 1000],
  [' 5 ', 5],
  ['.5', 0.5],
  ['<5', null],
  ['5,2', null],
  ['NaN', null],
  ['INF', null],
  ['', null],
  [null, null],
])('the text %s is the number %s', (text, number) => {
  expect(plainNumber({ text, unit: null })).toBe(number);
});

test('a result is withdrawn by its own mark, by its status, or with the whole report', () => {
  const item = firstOf(biochemistry);
  expect(isWithdrawn(biochemistry, item)).toBe(false);
  expect(isWithdrawn(biochemistry, { ...item, change: coded('C') })).toBe(true);
  expect(isWithdrawn(biochemistry, { ...item, status: coded('14') })).toBe(true);
  expect(isWithdrawn({ ...biochemistry, change: coded('C') }, item)).toBe(true);
});

test('more will come while the report is preliminary or a result is not done', () => {
  expect(moreWillCome(biochemistry)).toBe(true);
  expect(moreWillCome(reportIn('biochemistry-changed-1.4'))).toBe(false);
  const final = { ...biochemistry, status: coded('F') };
  expect(moreWillCome(final)).toBe(true);
  expect(moreWillCome({ ...final, examined: null })).toBe(false);
  expect(moreWillCome({ ...final, examined: null, status: coded('S') })).toBe(true);
});

test('nothing more comes of a report that was cancelled', () => {
  expect(moreWillCome({ ...biochemistry, change: coded('C') })).toBe(false);
});
