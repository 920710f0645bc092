/** Unpacks a received letter, and remembers what nobody has taken out, so that no word of it is lost silently. */

import { nationalSystem } from '#kernel/codes';
import type { Coded } from './coded.ts';
import { type ReceivedTime, receivedTime } from './received-time.ts';
import { elementsOf } from './structure.ts';
import type { XmlElement } from './xml.ts';
import { collapsed } from './xml-value.ts';

/** A part of the letter that has no place of its own in our picture of it. */
export type AlsoReceived = { readonly line: number; readonly path: string; readonly text: string };

type Taken = { readonly attributes: Set<string>; text: boolean; whole: boolean };

export class Unpacking {
  readonly #taken = new Map<XmlElement, Taken>();

  constructor(root: XmlElement) {
    this.#take(root);
  }

  /** By name alone: parts may bear the namespace of another standard, and a broken letter none. */
  one(parent: XmlElement | undefined, name: string): XmlElement | undefined {
    const found = parent && elementsOf(parent).find((child) => child.name === name);
    if (found) this.#take(found);
    return found;
  }

  many(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
    const found = parent ? elementsOf(parent).filter((child) => child.name === name) : [];
    for (const element of found) this.#take(element);
    return found;
  }

  /** The text of a part as it stands, or null where the part is absent or empty. */
  text(parent: XmlElement | undefined, name: string): string | null {
    return this.textOf(this.one(parent, name));
  }

  texts(parent: XmlElement | undefined, name: string): readonly string[] {
    return this.many(parent, name)
      .map((element) => this.textOf(element))
      .filter((text) => text !== null);
  }

  /** A number or name of one line: outer and repeated spaces mean nothing. */
  id(parent: XmlElement | undefined, name: string): string | null {
    const text = this.text(parent, name);
    return text === null ? null : collapsed(text) || null;
  }

  textOf(element: XmlElement | undefined): string | null {
    if (!element) return null;
    this.#take(element).text = true;
    const text = element.children.filter((child) => typeof child === 'string').join('');
    return text.trim() === '' ? null : text;
  }

  /** A text that may hold paragraphs and lists: its words with the line breaks that they would be shown with. */
  formatted(parent: XmlElement | undefined, name: string): string | null {
    const element = this.one(parent, name);
    if (!element) return null;
    this.#take(element).whole = true;
    const text = plainText(element);
    return text.trim() === '' ? null : text;
  }

  /** `systemNumber` is the code system that the standard lays down where the message names none. */
  coded(parent: XmlElement | undefined, name: string, systemNumber: number | null = null): Coded | null {
    return this.codedOf(this.one(parent, name), systemNumber);
  }

  manyCoded(parent: XmlElement | undefined, name: string, systemNumber: number | null = null): readonly Coded[] {
    return this.many(parent, name)
      .map((element) => this.codedOf(element, systemNumber))
      .filter((coded) => coded !== null);
  }

  codedOf(element: XmlElement | undefined, systemNumber: number | null): Coded | null {
    if (!element) return null;
    const value = (name: string) => this.attribute(element, name);
    const system = value('S') ?? (systemNumber === null ? null : nationalSystem(systemNumber));
    const coded = { system, code: value('V'), text: value('DN'), otherText: value('OT') };
    return coded.code === null && coded.text === null && coded.otherText === null ? null : coded;
  }

  time(parent: XmlElement | undefined, name: string): ReceivedTime | null {
    const element = this.one(parent, name);
    const text = element && (this.attribute(element, 'V') ?? this.textOf(element));
    return text ? receivedTime(collapsed(text)) : null;
  }

  /** An attribute as it stands, or null where it is absent or blank. */
  attribute(element: XmlElement, name: string): string | null {
    const found = element.attributes.find((attribute) => attribute.name === name && attribute.namespace === '');
    if (found) this.#take(element).attributes.add(name);
    return found && found.value.trim() !== '' ? found.value : null;
  }

  /** Takes a part as it is, all that is below it included: it is kept elsewhere. */
  whole(element: XmlElement): void {
    this.#take(element).whole = true;
  }

  /** Everything that was not taken out, in the order of the letter. */
  leftIn(root: XmlElement, path: string = root.name): readonly AlsoReceived[] {
    return this.#left(root, path);
  }

  #take(element: XmlElement): Taken {
    const known = this.#taken.get(element);
    if (known) return known;
    const taken = { attributes: new Set<string>(), text: false, whole: false };
    this.#taken.set(element, taken);
    return taken;
  }

  #left(element: XmlElement, path: string): readonly AlsoReceived[] {
    const taken = this.#taken.get(element);
    const at = { line: element.line, path };
    if (!taken) return [{ ...at, text: allWords(element) }];
    if (taken.whole) return [];
    const attributes = element.attributes
      .filter(
        ({ name, namespace, value }) => !isNotation(namespace) && !taken.attributes.has(name) && value.trim() !== '',
      )
      .map(({ name, value }) => ({ line: element.line, path: `${path}@${name}`, text: value }));
    const stray = taken.text ? '' : collapsed(element.children.filter((child) => typeof child === 'string').join(' '));
    const below = elementsOf(element).flatMap((child) => this.#left(child, `${path}/${child.name}`));
    return [...attributes, ...(stray === '' ? [] : [{ ...at, text: stray }]), ...below];
  }
}

/** Schema locations and the like say nothing to a reader. */
function isNotation(namespace: string): boolean {
  return namespace === 'http://www.w3.org/2001/XMLSchema-instance';
}

/** Every attribute value and text of a part, parted by spaces. */
function allWords(element: XmlElement): string {
  const own = element.attributes.filter(({ namespace }) => !isNotation(namespace)).map(({ value }) => value);
  const below = element.children.map((child) => (typeof child === 'string' ? child : allWords(child)));
  return collapsed([...own, ...below].join(' '));
}

const breaksAfter = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
]);

/** Text as it stands; with markup (XHTML in the messages) as lines, the cells of a table parted by tabs. */
export function plainText(element: XmlElement): string {
  if (element.children.every((child) => typeof child === 'string')) return element.children.join('');
  return linesOf(element)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function linesOf(element: XmlElement): string {
  const parts = element.children.map((child) => {
    if (typeof child === 'string') return child.replace(/[ \t\n\r]+/g, ' ');
    const inside = linesOf(child);
    if (['td', 'th'].includes(child.name)) return `${inside.trim()}\t`;
    return breaksAfter.has(child.name) ? `${inside.trim()}\n` : inside;
  });
  return parts.join('');
}
