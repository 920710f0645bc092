/** Holds a received letter against the table of its standard, and says where it is built otherwise than agreed. */

import { type Content, type DataType, type Grammar, type GrammarTable, grammarOf, type Part } from './grammar.ts';
import type { XmlAttribute, XmlElement } from './xml.ts';
import { collapsed, isValueOf } from './xml-value.ts';

export type StructureFault =
  | 'not the expected root'
  | 'element not expected here'
  | 'element missing'
  | 'attribute not known'
  | 'value of wrong kind'
  | 'text where none belongs';
/** Where and what, without any word of the letter itself: it may name a patient. */
export type StructureProblem = {
  readonly fault: StructureFault;
  readonly line: number;
  /** Names of the elements from the root, as `Message/ServReport/IssueDate`. */
  readonly path: string;
  /** The element or attribute that is meant. */
  readonly name: string;
};

/**
 * All breaches in the order of the letter, none when it is built as the standard says. `alsoDeclared` are tables whose
 * elements may lie where the standard takes only such as are described somewhere (its strict wildcard).
 */
export function structureProblems(
  root: XmlElement,
  table: GrammarTable,
  alsoDeclared: readonly GrammarTable[] = [],
): readonly StructureProblem[] {
  const check = new Check(grammarOf(table), alsoDeclared.map(grammarOf));
  check.root(root);
  return check.problems;
}

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
const blank = /^[\t\n\r ]*$/;

class Check {
  readonly problems: StructureProblem[] = [];
  readonly #grammar: Grammar;
  readonly #declared: readonly Grammar[];

  constructor(grammar: Grammar, alsoDeclared: readonly Grammar[]) {
    this.#grammar = grammar;
    this.#declared = [grammar, ...alsoDeclared];
  }

  root(root: XmlElement): void {
    const { namespace, roots } = this.#grammar.table;
    const content = this.#grammar.contentOf(root.name);
    if (root.namespace !== namespace || !roots.includes(root.name) || !content) {
      this.#report('not the expected root', root, root.name, root.name);
      return;
    }
    this.content(root, content, root.name);
  }

  content(element: XmlElement, content: Content, path: string): void {
    this.#claimedType(element, content, path);
    if (content.kind === 'data') {
      this.#data(element, content.data, path);
      return;
    }
    this.#attributes(element, {}, path);
    this.#noText(element, path);
    new Walk(this, element, path).through(content.parts);
  }

  #data(element: XmlElement, data: DataType, path: string): void {
    if ('anything' in data) {
      this.#anything(element, data.anything, path);
      return;
    }
    for (const child of elementsOf(element)) this.#report('element not expected here', child, path, child.name);
    if ('attributes' in data) {
      this.#attributes(element, data.attributes, path);
      if (element.children.some((child) => typeof child === 'string'))
        this.#report('text where none belongs', element, path, element.name);
      return;
    }
    this.#attributes(element, {}, path);
    const text = element.children.filter((child) => typeof child === 'string').join('');
    if (data.mayBeEmpty && text === '') return;
    const isFixed = data.fixed === undefined || text === data.fixed;
    if (!isFixed || !isValueOf(data.text, text)) this.#report('value of wrong kind', element, path, element.name);
  }

  #anything(element: XmlElement, what: 'any' | 'elements' | 'declared', path: string): void {
    if (what !== 'any') {
      this.#attributes(element, {}, path);
      this.#noText(element, path);
    }
    for (const child of elementsOf(element)) this.#anyChild(child, what, path);
  }

  /** Classes of the standard itself are held to their tables wherever they stand; others pass unless only declared ones may. */
  #anyChild(child: XmlElement, what: 'any' | 'elements' | 'declared', path: string): void {
    const declared = this.#declared.find(({ table }) => table.namespace === child.namespace)?.contentOf(child.name);
    if (declared && what !== 'elements') this.content(child, declared, `${path}/${child.name}`);
    else if (what === 'declared') this.#report('element not expected here', child, path, child.name);
    else if (what === 'any') this.#anything(child, 'any', `${path}/${child.name}`);
  }

  #attributes(
    element: XmlElement,
    known: Readonly<Record<string, Parameters<typeof isValueOf>[0]>>,
    path: string,
  ): void {
    for (const attribute of element.attributes) {
      if (isOfTheNotation(attribute)) continue;
      const type = attribute.namespace === '' ? known[attribute.name] : undefined;
      if (!type) this.#report('attribute not known', element, path, attribute.name);
      else if (!isValueOf(type, attribute.value)) this.#report('value of wrong kind', element, path, attribute.name);
    }
  }

  /** `xsi:type` may only repeat the type that the standard gives; where anything may stand, it may claim anything. */
  #claimedType(element: XmlElement, content: Content, path: string): void {
    const claimed = element.attributes.find(
      ({ namespace, name }) => namespace === instanceNamespace && name === 'type',
    );
    if (!claimed || (content.kind === 'data' && 'anything' in content.data)) return;
    const name = claimed.value.split(':').at(-1)?.trim();
    if (content.kind === 'parts' || content.name !== name) this.#report('value of wrong kind', element, path, 'type');
  }

  #noText(element: XmlElement, path: string): void {
    const isStray = element.children.some((child) => typeof child === 'string' && !blank.test(child));
    if (isStray) this.#report('text where none belongs', element, path, element.name);
  }

  missing(parent: XmlElement, path: string, name: string): void {
    this.#report('element missing', parent, path, name);
  }

  unexpected(child: XmlElement, path: string): void {
    this.#report('element not expected here', child, path, child.name);
  }

  #report(fault: StructureFault, at: XmlElement, path: string, name: string): void {
    this.problems.push({ fault, line: at.line, path, name: collapsed(name) });
  }
}

