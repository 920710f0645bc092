import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { hasDocumentType, largestFileInBytes, readXml, type XmlElement } from './xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const rootOf = (text: string): XmlElement => must(readXml(bytes(text))).root;
const why = (input: Uint8Array) => {
  const read = readXml(input);
  return read.ok ? 'read' : read.why;
};

test('a letter becomes a tree of names, namespaces, attributes and texts', () => {
  const root = rootOf('<a xmlns="urn:a" xmlns:p="urn:p" p:q="1" r="2">x<b/>y</a>');
  expect(root.name).toBe('a');
  expect(root.namespace).toBe('urn:a');
  expect(root.attributes).toEqual([
    { name: 'q', namespace: 'urn:p', value: '1' },
    { name: 'r', namespace: '', value: '2' },
  ]);
  expect(root.children).toEqual(['x', { name: 'b', namespace: 'urn:a', attributes: [], children: [], line: 1 }, 'y']);
});

test('every part knows the line that it stands on, as far as line 65 535', () => {
  const lineOfPart = (lines: number) => (rootOf(`<a>${'\n'.repeat(lines)}<b/></a>`).children[1] as XmlElement).line;
  expect(lineOfPart(9)).toBe(10);
  expect(lineOfPart(70_000)).toBe(65_535);
});

test('nothing after an instruction to programs is lost', () => {
  const root = rootOf('<a>one<?note here?>two<b/><!-- aside -->three</a>');
  expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual([
    'one',
    'two',
    'b',
    'three',
  ]);
});

test('marked sections and escaped letters become plain text', () => {
  expect(rootOf('<a>1 &lt; 2 &#248;<![CDATA[ <raw> ]]></a>').children.join('')).toBe('1 < 2 ø <raw> ');
});

test('the tree cannot be changed', () => {
  expect(Object.isFrozen(rootOf('<a/>'))).toBe(true);
});

test('a broken letter is not read, and the reader says where it stopped', () => {
  const read = readXml(bytes('<a>\n<b>\n</a>'));
  expect(read).toMatchObject({ ok: false, why: 'not well-formed', facts: { line: 3 } });
});

test.each([
  ['two roots', '<a/><b/>'],
  ['an unknown prefix', '<x:a/>'],
  ['an unknown entity', '<a>&foo;</a>'],
  ['the same attribute twice', '<a b="1" b="2"/>'],
  ['a control character', '<a>\u0001</a>'],
  ['words before the root', 'hello <a/>'],
  ['no element', '   '],
  ['a later edition of XML', '<?xml version="2.0"?><a/>'],
])('%s is not well-formed', (_, text) => {
  expect(why(bytes(text))).toBe('not well-formed');
});

test('an empty file is empty', () => {
  expect(why(new Uint8Array())).toBe('empty');
});

test('a document type is refused before anything in it is read', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "${'&x;'.repeat(50)}">]><a>&y;</a>`;
  expect(why(bytes(laughs))).toBe('document type not allowed');
  expect(why(bytes('<?xml version="1.0"?>\n<!-- note -->\n<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>'))).toBe(
    'document type not allowed',
  );
});

test('the words of a document type inside a text do no harm', () => {
  expect(hasDocumentType('<a><![CDATA[<!DOCTYPE a>]]></a>')).toBe(false);
  expect(hasDocumentType('<!-- <!DOCTYPE a> --><a/>')).toBe(false);
  expect(why(bytes('<!-- <!DOCTYPE a> --><a/>'))).toBe('read');
});

test('a file larger than the limit is refused unread', () => {
  expect(why(new Uint8Array(largestFileInBytes + 1).fill(0x20))).toBe('too large');
});

test('an attachment of more than ten million letters is read', () => {
  expect(rootOf(`<a>${'A'.repeat(11_000_000)}</a>`).children.join('')).toHaveLength(11_000_000);
});

test('a letter of very many levels is refused, not followed to the bottom', () => {
  expect(why(bytes('<a>'.repeat(1500) + '</a>'.repeat(1500)))).toBe('too deep');
  expect(why(bytes('<a>'.repeat(199) + '</a>'.repeat(199)))).toBe('read');
});

test('a letter in two-byte letters that claims western European is read, and the claim is known to be false', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>ærlig</a>';
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)]);
  const read = must(readXml(utf16));
  expect(read.root.children).toEqual(['ærlig']);
  expect(read).toMatchObject({
    declaredEncoding: 'ISO-8859-1',
    foundEncoding: 'utf-16le',
    encodingIsAsDeclared: false,
  });
});

test('a letter in western European letters is read by what it declares', () => {
  const head = bytes('<?xml version="1.0" encoding="iso-8859-1"?><a>');
  const read = must(readXml(new Uint8Array([...head, 0xf8, ...bytes('</a>')])));
  expect(read.root.children).toEqual(['ø']);
  expect(read.encodingIsAsDeclared).toBe(true);
});

test('bytes that do not fit the declared encoding are no XML', () => {
  expect(why(new Uint8Array([...bytes('<a>'), 0xf8, ...bytes('</a>')]))).toBe('bytes do not fit encoding');
});

test('an encoding that nobody knows is told as such', () => {
  expect(why(bytes('<?xml version="1.0" encoding="klingon"?><a/>'))).toBe('unknown encoding');
});

test('whatever the bytes are, reading them answers and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(typeof readXml(noise).ok).toBe('boolean');
    }),
  );
});
