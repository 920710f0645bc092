import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { salvageXml } from './broken-xml.ts';
import { readXml, type XmlElement } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const salvaged = (text: string) => salvageXml(bytes(text)) as XmlElement;
/** Names below each other, as `a(b c(d))`. */
const shape = (element: XmlElement): string => {
  const below = element.children.filter((child) => typeof child !== 'string').map(shape);
  return below.length > 0 ? `${element.name}(${below.join(' ')})` : element.name;
};

test('a whole letter is read as the strict reader reads it', () => {
  const text =
    '<?xml version="1.0"?><!-- note --><p:a xmlns:p="urn:p" xmlns="urn:d" v="1 &amp; 2"><b p:w="x"/>\n<c><![CDATA[<raw> ø]]></c><d>&#248;</d></p:a>';
  expect(salvaged(text)).toEqual(must(readXml(bytes(text))).root);
});

test('a value that was not closed gives back what it swallowed', () => {
  expect(shape(salvaged('<Patient><OffId>1</OffId><TypeOffId V="FNR"><Name>x</Name><Item/></Patient>'))).toBe(
    'Patient(OffId TypeOffId Name Item)',
  );
  expect(shape(salvaged('<Report><Id>77<Comment>x</Comment></Report>'))).toBe('Report(Id Comment)');
});

test('a part without a value of its own keeps what lies in it', () => {
  expect(shape(salvaged('<Report><Patient><Name>x</Name></Report>'))).toBe('Report(Patient(Name))');
});

test('a file cut off in the middle is read as far as it goes', () => {
  expect(shape(salvaged('<a><b>one</b><c><d>two</d><e V="'))).toBe('a(b c(d))');
  expect(shape(salvaged('<a><b>one</b><c'))).toBe('a(b)');
});

test('a stray end tag closes nothing', () => {
  expect(shape(salvaged('<a><b/></x><c/></a>'))).toBe('a(b c)');
});

test('a prefix that was never declared leaves the name without a namespace', () => {
  const { root, child } = { root: salvaged('<mh:Head><mh:Type V="X"/></mh:Head>'), child: 'Type' };
  expect(root).toMatchObject({ name: 'Head', namespace: '' });
  expect(shape(root)).toBe(`Head(${child})`);
});

test('escapes that mean nothing stay as they stand', () => {
  expect(salvaged('<a>&foo; &#x0; &#99999999; &#x41;</a>').children.join('')).toBe('&foo; &#x0; &#99999999; A');
});

test('lines are counted as the strict reader counts them', () => {
  const root = salvaged('<a>\n<b/>\n\n<c/></a>');
  expect(root.children.filter((child) => typeof child !== 'string').map(({ line }) => line)).toEqual([2, 4]);
});

test('where there is no element there is nothing', () => {
  expect(salvageXml(bytes('just words'))).toBeUndefined();
  expect(salvageXml(new Uint8Array())).toBeUndefined();
});

test('a hostile file is read within seconds', () => {
  const hostile = [
    `<a${' b=""'.repeat(400_000)}`,
    '<!'.repeat(1_000_000),
    '<a>'.repeat(500_000),
    `<a><b V="1">${'<c/>'.repeat(300_000)}</a>`,
    `</${' '.repeat(1_000_000)}`,
    '<a b='.repeat(300_000),
  ];
  for (const text of hostile) {
    const started = performance.now();
    salvageXml(bytes(text));
    expect(performance.now() - started).toBeLessThan(8_000);
  }
});

test('whatever the bytes are, it answers', () => {
  const pieces = fc.constantFrom(
    '<a>',
    '</a>',
    '<b V="1">',
    '</b>',
    'x',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&',
    '&amp;',
    '<',
    '>',
    '"',
    ' ',
    '<c/>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const root = salvageXml(bytes(parts.join('')));
      expect(root === undefined || typeof root.name === 'string').toBe(true);
    }),
  );
});
