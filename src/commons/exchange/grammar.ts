/** How a national message must be built, written as short content models in tables, and what they mean. */

import type { ValueType } from './xml-value.ts';

/**
 * One standard's message. `elements` gives each class its parts; `types` gives parts that are named where they are used.
 *
 * A model is a line of parts in order: `Name` (a class with its own line), `Name:CS` (a data type), `Name:Person` (a
 * line of `types`), `Name:fk1.Person` (of another table, whose namespace its parts bear), `fk1.Name` (a whole class of
 * another table). `?` at most once, `*` any number, `+` at least once, `( a | b )` one of them, `( a b )?` together or
 * not at all. A model that is a single `:type` holds just that value.
 */
export type GrammarTable = {
  readonly namespace: string;
  /** The standard and its year. */
  readonly source: string;
  readonly year: number;
  readonly roots: readonly string[];
  readonly elements: Readonly<Record<string, string>>;
  readonly types?: Readonly<Record<string, string>>;
  readonly uses?: Readonly<Record<string, GrammarTable>>;
  readonly dataTypes: DataTypes;
};
/** A data type is text of its own, or nothing but attributes; `fixed` is the only text that it may hold. */
export type DataType =
  | { readonly text: ValueType; readonly fixed?: string; readonly mayBeEmpty?: boolean }
  | { readonly attributes: Readonly<Record<string, ValueType>> }
  | { readonly anything: 'any' | 'elements' | 'declared' };
export type DataTypes = Readonly<Record<string, DataType>>;

/** A part of a content model, ready to be held against a letter. */
export type Part = {
  readonly min: 0 | 1;
  readonly max: 1 | 'any number';
  readonly what:
    | { readonly kind: 'element'; readonly name: string; readonly namespace: string; readonly content: () => Content }
    | { readonly kind: 'in order'; readonly parts: readonly Part[] }
    | { readonly kind: 'one of'; readonly parts: readonly Part[] };
};
export type Content =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'data'; readonly name: string; readonly data: DataType };
export type Grammar = {
  readonly table: GrammarTable;
  /** The classes that may stand alone, which is what a wildcard of the schemas asks for. */
  contentOf(element: string): Content | undefined;
};

const compiled = new WeakMap<GrammarTable, Grammar>();

/** Reads a table once; a fault in a table is our own and is thrown. */
export function grammarOf(table: GrammarTable): Grammar {
  const known = compiled.get(table);
  if (known) return known;
  const contents = new Map<string, Content>();
  const grammar: Grammar = {
    table,
    contentOf(element) {
      const line = table.elements[element];
      if (line === undefined) return undefined;
      const content = contents.get(element) ?? contentFrom(line, grammar);
      contents.set(element, content);
      return content;
    },
  };
  compiled.set(table, grammar);
  return grammar;
}

function contentFrom(line: string, grammar: Grammar): Content {
  const data = /^:(\w+)$/.exec(line)?.[1];
  if (data) return dataContent(data, grammar);
  return { kind: 'parts', parts: new ModelReader(line, grammar).read() };
}

function dataContent(name: string, grammar: Grammar): Content {
  const data = grammar.table.dataTypes[name];
  if (!data) throw new Error(`no data type ${name} in ${grammar.table.namespace}`);
  return { kind: 'data', name, data };
}

/** Reads one line of a table from left to right. */
class ModelReader {
  readonly #tokens: readonly string[];
  readonly #grammar: Grammar;
  #at = 0;

  constructor(line: string, grammar: Grammar) {
    this.#tokens = line.match(/[\w.]+(?::[\w.]+)?|[()|?*+]/g) ?? [];
    this.#grammar = grammar;
  }

  read(): readonly Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#tokens.length && !this.#sees(')') && !this.#sees('|')) parts.push(this.#part());
    return parts;
  }

  #sees(token: string): boolean {
    return this.#tokens[this.#at] === token;
  }

  #part(): Part {
    const what = this.#sees('(') ? this.#group() : this.#element(this.#tokens[this.#at++] ?? '');
    const sign = this.#tokens[this.#at] ?? '';
    if (!['?', '*', '+'].includes(sign)) return { min: 1, max: 1, what };
    this.#at++;
    return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : 'any number', what };
  }

  #group(): Part['what'] {
    this.#at++;
    const branches: Part[] = [];
    do {
      if (this.#sees('|')) this.#at++;
      const parts = this.read();
      const [only] = parts;
      branches.push(parts.length === 1 && only ? only : { min: 1, max: 1, what: { kind: 'in order', parts } });
    } while (this.#sees('|'));
    this.#at++;
    const [single] = branches;
    return branches.length === 1 && single
      ? { kind: 'in order', parts: [single] }
      : { kind: 'one of', parts: branches };
  }

  #element(token: string): Part['what'] {
    const [name = '', type] = token.split(':');
    const { table } = this.#grammar;
    if (type === undefined) return this.#class(name);
    return { kind: 'element', name, namespace: table.namespace, content: () => typed(type, this.#grammar) };
  }

  #class(name: string): Part['what'] {
    const [first = '', second] = name.split('.');
    const owner = second === undefined ? this.#grammar : other(first, this.#grammar);
    const element = second ?? first;
    const content = () => owner.contentOf(element) ?? undescribed(element, owner);
    return { kind: 'element', name: element, namespace: owner.table.namespace, content };
  }
}

function typed(type: string, grammar: Grammar): Content {
  const [first = '', second] = type.split('.');
  const owner = second === undefined ? grammar : other(first, grammar);
  const line = owner.table.types?.[second ?? first];
  return line === undefined ? dataContent(second ?? first, owner) : contentFrom(line, owner);
}

function other(prefix: string, grammar: Grammar): Grammar {
  const table = grammar.table.uses?.[prefix];
  if (!table) throw new Error(`no table ${prefix} in ${grammar.table.namespace}`);
  return grammarOf(table);
}

function undescribed(element: string, grammar: Grammar): never {
  throw new Error(`no line for ${element} in ${grammar.table.namespace}`);
}
