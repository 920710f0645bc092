/** The page of events: every fact that one room tells the others, who tells it, and who hears it. */

import { factsIn, shortWordsIn } from '../book-of-facts.ts';
import { readTree } from '../tree.ts';
import { featureFiles, reactions } from './house-calls.ts';
import { by, code, page, placeOf, table } from './markdown.ts';

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
    '## Short words',
    table(
      ['word', 'means'],
      shortWordsIn(book).map(({ name, facts }) => [code(name), facts]),
    ),
  );
}

function placesWhere(says: (text: string, path: string) => boolean): string {
  return [...new Set(featureFiles.filter(({ text, path }) => says(text, path)).map(({ path }) => placeOf(path)))].join(
    ', ',
  );
}
