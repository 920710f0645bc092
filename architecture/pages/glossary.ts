/** The glossary: English name, Norwegian word, standard or code, and where it lives; read from the sentence each file opens with. */

import { isTest, readTree, type SourceFile } from '../tree.ts';
import { lawWords, standards } from './glossary.table.ts';
import { by, code, openingOf, page, table } from './markdown.ts';

export type Term = { readonly english: string; readonly norsk: string; readonly path: string };

export function glossaryPage(): string {
  const terms = termsOf(readTree());
  return page(
    '# Glossary',
    'A thing is named in English and says its Norwegian word in the first sentence of its file, from which this table is written.',
    table(
      ['English name', 'norsk ord', 'standard or code', 'where it lives'],
      terms.map(({ english, norsk, path }) => [
        english,
        norsk,
        standards[english]?.code ?? '',
        code(path.replace(/^src\//, '')),
      ]),
    ),
    '## Words that stay Norwegian in the code',
    'Words of law, register or tariff with no exact English, in ASCII.',
    table(
      ['word', 'what it is', 'where it is laid down'],
      lawWords.map(({ word, means, source }) => [word, means, source]),
    ),
  );
}

/** One line a word; of several files that say it, the thing comes before its tables and messages. */
export function termsOf(tree: readonly SourceFile[]): readonly Term[] {
  const files = tree.filter((file) => /^src\/(commons|rooms)\/.*\.tsx?$/.test(file.path) && !isTest(file));
  const terms = files.flatMap(termOf).toSorted(by(({ path }) => `${path.split('.').length} ${path}`));
  const once = new Map(terms.toReversed().map((term) => [`${term.english} ${term.norsk}`, term]));
  return [...once.values()].toSorted(by(({ english, norsk }) => `${english} ${norsk}`));
}

/** `A loop (åpen sløyfe): anything that …` in `loop.ts` → loop, åpen sløyfe. */
function termOf({ path, text }: SourceFile): Term[] {
  const [, said = ''] = /^[^.:;]*?\(([a-zæøåé][a-zæøåé ,/-]*?)(?:, [^),]*§[^)]*)?\)/.exec(openingOf(text)) ?? [];
  const english = path.replace(/^.*\//, '').replace(/\..*$/, '').replaceAll('-', ' ');
  if (english === 'door') return [];
  const isThing = /\/[^/.]+(\.table)?\.ts$/.test(path);
  const norsk = said !== '' && !isEnglish.test(said) ? said : isThing ? standards[english]?.norsk : undefined;
  return norsk === undefined ? [] : [{ english, norsk, path }];
}

const isEnglish = /\b(the|of|and|or|a|in|with|for|ready|office|home|that)\b/;
