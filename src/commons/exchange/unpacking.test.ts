import { expect, test } from 'vitest';
import { must } from '#kernel/result';
import { plainText, Unpacking } from './unpacking.ts';
import { readXml } from './xml.ts';

const rootOf = (text: string) => must(readXml(new TextEncoder().encode(text))).root;

test('parts are taken out by name, one or many', () => {
  const root = rootOf('<a><b>1</b><b>2</b><c/></a>');
  const letter = new Unpacking(root);
  expect(letter.text(root, 'b')).toBe('1');
  expect(letter.texts(root, 'b')).toEqual(['1', '2']);
  expect(letter.one(root, 'd')).toBeUndefined();
  expect(letter.many(undefined, 'b')).toEqual([]);
  expect(letter.text(root, 'c')).toBeNull();
});

test('a text stays as it stands, a number loses outer spaces', () => {
  const root = rootOf('<a><b> one\n two </b></a>');
  const letter = new Unpacking(root);
  expect(letter.text(root, 'b')).toBe(' one\n two ');
  expect(letter.id(root, 'b')).toBe('one two');
});

test('a code keeps its system, or gets the one of its place', () => {
  const root = rootOf('<a><b V="1" DN="En"/><c V="x" S="1.2" OT="own"/><d/></a>');
  const letter = new Unpacking(root);
  expect(letter.coded(root, 'b', 8245)).toEqual({
    system: '2.16.578.1.12.4.1.1.8245',
    code: '1',
    text: 'En',
    otherText: null,
  });
  expect(letter.coded(root, 'c', 8245)).toEqual({ system: '1.2', code: 'x', text: null, otherText: 'own' });
  expect(letter.coded(root, 'd', 8245)).toBeNull();
  expect(letter.manyCoded(root, 'b')).toHaveLength(1);
});

test('a time stands in an attribute or in the text', () => {
  const root = rootOf('<a><b V="2026-01-02"/><c>2026-01-03</c><d/></a>');
  const letter = new Unpacking(root);
  expect(letter.time(root, 'b')?.day).toBe('2026-01-02');
  expect(letter.time(root, 'c')?.day).toBe('2026-01-03');
  expect(letter.time(root, 'd')).toBeNull();
});

test('what nobody took out is told, with its words and its place', () => {
  const root = rootOf('<a x="7">stray\n<b V="1" W="2">more</b>\n<c><d V="3">deep <e/>er</d></c></a>');
  const letter = new Unpacking(root);
  letter.coded(root, 'b');
  expect(letter.leftIn(root)).toEqual([
    { line: 1, path: 'a@x', text: '7' },
    { line: 1, path: 'a', text: 'stray' },
    { line: 2, path: 'a/b@W', text: '2' },
    { line: 2, path: 'a/b', text: 'more' },
    { line: 3, path: 'a/c', text: '3 deep er' },
  ]);
});

test('a second part where one was expected is told', () => {
  const root = rootOf('<a><b>1</b><b>2</b></a>');
  const letter = new Unpacking(root);
  letter.text(root, 'b');
  expect(letter.leftIn(root)).toEqual([{ line: 1, path: 'a/b', text: '2' }]);
});

test('nothing is left of a letter that was taken out whole', () => {
  const root = rootOf(
    '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x y"><b c="1">2</b></a>',
  );
  const letter = new Unpacking(root);
  const below = letter.one(root, 'b');
  if (below) letter.whole(below);
  expect(letter.leftIn(root)).toEqual([]);
});

test('words with markup are shown as lines', () => {
  const root = rootOf(
    '<t><div><p>Hud <strong>fri</strong>\n rand.</p><p>Linje 2<br/>Linje 3</p><ul><li>a</li><li>b</li></ul></div></t>',
  );
  expect(plainText(root)).toBe('Hud fri rand.\nLinje 2\nLinje 3\na\nb');
});

test('cells of a table are parted by tabs', () => {
  expect(
    plainText(
      rootOf('<t><table><tr><td>Ampicillin</td><td>R</td></tr><tr><td>Mecillinam</td><td>S</td></tr></table></t>'),
    ),
  ).toBe('Ampicillin\tR\nMecillinam\tS');
});

test('words without markup stay to the letter', () => {
  expect(plainText(rootOf('<t>  two\n\n\n  lines </t>'))).toBe('  two\n\n\n  lines ');
});

test('a formatted part leaves nothing behind', () => {
  const root = rootOf('<a><b><p class="x">y</p></b></a>');
  const letter = new Unpacking(root);
  expect(letter.formatted(root, 'b')).toBe('y');
  expect(letter.leftIn(root)).toEqual([]);
  expect(letter.formatted(root, 'none')).toBeNull();
});
