/** The book of facts, `src/commons/events.ts`, read line by line. */

import ts from 'typescript';
import { nodesOf, type SourceFile } from './tree.ts';

type Told = { readonly name: string; readonly facts: string };

/** The lines of the book, as they are written, with the book's own short words written out. */
export function factsIn(book: SourceFile): Told[] {
  const aliases = [...nodesOf(book.syntax())].filter(ts.isTypeAliasDeclaration);
  const short = new Map(aliases.map(({ name, type }) => [name.text, type.getText()]));
  const facts = aliases.find(({ name }) => name.text === 'Facts')?.type;
  if (!facts || !ts.isTypeLiteralNode(facts)) return [];
  return facts.members.filter(ts.isPropertySignature).map(({ name, type }) => ({
    name: name.getText(),
    facts: inFull(type?.getText() ?? '', short).replace(/\s+/g, ' '),
  }));
}

function inFull(type: string, short: ReadonlyMap<string, string>): string {
  return type.replace(/\b[A-Z]\w*\b/g, (word) => {
    const meaning = short.get(word);
    return meaning === undefined || word === 'Facts' ? word : inFull(meaning, short);
  });
}
