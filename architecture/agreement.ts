/** What is said in two places says the same: facts that are listened for, duties that are named, addresses and keys of screens. */

import ts from 'typescript';
import { factsIn } from './book-of-facts.ts';
import { type Breach, fileWall, type Wall } from './breach.ts';
import { isTest, isTypeScript, lineOf, nodesOf, type SourceFile } from './tree.ts';

const texts = (nodes: Iterable<ts.Node>): ts.StringLiteral[] => [...nodes].filter(ts.isStringLiteral);
const propertyName = (node: ts.Node): string | undefined =>
  ts.isPropertyAssignment(node) ? node.name.getText() : undefined;

/** Facts of the book, and those that the platform announces by itself. */
function knownFacts(files: readonly SourceFile[]): ReadonlySet<string> {
  const book = files.find(({ path }) => path === 'src/commons/events.ts');
  const announced = files
    .filter((file) => !isTest(file))
    .flatMap(({ text }) => [...text.matchAll(/announce\(\w+, \w+, '(\w+)'/g)].map(([, name = '']) => name));
  return new Set([...(book ? factsIn(book).map(({ name }) => name) : []), ...announced]);
}

/** `hears: [...]`, the `on` of a reaction, and every list that has a fact in it. */
function listenedFor(file: SourceFile, facts: ReadonlySet<string>): ts.StringLiteral[] {
  return texts(nodesOf(file.syntax())).filter((node) => {
    const { parent } = node;
    if (propertyName(parent) === 'on') return parent.parent.getText().includes('does');
    if (!ts.isArrayLiteralExpression(parent)) return false;
    return propertyName(parent.parent) === 'hears' || texts(parent.elements).some(({ text }) => facts.has(text));
  });
}

const listeners: Wall = {
  name: 'what is listened for can happen',
  look(files) {
    const facts = knownFacts(files);
    const judged = files.filter(
      (file) => /^src\/(commons|rooms)\//.test(file.path) && isTypeScript(file) && !isTest(file),
    );
    const heard = judged.flatMap((file) => listenedFor(file, facts).map((node) => ({ file, node })));
    const breaches = heard
      .filter(({ node }) => !facts.has(node.text))
      .map(
        ({ file, node }): Breach => ({
          wall: listeners.name,
          where: file.path,
          what: `"${node.text}" at ${lineOf(file, node)} is no fact`,
        }),
      );
    return { breaches, looked: heard.length };
  },
};

/** The line of a duty table is `'reception.telephone': {`. */
const dutyLine = /^ {2}'([a-z]+\.[a-z-]+)': \{/gm;
const duties: Wall = {
  name: 'a duty that is named is in the job description',
  look(files) {
    const tables = files.filter(({ path }) => /^src\/commons\/duties\/\w+\.table\.ts$/.test(path));
    const known = new Set(tables.flatMap(({ text }) => [...text.matchAll(dutyLine)].map(([, id]) => id)));
    const named = files
      .filter((file) => /^src\/(commons|rooms|main)\/.*(?<!\.texts)\.tsx?$/.test(file.path) && !isTest(file))
      .flatMap((file) => texts(nodesOf(file.syntax())).map((node) => ({ file, node })))
      .filter(({ node: { parent } }) => propertyName(parent) === 'duty' || propertyName(parent.parent) === 'duties');
    const breaches = named
      .filter(({ node }) => !known.has(node.text))
      .map(
        ({ file, node }): Breach => ({
          wall: duties.name,
          where: file.path,
          what: `"${node.text}" at ${lineOf(file, node)} is no duty`,
        }),
      );
    return { breaches, looked: named.length };
  },
};

/** Addresses, and the two letters after `g`, lead to one screen each. */
const addresses: Wall = {
  name: 'an address and a key lead to one screen',
  look(files) {
    const said = files
      .filter(({ path }) => /\.screens\.ts$/.test(path))
      .flatMap((file) =>
        texts(nodesOf(file.syntax()))
          .filter(({ parent }) => ['path', 'keys'].includes(propertyName(parent) ?? ''))
          .map((node) => ({ file, node, key: `${propertyName(node.parent)} "${node.text}"` })),
      );
    const breaches = said
      .filter(({ key }, place) => said.findIndex((other) => other.key === key) !== place)
      .map(
        ({ file, node, key }): Breach => ({
          wall: addresses.name,
          where: file.path,
          what: `${key} at ${lineOf(file, node)} is taken`,
        }),
      );
    return { breaches, looked: said.length };
  },
};

/** Which room a table step is numbered for; its order is the order of the floors. */
const ranges: readonly (readonly [folder: RegExp, from: number, until: number])[] = [
  [/^src\/platform\//, 10, 99],
  [/^src\/commons\//, 100, 299],
  [/^src\/rooms\/reception\//, 300, 399],
  [/^src\/rooms\/laboratory\//, 400, 499],
  [/^src\/rooms\/treatment-room\//, 500, 599],
  [/^src\/rooms\/money\//, 600, 699],
  [/^src\/rooms\/staff-room\//, 700, 799],
];
const stepNumbers: Wall = fileWall('a table step has a number of its room', ({ path }) => {
  const [, digits] = /\/tables\/\d{4}-\d{2}-\d{2}-(\d{3})-[^/]+\.sql$/.exec(path) ?? [];
  if (digits === undefined) return undefined;
  const range = ranges.find(([folder]) => folder.test(path));
  if (!range) return [`no numbers are set aside for its room`];
  const [, from, until] = range;
  return Number(digits) < from || Number(digits) > until ? [`${digits} is not between ${from} and ${until}`] : [];
});

export const agreementWalls: readonly Wall[] = [listeners, duties, addresses, stepNumbers];
