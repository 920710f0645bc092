import { expect, test } from 'vitest';
import { sayRemark } from './exchange.texts.ts';
import { kithTypes } from './kith.table.ts';
import { judgeStructure, nothingToSay, openLetter, readingOf, together } from './opened-letter.ts';
import { fault, remark, remarkOf } from './remark.ts';
import { elementsOf } from './structure.ts';
import { largestFileInBytes } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const table = {
  namespace: 'urn:a',
  source: 'test',
  year: 2026,
  roots: ['A'],
  dataTypes: kithTypes,
  elements: { A: 'B:CS' },
};

test('a whole letter is opened without remarks', () => {
  expect(openLetter(bytes('<Message xmlns="http://www.kith.no/xmlstds/labsvar/2012-02-15"/>'))).toMatchObject({
    faults: [],
    remarks: [],
    recognised: { kind: 'svarrapport', version: { version: '1.4' } },
  });
});

test('a broken letter is known for what it is all the same', () => {
  expect(openLetter(bytes('<Message xmlns="http://www.kith.no/xmlstds/labsvar/2012-02-15"><Type>'))).toMatchObject({
    faults: [{ code: 'T01', remark: { kind: 'not well-formed', line: 1 } }],
    recognised: { kind: 'svarrapport' },
  });
});

test.each([
  ['an empty file', new Uint8Array(), 'T01', 'empty'],
  ['noise', new Uint8Array([1, 2, 3, 250, 251]), 'T01', 'bytes do not fit encoding'],
  ['words', bytes('Hei'), 'T01', 'not well-formed'],
  [
    'a letter in an encoding of its own',
    bytes('<?xml version="1.0" encoding="x-own"?><a/>'),
    'T01',
    'unknown encoding',
  ],
  ['a letter with a document type', bytes('<!DOCTYPE a><a/>'), 'T99', 'document type not allowed'],
  ['a letter of many levels', bytes('<a>'.repeat(900) + '</a>'.repeat(900)), 'T99', 'too deep'],
  ['a very large file', new Uint8Array(largestFileInBytes + 1), 'T99', 'too large'],
])('%s is set aside with the code that tells why', (_, input, code, kind) => {
  expect(openLetter(input).faults).toMatchObject([{ code, remark: { kind } }]);
});

test('a false claim about the encoding is remarked on', () => {
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...[...'<?xml version="1.0" encoding="ISO-8859-1"?><a/>'].flatMap((c) => [c.charCodeAt(0), 0]),
  ]);
  expect(openLetter(utf16).remarks).toEqual([
    { kind: 'encoding other than declared', line: null, name: 'ISO-8859-1 → utf-16le' },
  ]);
});

test('a letter that is built wrongly has one T02, and remarks that tell all', () => {
  const { recognised } = openLetter(bytes('<A xmlns="urn:a">\n<C/><D/></A>'));
  const judged = recognised ? judgeStructure(recognised.letter, table) : nothingToSay;
  expect(judged.faults).toEqual([{ code: 'T02', remark: { kind: 'element not expected here', line: 2, name: 'A/C' } }]);
  expect(judged.remarks.map(({ name }) => name)).toEqual(['A/C', 'A/D', 'A/B']);
  expect(recognised && elementsOf(recognised.letter)).toHaveLength(2);
});

test('packed files may be admitted where only described parts belong', () => {
  const box = { ...table, elements: { A: 'B:declared' } };
  const { recognised } = openLetter(
    bytes(
      '<A xmlns="urn:a"><B><c:Base64Container xmlns:c="http://www.kith.no/xmlstds/base64container">QQ==</c:Base64Container></B></A>',
    ),
  );
  expect(recognised && judgeStructure(recognised.letter, box).faults).toHaveLength(1);
  expect(recognised && judgeStructure(recognised.letter, box, 'admitted').faults).toEqual([]);
});

test('what several have to say is put together in order', () => {
  const one = { faults: [fault('T02', 'element missing')], remarks: [remark('test message')] };
  const two = { faults: [fault('E30', 'patient number missing')], remarks: [] };
  expect(together(one, nothingToSay, two).faults.map(({ code }) => code)).toEqual(['T02', 'E30']);
});

test('a letter without faults is accepted, one with faults is rejected and shown', () => {
  expect(readingOf('content', { ...nothingToSay, originals: [] })).toEqual({
    outcome: 'accepted',
    content: 'content',
    originals: [],
    remarks: [],
  });
  const rejected = readingOf('content', {
    faults: [fault('E30', 'patient number missing')],
    remarks: [],
    originals: [],
  });
  expect(rejected).toMatchObject({
    outcome: 'rejected',
    salvaged: 'content',
    remarks: [{ kind: 'shown although rejected' }],
  });
  expect(readingOf(null, { faults: [fault('T01', 'empty')], remarks: [], originals: [] })).toMatchObject({
    salvaged: null,
    remarks: [],
  });
  expect(() => readingOf(null, { ...nothingToSay, originals: [] })).toThrow();
});

test('a problem is named by its path, an attribute after an at-sign', () => {
  const named = (problem: Parameters<typeof remarkOf>[0]) => remarkOf(problem).name;
  expect(named({ fault: 'element missing', line: 1, path: 'A', name: 'B' })).toBe('A/B');
  expect(named({ fault: 'attribute not known', line: 1, path: 'A/B', name: 'X' })).toBe('A/B@X');
  expect(named({ fault: 'value of wrong kind', line: 1, path: 'A/B', name: 'V' })).toBe('A/B@V');
  expect(named({ fault: 'value of wrong kind', line: 1, path: 'A/B', name: 'B' })).toBe('A/B');
  expect(named({ fault: 'text where none belongs', line: 1, path: 'A/B', name: 'B' })).toBe('A/B');
  expect(named({ fault: 'not the expected root', line: 1, path: 'A', name: 'A' })).toBe('A');
});

test('a remark is a sentence in either language, with its line', () => {
  const missing = remark('element missing', 'Message/Type', 4);
  expect(sayRemark('nb', missing)).toBe('Elementet mangler: Message/Type (linje 4)');
  expect(sayRemark('en', missing)).toBe('Element missing: Message/Type (line 4)');
  expect(sayRemark('nb', remark('empty'))).toBe('Filen er tom');
});
