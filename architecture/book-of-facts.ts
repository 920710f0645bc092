/** The book of facts, `src/commons/events.ts`, read line by line. */

import ts from 'typescript';
import { nodesOf, type SourceFile } from './tree.ts';

type Told = { readonly name: string; readonly facts: string };

const inOneLine = (node: ts.Node | undefined): string =>
  (node?.getText() ?? '')
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .trim();

const aliasesOf = (book: SourceFile): ts.TypeAliasDeclaration[] =>
  [...nodesOf(book.syntax())].filter(ts.isTypeAliasDeclaration);

/** The facts, as they are written. */
export function factsIn(book: SourceFile): Told[] {
  const facts = aliasesOf(book).find(({ name }) => name.text === 'Facts')?.type;
  if (!facts || !ts.isTypeLiteralNode(facts)) return [];
  return facts.members
    .filter(ts.isPropertySignature)
    .map(({ name, type }) => ({ name: name.getText(), facts: inOneLine(type) }));
}

/** The short words that several facts are written with. */
export function shortWordsIn(book: SourceFile): Told[] {
  return aliasesOf(book)
    .filter(({ name, modifiers }) => name.text !== 'Facts' && !modifiers)
    .map(({ name, type }) => ({ name: name.text, facts: inOneLine(type) }));
}
