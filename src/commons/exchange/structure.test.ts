import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { type GrammarTable, grammarOf } from './grammar.ts';
import { kithTypes, packedFile } from './kith.table.ts';
import { structureProblems } from './structure.ts';
import { readXml } from './xml.ts';

const lender: GrammarTable = {
  namespace: 'urn:lender',
  source: 'test',
  year: 2026,
  roots: [],
  dataTypes: kithTypes,
  elements: { Stamp: ':anything' },
  types: { Who: 'Name:string Born:date?' },
};
const letter: GrammarTable = {
  namespace: 'urn:letter',
  source: 'test',
  year: 2026,
  roots: ['Letter'],
  dataTypes: { ...kithTypes, mark: { text: 'string', fixed: 'v1', mayBeEmpty: true } },
  uses: { lender },
  elements: {
    Letter:
      'Kind:CS Mark:mark? Note:ST* ( Sender | Machine )? Item+ ( From:TS Until:TS )? Person:lender.Who? lender.Stamp? Box:declared?',
    Sender: 'Name:ST',
    Machine: 'Number:INT',
    Item: '( Value:PQ | Words:anything )? Item*',
  },
};

const problems = (inside: string, extra: readonly GrammarTable[] = []) => {
  const text = `<Letter xmlns="urn:letter" xmlns:l="urn:lender" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inside}</Letter>`;
  const root = must(readXml(new TextEncoder().encode(text))).root;
  return structureProblems(root, letter, extra).map(({ fault, path, name }) => `${fault}: ${path} ${name}`);
};

test.each([
  ['the least', '<Kind/><Item/>'],
  [
    'the most',
    '<Kind V="A"/><Mark>v1</Mark><Note>a</Note><Note/><Machine><Number> 1 </Number></Machine><Item/><Item/><From/><Until/><Person><l:Name/></Person><l:Stamp any="x">words<y xmlns="urn:y"/></l:Stamp>',
  ],
  ['one of two', '<Kind/><Sender><Name>x</Name></Sender><Item/>'],
  ['nested items', '<Kind/><Item><Value V="1.5" U="g"/><Item><Item/></Item></Item>'],
  ['an empty mark', '<Kind/><Mark/><Item/>'],
  ['spaces, comments and instructions between parts', '\n <Kind><!-- c --></Kind> <?x y?> <Item/> \n'],
  ['notes on the notation', '<Kind xsi:schemaLocation="a b"/><Item/>'],
  ['a stated type that is the type', '<Kind xmlns:k="urn:k" xsi:type="k:CS"/><Item/>'],
  ['an own class in a box', '<Kind/><Item/><Box><Sender><Name/></Sender><Sender><Name/></Sender></Box>'],
  ['words with own classes in them', '<Kind/><Item><Words a="1">x<Sender><Name/></Sender></Words></Item>'],
])('a letter with %s is as it should be', (_, inside) => {
  expect(problems(inside)).toEqual([]);
});

