/** The page of events: every fact that one room tells the others, who tells it, and who hears it. */

import ts from 'typescript';
import { nodesOf, readTree, type SourceFile } from '../tree.ts';
import { featureFiles, reactions } from './house-calls.ts';
import { by, code, page, placeOf, table } from './markdown.ts';

type Told = { readonly name: string; readonly facts: string };

export function eventsPage(): string {
  const book = readTree().find(({ path }) => path === 'src/commons/events.ts');
  if (!book) throw new Error('the book of facts is gone');
  const rows = factsIn(book)
    .toSorted(by(({ name }) => name))
    .map(({ name, facts }) => [
      code(name),
      facts,
      placesWhere((text) => new RegExp(`fact\\(\\s*'${name}'`).test(text)),
      reactions
        .filter(({ on }) => on === name)
        .map((reaction) => reaction.name)
        .join(', '),
      placesWhere((text, path) => path.endsWith('.tsx') && text.includes(`'${name}'`)),
    ]);
  return page(
    '# Events',
    'A fact is stored in the transaction of the act that it tells of, and heard by every desk when that is committed. A reaction is done once, in a transaction of its own, after the act.',
    table(['fact', 'with', 'told by', 'reactions', 'screens that ask again'], rows),
  );
}

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

function placesWhere(says: (text: string, path: string) => boolean): string {
  return [...new Set(featureFiles.filter(({ text, path }) => says(text, path)).map(({ path }) => placeOf(path)))].join(
    ', ',
  );
}
