import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { declarationHolds, readText, readTextAnyway } from './xml-encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const twoBytes = (text: string, bigEndian = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, place) => {
    view.setUint16(place * 2, letter.charCodeAt(0), !bigEndian);
  });
  return bytes;
};
const declaring = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>ø</a>`;

test('a file that declares nothing is UTF-8', () => {
  expect(must(readText(utf8('<a>ø</a>')))).toEqual({ text: '<a>ø</a>', declared: null, found: 'utf-8' });
});

test('a byte-order mark tells the family and is no part of the text', () => {
  expect(must(readText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('<a/>')])))).toMatchObject({
    text: '<a/>',
    found: 'utf-8',
  });
  expect(must(readText(new Uint8Array([0xff, 0xfe, ...twoBytes('<a/>')])))).toMatchObject({
    text: '<a/>',
    found: 'utf-16le',
  });
  expect(must(readText(new Uint8Array([0xfe, 0xff, ...twoBytes('<a/>', true)])))).toMatchObject({
    text: '<a/>',
    found: 'utf-16be',
  });
});

test('two-byte letters are known without a mark too', () => {
  expect(must(readText(twoBytes(declaring('ISO-8859-1'))))).toMatchObject({
    declared: 'ISO-8859-1',
    found: 'utf-16le',
  });
  expect(must(readText(twoBytes(declaring('UTF-16'), true)))).toMatchObject({ declared: 'UTF-16', found: 'utf-16be' });
});

test('single bytes are read as declared', () => {
  const bytes = new Uint8Array([
    ...utf8('<?xml version="1.0" encoding="ISO-8859-1"?><a>'),
    0xe6,
    0xf8,
    0xe5,
    ...utf8('</a>'),
  ]);
  expect(must(readText(bytes)).text).toContain('<a>æøå</a>');
});

test('single bytes that claim to be two-byte letters are tried as UTF-8', () => {
  const read = must(readText(utf8(declaring('UTF-16'))));
  expect(read.found).toBe('utf-8');
  expect(read.text).toContain('ø');
  expect(declarationHolds(read)).toBe(false);
});

test.each([
  ['UTF-8', true],
  ['utf8', true],
  ['UTF-16', false],
])('a UTF-8 file that declares %s tells the truth: %s', (encoding, holds) => {
  expect(declarationHolds(must(readText(utf8(declaring(encoding)))))).toBe(holds);
});

test('a file that declares UTF-16 and is, tells the truth', () => {
  expect(declarationHolds(must(readText(twoBytes(declaring('UTF-16')))))).toBe(true);
});

test('what cannot be read is refused with the reason', () => {
  expect(readText(new Uint8Array())).toEqual({ ok: false, why: 'empty' });
  expect(readText(utf8(declaring('x-own-letters')))).toEqual({ ok: false, why: 'unknown encoding' });
  expect(readText(new Uint8Array([0x3c, 0x61, 0xff]))).toEqual({ ok: false, why: 'bytes do not fit encoding' });
});

test('for a person to look at, anything becomes letters', () => {
  const read = readTextAnyway(new Uint8Array([...utf8('<?xml version="1.0"?><a>'), 0xf8]));
  expect(read).toEqual({ text: '<?xml version="1.0"?><a>ø', declared: null, found: 'windows-1252' });
});

test('every text of ours comes back from UTF-8 and from two-byte letters', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const text = `<a>${words.replace(/\uFEFF/g, '')}</a>`;
      expect(must(readText(utf8(text))).text).toBe(text);
      expect(must(readText(twoBytes(text.normalize().replace(/[^\0-\uffff]/gu, '')))).found).toBe('utf-16le');
    }),
  );
});