test.each([
  ['a missing part', '<Item/>', ['element missing: Letter Kind']],
  ['two missing parts', '', ['element missing: Letter Kind', 'element missing: Letter Item']],
  ['a part twice', '<Kind/><Kind/><Item/>', ['element not expected here: Letter Kind']],
  [
    'parts in the wrong order',
    '<Item/><Kind/>',
    ['element missing: Letter Kind', 'element not expected here: Letter Kind'],
  ],
  ['an unknown part', '<Kind/><Other/><Item/>', ['element not expected here: Letter Other']],
  [
    'both of a choice',
    '<Kind/><Sender><Name/></Sender><Machine><Number>1</Number></Machine><Item/>',
    ['element not expected here: Letter Machine'],
  ],
  ['half of a pair', '<Kind/><Item/><From/>', ['element missing: Letter Until']],
  ['the other half of a pair', '<Kind/><Item/><Until/>', ['element not expected here: Letter Until']],
  [
    'a part of no namespace',
    '<Kind xmlns=""/><Item/>',
    ['element not expected here: Letter Kind', 'element missing: Letter Kind'],
  ],
  [
    'a borrowed part in the wrong namespace',
    '<Kind/><Item/><Person><Name/></Person>',
    ['element not expected here: Letter/Person Name', 'element missing: Letter/Person Name'],
  ],
  ['stray words', '<Kind/>word<Item/>', ['text where none belongs: Letter Letter']],
  ['words in an empty part', '<Kind> </Kind><Item/>', ['text where none belongs: Letter/Kind Kind']],
  ['a part inside a value', '<Kind/><Note><b/></Note><Item/>', ['element not expected here: Letter/Note b']],
  ['an unknown attribute', '<Kind X="1"/><Item/>', ['attribute not known: Letter/Kind X']],
  ['a known attribute of a namespace', '<Kind l:V="1"/><Item/>', ['attribute not known: Letter/Kind V']],
  ['nil', '<Kind xsi:nil="true"/><Item/>', ['attribute not known: Letter/Kind nil']],
  ['a stated type that is another', '<Kind xsi:type="CV"/><Item/>', ['value of wrong kind: Letter/Kind type']],
  ['a value of the wrong kind', '<Kind/><Item><Value V="1,5"/></Item>', ['value of wrong kind: Letter/Item/Value V']],
  [
    'a text of the wrong kind',
    '<Kind/><Machine><Number>one</Number></Machine><Item/>',
    ['value of wrong kind: Letter/Machine/Number Number'],
  ],
  ['another mark', '<Kind/><Mark>v2</Mark><Item/>', ['value of wrong kind: Letter/Mark Mark']],
  [
    'a foreign part in a box',
    '<Kind/><Item/><Box><b xmlns="urn:b"/></Box>',
    ['element not expected here: Letter/Box b'],
  ],
  ['words in a box', '<Kind/><Item/><Box>x</Box>', ['text where none belongs: Letter/Box Box']],
  [
    'a broken own class in words',
    '<Kind/><Item><Words><Sender/></Words></Item>',
    ['element missing: Letter/Item/Words/Sender Name'],
  ],
])('a letter with %s is told so', (_, inside, expected) => {
  expect(problems(inside)).toEqual(expected);
});

test('what lies in a box may be described by another standard, when that is agreed', () => {
  const box = (file: string) =>
    `<Kind/><Item/><Box><b:Base64Container xmlns:b="${packedFile.namespace}">${file}</b:Base64Container></Box>`;
  expect(problems(box('QUJD'))).toHaveLength(1);
  expect(problems(box('QUJD'), [packedFile])).toEqual([]);
  expect(problems(box('nøff'), [packedFile])).toEqual([
    'value of wrong kind: Letter/Box/Base64Container Base64Container',
  ]);
});

test('another letter is not taken for this one', () => {
  const root = must(readXml(new TextEncoder().encode('<Letter xmlns="urn:other"/>'))).root;
  expect(structureProblems(root, letter)).toEqual([
    { fault: 'not the expected root', line: 1, path: 'Letter', name: 'Letter' },
  ]);
});

test('the problem tells the line', () => {
  const root = must(
    readXml(new TextEncoder().encode('<Letter xmlns="urn:letter">\n<Kind/>\n<Oh/>\n<Item/></Letter>')),
  ).root;
  expect(structureProblems(root, letter)).toEqual([
    { fault: 'element not expected here', line: 3, path: 'Letter', name: 'Oh' },
  ]);
});

test('a table is read once, and a fault in a table is found', () => {
  expect(grammarOf(letter)).toBe(grammarOf(letter));
  const faulty = (line: string): GrammarTable => ({ ...letter, elements: { Letter: line } });
  const root = must(readXml(new TextEncoder().encode('<Letter xmlns="urn:letter"><A/></Letter>'))).root;
  expect(() => structureProblems(root, faulty('A:Unknown'))).toThrow('no data type Unknown');
  expect(() => structureProblems(root, faulty('A'))).toThrow('no line for A');
  expect(() => structureProblems(root, faulty('nobody.A'))).toThrow('no table nobody');
});
