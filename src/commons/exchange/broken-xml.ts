/** Reads what can be read of a file that is not XML, for a person to look at; nothing of it is ever filed by itself. */

import type { XmlAttribute, XmlElement, XmlNode } from './xml.ts';
import { readTextAnyway } from './xml-encoding.ts';

/** Enough for any letter of words; a broken attachment of many megabytes is not gone through. */
const farthestInCharacters = 5_000_000;
const deepest = 200;

/** The first element and all that can be made out below it, or nothing where no element is in sight. */
export function salvageXml(bytes: Uint8Array): XmlElement | undefined {
  const text = readTextAnyway(bytes.subarray(0, farthestInCharacters * 2)).text.slice(0, farthestInCharacters);
  const reader = new BrokenReader(text);
  return reader.read();
}

/**
 * Comment, instruction, CDATA, declaration, end tag, start tag; an unfinished tag at the end of the file is left out.
 * No tag of the standards has more than a handful of attributes; the bound keeps a hostile file from costing hours.
 */
const token =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<![^<>]*>|<\/\s*([^\s<>/]+)[^<>]*>|<([A-Za-z_][^\s<>/="']*)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,40})[^<>]*?(\/?)>/g;
const attributePattern = /([^\s<>/="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

type Open = { readonly element: XmlElement; readonly children: XmlNode[]; readonly tag: string; readonly names: Names };
type Names = ReadonlyMap<string, string>;

class BrokenReader {
  readonly #text: string;
  readonly #open: Open[] = [];
  #root: XmlElement | undefined;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): XmlElement | undefined {
    let after = 0;
    for (const found of this.#text.matchAll(token)) {
      this.#words(unescaped(this.#text.slice(after, found.index)));
      after = found.index + found[0].length;
      const [, cdata, endTag, startTag, attributes = '', closed] = found;
      if (cdata !== undefined) this.#words(cdata);
      else if (endTag !== undefined) this.#end(endTag);
      else if (startTag !== undefined) this.#start(startTag, attributes, closed === '/', found.index);
    }
    this.#words(unescaped(this.#text.slice(after)));
    this.#closeDownTo(0);
    return this.#root;
  }

  #words(text: string): void {
    if (text !== '') this.#open.at(-1)?.children.push(text);
  }

  #start(tag: string, attributeText: string, isClosed: boolean, index: number): void {
    if (this.#open.length >= deepest) return;
    const attributes = [...attributeText.matchAll(attributePattern)].map(
      ([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')] as const,
    );
    const names = namesAfter(this.#open.at(-1)?.names ?? new Map(), attributes);
    const children: XmlNode[] = [];
    const element: XmlElement = {
      ...named(tag, names, names.get('') ?? ''),
      attributes: attributes
        .filter(([name]) => !name.startsWith('xmlns'))
        .map(([name, value]) => attribute(name, value, names)),
      children,
      line: this.#lineAt(index),
    };
    if (this.#root === undefined) this.#root = element;
    this.#open.at(-1)?.children.push(element);
    if (!isClosed) this.#open.push({ element, children, tag, names });
  }

  /** An end tag closes the nearest element of its name and all that was forgotten inside it; a stray one closes nothing. */
  #end(tag: string): void {
    const place = this.#open.findLastIndex((open) => open.tag === tag);
    if (place >= 0) this.#closeDownTo(place);
  }

  #closeDownTo(place: number): void {
    for (let forgotten = this.#open.length - 1; forgotten > place; forgotten--) this.#giveBack(forgotten);
    this.#open.length = place;
  }

  /** A part with a value of its own has no parts below it in these standards; those belong to the one around it. */
  #giveBack(place: number): void {
    const { element, children } = this.#open[place] as Open;
    const first = children.findIndex((child) => typeof child !== 'string');
    const words = first > 0 ? children.slice(0, first).join('').trim() : '';
    if (first < 0 || (element.attributes.length === 0 && words === '')) return;
    for (const child of children.splice(first)) this.#open[place - 1]?.children.push(child);
  }

  #lineAt(index: number): number {
    for (let at = this.#counted; at < index; at++) if (this.#text.charCodeAt(at) === 10) this.#line++;
    this.#counted = index;
    return this.#line;
  }
}

function namesAfter(outer: Names, attributes: readonly (readonly [string, string])[]): Names {
  const declared = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, value]) => [name.slice(6), value] as const)]);
}

function named(tag: string, names: Names, unprefixed: string): { name: string; namespace: string } {
  const colon = tag.indexOf(':');
  if (colon < 0) return { name: tag, namespace: unprefixed };
  return { name: tag.slice(colon + 1), namespace: names.get(tag.slice(0, colon)) ?? '' };
}

function attribute(tag: string, value: string, names: Names): XmlAttribute {
  return { ...named(tag, names, ''), value };
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
      if (Number.isNaN(code)) return entities[name] ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
