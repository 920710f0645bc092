import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { readXml } from './xml.ts';
import { draft, draftText, writeXml } from './xml-writer.ts';

const read = (text: string) => must(readXml(new TextEncoder().encode(text))).root;

test('a letter is written with its namespace, one part a line', () => {
  const text = writeXml(draft('A', {}, draft('B', { V: '1' }), draftText('C', 'x')), 'urn:a');
  expect(text).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<A xmlns="urn:a">\n  <B V="1"/>\n  <C>x</C>\n</A>\n');
});

test('what is absent is not written', () => {
  expect(draft('A', { V: null, DN: undefined, S: '' }, null, undefined, [draft('B', {}), null])).toEqual({
    name: 'A',
    attributes: { S: '' },
    children: [{ name: 'B', attributes: {}, children: [] }],
  });
  expect(draftText('A', null)).toBeNull();
  expect(draftText('A', '')).toEqual({ name: 'A', attributes: {}, children: [''] });
});

test('signs that XML uses itself are escaped', () => {
  const text = writeXml(draft('A', { V: '<"&>\n' }, 'a < b & "c" > d\r'), 'urn:a');
  expect(text).toContain('V="&lt;&quot;&amp;&gt;&#10;"');
  expect(text).toContain('>a &lt; b &amp; "c" &gt; d&#13;<');
});

test('what cannot stand in XML is left out', () => {
  expect(writeXml(draft('A', {}, 'a\u0000b\u001fc\ufffed\ud800'), 'urn:a')).toContain('>abcd\ufffd<');
});

test('every text comes back as it was written, in a part and in an attribute', () => {
  const sendable = fc
    .string({ unit: 'grapheme' })
    .map((text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''));
  fc.assert(
    fc.property(sendable, (words) => {
      const root = read(writeXml(draft('A', { V: words }, draft('B', {}, `-${words}-`)), 'urn:a'));
      const [below] = root.children.filter((child) => typeof child !== 'string');
      expect(root.attributes[0]?.value).toBe(words);
      expect(below?.children.join('')).toBe(`-${words}-`);
    }),
  );
});

test('words beside a part stay on their line', () => {
  expect(writeXml(draft('A', {}, 'x', draft('B', {}), 'y'), 'urn:a')).toContain('<A xmlns="urn:a">x<B/>y</A>');
});