/** `xsi:schemaLocation` and the like belong to the notation; `xsi:nil` may not stand on any element of these standards. */
function isOfTheNotation({ namespace, name }: XmlAttribute): boolean {
  return namespace === instanceNamespace && ['schemaLocation', 'noNamespaceSchemaLocation', 'type'].includes(name);
}

export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** Goes through the children of one element beside its content model; the models never leave a choice open (W3C: UPA). */
class Walk {
  readonly #check: Check;
  readonly #parent: XmlElement;
  readonly #children: readonly XmlElement[];
  readonly #path: string;
  #at = 0;

  constructor(check: Check, parent: XmlElement, path: string) {
    this.#check = check;
    this.#parent = parent;
    this.#children = elementsOf(parent);
    this.#path = path;
  }

  through(parts: readonly Part[]): void {
    parts.forEach((part, place) => {
      this.#skipStrangers(parts.slice(place));
      this.#part(part);
    });
    this.#skipStrangers([]);
  }

  /** A child that no remaining part could be is reported and stepped over, so that the rest is still judged. */
  #skipStrangers(remaining: readonly Part[]): void {
    for (let child = this.#next(); child; child = this.#next()) {
      const here = child;
      if (remaining.some((part) => mayBegin(part, here))) return;
      this.#check.unexpected(child, this.#path);
      this.#at++;
    }
  }

  #next(): XmlElement | undefined {
    return this.#children[this.#at];
  }

  #part(part: Part): void {
    let count = 0;
    for (let child = this.#next(); child && mayBegin(part, child); child = this.#next()) {
      if (count === part.max) return;
      this.#once(part.what, child);
      count++;
    }
    if (count < part.min && !mayBeAbsent(part)) this.#check.missing(this.#parent, this.#path, firstName(part));
  }

  #once(what: Part['what'], child: XmlElement): void {
    if (what.kind === 'element') {
      this.#at++;
      this.#check.content(child, what.content(), `${this.#path}/${child.name}`);
    } else if (what.kind === 'one of') {
      const branch = what.parts.find((part) => mayBegin(part, child));
      if (branch) this.#part(branch);
    } else for (const part of what.parts) this.#part(part);
  }
}

function mayBegin(part: Part, child: XmlElement): boolean {
  const { what } = part;
  if (what.kind === 'element') return what.name === child.name && what.namespace === child.namespace;
  if (what.kind === 'one of') return what.parts.some((one) => mayBegin(one, child));
  for (const one of what.parts) {
    if (mayBegin(one, child)) return true;
    if (!mayBeAbsent(one)) return false;
  }
  return false;
}

function mayBeAbsent({ min, what }: Part): boolean {
  if (min === 0) return true;
  if (what.kind === 'element') return false;
  return what.kind === 'one of' ? what.parts.some(mayBeAbsent) : what.parts.every(mayBeAbsent);
}

function firstName({ what }: Part): string {
  if (what.kind === 'element') return what.name;
  const names = what.parts.map(firstName);
  return what.kind === 'one of' ? names.join(' / ') : (names[0] ?? '');
}
